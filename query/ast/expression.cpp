#include "ast/expression.h"

#include "ast/pattern.h"
#include "ast/query.h"

namespace yeon::query::ast {
namespace {

bool same(const ExpressionPtr& a, const ExpressionPtr& b) {
  if (!a || !b) return !a && !b;
  return same_syntax(*a, *b);
}

bool same(const LabelExpression& a, const LabelExpression& b) {
  if (a.kind != b.kind || a.name != b.name || a.operands.size() != b.operands.size()) return false;
  for (std::size_t i = 0; i < a.operands.size(); ++i) {
    if (!same(a.operands[i], b.operands[i])) return false;
  }
  return true;
}

bool same(const std::unique_ptr<LabelExpression>& a, const std::unique_ptr<LabelExpression>& b) {
  if (!a || !b) return !a && !b;
  return same(*a, *b);
}

bool same(const NodePattern& a, const NodePattern& b) {
  return a.name == b.name && same(a.labels, b.labels) && same(a.properties, b.properties) &&
         same(a.where, b.where);
}

bool same(const RelationshipPattern& a, const RelationshipPattern& b) {
  return a.name == b.name && a.arrow == b.arrow && same(a.types, b.types) &&
         a.variable_length == b.variable_length && a.low == b.low && a.high == b.high &&
         same(a.properties, b.properties) && same(a.where, b.where);
}

bool same(const PatternPart& a, const PatternPart& b) {
  if (a.name != b.name || a.selector != b.selector || a.nodes.size() != b.nodes.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.nodes.size(); ++i) {
    if (!same(a.nodes[i], b.nodes[i])) return false;
  }
  for (std::size_t i = 0; i < a.relationships.size(); ++i) {
    if (!same(a.relationships[i], b.relationships[i])) return false;
  }
  return true;
}

bool same(const std::unique_ptr<Pattern>& a, const std::unique_ptr<Pattern>& b) {
  if (!a || !b) return !a && !b;
  if (a->parts.size() != b->parts.size()) return false;
  for (std::size_t i = 0; i < a->parts.size(); ++i) {
    if (!same(a->parts[i], b->parts[i])) return false;
  }
  return true;
}

}  // namespace

Expression::Expression() = default;
Expression::~Expression() = default;

bool same_syntax(const Expression& a, const Expression& b) {
  if (a.kind != b.kind || a.op != b.op || a.distinct != b.distinct || a.negated != b.negated ||
      a.text != b.text || a.other_text != b.other_text || a.ops != b.ops || a.names != b.names ||
      a.operands.size() != b.operands.size() || !yeon::same(a.literal, b.literal)) {
    return false;
  }
  if (a.query || b.query) return false;  // two subqueries are never taken for one
  for (std::size_t i = 0; i < a.operands.size(); ++i) {
    if (!same(a.operands[i], b.operands[i])) return false;
  }
  return same(a.otherwise, b.otherwise) && same(a.labels, b.labels) && same(a.pattern, b.pattern);
}

}  // namespace yeon::query::ast
