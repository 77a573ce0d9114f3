#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>

#include "functions/tables.h"
#include "functions/utf8.h"

namespace yeon::query {
namespace {

using Arguments = std::span<const Value>;

constexpr KindSet kString = kinds(Kind::kString);
constexpr KindSet kInteger = kinds(Kind::kInteger);

/// The index of the first argument that is not of the wanted kind.
template <class... Kinds>
const Value* misfit(Arguments arguments, Kinds... wanted) {
  const Kind expected[] = {wanted...};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!arguments[i].is(expected[i])) return &arguments[i];
  }
  return nullptr;
}

Result<std::size_t> count_of(std::string_view function, const Value& value) {
  if (!value.is(Kind::kInteger)) return wrong_argument(function, value);
  if (value.integer() < 0) {
    return runtime_failure(ErrorType::kArgumentError, "NumberOutOfRange",
                           fmt::format("{}() does not take {}", function, value.integer()),
                           "positions and lengths count from 0");
  }
  return static_cast<std::size_t>(value.integer());
}

Result<Value> left(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kString)) return wrong_argument("left", arguments[0]);
  const Result<std::size_t> length = count_of("left", arguments[1]);
  if (!length) return fail(length.error());
  const std::string& text = arguments[0].string();
  return Value(text.substr(0, utf8::offset(text, *length)));
}

Result<Value> right(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kString)) return wrong_argument("right", arguments[0]);
  const Result<std::size_t> length = count_of("right", arguments[1]);
  if (!length) return fail(length.error());
  const std::string& text = arguments[0].string();
  const std::size_t all = utf8::length(text);
  return Value(text.substr(utf8::offset(text, all - std::min(all, *length))));
}

Result<Value> substring(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kString)) return wrong_argument("substring", arguments[0]);
  const Result<std::size_t> start = count_of("substring", arguments[1]);
  if (!start) return fail(start.error());
  const std::string& text = arguments[0].string();
  const std::string_view rest = std::string_view(text).substr(utf8::offset(text, *start));
  if (arguments.size() == 2) return Value(rest);
  const Result<std::size_t> length = count_of("substring", arguments[2]);
  if (!length) return fail(length.error());
  return Value(rest.substr(0, utf8::offset(rest, *length)));
}

Result<Value> replace(Arguments arguments, FunctionContext&) {
  if (const Value* bad = misfit(arguments, Kind::kString, Kind::kString, Kind::kString)) {
    return wrong_argument("replace", *bad);
  }
  const std::string& text = arguments[0].string();
  const std::string& search = arguments[1].string();
  if (search.empty()) return arguments[0];
  std::string result;
  std::size_t from = 0;
  for (std::size_t at = text.find(search); at != std::string::npos; at = text.find(search, from)) {
    result.append(text, from, at - from);
    result += arguments[2].string();
    from = at + search.size();
  }
  result.append(text, from);
  return Value(std::move(result));
}

/// One code point a piece.
List split_all(const std::string& text) {
  List pieces;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = utf8::next(text, at);
    pieces.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return pieces;
}

/// The earliest delimiter at or after `from`, the longest of those beginning there.
std::pair<std::size_t, std::size_t> find_delimiter(const std::string& text, std::size_t from,
                                                   const List& delimiters) {
  std::size_t best = std::string::npos;
  std::size_t size = 0;
  for (const Value& delimiter : delimiters) {
    if (delimiter.string().empty()) continue;
    const std::size_t at = text.find(delimiter.string(), from);
    if (at < best || (at == best && delimiter.string().size() > size)) {
      best = at;
      size = delimiter.string().size();
    }
  }
  return {best, size};
}

Result<Value> split(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kString)) return wrong_argument("split", arguments[0]);
  List delimiters;
  if (arguments[1].is(Kind::kList)) {
    delimiters = arguments[1].list();
  } else {
    delimiters.push_back(arguments[1]);
  }
  for (const Value& delimiter : delimiters) {
    if (!delimiter.is(Kind::kString)) return wrong_argument("split", delimiter);
  }
  const std::string& text = arguments[0].string();
  const bool all_empty = std::all_of(delimiters.begin(), delimiters.end(),
                                     [](const Value& d) { return d.string().empty(); });
  if (all_empty) return Value(split_all(text));
  List pieces;
  std::size_t from = 0;
  for (;;) {
    const auto [at, size] = find_delimiter(text, from, delimiters);
    if (at == std::string::npos) break;
    pieces.emplace_back(text.substr(from, at - from));
    from = at + size;
  }
  pieces.emplace_back(text.substr(from));
  return Value(std::move(pieces));
}

enum class Side { kLeft, kRight, kBoth };

/// The code point at `at` where it is white space; 0 bytes otherwise.
std::size_t blank_length(std::string_view text, std::size_t at) {
  const utf8::CodePoint point = utf8::decode(text, at);
  if (point.value == utf8::CodePoint::kInvalid) return 0;
  return u_isUWhiteSpace(static_cast<UChar32>(point.value)) != 0 ? point.length : 0;
}

std::string_view trimmed(std::string_view text, Side side) {
  while (side != Side::kRight && !text.empty()) {
    const std::size_t blank = blank_length(text, 0);
    if (blank == 0) break;
    text.remove_prefix(blank);
  }
  while (side != Side::kLeft && !text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && !utf8::starts_code_point(text[start])) --start;
    if (blank_length(text, start) != text.size() - start) break;
    text = text.substr(0, start);
  }
  return text;
}

template <Side kSide>
Result<Value> trim(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kString)) return wrong_argument("trim", arguments[0]);
  return Value(trimmed(arguments[0].string(), kSide));
}

Result<Value> to_upper(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kString)) return wrong_argument("toUpper", arguments[0]);
  std::string result;
  icu::UnicodeString::fromUTF8(arguments[0].string())
      .toUpper(icu::Locale::getRoot())
      .toUTF8String(result);
  return Value(std::move(result));
}

Result<Value> to_lower(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kString)) return wrong_argument("toLower", arguments[0]);
  std::string result;
  icu::UnicodeString::fromUTF8(arguments[0].string())
      .toLower(icu::Locale::getRoot())
      .toUTF8String(result);
  return Value(std::move(result));
}

Result<Value> normalize(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kString)) return wrong_argument("normalize", arguments[0]);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return fail(ErrorType::kInternal, "ICU's normaliser is missing");
  std::string result;
  nfc->normalize(icu::UnicodeString::fromUTF8(arguments[0].string()), status).toUTF8String(result);
  return Value(std::move(result));
}

constexpr Function kFunctions[] = {
    {.name = "left",
     .signature = "left(text :: STRING, length :: INTEGER) :: STRING",
     .description = "The first characters of a string.",
     .min_arguments = 2,
     .max_arguments = 2,
     .accepts = {kString, kInteger, kAnyKind},
     .returns = kString,
     .call = left},
    {.name = "right",
     .signature = "right(text :: STRING, length :: INTEGER) :: STRING",
     .description = "The last characters of a string.",
     .min_arguments = 2,
     .max_arguments = 2,
     .accepts = {kString, kInteger, kAnyKind},
     .returns = kString,
     .call = right},
    {.name = "substring",
     .signature = "substring(text :: STRING, start :: INTEGER, length = :: INTEGER) :: STRING",
     .description = "A part of a string, from a position counted from 0.",
     .min_arguments = 2,
     .max_arguments = 3,
     .accepts = {kString, kInteger, kInteger},
     .returns = kString,
     .call = substring},
    {.name = "replace",
     .signature = "replace(text :: STRING, search :: STRING, replacement :: STRING) :: STRING",
     .description = "A string with every occurrence of another replaced.",
     .min_arguments = 3,
     .max_arguments = 3,
     .accepts = {kString, kString, kString},
     .returns = kString,
     .call = replace},
    {.name = "split",
     .signature = "split(text :: STRING, delimiter :: STRING | LIST) :: LIST",
     .description = "The pieces of a string between delimiters.",
     .min_arguments = 2,
     .max_arguments = 2,
     .accepts = {kString, kString | kinds(Kind::kList), kAnyKind},
     .returns = kinds(Kind::kList),
     .call = split},
    {.name = "trim",
     .signature = "trim(text :: STRING) :: STRING",
     .description = "A string without white space around it.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kString, kAnyKind, kAnyKind},
     .returns = kString,
     .call = trim<Side::kBoth>},
    {.name = "lTrim",
     .signature = "lTrim(text :: STRING) :: STRING",
     .description = "A string without white space before it.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kString, kAnyKind, kAnyKind},
     .returns = kString,
     .call = trim<Side::kLeft>},
    {.name = "rTrim",
     .signature = "rTrim(text :: STRING) :: STRING",
     .description = "A string without white space after it.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kString, kAnyKind, kAnyKind},
     .returns = kString,
     .call = trim<Side::kRight>},
    {.name = "toUpper",
     .signature = "toUpper(text :: STRING) :: STRING",
     .description = "A string in upper case.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kString, kAnyKind, kAnyKind},
     .returns = kString,
     .call = to_upper},
    {.name = "toLower",
     .signature = "toLower(text :: STRING) :: STRING",
     .description = "A string in lower case.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kString, kAnyKind, kAnyKind},
     .returns = kString,
     .call = to_lower},
    {.name = "normalize",
     .signature = "normalize(text :: STRING) :: STRING",
     .description = "A string in Unicode's composed form (NFC).",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kString, kAnyKind, kAnyKind},
     .returns = kString,
     .call = normalize},
};

}  // namespace

std::span<const Function> string_functions() { return kFunctions; }

}  // namespace yeon::query
