#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/base/value.h"
#include "yeon/graph/snapshot.h"

namespace yeon::query {

/// A parameter or result column of a procedure: `name :: type`.
struct Field {
  std::string name;
  std::string type;  ///< INTEGER, FLOAT, NUMBER, STRING, BOOLEAN, LIST, MAP, NODE, ...; ANY
  bool nullable = true;
  std::optional<Value> default_value;  ///< inputs only: may be left out, from the end
};

/// A read-only procedure: a function from arguments to rows.
struct Procedure {
  std::string name;  ///< with its namespace: "algo.pagerank"
  std::vector<Field> inputs;
  std::vector<Field> outputs;
  std::string description;
  /// Arguments are checked and coerced to `inputs`. Each row is as long as `outputs`.
  std::function<Result<std::vector<std::vector<Value>>>(const graph::Snapshot& snapshot,
                                                        std::span<const Value> arguments)>
      call;
};

/// Procedures by name, case-sensitive.
class ProcedureRegistry {
 public:
  /// A second procedure of the same name replaces the first.
  void add(Procedure procedure);
  void remove(std::string_view name);
  const Procedure* find(std::string_view name) const;
  /// Ascending by name.
  std::vector<const Procedure*> all() const;

 private:
  std::map<std::string, Procedure, std::less<>> procedures_;
};

}  // namespace yeon::query
