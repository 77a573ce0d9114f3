#include "bind/binder.h"

namespace yeon::query {

namespace {
constexpr KindSet kEntityKinds = kinds(Kind::kNode, Kind::kRelationship);
}  // namespace

BoundCreate Binder::create(const ast::Pattern& pattern) {
  BoundCreate out;
  for (const ast::PatternPart& part : pattern.parts) {
    if (failed()) break;
    create_part(part, out);
  }
  return out;
}

void Binder::create_part(const ast::PatternPart& part, BoundCreate& out) {
  if (part.selector != ast::PathSelector::kAll) {
    error(part.span, "UnexpectedSyntax", "a shortest path cannot be created");
  }
  if (!part.name.empty() && scope_.find(part.name)) error_already_bound(part.name, part.name_span);
  BoundCreatePath path;
  for (std::size_t i = 0; i < part.nodes.size() && !failed(); ++i) {
    const SlotId node = create_node(part.nodes[i], part.relationships.empty(), out);
    if (i > 0 && !failed()) {
      const ast::RelationshipPattern& syntax = part.relationships[i - 1];
      check_created_relationship(syntax, false);
      if (failed()) return;
      BoundCreateRelationship relationship;
      const bool left = syntax.arrow == ast::Arrow::kLeft;
      const SlotId before = path.elements.back();
      relationship.start = left ? node : before;
      relationship.end = left ? before : node;
      relationship.type = syntax.types->name;
      if (syntax.properties) relationship.properties = expression(*syntax.properties);
      relationship.slot = declare(syntax.name, Type::of(Kind::kRelationship));
      path.elements.push_back(relationship.slot);
      out.relationships.push_back(std::move(relationship));
    }
    path.elements.push_back(node);
  }
  if (!part.name.empty() && !failed()) {
    path.slot = declare(part.name, Type::of(Kind::kPath));
    out.paths.push_back(std::move(path));
  }
}

SlotId Binder::create_node(const ast::NodePattern& node, bool alone, BoundCreate& out) {
  std::optional<SlotId> slot;
  if (!node.name.empty()) slot = lookup(node.name);
  if (slot) {
    if (type_of(*slot).excludes(kinds(Kind::kNode))) {
      error(node.name_span, "VariableTypeConflict",
            fmt::format("`{}` is already defined, but not as a node", node.name));
    }
    if (alone || node.labels || node.properties) error_already_bound(node.name, node.name_span);
    return *slot;
  }
  BoundCreateNode bound;
  if (node.labels) {
    const auto collect = [&](const auto& self, const ast::LabelExpression& labels) -> void {
      if (labels.kind == ast::LabelExpression::Kind::kName) {
        bound.labels.push_back(labels.name);
      } else if (labels.kind == ast::LabelExpression::Kind::kAnd) {
        for (const ast::LabelExpression& operand : labels.operands) self(self, operand);
      } else {
        error(labels.span, "UnexpectedSyntax", "a new node takes plain labels only");
      }
    };
    collect(collect, *node.labels);
  }
  if (node.where) error(node.span, "UnexpectedSyntax", "WHERE in a pattern to be created");
  if (node.properties) bound.properties = expression(*node.properties);
  bound.slot = declare(node.name, Type::of(Kind::kNode));
  out.nodes.push_back(std::move(bound));
  return out.nodes.back().slot;
}

void Binder::check_created_relationship(const ast::RelationshipPattern& pattern, bool merge) {
  if (!pattern.name.empty() && scope_.find(pattern.name)) {
    error_already_bound(pattern.name, pattern.name_span);
  }
  if (pattern.variable_length) {
    error(pattern.span, "CreatingVarLength",
          "a relationship of variable length can be matched, not created");
  }
  if (!pattern.types || pattern.types->kind != ast::LabelExpression::Kind::kName) {
    error(pattern.span, "NoSingleRelationshipType",
          "a relationship is created with exactly one type", "-[:TYPE]->");
  }
  if (!merge && pattern.arrow == ast::Arrow::kEither) {
    error(pattern.span, "RequiresDirectedRelationship",
          "a relationship is created in one direction", "-[:TYPE]-> or <-[:TYPE]-");
  }
  if (pattern.where) error(pattern.span, "UnexpectedSyntax", "WHERE in a pattern to be created");
}

BoundMerge Binder::merge(const ast::Merge& merge, const SourceSpan& span) {
  BoundMerge out;
  out.span = span;
  const ast::PatternPart& part = merge.part;
  for (const ast::NodePattern& node : part.nodes) {
    const bool bound = !node.name.empty() && scope_.find(node.name);
    if (bound && (part.relationships.empty() || node.labels || node.properties)) {
      error_already_bound(node.name, node.name_span);
    }
    if (node.properties && node.properties->kind == ast::ExpressionKind::kParameter) {
      error(node.properties->span, "InvalidParameterUse",
            "MERGE cannot take its properties from a parameter", "write {key: $parameter.key}");
    }
  }
  for (const ast::RelationshipPattern& relationship : part.relationships) {
    check_created_relationship(relationship, true);
    if (relationship.properties &&
        relationship.properties->kind == ast::ExpressionKind::kParameter) {
      error(relationship.properties->span, "InvalidParameterUse",
            "MERGE cannot take its properties from a parameter", "write {key: $parameter.key}");
    }
  }
  if (failed()) return out;
  // Properties are read from the rows before; so they are bound before the pattern's names are.
  std::vector<ExprPtr> node_properties(part.nodes.size());
  std::vector<ExprPtr> relationship_properties(part.relationships.size());
  for (std::size_t i = 0; i < part.nodes.size(); ++i) {
    if (part.nodes[i].properties) node_properties[i] = expression(*part.nodes[i].properties);
  }
  for (std::size_t i = 0; i < part.relationships.size(); ++i) {
    const ast::RelationshipPattern& relationship = part.relationships[i];
    if (relationship.properties) relationship_properties[i] = expression(*relationship.properties);
  }
  if (failed()) return out;
  const std::size_t base = variables_.size();
  std::vector<std::size_t> nodes, relationships;
  match_part(part, out.match, base, true, nodes, relationships);
  if (failed()) return out;
  std::vector<SlotId> elements;
  for (std::size_t i = 0; i < part.nodes.size(); ++i) {
    const BoundNode& node = out.match.nodes[nodes[i]];
    if (i > 0) {
      const ast::RelationshipPattern& syntax = part.relationships[i - 1];
      BoundRelationship& bound = out.match.relationships[relationships[i - 1]];
      relationship_predicates(syntax, bound, out.match);
      BoundCreateRelationship created;
      created.slot = bound.slot;
      const bool left = syntax.arrow == ast::Arrow::kLeft;
      const SlotId from = out.match.nodes[bound.from].slot;
      const SlotId to = out.match.nodes[bound.to].slot;
      created.start = left ? to : from;
      created.end = left ? from : to;
      created.type = syntax.types->name;
      created.either_way = syntax.arrow == ast::Arrow::kEither;
      created.properties = std::move(relationship_properties[i - 1]);
      out.create.relationships.push_back(std::move(created));
      elements.push_back(bound.slot);
    }
    elements.push_back(node.slot);
    node_predicates(part.nodes[i], node.slot, out.match);
    bool known = node.bound;
    for (const BoundCreateNode& other : out.create.nodes) known |= other.slot == node.slot;
    if (!known) {
      out.create.nodes.push_back({node.slot, node.labels, std::move(node_properties[i])});
    }
  }
  if (!out.match.paths.empty()) {
    out.create.paths.push_back({out.match.paths[0].slot, std::move(elements)});
  }
  out.on_create = set_items(merge.on_create, false);
  out.on_match = set_items(merge.on_match, false);
  return out;
}

std::vector<BoundSetItem> Binder::set_items(const std::vector<ast::SetItem>& items, bool removing) {
  std::vector<BoundSetItem> out;
  for (const ast::SetItem& item : items) {
    if (failed()) break;
    BoundSetItem bound;
    bound.kind = item.kind;
    bound.removing = removing;
    bound.span = item.span;
    bound.target = expression(*item.target);
    const KindSet allowed =
        item.kind == ast::SetItem::Kind::kLabels ? kinds(Kind::kNode) : kEntityKinds;
    if (bound.target->type.excludes(allowed)) {
      error(item.span, "InvalidArgumentType", "only nodes and relationships can be updated");
    }
    bound.key = item.key;
    if (item.value) bound.value = expression(*item.value);
    bound.labels = item.labels;
    out.push_back(std::move(bound));
  }
  return out;
}

BoundDelete Binder::delete_clause(const ast::Delete& clause) {
  BoundDelete out;
  out.detach = clause.detach;
  for (const ast::ExpressionPtr& target : clause.targets) {
    if (target->kind == ast::ExpressionKind::kHasLabels) {
      error(target->span, "InvalidDelete", "DELETE takes entities, not labels or types",
            "use REMOVE to take a label away");
    }
    ExprPtr expr = expression(*target);
    if (expr->type.excludes(kEntityKinds | kinds(Kind::kPath))) {
      error(target->span, "InvalidArgumentType", "DELETE takes nodes, relationships and paths");
    }
    out.targets.push_back(std::move(expr));
  }
  return out;
}

BoundForeach Binder::foreach_clause(const ast::Foreach& clause, BoundSingleQuery& query,
                                    std::vector<std::string>& columns) {
  BoundForeach out;
  out.list = expression(*clause.list);
  const Scope before = scope_;
  if (scope_.find(clause.name)) error_already_bound(clause.name, clause.name_span);
  out.slot = declare(clause.name, {out.list->type.elements, kAnyKind});
  for (const ast::Clause& inner : clause.body) {
    const bool update = std::holds_alternative<ast::Create>(inner.body) ||
                        std::holds_alternative<ast::Merge>(inner.body) ||
                        std::holds_alternative<ast::Set>(inner.body) ||
                        std::holds_alternative<ast::Remove>(inner.body) ||
                        std::holds_alternative<ast::Delete>(inner.body) ||
                        std::holds_alternative<ast::Foreach>(inner.body);
    if (!update) {
      error(inner.span, "InvalidClauseComposition", "FOREACH holds updating clauses only");
    }
    if (failed()) break;
    out.body.push_back(this->clause(inner, query, columns, false));
  }
  scope_ = before;
  return out;
}

}  // namespace yeon::query
