#include "bind/binder.h"

#include "bind/nearest_name.h"

namespace yeon::query {

Expr::Expr() = default;
Expr::~Expr() = default;

std::vector<SlotId> slots_of(const Expr& expr) {
  std::set<SlotId> found;
  walk(expr, [&](const Expr& e) {
    if (e.kind == ExprKind::kSlot && !e.local) found.insert(e.slot);
    if (e.subquery) {
      // Locals of a comprehension around the subquery come along; they are no columns.
      found.insert(e.subquery->outer.begin(), e.subquery->outer.end());
    }
  });
  return {found.begin(), found.end()};
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

bool has_aggregate(const ast::Expression& syntax) {
  bool found = false;
  ast::walk(syntax, [&](const ast::Expression& e) {
    if (e.kind == ast::ExpressionKind::kCountStar) found = true;
    if (e.kind == ast::ExpressionKind::kFunction && find_aggregate(lower(e.text)) != nullptr) {
      found = true;
    }
    return !found;
  });
  return found;
}

Result<BoundStatement> bind(const ast::Query& query, const BindContext& context) {
  return Binder(context).run(query);
}

Result<BoundStatement> Binder::run(const ast::Query& query) {
  BoundStatement out;
  bind_query(query, out.query, true);
  if (failed()) return fail(*std::move(error_));
  out.query.updates = updates_;
  out.variables = std::move(variables_);
  out.subqueries = subqueries_;
  return out;
}

SlotId Binder::new_slot(std::string name, Type type) {
  variables_.push_back({std::move(name), type});
  return static_cast<SlotId>(variables_.size() - 1);
}

SlotId Binder::declare(const std::string& name, Type type) {
  const SlotId slot = new_slot(name, type);
  if (!name.empty()) scope_.add(name, slot);
  return slot;
}

std::optional<SlotId> Binder::lookup(const std::string& name) {
  const std::vector<Scope::Entry>& entries = scope_.entries();
  for (std::size_t i = entries.size(); i-- > 0;) {
    if (entries[i].name != name) continue;
    for (OuterFrame& frame : outer_) {
      if (entries[i].slot < frame.first_slot) frame.slots.insert(entries[i].slot);
    }
    return entries[i].slot;
  }
  return std::nullopt;
}

std::optional<SlotId> Binder::resolve(const std::string& name, const SourceSpan& span) {
  const std::optional<SlotId> found = lookup(name);
  if (!found) error_undefined(name, span);
  return found;
}

ExprPtr Binder::make(ExprKind kind, const ast::Expression& syntax, Type type) const {
  ExprPtr out = std::make_unique<Expr>();
  out->kind = kind;
  out->span = syntax.span;
  out->type = type;
  return out;
}

ExprPtr Binder::slot_expr(SlotId slot, const SourceSpan& span, bool local) const {
  ExprPtr out = std::make_unique<Expr>();
  out->kind = ExprKind::kSlot;
  out->slot = slot;
  out->span = span;
  out->local = local;
  out->type = type_of(slot);
  return out;
}

void Binder::error(const SourceSpan& where, std::string detail, std::string message,
                   std::string hint, ErrorType type) {
  if (error_) return;
  error_ = Error{.type = type,
                 .phase = ErrorPhase::kCompileTime,
                 .detail = std::move(detail),
                 .message = std::move(message),
                 .hint = std::move(hint),
                 .where = where};
}

std::vector<std::string> Binder::names_in_scope() const {
  std::vector<std::string> names;
  for (const Scope::Entry& entry : scope_.entries()) names.push_back(entry.name);
  return names;
}

void Binder::error_undefined(const std::string& name, const SourceSpan& span) {
  error(span, "UndefinedVariable", fmt::format("variable `{}` is not defined", name),
        did_you_mean(name, names_in_scope()));
}

void Binder::error_already_bound(const std::string& name, const SourceSpan& span) {
  error(span, "VariableAlreadyBound", fmt::format("variable `{}` is already defined", name),
        "choose another name");
}

}  // namespace yeon::query
