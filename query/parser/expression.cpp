#include <array>

#include "parser/parser.h"
#include "parser/rules.h"

// Binding powers, loosest first: OR, XOR, AND, NOT, comparison, string and list predicates,
// + -, * / %, ^, unary + -, then what follows an atom: .key [index] :Label. As openCypher's
// grammar has it, unary minus binds closer than ^, and ^ associates to the left.

namespace yeon::query {

using namespace ast;

namespace {

constexpr int kOr = 10;
constexpr int kXor = 20;
constexpr int kAnd = 30;
constexpr int kNot = 40;
constexpr int kComparison = 50;
constexpr int kPredicate = 60;
constexpr int kSum = 70;

struct Infix {
  std::string_view symbol;
  Operator op;
  int power;
};
constexpr std::array<Infix, 6> kArithmetic = {{{"+", Operator::kAdd, kSum},
                                               {"-", Operator::kSubtract, kSum},
                                               {"*", Operator::kMultiply, kSum + 10},
                                               {"/", Operator::kDivide, kSum + 10},
                                               {"%", Operator::kModulo, kSum + 10},
                                               {"^", Operator::kPower, kSum + 20}}};

constexpr std::array<std::pair<std::string_view, Operator>, 6> kComparisons = {{
    {"=", Operator::kEqual},
    {"<>", Operator::kNotEqual},
    {"<=", Operator::kLessEqual},
    {">=", Operator::kGreaterEqual},
    {"<", Operator::kLess},
    {">", Operator::kGreater},
}};

Operator comparison_at(const TokenStream& tokens) {
  for (const auto& [symbol, op] : kComparisons) {
    if (tokens.at_symbol(symbol)) return op;
  }
  return Operator::kNone;
}

}  // namespace

ExpressionPtr Rules::make(ExpressionKind kind, const SourceSpan& start) {
  ExpressionPtr out = std::make_unique<Expression>();
  out->kind = kind;
  out->span = start;
  return out;
}

ExpressionPtr Rules::done(ExpressionPtr expression) {
  expression->span = tokens.span_from(expression->span);
  std::uint32_t depth = 0;
  for (const ExpressionPtr& operand : expression->operands) {
    if (operand) depth = std::max(depth, operand->depth);
  }
  if (expression->otherwise) depth = std::max(depth, expression->otherwise->depth);
  expression->depth = depth + 1;
  if (expression->depth > kMaxDepth) {
    tokens.fail_at(expression->span, "UnexpectedSyntax",
                   fmt::format("an expression more than {} operators deep", kMaxDepth),
                   "use a list with reduce(), or several WITH clauses");
    return make(ExpressionKind::kLiteral, {});
  }
  return expression;
}

ExpressionPtr Rules::expression() { return binary(0); }

ExpressionPtr Rules::binary(int minimum) {
  const DepthGuard guard(*this);
  ExpressionPtr left = prefix();
  while (!tokens.failed()) {
    if (tokens.at_keyword("OR") && minimum <= kOr) {
      left = logical(std::move(left), Operator::kOr, "OR", kOr);
    } else if (tokens.at_keyword("XOR") && minimum <= kXor) {
      left = logical(std::move(left), Operator::kXor, "XOR", kXor);
    } else if (tokens.at_keyword("AND") && minimum <= kAnd) {
      left = logical(std::move(left), Operator::kAnd, "AND", kAnd);
    } else if (comparison_at(tokens) != Operator::kNone && minimum <= kComparison) {
      left = comparison(std::move(left));
    } else {
      if (minimum <= kPredicate) {
        const std::size_t before = tokens.position();
        left = string_or_list_predicate(std::move(left));
        if (tokens.position() != before) continue;
      }
      const Infix* found = nullptr;
      for (const Infix& infix : kArithmetic) {
        if (tokens.at_symbol(infix.symbol) && minimum <= infix.power) found = &infix;
      }
      if (found == nullptr) break;
      tokens.take();
      ExpressionPtr node = make(ExpressionKind::kBinary, left->span);
      node->op = found->op;
      node->operands.push_back(std::move(left));
      node->operands.push_back(binary(found->power + 1));
      left = done(std::move(node));
    }
  }
  return left;
}

ExpressionPtr Rules::logical(ExpressionPtr first, Operator op, std::string_view word, int power) {
  ExpressionPtr node = make(ExpressionKind::kLogical, first->span);
  node->op = op;
  node->operands.push_back(std::move(first));
  while (tokens.accept_keyword(word)) node->operands.push_back(binary(power + 1));
  return done(std::move(node));
}

/// `a < b < c` asks both a < b and b < c.
ExpressionPtr Rules::comparison(ExpressionPtr first) {
  ExpressionPtr node = make(ExpressionKind::kComparison, first->span);
  node->operands.push_back(std::move(first));
  for (;;) {
    const Operator op = comparison_at(tokens);
    if (op == Operator::kNone) break;
    tokens.take();
    node->ops.push_back(op);
    node->operands.push_back(binary(kComparison + 1));
  }
  if (tokens.at_symbol("!=")) {
    tokens.fail_at(tokens.peek().span, "UnexpectedSyntax", "`!=` is no operator", "write `<>`");
  }
  return done(std::move(node));
}

ExpressionPtr Rules::string_or_list_predicate(ExpressionPtr left) {
  Operator op = Operator::kNone;
  if (tokens.at_keyword("IS") && (tokens.at_keyword("NULL", 1) ||
                                  (tokens.at_keyword("NOT", 1) && tokens.at_keyword("NULL", 2)))) {
    tokens.take();
    ExpressionPtr node = make(ExpressionKind::kIsNull, left->span);
    node->negated = tokens.accept_keyword("NOT");
    tokens.take();
    node->operands.push_back(std::move(left));
    return done(std::move(node));
  }
  if (tokens.at_keyword("IN")) {
    op = Operator::kIn;
  } else if (tokens.at_keyword("STARTS") && tokens.at_keyword("WITH", 1)) {
    tokens.take();
    op = Operator::kStartsWith;
  } else if (tokens.at_keyword("ENDS") && tokens.at_keyword("WITH", 1)) {
    tokens.take();
    op = Operator::kEndsWith;
  } else if (tokens.at_keyword("CONTAINS")) {
    op = Operator::kContains;
  } else if (tokens.at_symbol("=~")) {
    op = Operator::kMatchesRegex;
  } else {
    return left;
  }
  tokens.take();
  ExpressionPtr node = make(ExpressionKind::kBinary, left->span);
  node->op = op;
  node->operands.push_back(std::move(left));
  node->operands.push_back(binary(kPredicate + 1));
  return done(std::move(node));
}

ExpressionPtr Rules::prefix() {
  const SourceSpan start = tokens.peek().span;
  Operator op = Operator::kNone;
  int power = kSum + 30;
  if (tokens.at_keyword("NOT")) {
    op = Operator::kNot;
    power = kNot;
  } else if (tokens.at_symbol("-")) {
    op = Operator::kNegate;
  } else if (tokens.at_symbol("+")) {
    op = Operator::kPlus;
  } else {
    return postfix(atom());
  }
  tokens.take();
  // The lowest integer has no positive counterpart, so the sign belongs to the literal.
  if (op == Operator::kNegate && tokens.peek().kind == TokenKind::kInteger) {
    ExpressionPtr node = number(true);
    node->span = start;
    return postfix(done(std::move(node)));
  }
  ExpressionPtr node = make(ExpressionKind::kUnary, start);
  node->op = op;
  node->operands.push_back(binary(power));
  return done(std::move(node));
}

ExpressionPtr Rules::postfix(ExpressionPtr operand) {
  while (!tokens.failed()) {
    if (tokens.at_symbol(".")) {
      tokens.take();
      ExpressionPtr node = make(ExpressionKind::kProperty, operand->span);
      node->text = property_key();
      node->operands.push_back(std::move(operand));
      operand = done(std::move(node));
    } else if (tokens.at_symbol("[")) {
      operand = index_or_slice(std::move(operand));
    } else if (tokens.at_symbol(":") &&
               (tokens.at_name(1) || tokens.at_symbol("!", 1) || tokens.at_symbol("%", 1))) {
      ExpressionPtr node = make(ExpressionKind::kHasLabels, operand->span);
      node->labels = std::make_unique<LabelExpression>(label_expression(false));
      node->operands.push_back(std::move(operand));
      operand = done(std::move(node));
    } else {
      break;
    }
  }
  return operand;
}

ExpressionPtr Rules::index_or_slice(ExpressionPtr operand) {
  const bool before = std::exchange(bar_is_label_or_, true);
  ExpressionPtr node = make(ExpressionKind::kIndex, operand->span);
  node->operands.push_back(std::move(operand));
  tokens.expect_symbol("[");
  ExpressionPtr from = tokens.at_symbol("..") ? nullptr : expression();
  if (tokens.accept_symbol("..")) {
    node->kind = ExpressionKind::kSlice;
    node->operands.push_back(std::move(from));
    node->operands.push_back(tokens.at_symbol("]") ? nullptr : expression());
  } else {
    node->operands.push_back(std::move(from));
  }
  tokens.expect_symbol("]");
  bar_is_label_or_ = before;
  return done(std::move(node));
}

}  // namespace yeon::query
