#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "export/graph_source.h"

namespace yeon::tools {

/// The one type that every value of an exported property gets.
enum class AttributeType : std::uint8_t { kBoolean, kLong, kDouble, kString };

/// Finds one type for each property key while values stream past.
/// Complexity: O(keys) memory.
class AttributeTypes {
 public:
  void see(std::span<const ExportProperty> properties);

  /// Sorted by key.
  std::map<std::string, AttributeType, std::less<>> types() const;

 private:
  struct Seen {
    bool booleans = false;
    bool integers = false;
    bool large_integers = false;  // beyond 2^53: not exact as a double
    bool floats = false;
    bool others = false;
  };
  std::map<std::string, Seen, std::less<>> seen_;
};

/// A value as the text of its attribute: numbers and booleans plain, strings as they are, temporal
/// values as Cypher writes them, lists, maps and points as JSON. Infinities as XML Schema writes
/// them, INF and -INF.
std::string attribute_text(const Value& value);

/// Labels as a JSON list: ["Executive","Person"].
std::string labels_json(std::span<const std::string_view> labels);

}  // namespace yeon::tools
