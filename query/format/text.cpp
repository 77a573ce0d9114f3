#include <fmt/format.h>

#include "format/sequence.h"
#include "functions/to_text.h"
#include "yeon/query/format.h"

namespace yeon::query {
namespace {

/// 'text' with Cypher's escapes.
std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    switch (c) {
      case '\'':
        result += "\\'";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\t':
        result += "\\t";
        break;
      default:
        result += c;
    }
  }
  result += '\'';
  return result;
}

bool plain_name(std::string_view name) {
  if (name.empty() || (name.front() >= '0' && name.front() <= '9')) return false;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    if (!letter && !beyond_ascii && !(c >= '0' && c <= '9')) return false;
  }
  return true;
}

/// A name as a query would write it: in backticks where needed.
std::string name_text(std::string_view name) {
  if (plain_name(name)) return std::string(name);
  std::string result = "`";
  for (const char c : name) {
    if (c == '`') result += '`';
    result += c;
  }
  result += '`';
  return result;
}

/// Writes values into one string.
class Writer {
 public:
  explicit Writer(const QueryResult& result) : result_(result) {}

  void value(const Value& value) {
    switch (value.kind()) {
      case Kind::kNull:
        text_ += "null";
        break;
      case Kind::kString:
        text_ += quoted(value.string());
        break;
      case Kind::kList:
        list(value.list());
        break;
      case Kind::kMap:
        map(value.map());
        break;
      case Kind::kNode:
        node(value.node());
        break;
      case Kind::kRelationship:
        relationship(value.relationship());
        break;
      case Kind::kPath:
        path(value.path());
        break;
      default:
        text_ += scalar_text(value).value_or("");
    }
  }

  std::string take() { return std::move(text_); }

 private:
  void list(const List& list) {
    text_ += '[';
    write_sequence(text_, ", ", list, [this](const Value& element) { value(element); });
    text_ += ']';
  }

  void map(const Map& map) {
    text_ += '{';
    write_sequence(text_, ", ", map, [this](const auto& entry) {
      text_ += name_text(entry.first);
      text_ += ": ";
      value(entry.second);
    });
    text_ += '}';
  }

  void properties(const Map& properties, bool spaced) {
    if (properties.empty()) return;
    if (spaced) text_ += ' ';
    map(properties);
  }

  void node(NodeId id) {
    const auto found = result_.nodes.find(raw(id));
    if (found == result_.nodes.end()) {
      text_ += fmt::format("(#{})", raw(id));
      return;
    }
    text_ += '(';
    for (const std::string& label : found->second.labels) {
      text_ += ':';
      text_ += name_text(label);
    }
    properties(found->second.properties, !found->second.labels.empty());
    text_ += ')';
  }

  void relationship(RelationshipId id) {
    const auto found = result_.relationships.find(raw(id));
    if (found == result_.relationships.end()) {
      text_ += fmt::format("[#{}]", raw(id));
      return;
    }
    text_ += "[:";
    text_ += name_text(found->second.type);
    properties(found->second.properties, true);
    text_ += ']';
  }

  void path(const Path& path) {
    text_ += '<';
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
      node(path.nodes[i]);
      if (i == path.relationships.size()) break;
      const auto found = result_.relationships.find(raw(path.relationships[i]));
      const bool backwards =
          found != result_.relationships.end() && found->second.start != path.nodes[i];
      text_ += backwards ? "<-" : "-";
      relationship(path.relationships[i]);
      text_ += backwards ? "-" : "->";
    }
    text_ += '>';
  }

  const QueryResult& result_;
  std::string text_;
};

}  // namespace

std::string to_literal(const Value& value, const QueryResult& result) {
  Writer writer(result);
  writer.value(value);
  return writer.take();
}

std::string to_text(const Value& value, const QueryResult& result) {
  return value.is(Kind::kString) ? value.string() : to_literal(value, result);
}

}  // namespace yeon::query
