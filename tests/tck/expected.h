#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/base/value.h"
#include "yeon/query/result.h"

namespace yeon::tck {

/// A value as the kit's tables write it: null, 1, 1.0, 'text', [..], {k: v}, (:A {k: v}),
/// [:T {k: v}], <(:A)-[:T]->(:B)>.
struct Expected {
  enum class Form { kScalar, kList, kMap, kNode, kRelationship, kPath };
  Form form = Form::kScalar;
  Value scalar;
  std::vector<Expected> elements;  ///< of a list; of a path: node, relationship, node, ...
  std::vector<std::string> keys;  ///< of a map, or of an entity's properties; elements go with them
  std::vector<std::string> labels;  ///< of a node; a relationship's one type
  std::vector<bool> forward;        ///< of a path: each relationship's direction as written
};

/// InvalidInput for what cannot be read.
Result<Expected> parse_expected(std::string_view text);

/// The value of an `expected` without entities, for parameters and procedure tables.
std::optional<Value> to_value(const Expected& expected);

/// Strict: 1 is not 1.0, NaN is NaN, labels are a set. Temporal values, durations and points are
/// given as strings, as toString() writes them.
bool matches(const Expected& expected, const Value& actual, const query::QueryResult& result,
             bool ignore_list_order);

}  // namespace yeon::tck
