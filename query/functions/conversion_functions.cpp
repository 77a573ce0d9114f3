#include <algorithm>
#include <cmath>

#include "format/number.h"
#include "functions/tables.h"
#include "functions/to_text.h"

namespace yeon::query {
namespace {

using Arguments = std::span<const Value>;
using Conversion = Result<Value> (*)(const Value&);

tl::unexpected<Error> refused(std::string_view function, const Value& argument) {
  return wrong_argument(function, argument, "InvalidArgumentValue");
}

std::string_view stripped(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t start = text.find_first_not_of(kBlank);
  if (start == std::string_view::npos) return "";
  return text.substr(start, text.find_last_not_of(kBlank) - start + 1);
}

/// Towards zero; null for NaN and what no 64-bit integer can hold.
Value truncated(double value) {
  constexpr double kTwoTo63 = 9223372036854775808.0;
  if (!(value >= -kTwoTo63 && value < kTwoTo63)) return Value();
  return Value(static_cast<std::int64_t>(value));
}

Result<Value> to_integer(const Value& value) {
  switch (value.kind()) {
    case Kind::kNull:
    case Kind::kInteger:
      return value;
    case Kind::kBoolean:
      return Value(std::int64_t{value.boolean() ? 1 : 0});
    case Kind::kFloat:
      return truncated(value.floating());
    case Kind::kString: {
      const std::string_view text = stripped(value.string());
      if (const auto integer = parse_integer(text)) return Value(*integer);
      const auto floating = parse_float(text);
      return floating ? truncated(*floating) : Value();
    }
    default:
      return refused("toInteger", value);
  }
}

Result<Value> to_float(const Value& value) {
  switch (value.kind()) {
    case Kind::kNull:
    case Kind::kFloat:
      return value;
    case Kind::kInteger:
      return Value(static_cast<double>(value.integer()));
    case Kind::kString: {
      const auto floating = parse_float(stripped(value.string()));
      return floating ? Value(*floating) : Value();
    }
    default:
      return refused("toFloat", value);
  }
}

Result<Value> to_boolean(const Value& value) {
  if (value.is_null() || value.is(Kind::kBoolean)) return value;
  if (!value.is(Kind::kString)) return refused("toBoolean", value);
  std::string text(stripped(value.string()));
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (text == "true") return Value(true);
  if (text == "false") return Value(false);
  return Value();
}

Result<Value> to_string(const Value& value) {
  if (value.is_null() || value.is(Kind::kString)) return value;
  if (auto text = scalar_text(value)) return Value(*std::move(text));
  return refused("toString", value);
}

template <Conversion kConvert>
Result<Value> convert(Arguments arguments, FunctionContext&) {
  return kConvert(arguments[0]);
}

/// Null where the conversion refuses.
template <Conversion kConvert>
Result<Value> convert_or_null(Arguments arguments, FunctionContext&) {
  return kConvert(arguments[0]).value_or(Value());
}

/// Each element converted, or null where that is refused.
template <Conversion kConvert>
Result<Value> convert_list(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kList)) return wrong_argument("a list conversion", arguments[0]);
  List converted;
  converted.reserve(arguments[0].list().size());
  for (const Value& value : arguments[0].list()) {
    converted.push_back(kConvert(value).value_or(Value()));
  }
  return Value(std::move(converted));
}

Result<Value> exists(Arguments arguments, FunctionContext&) {
  return Value(!arguments[0].is_null());
}

Result<Value> value_type(Arguments arguments, FunctionContext&) {
  return Value(name(arguments[0].kind()));
}

constexpr Function unary(std::string_view name, std::string_view signature,
                         std::string_view description, Kind returns,
                         Result<Value> (*call)(Arguments, FunctionContext&)) {
  return {.name = name,
          .signature = signature,
          .description = description,
          .min_arguments = 1,
          .max_arguments = 1,
          .returns = kinds(returns),
          .call = call};
}

constexpr Function on_null_too(Function function) {
  function.null_gives_null = false;
  return function;
}

constexpr Function kFunctions[] = {
    unary("toInteger", "toInteger(value :: ANY) :: INTEGER",
          "A number, boolean or numeric string as an integer; null for other strings.",
          Kind::kInteger, convert<to_integer>),
    unary("toFloat", "toFloat(value :: ANY) :: FLOAT",
          "A number or numeric string as a float; null for other strings.", Kind::kFloat,
          convert<to_float>),
    unary("toBoolean", "toBoolean(value :: ANY) :: BOOLEAN",
          "'true' or 'false' as a boolean; null for other strings.", Kind::kBoolean,
          convert<to_boolean>),
    unary("toString", "toString(value :: ANY) :: STRING",
          "A boolean, number, temporal value or point as a string.", Kind::kString,
          convert<to_string>),
    unary("toIntegerOrNull", "toIntegerOrNull(value :: ANY) :: INTEGER",
          "toInteger(), with null for what it refuses.", Kind::kInteger,
          convert_or_null<to_integer>),
    unary("toFloatOrNull", "toFloatOrNull(value :: ANY) :: FLOAT",
          "toFloat(), with null for what it refuses.", Kind::kFloat, convert_or_null<to_float>),
    unary("toBooleanOrNull", "toBooleanOrNull(value :: ANY) :: BOOLEAN",
          "toBoolean(), with null for what it refuses.", Kind::kBoolean,
          convert_or_null<to_boolean>),
    unary("toStringOrNull", "toStringOrNull(value :: ANY) :: STRING",
          "toString(), with null for what it refuses.", Kind::kString, convert_or_null<to_string>),
    unary("toIntegerList", "toIntegerList(list :: LIST) :: LIST",
          "Each element by toInteger(), with null for what it refuses.", Kind::kList,
          convert_list<to_integer>),
    unary("toFloatList", "toFloatList(list :: LIST) :: LIST",
          "Each element by toFloat(), with null for what it refuses.", Kind::kList,
          convert_list<to_float>),
    unary("toBooleanList", "toBooleanList(list :: LIST) :: LIST",
          "Each element by toBoolean(), with null for what it refuses.", Kind::kList,
          convert_list<to_boolean>),
    unary("toStringList", "toStringList(list :: LIST) :: LIST",
          "Each element by toString(), with null for what it refuses.", Kind::kList,
          convert_list<to_string>),
    on_null_too(unary("exists", "exists(value :: ANY) :: BOOLEAN", "Whether a property is there.",
                      Kind::kBoolean, exists)),
    on_null_too(unary("valueType", "valueType(value :: ANY) :: STRING",
                      "The name of a value's type.", Kind::kString, value_type)),
};

}  // namespace

std::span<const Function> conversion_functions() { return kFunctions; }

}  // namespace yeon::query
