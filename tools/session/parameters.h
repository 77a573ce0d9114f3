#pragma once

#include <span>
#include <string>
#include <string_view>

#include "yeon/base/result.h"
#include "yeon/base/value.h"

namespace yeon::tools {

/// Reads "name=value": the value as JSON where it is JSON, else as text.
/// Errors: InvalidInput without a name or an equals sign.
Result<std::pair<std::string, Value>> parse_parameter(std::string_view text);

/// The same for several; of two with one name the last counts. Sorted by name.
Result<Map> parse_parameters(std::span<const std::string> texts);

/// Adds or replaces one entry, keeping the order by name.
void set_parameter(Map& parameters, std::string name, Value value);

}  // namespace yeon::tools
