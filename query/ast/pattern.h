#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ast/expression.h"

namespace yeon::query::ast {

/// `(name:Labels {properties} WHERE ...)`.
struct NodePattern {
  std::string name;  ///< empty: anonymous
  SourceSpan span;
  SourceSpan name_span;
  std::unique_ptr<LabelExpression> labels;
  ExpressionPtr properties;  ///< a map, or a parameter
  ExpressionPtr where;
};

enum class Arrow : std::uint8_t { kRight, kLeft, kEither };

/// `-[name:Types *low..high {properties}]->`.
struct RelationshipPattern {
  std::string name;
  SourceSpan span;
  SourceSpan name_span;
  Arrow arrow = Arrow::kEither;
  bool two_headed = false;  ///< written <-->
  std::unique_ptr<LabelExpression> types;
  bool variable_length = false;
  std::optional<std::uint64_t> low;
  std::optional<std::uint64_t> high;
  ExpressionPtr properties;
  ExpressionPtr where;
};

enum class PathSelector : std::uint8_t { kAll, kShortest, kAllShortest };

/// `path = (a)-[r]->(b)...`: nodes.size() == relationships.size() + 1.
struct PatternPart {
  std::string name;
  SourceSpan span;
  SourceSpan name_span;
  PathSelector selector = PathSelector::kAll;
  std::vector<NodePattern> nodes;
  std::vector<RelationshipPattern> relationships;
};

struct Pattern {
  std::vector<PatternPart> parts;
};

}  // namespace yeon::query::ast
