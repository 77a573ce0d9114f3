#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "format/number.h"
#include "temporal/text.h"
#include "yeon/query/typed_json.h"

namespace yeon::query {
namespace {

using Json = nlohmann::json;

constexpr int kMostNesting = 500;

tl::unexpected<Error> invalid(std::string message) {
  return fail(ErrorType::kInvalidInput, std::move(message));
}

/// How deep arrays and objects go, read without recursion, so that a hostile text cannot exhaust
/// the stack of the parser proper.
bool too_deep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      // Each level of a typed value takes an object and, within it, an array or object.
      if (++depth > 2 * kMostNesting) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

Result<Json> parse(std::string_view text) {
  if (too_deep(text)) return invalid("the JSON is nested too deeply");
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return invalid("the text is not JSON");
  return json;
}

template <class T>
Result<Value> wrapped(Result<T> value) {
  if (value) return Value(*std::move(value));
  return invalid(std::move(value).error().message);
}

/// "SRID=7203;POINT (1.0 2.0)" or "SRID=9157;POINT Z (1.0 2.0 3.0)".
Result<Value> parse_point(const std::string& text) {
  const auto refuse = [&] { return invalid(fmt::format("'{}' is not a point", text)); };
  std::string_view rest = text;
  if (!rest.starts_with("SRID=")) return refuse();
  rest.remove_prefix(5);
  const std::size_t semicolon = rest.find(';');
  const auto srid = parse_integer(rest.substr(0, semicolon));
  const std::size_t open = rest.find('(');
  if (!srid || open == std::string_view::npos || !rest.ends_with(')')) return refuse();
  const std::string_view form = rest.substr(semicolon, open - semicolon);
  std::string_view numbers = rest.substr(open + 1, rest.size() - open - 2);
  std::vector<double> coordinates;
  while (!numbers.empty()) {
    const std::size_t space = numbers.find(' ');
    const auto number = parse_float(numbers.substr(0, space));
    if (!number) return refuse();
    coordinates.push_back(*number);
    numbers = space == std::string_view::npos ? std::string_view() : numbers.substr(space + 1);
  }
  Point point;
  const bool known = *srid == 7203 || *srid == 9157 || *srid == 4326 || *srid == 4979;
  if (!known) return invalid(fmt::format("SRID {} is not known", *srid));
  point.srid = static_cast<std::int32_t>(*srid);
  const std::size_t wanted = point.has_z() ? 3 : 2;
  if (coordinates.size() != wanted || form != (point.has_z() ? ";POINT Z " : ";POINT ")) {
    return refuse();
  }
  point.x = coordinates[0];
  point.y = coordinates[1];
  if (point.has_z()) point.z = coordinates[2];
  return Value(point);
}

Result<Value> from_string(const std::string& type, const std::string& text) {
  if (type == "String") return Value(text);
  if (type == "Integer") {
    if (const auto integer = parse_integer(text)) return Value(*integer);
    return invalid(fmt::format("'{}' is not a 64-bit integer", text));
  }
  if (type == "Float") {
    if (const auto number = parse_float(text)) return Value(*number);
    return invalid(fmt::format("'{}' is not a float", text));
  }
  if (type == "Date") return wrapped(temporal::parse_date(text));
  if (type == "LocalTime") return wrapped(temporal::parse_local_time(text));
  if (type == "Time") return wrapped(temporal::parse_time(text, temporal::Zone(), 0));
  if (type == "LocalDateTime") return wrapped(temporal::parse_local_date_time(text));
  if (type == "OffsetDateTime" || type == "ZonedDateTime") {
    return wrapped(temporal::parse_zoned_date_time(text, temporal::Zone()));
  }
  if (type == "Duration") return wrapped(temporal::parse_duration(text));
  if (type == "Point") return parse_point(text);
  return invalid(fmt::format("$type {} cannot be sent", type));
}

Result<Value> from_typed(const Json& json, int depth);

Result<Value> list_from(const Json& json, int depth) {
  List list;
  list.reserve(json.size());
  for (const Json& element : json) {
    Result<Value> value = from_typed(element, depth + 1);
    if (!value) return value;
    list.push_back(*std::move(value));
  }
  return Value(std::move(list));
}

Result<Map> map_from(const Json& json, int depth) {
  Map map;  // nlohmann keeps keys in byte order, each once
  for (const auto& [key, entry] : json.items()) {
    Result<Value> value = from_typed(entry, depth + 1);
    if (!value) return fail(std::move(value).error());
    map.emplace_back(key, *std::move(value));
  }
  return map;
}

Result<Value> from_typed(const Json& json, int depth) {
  if (depth > kMostNesting) return invalid("the value is nested too deeply");
  if (!json.is_object() || !json.contains("$type") || !json.contains("_value") ||
      !json["$type"].is_string()) {
    return invalid("a typed value is an object of $type and _value");
  }
  const auto& type = json["$type"].get_ref<const std::string&>();
  const Json& body = json["_value"];
  if (type == "Null" && body.is_null()) return Value();
  if (type == "Boolean" && body.is_boolean()) return Value(body.get<bool>());
  if (type == "List" && body.is_array()) return list_from(body, depth);
  if (type == "Map" && body.is_object()) {
    Result<Map> map = map_from(body, depth);
    if (!map) return fail(std::move(map).error());
    return Value(*std::move(map));
  }
  if (body.is_string()) return from_string(type, body.get_ref<const std::string&>());
  return invalid(fmt::format("the _value does not fit $type {}", type));
}

Result<Value> from_plain(const Json& json, int depth) {
  if (depth > kMostNesting) return invalid("the value is nested too deeply");
  switch (json.type()) {
    case Json::value_t::boolean:
      return Value(json.get<bool>());
    case Json::value_t::number_integer:
      return Value(json.get<std::int64_t>());
    case Json::value_t::number_unsigned:
      if (json.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
        return invalid(fmt::format("{} does not fit a 64-bit integer", json.get<std::uint64_t>()));
      }
      return Value(json.get<std::int64_t>());
    case Json::value_t::number_float:
      return Value(json.get<double>());
    case Json::value_t::string:
      return Value(json.get_ref<const std::string&>());
    case Json::value_t::array: {
      List list;
      for (const Json& element : json) {
        Result<Value> value = from_plain(element, depth + 1);
        if (!value) return value;
        list.push_back(*std::move(value));
      }
      return Value(std::move(list));
    }
    case Json::value_t::object: {
      Map map;
      for (const auto& [key, entry] : json.items()) {
        Result<Value> value = from_plain(entry, depth + 1);
        if (!value) return value;
        map.emplace_back(key, *std::move(value));
      }
      return Value(std::move(map));
    }
    default:
      return Value();
  }
}

}  // namespace

Result<Value> parse_typed_json(std::string_view json) {
  const Result<Json> parsed = parse(json);
  if (!parsed) return fail(parsed.error());
  return from_typed(*parsed, 0);
}

Result<Map> parse_typed_parameters(std::string_view json) {
  const Result<Json> parsed = parse(json);
  if (!parsed) return fail(parsed.error());
  if (!parsed->is_object()) return invalid("parameters are an object from names to typed values");
  return map_from(*parsed, 0);
}

Result<Value> parse_plain_json(std::string_view json) {
  const Result<Json> parsed = parse(json);
  if (!parsed) return fail(parsed.error());
  return from_plain(*parsed, 0);
}

}  // namespace yeon::query
