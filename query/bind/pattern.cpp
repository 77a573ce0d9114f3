#include "bind/binder.h"

namespace yeon::query {

using ast::LabelExpression;
using ast::Operator;

namespace {

/// Takes the names that must all be there out of a label expression; true if nothing else is left.
bool take_names(const LabelExpression& labels, std::vector<std::string>& names) {
  if (labels.kind == LabelExpression::Kind::kName) {
    names.push_back(labels.name);
    return true;
  }
  if (labels.kind != LabelExpression::Kind::kAnd) return false;
  bool all = true;
  for (const LabelExpression& operand : labels.operands) all &= take_names(operand, names);
  return all;
}

/// The names of an either-or of types; false for anything else.
bool take_types(const LabelExpression& types, std::vector<std::string>& names) {
  if (types.kind == LabelExpression::Kind::kName) {
    if (std::find(names.begin(), names.end(), types.name) == names.end()) {
      names.push_back(types.name);
    }
    return true;
  }
  if (types.kind != LabelExpression::Kind::kOr) return false;
  for (const LabelExpression& operand : types.operands) {
    if (!take_types(operand, names)) return false;
  }
  return true;
}

}  // namespace

void Binder::split_conjuncts(ExprPtr predicate, std::vector<ExprPtr>& out) {
  if (predicate->kind == ExprKind::kLogical && predicate->op == Operator::kAnd) {
    for (ExprPtr& operand : predicate->operands) split_conjuncts(std::move(operand), out);
  } else {
    out.push_back(std::move(predicate));
  }
}

BoundMatch Binder::match(const ast::Pattern& pattern, const ast::ExpressionPtr& where_syntax,
                         bool optional, bool may_declare) {
  BoundMatch out;
  out.optional = optional;
  const std::size_t base = variables_.size();
  struct Part {
    const ast::PatternPart* syntax;
    std::vector<std::size_t> nodes;
    std::vector<std::size_t> relationships;
  };
  std::vector<Part> parts;
  for (const ast::PatternPart& part : pattern.parts) {
    parts.push_back({&part, {}, {}});
    match_part(part, out, base, may_declare, parts.back().nodes, parts.back().relationships);
  }
  // Predicates come last, since they may name any variable of the whole pattern.
  for (const Part& part : parts) {
    if (failed()) return out;
    for (std::size_t i = 0; i < part.nodes.size(); ++i) {
      node_predicates(part.syntax->nodes[i], out.nodes[part.nodes[i]].slot, out);
    }
    for (std::size_t i = 0; i < part.relationships.size(); ++i) {
      relationship_predicates(part.syntax->relationships[i],
                              out.relationships[part.relationships[i]], out);
    }
  }
  if (where_syntax) split_conjuncts(where(*where_syntax), out.predicates);
  return out;
}

void Binder::match_part(const ast::PatternPart& part, BoundMatch& out, std::size_t base,
                        bool may_declare, std::vector<std::size_t>& nodes,
                        std::vector<std::size_t>& relationships) {
  if (!part.name.empty() && scope_.find(part.name)) error_already_bound(part.name, part.name_span);
  for (std::size_t i = 0; i < part.nodes.size() && !failed(); ++i) {
    nodes.push_back(match_node(part.nodes[i], out, base, may_declare));
    if (i > 0 && !failed()) {
      const ast::RelationshipPattern& syntax = part.relationships[i - 1];
      const std::size_t r = match_relationship(syntax, out, base, may_declare);
      BoundRelationship& relationship = out.relationships[r];
      relationship.from = nodes[i - 1];
      relationship.to = nodes[i];
      relationships.push_back(r);
    }
  }
  if (failed()) return;
  if (part.selector != ast::PathSelector::kAll && part.relationships.size() != 1) {
    error(part.span, "UnexpectedSyntax", "a shortest path takes exactly one relationship",
          "shortestPath((a)-[*]-(b))");
  }
  if (part.name.empty() && part.selector == ast::PathSelector::kAll) return;
  // A node may have taken the path's name meanwhile.
  if (!part.name.empty() && scope_.find(part.name)) error_already_bound(part.name, part.name_span);
  if (!part.name.empty() && !may_declare) error_undefined(part.name, part.name_span);
  BoundPath path;
  path.slot = declare(part.name, Type::of(Kind::kPath));
  path.nodes = nodes;
  path.relationships = relationships;
  path.selector = part.selector;
  out.paths.push_back(std::move(path));
}

std::size_t Binder::match_node(const ast::NodePattern& node, BoundMatch& out, std::size_t base,
                               bool may_declare) {
  std::vector<std::string> labels;
  if (node.labels) take_names(*node.labels, labels);
  std::optional<SlotId> slot;
  if (!node.name.empty()) slot = lookup(node.name);
  if (slot && type_of(*slot).excludes(kinds(Kind::kNode))) {
    error(node.name_span, "VariableTypeConflict",
          fmt::format("`{}` is already defined, but not as a node", node.name));
  }
  if (!slot && !node.name.empty() && !may_declare) error_undefined(node.name, node.name_span);
  for (std::size_t i = 0; slot && i < out.nodes.size(); ++i) {
    if (out.nodes[i].slot != *slot) continue;
    for (std::string& label : labels) out.nodes[i].labels.push_back(std::move(label));
    return i;
  }
  BoundNode bound;
  bound.bound = slot && (*slot < base);
  bound.slot = slot ? *slot : declare(node.name, Type::of(Kind::kNode));
  bound.labels = std::move(labels);
  out.nodes.push_back(std::move(bound));
  return out.nodes.size() - 1;
}

std::size_t Binder::match_relationship(const ast::RelationshipPattern& pattern, BoundMatch& out,
                                       std::size_t base, bool may_declare) {
  BoundRelationship bound;
  if (pattern.types) take_types(*pattern.types, bound.types);
  bound.way = pattern.arrow == ast::Arrow::kRight  ? Way::kOutgoing
              : pattern.arrow == ast::Arrow::kLeft ? Way::kIncoming
                                                   : Way::kBoth;
  bound.variable_length = pattern.variable_length;
  if (pattern.variable_length) {
    bound.low = pattern.low.value_or(1);
    bound.high = pattern.high.value_or(std::numeric_limits<std::uint64_t>::max());
  }
  const Kind wanted = pattern.variable_length ? Kind::kList : Kind::kRelationship;
  std::optional<SlotId> slot;
  if (!pattern.name.empty()) slot = lookup(pattern.name);
  if (slot && type_of(*slot).excludes(kinds(wanted))) {
    error(pattern.name_span, "VariableTypeConflict",
          fmt::format("`{}` is already defined, but not as {}", pattern.name,
                      pattern.variable_length ? "a list of relationships" : "a relationship"));
  }
  if (!slot && !pattern.name.empty() && !may_declare) {
    error_undefined(pattern.name, pattern.name_span);
  }
  for (const BoundRelationship& other : out.relationships) {
    if (slot && other.slot == *slot) {
      error(pattern.name_span, "RelationshipUniquenessViolation",
            fmt::format("`{}` stands twice in one pattern, but a relationship is matched once",
                        pattern.name));
    }
  }
  bound.bound = slot && *slot < base;
  Type type = Type::of(Kind::kRelationship);
  if (pattern.variable_length) type = Type::list_of(kinds(Kind::kRelationship));
  bound.slot = slot ? *slot : declare(pattern.name, type);
  out.relationships.push_back(std::move(bound));
  return out.relationships.size() - 1;
}

void Binder::node_predicates(const ast::NodePattern& node, SlotId slot, BoundMatch& out) {
  std::vector<std::string> names;
  if (node.labels && !take_names(*node.labels, names)) {
    ExprPtr test = std::make_unique<Expr>();
    test->kind = ExprKind::kHasLabels;
    test->span = node.labels->span;
    test->type = Type::of(Kind::kBoolean);
    test->labels = std::make_unique<LabelExpression>(*node.labels);
    test->operands.push_back(slot_expr(slot, node.span));
    out.predicates.push_back(std::move(test));
  }
  if (node.properties) property_predicates(*node.properties, slot, false, out.predicates);
  if (node.where) split_conjuncts(where(*node.where), out.predicates);
}

void Binder::relationship_predicates(const ast::RelationshipPattern& pattern,
                                     BoundRelationship& bound, BoundMatch& out) {
  std::vector<std::string> names;
  const bool complex_types = pattern.types && !take_types(*pattern.types, names);
  if (bound.variable_length && (complex_types || pattern.properties || pattern.where)) {
    bound.element = new_slot("", Type::of(Kind::kRelationship));
  }
  const SlotId slot = bound.variable_length ? bound.element : bound.slot;
  std::vector<ExprPtr>& into = bound.variable_length ? bound.each : out.predicates;
  if (complex_types) {
    bound.types.clear();
    ExprPtr test = std::make_unique<Expr>();
    test->kind = ExprKind::kHasLabels;
    test->span = pattern.types->span;
    test->type = Type::of(Kind::kBoolean);
    test->labels = std::make_unique<LabelExpression>(*pattern.types);
    test->operands.push_back(slot_expr(slot, pattern.span));
    into.push_back(std::move(test));
  }
  if (pattern.properties) property_predicates(*pattern.properties, slot, false, into);
  if (pattern.where) {
    if (bound.variable_length) {
      error(pattern.span, "UnexpectedSyntax", "WHERE inside a variable-length relationship");
      return;
    }
    split_conjuncts(where(*pattern.where), into);
  }
}

/// `{key: value, ...}` asks n.key = value of each key.
void Binder::property_predicates(const ast::Expression& map, SlotId slot, bool local,
                                 std::vector<ExprPtr>& out) {
  if (map.kind != ast::ExpressionKind::kMap) {
    error(map.span, "InvalidParameterUse", "a pattern cannot take its properties from a parameter",
          "write {key: $parameter.key}");
    return;
  }
  for (std::size_t i = 0; i < map.names.size(); ++i) {
    ExprPtr property = make(ExprKind::kProperty, *map.operands[i]);
    property->text = map.names[i];
    property->operands.push_back(slot_expr(slot, map.span, local));
    ExprPtr equal = make(ExprKind::kBinary, *map.operands[i], Type::of(Kind::kBoolean));
    equal->op = Operator::kEqual;
    equal->operands.push_back(std::move(property));
    equal->operands.push_back(expression(*map.operands[i]));
    out.push_back(std::move(equal));
  }
}

}  // namespace yeon::query
