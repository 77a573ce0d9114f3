#include "tck/procedure_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "tck/expected.h"
#include "yeon/base/compare.h"

namespace yeon::tck {
namespace {

using Rows = std::vector<std::vector<Value>>;

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(' ');
  if (start == std::string_view::npos) return "";
  return text.substr(start, text.find_last_not_of(' ') - start + 1);
}

/// "name :: STRING?, id :: INTEGER?"
std::vector<query::Field> read_fields(std::string_view text) {
  std::vector<query::Field> fields;
  while (!trimmed(text).empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view part = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    const std::size_t colons = part.find("::");
    std::string_view type = trimmed(part.substr(colons + 2));
    query::Field field;
    field.name = std::string(trimmed(part.substr(0, colons)));
    field.nullable = type.ends_with('?');
    if (field.nullable) type.remove_suffix(1);
    field.type = std::string(type);
    fields.push_back(std::move(field));
  }
  return fields;
}

Result<Rows> read_rows(const Table& table) {
  Rows rows;
  for (std::size_t i = 1; i < table.size(); ++i) {
    std::vector<Value> row;
    for (const std::string& cell : table[i]) {
      const Result<Expected> expected = parse_expected(cell);
      if (!expected) return fail(expected.error());
      std::optional<Value> value = to_value(*expected);
      if (!value) return fail(ErrorType::kInvalidInput, "an entity in a procedure's table");
      row.push_back(*std::move(value));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The table's column of each field.
Result<std::vector<std::size_t>> columns_of(const std::vector<query::Field>& fields,
                                            const Table& table) {
  std::vector<std::size_t> columns;
  for (const query::Field& field : fields) {
    if (table.empty()) return fail(ErrorType::kInvalidInput, "a procedure without its table");
    const auto found = std::find(table[0].begin(), table[0].end(), field.name);
    if (found == table[0].end()) {
      return fail(ErrorType::kInvalidInput, fmt::format("no column `{}`", field.name));
    }
    columns.push_back(static_cast<std::size_t>(found - table[0].begin()));
  }
  return columns;
}

}  // namespace

Result<query::Procedure> table_procedure(std::string_view signature, const Table& table) {
  const std::size_t open = signature.find('(');
  const std::size_t middle = signature.find(") :: (", open);
  const std::size_t close = signature.rfind(')');
  if (open == std::string_view::npos || middle == std::string_view::npos) {
    return fail(ErrorType::kInvalidInput, fmt::format("`{}` is no signature", signature));
  }
  query::Procedure procedure;
  procedure.name = std::string(trimmed(signature.substr(0, open)));
  procedure.inputs = read_fields(signature.substr(open + 1, middle - open - 1));
  procedure.outputs = read_fields(signature.substr(middle + 6, close - middle - 6));
  const Result<Rows> rows = read_rows(table);
  if (!rows) return fail(rows.error());
  const auto inputs = columns_of(procedure.inputs, table);
  if (!inputs) return fail(inputs.error());
  const auto outputs = columns_of(procedure.outputs, table);
  if (!outputs) return fail(outputs.error());

  procedure.call = [rows = *rows, inputs = *inputs, outputs = *outputs](
                       const graph::Snapshot&, std::span<const Value> arguments) -> Result<Rows> {
    Rows answer;
    for (const std::vector<Value>& row : rows) {
      bool wanted = !outputs.empty();
      for (std::size_t i = 0; i < inputs.size() && i < arguments.size(); ++i) {
        wanted = wanted && equivalent(row[inputs[i]], arguments[i]);
      }
      if (!wanted) continue;
      std::vector<Value> output;
      for (const std::size_t column : outputs) output.push_back(row[column]);
      answer.push_back(std::move(output));
    }
    return answer;
  };
  return procedure;
}

}  // namespace yeon::tck
