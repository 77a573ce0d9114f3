#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "yeon/graph/database.h"
#include "yeon/query/engine.h"
#include "yeon/query/format.h"

namespace yeon::query {

/// A rule of the language: what it says, a query, and the rows or the error it gives as text.
struct QueryCase {
  const char* rule;
  const char* query;
  const char* expected;
};

/// A database in memory with an engine on it.
class TestDatabase {
 public:
  explicit TestDatabase(std::string_view setup = {}) {
    Result<std::unique_ptr<graph::Database>> opened =
        graph::Database::open_in_memory({.create_if_missing = true});
    REQUIRE(opened.has_value());
    database_ = *std::move(opened);
    engine_ = std::make_unique<Engine>(*database_);
    if (!setup.empty()) REQUIRE(engine_->run(setup).has_value());
  }

  Engine& engine() { return *engine_; }

  /// Rows as "1, 'a'; 2, 'b'"; an error as "SyntaxError UndefinedVariable 1:23, hint".
  std::string run(std::string_view query, const RunOptions& options = {}) {
    Result<QueryResult> result = engine_->run(query, options);
    if (!result) return text(result.error());
    std::string out;
    for (std::size_t r = 0; r < result->rows.size(); ++r) {
      if (r > 0) out += "; ";
      for (std::size_t c = 0; c < result->rows[r].size(); ++c) {
        if (c > 0) out += ", ";
        out += to_literal(result->rows[r][c], *result);
      }
    }
    return out;
  }

  static std::string text(const Error& error) {
    std::string out(name(error.type));
    if (!error.detail.empty()) out += " " + error.detail;
    if (error.where) out += fmt::format(" {}:{}", error.where->line, error.where->column);
    if (!error.hint.empty()) out += ", " + error.hint;
    return out;
  }

 private:
  std::unique_ptr<graph::Database> database_;
  std::unique_ptr<Engine> engine_;
};

inline void check_cases(TestDatabase& database, std::span<const QueryCase> cases) {
  for (const auto& one : cases) {
    const std::string_view rule = one.rule;
    const std::string_view query = one.query;
    const std::string_view expected = one.expected;
    CAPTURE(rule);
    CAPTURE(query);
    CHECK(database.run(query) == expected);
  }
}

}  // namespace yeon::query
