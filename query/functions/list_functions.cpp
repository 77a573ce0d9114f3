#include <algorithm>

#include "functions/tables.h"
#include "functions/utf8.h"

namespace yeon::query {
namespace {

using Arguments = std::span<const Value>;

constexpr KindSet kList = kinds(Kind::kList);
constexpr KindSet kListOrString = kinds(Kind::kList, Kind::kString);

// A list of this many integers takes 1.6 GB; a longer one is a mistake, not a wish.
constexpr std::uint64_t kMostElements = 1u << 26;

Result<Value> size(Arguments arguments, FunctionContext&) {
  const Value& value = arguments[0];
  if (value.is(Kind::kList)) return Value(static_cast<std::int64_t>(value.list().size()));
  if (value.is(Kind::kString)) {
    return Value(static_cast<std::int64_t>(utf8::length(value.string())));
  }
  return wrong_argument("size", value);
}

Result<Value> is_empty(Arguments arguments, FunctionContext&) {
  const Value& value = arguments[0];
  if (value.is(Kind::kList)) return Value(value.list().empty());
  if (value.is(Kind::kString)) return Value(value.string().empty());
  if (value.is(Kind::kMap)) return Value(value.map().empty());
  return wrong_argument("isEmpty", value);
}

Result<Value> head(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kList)) return wrong_argument("head", arguments[0]);
  const List& list = arguments[0].list();
  return list.empty() ? Value() : list.front();
}

Result<Value> last(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kList)) return wrong_argument("last", arguments[0]);
  const List& list = arguments[0].list();
  return list.empty() ? Value() : list.back();
}

Result<Value> tail(Arguments arguments, FunctionContext&) {
  if (!arguments[0].is(Kind::kList)) return wrong_argument("tail", arguments[0]);
  const List& list = arguments[0].list();
  if (list.empty()) return Value(List{});
  return Value(List(list.begin() + 1, list.end()));
}

std::string reversed(const std::string& text) {
  std::string result;
  result.reserve(text.size());
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t start = end - 1;
    while (start > 0 && !utf8::starts_code_point(text[start])) --start;
    result.append(text, start, end - start);
    end = start;
  }
  return result;
}

Result<Value> reverse(Arguments arguments, FunctionContext&) {
  const Value& value = arguments[0];
  if (value.is(Kind::kString)) return Value(reversed(value.string()));
  if (!value.is(Kind::kList)) return wrong_argument("reverse", value);
  return Value(List(value.list().rbegin(), value.list().rend()));
}

Result<Value> range(Arguments arguments, FunctionContext&) {
  for (const Value& argument : arguments) {
    if (!argument.is(Kind::kInteger)) {
      return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentType",
                             fmt::format("range() takes integers, not {}", name(argument.kind())));
    }
  }
  const std::int64_t start = arguments[0].integer();
  const std::int64_t end = arguments[1].integer();
  const std::int64_t step = arguments.size() == 3 ? arguments[2].integer() : 1;
  if (step == 0) {
    return runtime_failure(ErrorType::kArgumentError, "NumberOutOfRange",
                           "the step of range() cannot be 0");
  }
  if (step > 0 ? start > end : start < end) return Value(List{});
  // Distances are taken unsigned, where they cannot overflow.
  const auto low = static_cast<std::uint64_t>(step > 0 ? start : end);
  const auto high = static_cast<std::uint64_t>(step > 0 ? end : start);
  const std::uint64_t stride =
      step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  const std::uint64_t count = (high - low) / stride;
  if (count >= kMostElements) {
    return runtime_failure(ErrorType::kMemoryLimit, "",
                           fmt::format("range() would make more than {} integers", kMostElements));
  }
  List list;
  list.reserve(count + 1);
  for (std::uint64_t i = 0; i <= count; ++i) {
    list.emplace_back(static_cast<std::int64_t>(static_cast<std::uint64_t>(start) +
                                                i * static_cast<std::uint64_t>(step)));
  }
  return Value(std::move(list));
}

Result<Value> coalesce(Arguments arguments, FunctionContext&) {
  for (const Value& argument : arguments) {
    if (!argument.is_null()) return argument;
  }
  return Value();
}

constexpr Function kFunctions[] = {
    {.name = "size",
     .signature = "size(value :: LIST | STRING) :: INTEGER",
     .description = "How many elements a list or characters a string has.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kListOrString, kAnyKind, kAnyKind},
     .returns = kinds(Kind::kInteger),
     .call = size},
    {.name = "isEmpty",
     .signature = "isEmpty(value :: LIST | MAP | STRING) :: BOOLEAN",
     .description = "Whether a list, map or string has nothing in it.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kListOrString | kinds(Kind::kMap), kAnyKind, kAnyKind},
     .returns = kinds(Kind::kBoolean),
     .call = is_empty},
    {.name = "head",
     .signature = "head(list :: LIST) :: ANY",
     .description = "The first element of a list; null for an empty one.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kList, kAnyKind, kAnyKind},
     .call = head},
    {.name = "last",
     .signature = "last(list :: LIST) :: ANY",
     .description = "The last element of a list; null for an empty one.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kList, kAnyKind, kAnyKind},
     .call = last},
    {.name = "tail",
     .signature = "tail(list :: LIST) :: LIST",
     .description = "A list without its first element.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kList, kAnyKind, kAnyKind},
     .returns = kList,
     .call = tail},
    {.name = "reverse",
     .signature = "reverse(value :: LIST | STRING) :: LIST | STRING",
     .description = "A list's elements or a string's characters from the end.",
     .min_arguments = 1,
     .max_arguments = 1,
     .accepts = {kListOrString, kAnyKind, kAnyKind},
     .returns = kListOrString,
     .call = reverse},
    {.name = "range",
     .signature = "range(start :: INTEGER, end :: INTEGER, step = 1 :: INTEGER) :: LIST",
     .description = "The integers from start to end, both included.",
     .min_arguments = 2,
     .max_arguments = 3,
     .returns = kList,
     .call = range},
    {.name = "coalesce",
     .signature = "coalesce(values... :: ANY) :: ANY",
     .description = "The first value that is not null.",
     .min_arguments = 1,
     .max_arguments = kVariadic,
     .null_gives_null = false,
     .call = coalesce},
};

}  // namespace

std::span<const Function> list_functions() { return kFunctions; }

}  // namespace yeon::query
