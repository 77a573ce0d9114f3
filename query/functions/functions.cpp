#include "functions/functions.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "functions/regex_cache.h"
#include "functions/tables.h"

namespace yeon::query {
namespace {

std::string lower(std::string_view name) {
  std::string result(name);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

/// Built on first use from constant tables, then never changed.
struct Directory {
  std::vector<const Function*> sorted;
  std::unordered_map<std::string, const Function*> by_name;

  Directory() {
    for (const auto table :
         {conversion_functions(), graph_functions(), list_functions(), math_functions(),
          point_functions(), string_functions(), temporal_functions()}) {
      for (const Function& function : table) {
        sorted.push_back(&function);
        by_name.emplace(lower(function.name), &function);
      }
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const Function* a, const Function* b) { return lower(a->name) < lower(b->name); });
  }
};

const Directory& directory() {
  static const Directory kDirectory;
  return kDirectory;
}

std::uint64_t seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

}  // namespace

FunctionContext::FunctionContext() : random(seed()), regexes(std::make_unique<RegexCache>()) {}

FunctionContext::~FunctionContext() = default;

Instant current_instant() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto nanos = std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
  return {nanos / 1'000'000'000, static_cast<std::int32_t>(nanos % 1'000'000'000)};
}

const Function* find_function(std::string_view lower_case_name) {
  const auto& names = directory().by_name;
  const auto found = names.find(std::string(lower_case_name));
  return found == names.end() ? nullptr : found->second;
}

std::span<const Function* const> all_functions() { return directory().sorted; }

Result<Value> call(const Function& function, std::span<const Value> arguments,
                   FunctionContext& context) {
  if (function.null_gives_null) {
    for (const Value& argument : arguments) {
      if (argument.is_null()) return Value();
    }
  }
  return function.call(arguments, context);
}

}  // namespace yeon::query
