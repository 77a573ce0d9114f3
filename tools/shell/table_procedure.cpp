#include "shell/table_procedure.h"

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "yeon/base/compare.h"
#include "yeon/query/typed_json.h"

namespace yeon::tools {

namespace {

using nlohmann::json;
using Rows = std::vector<std::vector<Value>>;

tl::unexpected<Error> malformed(std::string_view what) {
  return fail(ErrorType::kInvalidInput, fmt::format("the procedure's {}", what));
}

// The table's rows, and which of its columns are the procedure's inputs and outputs.
struct Table {
  std::vector<std::size_t> inputs;
  std::vector<std::size_t> outputs;
  Rows rows;
};

Result<std::vector<query::Field>> fields(const json& definition, const char* member) {
  std::vector<query::Field> out;
  if (!definition.contains(member)) return out;
  const json& list = definition.at(member);
  if (!list.is_array()) return malformed(fmt::format("{} must be a list", member));
  for (const json& entry : list) {
    if (!entry.is_object() || !entry.contains("name") || !entry.at("name").is_string() ||
        !entry.contains("type") || !entry.at("type").is_string()) {
      return malformed(fmt::format("{} need a name and a type each", member));
    }
    query::Field field;
    field.name = entry.at("name").get<std::string>();
    field.type = entry.at("type").get<std::string>();
    field.nullable = field.type.ends_with('?');
    if (field.nullable) field.type.pop_back();
    out.push_back(std::move(field));
  }
  return out;
}

Result<std::vector<std::size_t>> positions(std::span<const query::Field> fields,
                                           const std::vector<std::string>& columns) {
  std::vector<std::size_t> out;
  for (const query::Field& field : fields) {
    std::size_t at = 0;
    while (at < columns.size() && columns[at] != field.name) ++at;
    if (at == columns.size()) {
      return malformed(fmt::format("table has no column {}", field.name));
    }
    out.push_back(at);
  }
  return out;
}

Result<std::vector<std::string>> column_names(const json& definition) {
  std::vector<std::string> out;
  if (!definition.contains("columns")) return out;
  if (!definition.at("columns").is_array()) return malformed("columns must be a list");
  for (const json& column : definition.at("columns")) {
    if (!column.is_string()) return malformed("columns must be names");
    out.push_back(column.get<std::string>());
  }
  return out;
}

Result<Rows> rows_of(const json& definition, std::size_t width) {
  Rows out;
  if (!definition.contains("rows")) return out;
  if (!definition.at("rows").is_array()) return malformed("rows must be a list");
  for (const json& row : definition.at("rows")) {
    if (!row.is_array() || row.size() != width) {
      return malformed("rows must be as long as its columns");
    }
    auto& values = out.emplace_back();
    for (const json& cell : row) {
      auto value = query::parse_typed_json(cell.dump());
      if (!value) return fail(std::move(value).error());
      values.push_back(*std::move(value));
    }
  }
  return out;
}

bool matches(const Table& table, const std::vector<Value>& row, std::span<const Value> arguments) {
  for (std::size_t i = 0; i < table.inputs.size(); ++i) {
    if (!equivalent(row[table.inputs[i]], arguments[i])) return false;
  }
  return true;
}

Rows look_up(const Table& table, std::span<const Value> arguments) {
  Rows found;
  if (table.outputs.empty()) return found;
  for (const auto& row : table.rows) {
    if (!matches(table, row, arguments)) continue;
    auto& values = found.emplace_back();
    for (const std::size_t column : table.outputs) values.push_back(row[column]);
  }
  return found;
}

Result<Table> table_of(const json& definition, const query::Procedure& procedure) {
  auto columns = column_names(definition);
  if (!columns) return fail(std::move(columns).error());
  auto inputs = positions(procedure.inputs, *columns);
  if (!inputs) return fail(std::move(inputs).error());
  auto outputs = positions(procedure.outputs, *columns);
  if (!outputs) return fail(std::move(outputs).error());
  auto rows = rows_of(definition, columns->size());
  if (!rows) return fail(std::move(rows).error());
  return Table{*std::move(inputs), *std::move(outputs), *std::move(rows)};
}

}  // namespace

Result<query::Procedure> table_procedure(const json& definition) {
  if (!definition.is_object() || !definition.contains("name") ||
      !definition.at("name").is_string()) {
    return malformed("name is missing");
  }
  query::Procedure procedure;
  procedure.name = definition.at("name").get<std::string>();
  auto inputs = fields(definition, "inputs");
  if (!inputs) return fail(std::move(inputs).error());
  procedure.inputs = *std::move(inputs);
  auto outputs = fields(definition, "outputs");
  if (!outputs) return fail(std::move(outputs).error());
  procedure.outputs = *std::move(outputs);
  auto table = table_of(definition, procedure);
  if (!table) return fail(std::move(table).error());
  // Shared, since the function is copied with the procedure.
  procedure.call = [table = std::make_shared<const Table>(*std::move(table))](
                       const graph::Snapshot&, std::span<const Value> arguments) -> Result<Rows> {
    return look_up(*table, arguments);
  };
  return procedure;
}

}  // namespace yeon::tools
