#include <algorithm>

#include "bind/bound.h"
#include "execute/evaluate.h"
#include "functions/operators.h"

namespace yeon::query {

using ast::Operator;

namespace {

Value parameter(const Expr& expr, const Worker& worker) {
  const Map& parameters = *worker.parameters;
  const auto found = std::lower_bound(
      parameters.begin(), parameters.end(), expr.text,
      [](const auto& entry, const std::string& name) { return entry.first < name; });
  return found != parameters.end() && found->first == expr.text ? found->second : Value();
}

class RowEvaluator {
 public:
  RowEvaluator(const Batch& batch, std::size_t row, Worker& worker)
      : batch_(batch), row_(row), worker_(worker) {}

  Value operator()(const Expr& e) {
    if (worker_.failed()) return Value();
    switch (e.kind) {
      case ExprKind::kConstant:
        return e.constant;
      case ExprKind::kParameter:
        return parameter(e, worker_);
      case ExprKind::kSlot:
        return e.local ? worker_.locals[e.slot] : batch_[e.slot].at(row_);
      case ExprKind::kProperty:
        return property(e);
      case ExprKind::kIndex: {
        const Value container = (*this)(*e.operands[0]);
        return take(op::index(container, (*this)(*e.operands[1]), worker_.functions), e, worker_);
      }
      case ExprKind::kSlice:
        return slice(e);
      case ExprKind::kList:
        return list(e);
      case ExprKind::kMap:
        return map(e);
      case ExprKind::kUnary:
        return unary(e);
      case ExprKind::kBinary:
        return binary(e);
      case ExprKind::kLogical:
        return logical(e);
      case ExprKind::kIsNull:
        return Value((*this)(*e.operands[0]).is_null() != e.negated);
      case ExprKind::kHasLabels:
        return labels(e);
      case ExprKind::kFunction:
        return function(e);
      case ExprKind::kCase:
        return case_of(e);
      case ExprKind::kListComprehension:
        return comprehension(e);
      case ExprKind::kQuantifier:
        return quantifier(e);
      case ExprKind::kReduce:
        return reduce(e);
      case ExprKind::kSubquery:
        return evaluate_subquery(e, batch_, row_, worker_);
    }
    return Value();
  }

 private:
  Value property(const Expr& e) {
    const Value container = (*this)(*e.operands[0]);
    const bool node = container.is(Kind::kNode);
    if (node || container.is(Kind::kRelationship)) {
      const std::uint64_t id = node ? raw(container.node()) : raw(container.relationship());
      const std::optional<PropertyKeyId> key = worker_.snapshot->catalog().find_key(e.text);
      return entity_property(id, !node, key.value_or(PropertyKeyId{~0U}), worker_);
    }
    return take(op::property(container, e.text, worker_.functions), e, worker_);
  }

  Value slice(const Expr& e) {
    const Value list = (*this)(*e.operands[0]);
    const Value from = e.operands[1] ? (*this)(*e.operands[1]) : Value();
    const Value to = e.operands[2] ? (*this)(*e.operands[2]) : Value();
    return take(op::slice(list, e.operands[1] ? &from : nullptr, e.operands[2] ? &to : nullptr), e,
                worker_);
  }

  Value list(const Expr& e) {
    List out;
    out.reserve(e.operands.size());
    for (const ExprPtr& operand : e.operands) out.push_back((*this)(*operand));
    return Value(std::move(out));
  }

  Value map(const Expr& e) {
    Map out;
    const auto put = [&](std::string key, Value value) {
      const auto at = std::lower_bound(
          out.begin(), out.end(), key,
          [](const auto& entry, const std::string& name) { return entry.first < name; });
      if (at != out.end() && at->first == key) {
        at->second = std::move(value);
      } else {
        out.insert(at, {std::move(key), std::move(value)});
      }
    };
    for (std::size_t i = 0; i < e.operands.size(); ++i) {
      Value value = (*this)(*e.operands[i]);
      if (e.names[i] != "*" || value.is_null()) {
        put(e.names[i], std::move(value));
        continue;
      }
      const Function* properties = find_function("properties");
      if (value.is(Kind::kMap) || properties == nullptr) {
        if (value.is(Kind::kMap)) {
          for (const auto& [key, entry] : value.map()) put(key, entry);
        }
        continue;
      }
      const Value all = take(call(*properties, {&value, 1}, worker_.functions), e, worker_);
      if (!all.is(Kind::kMap)) continue;
      for (const auto& [key, entry] : all.map()) put(key, entry);
    }
    return Value(std::move(out));
  }

  Value unary(const Expr& e) {
    const Value operand = (*this)(*e.operands[0]);
    switch (e.op) {
      case Operator::kNot:
        return take(op::logical_not(operand), e, worker_);
      case Operator::kNegate:
        return take(op::negate(operand), e, worker_);
      default:
        return take(op::plus(operand), e, worker_);
    }
  }

  Value binary(const Expr& e) {
    const Value a = (*this)(*e.operands[0]);
    const Value b = (*this)(*e.operands[1]);
    if (worker_.failed()) return Value();
    switch (e.op) {
      case Operator::kEqual:
        return op::equal(a, b);
      case Operator::kNotEqual:
        return op::not_equal(a, b);
      case Operator::kLess:
        return op::less(a, b);
      case Operator::kLessEqual:
        return op::less_equal(a, b);
      case Operator::kGreater:
        return op::greater(a, b);
      case Operator::kGreaterEqual:
        return op::greater_equal(a, b);
      case Operator::kAdd:
        return take(op::add(a, b), e, worker_);
      case Operator::kSubtract:
        return take(op::subtract(a, b), e, worker_);
      case Operator::kMultiply:
        return take(op::multiply(a, b), e, worker_);
      case Operator::kDivide:
        return take(op::divide(a, b), e, worker_);
      case Operator::kModulo:
        return take(op::modulo(a, b), e, worker_);
      case Operator::kPower:
        return take(op::power(a, b), e, worker_);
      case Operator::kIn:
        return take(op::in(a, b), e, worker_);
      case Operator::kStartsWith:
        return op::starts_with(a, b);
      case Operator::kEndsWith:
        return op::ends_with(a, b);
      case Operator::kContains:
        return op::contains(a, b);
      case Operator::kMatchesRegex:
        return take(op::matches(a, b, worker_.functions), e, worker_);
      default:
        return Value();
    }
  }

  /// AND and OR stop at the first operand that settles the answer.
  Value logical(const Expr& e) {
    Value out = (*this)(*e.operands[0]);
    if (e.operands.size() == 1) return out;
    for (std::size_t i = 1; i < e.operands.size() && !worker_.failed(); ++i) {
      const bool settled = out.is(Kind::kBoolean) && ((e.op == Operator::kAnd && !out.boolean()) ||
                                                      (e.op == Operator::kOr && out.boolean()));
      if (settled) return out;
      const Value next = (*this)(*e.operands[i]);
      if (worker_.failed()) return Value();
      out = take(e.op == Operator::kAnd  ? op::logical_and(out, next)
                 : e.op == Operator::kOr ? op::logical_or(out, next)
                                         : op::logical_xor(out, next),
                 e, worker_);
    }
    return out;
  }

  Value labels(const Expr& e) {
    const Value entity = (*this)(*e.operands[0]);
    if (entity.is(Kind::kNode)) {
      return Value(has_labels(*e.labels, raw(entity.node()), false, worker_));
    }
    if (entity.is(Kind::kRelationship)) {
      return Value(has_labels(*e.labels, raw(entity.relationship()), true, worker_));
    }
    if (!entity.is_null()) {
      worker_.fail({.type = ErrorType::kTypeError,
                    .phase = ErrorPhase::kRuntime,
                    .detail = "InvalidArgumentType",
                    .message = "only nodes and relationships have labels or types",
                    .where = e.span});
    }
    return Value();
  }

  Value function(const Expr& e) {
    std::vector<Value> arguments;
    arguments.reserve(e.operands.size());
    for (const ExprPtr& operand : e.operands) arguments.push_back((*this)(*operand));
    if (worker_.failed()) return Value();
    return take(call(*e.function, arguments, worker_.functions), e, worker_);
  }

  Value case_of(const Expr& e) {
    const Value subject = e.operands[0] ? (*this)(*e.operands[0]) : Value();
    for (std::size_t i = 1; i + 1 < e.operands.size(); i += 2) {
      const Value when = (*this)(*e.operands[i]);
      const Value hit = e.operands[0] ? op::equal(subject, when) : when;
      if (hit.is(Kind::kBoolean) && hit.boolean()) return (*this)(*e.operands[i + 1]);
      if (worker_.failed()) return Value();
    }
    return e.operands.size() % 2 == 0 && e.operands.back() ? (*this)(*e.operands.back()) : Value();
  }

  /// The list of an iteration, or null with an error for what is no list.
  Value elements(const Expr& e) {
    Value list = (*this)(e);
    if (!list.is(Kind::kList) && !list.is_null()) {
      worker_.fail({.type = ErrorType::kTypeError,
                    .phase = ErrorPhase::kRuntime,
                    .detail = "InvalidArgumentType",
                    .message = "IN needs a list after it",
                    .where = e.span});
      return Value();
    }
    return list;
  }

  Value comprehension(const Expr& e) {
    const Value list = elements(*e.operands[0]);
    if (!list.is(Kind::kList)) return Value();
    List out;
    for (const Value& element : list.list()) {
      worker_.locals[e.slot] = element;
      if (e.operands[1]) {
        const Value keep = (*this)(*e.operands[1]);
        if (!keep.is(Kind::kBoolean) || !keep.boolean()) continue;
      }
      out.push_back(e.operands[2] ? (*this)(*e.operands[2]) : element);
      if (worker_.failed()) return Value();
    }
    return Value(std::move(out));
  }

  Value quantifier(const Expr& e) {
    const Value list = elements(*e.operands[0]);
    if (!list.is(Kind::kList)) return Value();
    std::size_t yes = 0, no = 0, unknown = 0;
    for (const Value& element : list.list()) {
      worker_.locals[e.slot] = element;
      const Value holds = (*this)(*e.operands[1]);
      if (worker_.failed()) return Value();
      if (!holds.is(Kind::kBoolean)) {
        ++unknown;
      } else {
        ++(holds.boolean() ? yes : no);
      }
    }
    switch (e.op) {
      case Operator::kAll:
        return no > 0 ? Value(false) : (unknown > 0 ? Value() : Value(true));
      case Operator::kAny:
        return yes > 0 ? Value(true) : (unknown > 0 ? Value() : Value(false));
      case Operator::kNoneOf:
        return yes > 0 ? Value(false) : (unknown > 0 ? Value() : Value(true));
      default:
        return yes > 1 ? Value(false) : (unknown > 0 ? Value() : Value(yes == 1));
    }
  }

  Value reduce(const Expr& e) {
    Value accumulator = (*this)(*e.operands[0]);
    const Value list = elements(*e.operands[1]);
    if (!list.is(Kind::kList)) return Value();
    for (const Value& element : list.list()) {
      worker_.locals[e.slot] = std::move(accumulator);
      worker_.locals[e.other_slot] = element;
      accumulator = (*this)(*e.operands[2]);
      if (worker_.failed()) return Value();
    }
    return accumulator;
  }

  const Batch& batch_;
  std::size_t row_;
  Worker& worker_;
};

}  // namespace

Value evaluate_row(const Expr& expr, const Batch& batch, std::size_t row, Worker& worker) {
  return RowEvaluator(batch, row, worker)(expr);
}

}  // namespace yeon::query
