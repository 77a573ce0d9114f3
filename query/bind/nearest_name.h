#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace yeon::query {

/// The candidate a misspelt name was most likely meant to be: the least edit distance (with
/// transpositions, case aside), if it is at most a third of the name's length, at least one.
/// Complexity: O(candidates * length^2).
/// Source: Damerau, "A technique for computer detection and correction of spelling errors",
///         CACM 7(3), 1964 (the restricted form, each stretch edited once).
std::optional<std::string> nearest_name(std::string_view name,
                                        std::span<const std::string> candidates);

/// "did you mean `x`?", or empty.
std::string did_you_mean(std::string_view name, std::span<const std::string> candidates);

}  // namespace yeon::query
