#pragma once

#include <span>
#include <string>
#include <string_view>

namespace yeon::tools {

/// The candidate that `word` was most likely meant to be (fewest edits, at most a third of its
/// length, at least one); empty where none is near.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace yeon::tools
