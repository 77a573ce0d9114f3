#include "export/attribute_types.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "yeon/query/format.h"

namespace yeon::tools {

namespace {

constexpr std::int64_t kExactInDouble = std::int64_t{1} << 53;

}  // namespace

void AttributeTypes::see(std::span<const ExportProperty> properties) {
  for (const ExportProperty& property : properties) {
    auto found = seen_.find(property.key);
    if (found == seen_.end()) found = seen_.emplace(std::string(property.key), Seen{}).first;
    Seen& seen = found->second;
    switch (property.value.kind()) {
      case Kind::kBoolean:
        seen.booleans = true;
        break;
      case Kind::kInteger:
        seen.integers = true;
        if (property.value.integer() > kExactInDouble ||
            property.value.integer() < -kExactInDouble) {
          seen.large_integers = true;
        }
        break;
      case Kind::kFloat:
        seen.floats = true;
        break;
      default:
        seen.others = true;
    }
  }
}

std::map<std::string, AttributeType, std::less<>> AttributeTypes::types() const {
  std::map<std::string, AttributeType, std::less<>> types;
  for (const auto& [key, seen] : seen_) {
    AttributeType type = AttributeType::kString;
    const bool numbers = seen.integers || seen.floats;
    if (!seen.others && seen.booleans && !numbers) type = AttributeType::kBoolean;
    if (!seen.others && !seen.booleans && numbers) {
      if (!seen.floats) type = AttributeType::kLong;
      if (seen.floats && !seen.large_integers) type = AttributeType::kDouble;
    }
    types.emplace(key, type);
  }
  return types;
}

std::string attribute_text(const Value& value) {
  switch (value.kind()) {
    case Kind::kString:
      return value.string();
    case Kind::kFloat:
      if (std::isinf(value.floating())) return value.floating() > 0 ? "INF" : "-INF";
      return query::float_to_text(value.floating());
    case Kind::kList:
    case Kind::kMap:
    case Kind::kPoint:
      return query::to_json(value, {});
    default:
      return query::to_text(value, {});
  }
}

std::string labels_json(std::span<const std::string_view> labels) {
  List list;
  for (const std::string_view label : labels) list.emplace_back(label);
  return query::to_json(Value(std::move(list)), {});
}

}  // namespace yeon::tools
