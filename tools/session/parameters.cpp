#include "session/parameters.h"

#include <fmt/format.h>

#include <algorithm>

#include "yeon/query/typed_json.h"

namespace yeon::tools {

Result<std::pair<std::string, Value>> parse_parameter(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    return fail(ErrorType::kInvalidInput, fmt::format("{} is no parameter", text),
                "write name=value, such as --param firm=KT");
  }
  std::string name(text.substr(0, equals));
  const std::string_view written = text.substr(equals + 1);
  Result<Value> json = query::parse_plain_json(written);
  return std::pair{std::move(name), json ? *std::move(json) : Value(written)};
}

Result<Map> parse_parameters(std::span<const std::string> texts) {
  Map parameters;
  for (const std::string& text : texts) {
    auto parameter = parse_parameter(text);
    if (!parameter) return fail(std::move(parameter).error());
    set_parameter(parameters, std::move(parameter->first), std::move(parameter->second));
  }
  return parameters;
}

void set_parameter(Map& parameters, std::string name, Value value) {
  const auto at =
      std::lower_bound(parameters.begin(), parameters.end(), name,
                       [](const auto& entry, const std::string& key) { return entry.first < key; });
  if (at != parameters.end() && at->first == name) {
    at->second = std::move(value);
  } else {
    parameters.emplace(at, std::move(name), std::move(value));
  }
}

}  // namespace yeon::tools
