#include "tck/scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "tck/expected.h"
#include "tck/graph_state.h"
#include "tck/procedure_table.h"
#include "yeon/query/engine.h"
#include "yeon/query/format.h"

namespace yeon::tck {
namespace {

std::string shown(const std::vector<Value>& row, const query::QueryResult& result) {
  std::string text = "|";
  for (const Value& value : row) text += fmt::format(" {} |", query::to_literal(value, result));
  return text;
}

std::string shown(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += fmt::format(" {} |", cell);
  return text;
}

std::string shown(const Error& error) {
  return fmt::format("{} at {}: {} ({})", name(error.type), name(error.phase),
                     error.detail.empty() ? "-" : error.detail, error.message);
}

std::string shown(const query::QueryResult& result) {
  constexpr std::size_t kMostRows = 20;
  std::string text = "got " + shown(result.columns);
  for (std::size_t i = 0; i < result.rows.size() && i < kMostRows; ++i) {
    text += "\n    " + shown(result.rows[i], result);
  }
  if (result.rows.size() > kMostRows) text += fmt::format("\n    ... {}", result.rows.size());
  return text;
}

/// How the table of a result is to be compared.
struct Comparison {
  bool in_order = false;
  bool ignore_list_order = false;
};

using ExpectedRows = std::vector<std::vector<Expected>>;

Result<ExpectedRows> parse_rows(const Table& table) {
  ExpectedRows rows;
  for (std::size_t i = 1; i < table.size(); ++i) {
    std::vector<Expected> row;
    for (const std::string& cell : table[i]) {
      Result<Expected> value = parse_expected(cell);
      if (!value) return fail(std::move(value).error());
      row.push_back(*std::move(value));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

bool row_matches(const std::vector<Expected>& expected, const std::vector<Value>& actual,
                 const query::QueryResult& result, bool ignore_list_order) {
  if (expected.size() != actual.size()) return false;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    if (!matches(expected[i], actual[i], result, ignore_list_order)) return false;
  }
  return true;
}

/// The first expected row that no actual row is left for; nullopt when all are found.
std::optional<std::size_t> first_missing(const ExpectedRows& expected,
                                         const query::QueryResult& result,
                                         const Comparison& comparison) {
  std::vector<bool> used(result.rows.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto fits = [&](std::size_t row) {
      return !used[row] &&
             row_matches(expected[i], result.rows[row], result, comparison.ignore_list_order);
    };
    std::size_t found = comparison.in_order ? i : 0;
    if (comparison.in_order) {
      if (found >= used.size() || !fits(found)) return i;
    } else {
      while (found < used.size() && !fits(found)) ++found;
      if (found == used.size()) return i;
    }
    used[found] = true;
  }
  return std::nullopt;
}

/// One scenario under way.
class Run {
 public:
  Run(graph::Database& database, const std::filesystem::path& graphs)
      : database_(database), graphs_(graphs), engine_(database) {}

  std::string run(const Scenario& scenario) {
    for (const Step& step : scenario.steps) {
      std::string why = take(step);
      if (why.empty()) continue;
      return query_.empty() ? why : fmt::format("{}\n  query:\n{}", why, query_);
    }
    if (error_ && !error_expected_) return fmt::format("unexpected {}", shown(*error_));
    return "";
  }

 private:
  std::string take(const Step& step) {
    const std::string& text = step.text;
    if (text == "an empty graph" || text == "any graph") return "";
    if (text.starts_with("the ") && text.ends_with(" graph")) {
      return load_graph(text.substr(4, text.size() - 10));
    }
    if (text == "having executed:") return prepare(step.document);
    if (text == "parameters are:") return set_parameters(step.table);
    if (text.starts_with("there exists a procedure ")) return add_procedure(step);
    if (text == "executing query:" || text == "executing control query:") {
      return execute(step.document);
    }
    if (text == "the result should be empty") return check_empty();
    if (text.starts_with("the result should be")) return check_result(step);
    if (text == "no side effects") return check_effects({});
    if (text == "the side effects should be:") return check_effects(step.table);
    if (text.find(" should be raised at ") != std::string::npos) return check_error(text);
    return fmt::format("unknown step `{}`", text);
  }

  std::string prepare(const std::string& statement) {
    const auto result = engine_.run(statement, {.parameters = parameters_});
    return result ? "" : fmt::format("preparing failed: {}\n{}", shown(result.error()), statement);
  }

  std::string load_graph(const std::string& name) {
    std::ifstream file(graphs_ / name / (name + ".cypher"), std::ios::binary);
    if (!file) return fmt::format("the graph {} cannot be read", name);
    return prepare(std::string((std::istreambuf_iterator<char>(file)), {}));
  }

  std::string set_parameters(const Table& table) {
    for (const auto& row : table) {
      const Result<Expected> expected = parse_expected(row.at(1));
      const auto value = expected ? to_value(*expected) : std::nullopt;
      if (!value) return fmt::format("parameter `{}` cannot be read", row.at(1));
      parameters_.emplace_back(row.at(0), *value);
    }
    std::sort(parameters_.begin(), parameters_.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return "";
  }

  std::string add_procedure(const Step& step) {
    constexpr std::string_view kPrefix = "there exists a procedure ";
    std::string_view signature = std::string_view(step.text).substr(kPrefix.size());
    if (signature.ends_with(':')) signature.remove_suffix(1);
    Result<query::Procedure> procedure = table_procedure(signature, step.table);
    if (!procedure) return procedure.error().message;
    engine_.procedures().add(*std::move(procedure));
    return "";
  }

  std::string execute(const std::string& statement) {
    if (error_) return fmt::format("unexpected {}", shown(*error_));
    query_ = statement;
    Result<GraphState> before = GraphState::read(database_.snapshot());
    if (!before) return shown(before.error());
    before_ = *std::move(before);
    Result<query::QueryResult> result = engine_.run(statement, {.parameters = parameters_});
    error_.reset();
    if (result) {
      result_ = *std::move(result);
    } else {
      error_ = std::move(result).error();
    }
    return "";
  }

  std::string check_empty() const {
    if (error_) return fmt::format("unexpected {}", shown(*error_));
    return result_.rows.empty() ? "" : "expected no rows, " + shown(result_);
  }

  std::string check_result(const Step& step) const {
    if (error_) return fmt::format("unexpected {}", shown(*error_));
    if (step.table.empty()) return "a result without a table";
    Comparison comparison;
    comparison.in_order = step.text.find("in order") != std::string::npos;
    comparison.ignore_list_order =
        step.text.find("ignoring element order for lists") != std::string::npos;
    if (result_.columns != step.table[0]) {
      return fmt::format("expected columns {}, {}", shown(step.table[0]), shown(result_));
    }
    const Result<ExpectedRows> rows = parse_rows(step.table);
    if (!rows) return rows.error().message;
    if (const auto missing = first_missing(*rows, result_, comparison)) {
      return fmt::format("row {} is missing or out of place, {}", shown(step.table[*missing + 1]),
                         shown(result_));
    }
    if (rows->size() == result_.rows.size()) return "";
    return fmt::format("expected {} rows, {}", rows->size(), shown(result_));
  }

  std::string check_effects(const Table& table) const {
    if (error_) return fmt::format("unexpected {}", shown(*error_));
    std::map<std::string, std::int64_t> expected;
    for (const auto& row : table) expected[row.at(0)] = std::stoll(row.at(1));
    std::erase_if(expected, [](const auto& effect) { return effect.second == 0; });
    const Result<GraphState> after = GraphState::read(database_.snapshot());
    if (!after) return shown(after.error());
    const auto actual = side_effects(before_, *after);
    if (actual == expected) return "";
    const auto list = [](const std::map<std::string, std::int64_t>& effects) {
      std::string text;
      for (const auto& [what, count] : effects) text += fmt::format(" {} {}", what, count);
      return text.empty() ? std::string(" none") : text;
    };
    return fmt::format("side effects: expected{}, got{}", list(expected), list(actual));
  }

  /// "a SyntaxError should be raised at compile time: UndefinedVariable"
  std::string check_error(const std::string& text) {
    if (!error_) return fmt::format("expected {}, {}", text, shown(result_));
    error_expected_ = true;
    const std::size_t type_start = text.find(' ') + 1;
    const std::string type = text.substr(type_start, text.find(' ', type_start) - type_start);
    constexpr std::string_view kAt = " raised at ";
    const std::size_t phase_start = text.find(kAt) + kAt.size();
    const std::size_t colon = text.find(": ", phase_start);
    const std::string phase = text.substr(phase_start, colon - phase_start);
    const std::string detail = text.substr(colon + 2);
    const bool right = type == name(error_->type) &&
                       (phase == "any time" || phase == name(error_->phase)) &&
                       (detail == "*" || detail == error_->detail);
    if (!right) return fmt::format("expected {}\n  got {}", text, shown(*error_));
    const Result<GraphState> after = GraphState::read(database_.snapshot());
    if (!after) return shown(after.error());
    return *after == before_ ? "" : "the failed query changed the graph";
  }

  graph::Database& database_;
  const std::filesystem::path& graphs_;
  query::Engine engine_;
  Map parameters_;
  std::string query_;
  GraphState before_;
  query::QueryResult result_;
  std::optional<Error> error_;
  bool error_expected_ = false;
};

}  // namespace

Outcome ScenarioRunner::run(const Scenario& scenario) {
  if (const Status cleared = database_.clear(); !cleared) return {false, shown(cleared.error())};
  std::string why = Run(database_, graphs_).run(scenario);
  return {why.empty(), std::move(why)};
}

}  // namespace yeon::tck
