#include "shell/completion.h"

#include <algorithm>
#include <array>

namespace yeon::tools {

namespace {

constexpr std::array kKeywords = {"ALL",
                                  "AND",
                                  "ANY",
                                  "AS",
                                  "ASCENDING",
                                  "BY",
                                  "CALL",
                                  "CASE",
                                  "CONTAINS",
                                  "COUNT",
                                  "CREATE",
                                  "DELETE",
                                  "DESCENDING",
                                  "DETACH",
                                  "DISTINCT",
                                  "DROP",
                                  "ELSE",
                                  "END",
                                  "ENDS WITH",
                                  "EXISTS",
                                  "EXPLAIN",
                                  "FALSE",
                                  "IN",
                                  "INDEX",
                                  "IS NOT NULL",
                                  "IS NULL",
                                  "LIMIT",
                                  "MATCH",
                                  "MERGE",
                                  "NONE",
                                  "NOT",
                                  "NULL",
                                  "ON CREATE SET",
                                  "ON MATCH SET",
                                  "OPTIONAL MATCH",
                                  "OR",
                                  "ORDER BY",
                                  "PROFILE",
                                  "REMOVE",
                                  "RETURN",
                                  "SET",
                                  "SINGLE",
                                  "SKIP",
                                  "STARTS WITH",
                                  "THEN",
                                  "TRUE",
                                  "UNION",
                                  "UNWIND",
                                  "WHEN",
                                  "WHERE",
                                  "WITH",
                                  "XOR",
                                  "YIELD"};

constexpr std::array kCommands = {":begin",  ":commit", ":format",   ":help",  ":param",
                                  ":params", ":quit",   ":rollback", ":schema"};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool starts_with_any_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::equal(start.begin(), start.end(), text.begin(),
                    [](char a, char b) { return upper(a) == upper(b); });
}

// Adds head + name for the names that start with `typed`.
void add_name(std::vector<std::string>& out, std::string_view head, std::string_view name,
              std::string_view typed) {
  if (name.starts_with(typed)) out.push_back(std::string(head) + std::string(name));
}

void add_keywords(std::vector<std::string>& out, std::string_view word) {
  for (const std::string_view keyword : kKeywords) {
    if (starts_with_any_case(keyword, word)) out.emplace_back(keyword);
  }
}

void add_labels_and_types(std::vector<std::string>& out, std::string_view head,
                          std::string_view typed, const graph::Catalog& catalog) {
  for (std::uint32_t i = 0; i < catalog.label_count(); ++i) {
    add_name(out, head, catalog.name(LabelId{i}), typed);
  }
  for (std::uint32_t i = 0; i < catalog.type_count(); ++i) {
    add_name(out, head, catalog.name(RelationshipTypeId{i}), typed);
  }
}

}  // namespace

std::vector<std::string> completions(std::string_view word, const graph::Snapshot& snapshot) {
  std::vector<std::string> out;
  const graph::Catalog& catalog = snapshot.catalog();
  const std::size_t mark = word.find_last_of(":.");
  if (mark == std::string_view::npos) {
    add_keywords(out, word);
  } else {
    const std::string_view head = word.substr(0, mark + 1);
    const std::string_view typed = word.substr(mark + 1);
    if (word[mark] == ':') {
      add_labels_and_types(out, head, typed, catalog);
      if (mark == 0) {
        for (const std::string_view command : kCommands) add_name(out, "", command, word);
      }
    } else {
      for (std::uint32_t i = 0; i < catalog.key_count(); ++i) {
        add_name(out, head, catalog.name(PropertyKeyId{i}), typed);
      }
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace yeon::tools
