#include "tck/expected.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "yeon/query/format.h"

namespace yeon::tck {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<Expected> run() {
    Expected value = read();
    skip_blanks();
    if (failed_ || at_ != text_.size()) {
      return fail(ErrorType::kInvalidInput,
                  fmt::format("`{}` is not a value of the kit (at {})", text_, at_));
    }
    return value;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_blanks() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\t') ++at_;
  }

  bool take(std::string_view token) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }

  void expect(std::string_view token) {
    if (!take(token)) failed_ = true;
  }

  Expected scalar(Value value) {
    Expected expected;
    expected.scalar = std::move(value);
    return expected;
  }

  Expected read() {
    skip_blanks();
    if (failed_) return {};
    switch (peek()) {
      case '\'':
        return scalar(Value(string()));
      case '[':
        return list_or_relationship();
      case '{':
        return map();
      case '(':
        return node();
      case '<':
        return path();
      default:
        return word();
    }
  }

  std::string string() {
    std::string result;
    for (++at_; at_ < text_.size() && peek() != '\''; ++at_) {
      if (peek() != '\\' || at_ + 1 == text_.size()) {
        result += peek();
        continue;
      }
      ++at_;
      switch (peek()) {
        case 'n':
          result += '\n';
          break;
        case 't':
          result += '\t';
          break;
        case 'r':
          result += '\r';
          break;
        default:
          result += peek();
      }
    }
    if (peek() != '\'') failed_ = true;
    ++at_;
    return result;
  }

  Expected word() {
    const std::size_t start = at_;
    constexpr std::string_view kEnd = " ,]})|>\n";
    while (at_ < text_.size() && kEnd.find(peek()) == std::string_view::npos) ++at_;
    const std::string_view word = text_.substr(start, at_ - start);
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (word == "null") return scalar(Value());
    if (word == "true") return scalar(Value(true));
    if (word == "false") return scalar(Value(false));
    if (word == "NaN") return scalar(Value(std::numeric_limits<double>::quiet_NaN()));
    if (word == "Inf" || word == "Infinity") return scalar(Value(kInfinity));
    if (word == "-Inf" || word == "-Infinity") return scalar(Value(-kInfinity));
    return number(word);
  }

  Expected number(std::string_view word) {
    const char* const end = word.data() + word.size();
    std::int64_t integer = 0;
    if (const auto read = std::from_chars(word.data(), end, integer);
        read.ec == std::errc() && read.ptr == end) {
      return scalar(Value(integer));
    }
    double floating = 0;
    if (const auto read = std::from_chars(word.data(), end, floating);
        read.ec == std::errc() && read.ptr == end) {
      return scalar(Value(floating));
    }
    failed_ = true;
    return {};
  }

  Expected list_or_relationship() {
    const std::size_t start = at_;
    expect("[");
    if (take(":")) {
      at_ = start;
      return relationship();
    }
    Expected list;
    list.form = Expected::Form::kList;
    if (take("]")) return list;
    do {
      list.elements.push_back(read());
    } while (!failed_ && take(","));
    expect("]");
    return list;
  }

  std::string name() {
    skip_blanks();
    const std::size_t start = at_;
    if (peek() == '`') {
      const std::size_t end = text_.find('`', at_ + 1);
      if (end == std::string_view::npos) {
        failed_ = true;
        return "";
      }
      at_ = end + 1;
      return std::string(text_.substr(start + 1, end - start - 1));
    }
    constexpr std::string_view kEnd = " :,]})(>|{";
    while (at_ < text_.size() && kEnd.find(peek()) == std::string_view::npos) ++at_;
    if (start == at_) failed_ = true;
    return std::string(text_.substr(start, at_ - start));
  }

  Expected map() {
    Expected map;
    map.form = Expected::Form::kMap;
    entries(map);
    return map;
  }

  void entries(Expected& into) {
    expect("{");
    if (take("}")) return;
    do {
      std::string key = name();
      expect(":");
      into.keys.push_back(std::move(key));
      into.elements.push_back(read());
    } while (!failed_ && take(","));
    expect("}");
  }

  Expected node() {
    Expected node;
    node.form = Expected::Form::kNode;
    expect("(");
    while (take(":")) node.labels.push_back(name());
    skip_blanks();
    if (peek() == '{') entries(node);
    expect(")");
    return node;
  }

  Expected relationship() {
    Expected relationship;
    relationship.form = Expected::Form::kRelationship;
    expect("[");
    expect(":");
    relationship.labels.push_back(name());
    skip_blanks();
    if (peek() == '{') entries(relationship);
    expect("]");
    return relationship;
  }

  Expected path() {
    Expected path;
    path.form = Expected::Form::kPath;
    expect("<");
    path.elements.push_back(node());
    while (!failed_ && !take(">")) {
      const bool backward = take("<-");
      if (!backward) expect("-");
      path.elements.push_back(relationship());
      expect(backward ? "-" : "->");
      path.elements.push_back(node());
      path.forward.push_back(!backward);
    }
    return path;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

/// Compares one expected value with an actual one.
class Matcher {
 public:
  Matcher(const query::QueryResult& result, bool ignore_list_order)
      : result_(result), ignore_list_order_(ignore_list_order) {}

  bool match(const Expected& expected, const Value& actual) const {
    switch (expected.form) {
      case Expected::Form::kScalar:
        return match_scalar(expected.scalar, actual);
      case Expected::Form::kList:
        return actual.is(Kind::kList) && match_list(expected.elements, actual.list());
      case Expected::Form::kMap:
        return actual.is(Kind::kMap) && match_entries(expected, actual.map());
      case Expected::Form::kNode:
        return actual.is(Kind::kNode) && match_node(expected, actual.node());
      case Expected::Form::kRelationship:
        return actual.is(Kind::kRelationship) &&
               match_relationship(expected, actual.relationship());
      case Expected::Form::kPath:
        return actual.is(Kind::kPath) && match_path(expected, actual.path());
    }
    return false;
  }

 private:
  bool match_scalar(const Value& expected, const Value& actual) const {
    const bool written_as_text = actual.kind() >= Kind::kDate;  // temporal, duration, point
    if (expected.is(Kind::kString) && written_as_text) {
      return expected.string() == query::to_text(actual, result_);
    }
    return same(expected, actual);
  }

  bool match_list(const std::vector<Expected>& expected, const List& actual) const {
    if (expected.size() != actual.size()) return false;
    if (ignore_list_order_) return match_any_order(expected, actual);
    for (std::size_t i = 0; i < actual.size(); ++i) {
      if (!match(expected[i], actual[i])) return false;
    }
    return true;
  }

  bool match_any_order(const std::vector<Expected>& expected, const List& actual) const {
    std::vector<bool> used(actual.size());
    for (const Expected& wanted : expected) {
      std::size_t found = 0;
      while (found < actual.size() && (used[found] || !match(wanted, actual[found]))) ++found;
      if (found == actual.size()) return false;
      used[found] = true;
    }
    return true;
  }

  bool match_entries(const Expected& expected, const Map& actual) const {
    if (expected.keys.size() != actual.size()) return false;
    for (std::size_t i = 0; i < expected.keys.size(); ++i) {
      const std::string& key = expected.keys[i];
      const auto found = std::find_if(actual.begin(), actual.end(),
                                      [&](const auto& entry) { return entry.first == key; });
      if (found == actual.end() || !match(expected.elements[i], found->second)) return false;
    }
    return true;
  }

  bool match_node(const Expected& expected, NodeId id) const {
    const auto image = result_.nodes.find(raw(id));
    if (image == result_.nodes.end()) return false;
    std::vector<std::string> wanted = expected.labels;
    std::vector<std::string> labels = image->second.labels;
    std::sort(wanted.begin(), wanted.end());
    std::sort(labels.begin(), labels.end());
    return wanted == labels && match_entries(expected, image->second.properties);
  }

  bool match_relationship(const Expected& expected, RelationshipId id) const {
    const auto image = result_.relationships.find(raw(id));
    return image != result_.relationships.end() && image->second.type == expected.labels[0] &&
           match_entries(expected, image->second.properties);
  }

  bool match_path(const Expected& expected, const Path& actual) const {
    if (actual.relationships.size() != expected.forward.size()) return false;
    for (std::size_t i = 0; i < actual.nodes.size(); ++i) {
      if (!match_node(expected.elements[2 * i], actual.nodes[i])) return false;
    }
    for (std::size_t i = 0; i < actual.relationships.size(); ++i) {
      if (!match_relationship(expected.elements[2 * i + 1], actual.relationships[i])) return false;
      const auto image = result_.relationships.find(raw(actual.relationships[i]));
      const NodeId start = actual.nodes[expected.forward[i] ? i : i + 1];
      const NodeId end = actual.nodes[expected.forward[i] ? i + 1 : i];
      if (image->second.start != start || image->second.end != end) return false;
    }
    return true;
  }

  const query::QueryResult& result_;
  bool ignore_list_order_;
};

}  // namespace

Result<Expected> parse_expected(std::string_view text) { return Parser(text).run(); }

std::optional<Value> to_value(const Expected& expected) {
  switch (expected.form) {
    case Expected::Form::kScalar:
      return expected.scalar;
    case Expected::Form::kList: {
      List list;
      for (const Expected& element : expected.elements) {
        std::optional<Value> value = to_value(element);
        if (!value) return std::nullopt;
        list.push_back(*std::move(value));
      }
      return Value(std::move(list));
    }
    case Expected::Form::kMap: {
      Map map;
      for (std::size_t i = 0; i < expected.keys.size(); ++i) {
        std::optional<Value> value = to_value(expected.elements[i]);
        if (!value) return std::nullopt;
        map.emplace_back(expected.keys[i], *std::move(value));
      }
      std::sort(map.begin(), map.end(),
                [](const auto& a, const auto& b) { return a.first < b.first; });
      return Value(std::move(map));
    }
    default:
      return std::nullopt;
  }
}

bool matches(const Expected& expected, const Value& actual, const query::QueryResult& result,
             bool ignore_list_order) {
  return Matcher(result, ignore_list_order).match(expected, actual);
}

}  // namespace yeon::tck
