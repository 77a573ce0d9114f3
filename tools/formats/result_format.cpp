#include "formats/result_format.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "console/width.h"
#include "formats/csv_text.h"
#include "formats/text_table.h"
#include "yeon/query/format.h"

namespace yeon::tools {

namespace {

constexpr std::array<std::pair<std::string_view, ResultFormat>, 5> kFormats = {{
    {"table", ResultFormat::kTable},
    {"csv", ResultFormat::kCsv},
    {"json", ResultFormat::kJson},
    {"jsonl", ResultFormat::kJsonl},
    {"markdown", ResultFormat::kMarkdown},
}};

// A column is right-aligned when it holds numbers and nothing else but nulls.
std::vector<bool> numeric_columns(const query::QueryResult& result) {
  std::vector<bool> numeric(result.columns.size(), true);
  std::vector<bool> seen(result.columns.size(), false);
  for (const auto& row : result.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].is_null()) continue;
      seen[i] = true;
      if (!row[i].is_number()) numeric[i] = false;
    }
  }
  for (std::size_t i = 0; i < numeric.size(); ++i) numeric[i] = numeric[i] && seen[i];
  return numeric;
}

std::string as_table(const query::QueryResult& result, const Terminal& terminal) {
  TextTable table{.columns = result.columns, .right_aligned = numeric_columns(result), .rows = {}};
  table.rows.reserve(result.rows.size());
  for (const auto& row : result.rows) {
    auto& cells = table.rows.emplace_back();
    cells.reserve(row.size());
    for (const Value& value : row) {
      cells.push_back({printable(query::to_text(value, result)), value.is_null()});
    }
  }
  return lay_out(table, terminal);
}

std::string csv_field(const Value& value, const query::QueryResult& result) {
  switch (value.kind()) {
    case Kind::kNull:
      return {};
    case Kind::kList:
    case Kind::kMap:
    case Kind::kNode:
    case Kind::kRelationship:
    case Kind::kPath:
      return csv_quoted(query::to_json(value, result));
    default:
      return csv_quoted(query::to_text(value, result));
  }
}

std::string as_csv(const query::QueryResult& result) {
  std::string out;
  for (std::size_t i = 0; i < result.columns.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_quoted(result.columns[i]);
  }
  out += '\n';
  for (const auto& row : result.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      out += csv_field(row[i], result);
    }
    out += '\n';
  }
  return out;
}

std::string as_json(const query::QueryResult& result) {
  std::string out = "[";
  for (std::size_t row = 0; row < result.rows.size(); ++row) {
    out += row == 0 ? "\n" : ",\n";
    out += query::row_to_json(result, row);
  }
  out += result.rows.empty() ? "]\n" : "\n]\n";
  return out;
}

std::string as_jsonl(const query::QueryResult& result) {
  std::string out;
  for (std::size_t row = 0; row < result.rows.size(); ++row) {
    out += query::row_to_json(result, row);
    out += '\n';
  }
  return out;
}

std::string markdown_cell(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (c == '|' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string as_markdown(const query::QueryResult& result) {
  const std::vector<bool> numeric = numeric_columns(result);
  std::string out = "|";
  for (const std::string& column : result.columns) out += " " + markdown_cell(column) + " |";
  out += "\n|";
  for (const bool right : numeric) out += right ? " ---: |" : " --- |";
  out += '\n';
  for (const auto& row : result.rows) {
    out += '|';
    for (const Value& value : row) {
      out += " " + markdown_cell(query::to_text(value, result)) + " |";
    }
    out += '\n';
  }
  return out;
}

void count(std::string& out, std::uint64_t number, std::string_view one, std::string_view many,
           std::string_view done) {
  if (number == 0) return;
  if (!out.empty()) out += ", ";
  out += fmt::format("{} {} {}", number, number == 1 ? one : many, done);
}

}  // namespace

Result<ResultFormat> result_format(std::string_view name) {
  for (const auto& [known, format] : kFormats) {
    if (known == name) return format;
  }
  return fail(ErrorType::kInvalidInput, fmt::format("unknown format {}", name),
              "use table, csv, json, jsonl or markdown");
}

std::string render(const query::QueryResult& result, ResultFormat format,
                   const Terminal& terminal) {
  if (result.columns.empty()) return {};
  switch (format) {
    case ResultFormat::kTable:
      return as_table(result, terminal);
    case ResultFormat::kCsv:
      return as_csv(result);
    case ResultFormat::kJson:
      return as_json(result);
    case ResultFormat::kJsonl:
      return as_jsonl(result);
    case ResultFormat::kMarkdown:
      return as_markdown(result);
  }
  return {};
}

std::string summary(const query::Counters& counters) {
  std::string out;
  count(out, counters.nodes_created, "node", "nodes", "created");
  count(out, counters.nodes_deleted, "node", "nodes", "deleted");
  count(out, counters.relationships_created, "relationship", "relationships", "created");
  count(out, counters.relationships_deleted, "relationship", "relationships", "deleted");
  count(out, counters.properties_set, "property", "properties", "set");
  count(out, counters.labels_added, "label", "labels", "added");
  count(out, counters.labels_removed, "label", "labels", "removed");
  count(out, counters.indexes_added, "index", "indexes", "added");
  count(out, counters.indexes_removed, "index", "indexes", "removed");
  return out;
}

}  // namespace yeon::tools
