#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace yeon::storage {

/// The segment that results from applying `deltas`, oldest first, to `base` (nullopt: an empty
/// segment). All deltas must be of one kind, which says what the base is.
/// Errors: Corruption for any frame that does not open or fit.
Result<std::string> fold(std::optional<std::string_view> base,
                         std::span<const std::string_view> deltas);

/// One delta that does what `deltas` do, oldest first.
Result<std::string> join_deltas(std::span<const std::string_view> deltas);

/// Stands for a segment that could not be folded: reading it gives Corruption, and it keeps every
/// byte it was made from. body := reason:text has_base:u8 [base:text] delta:text*
std::string make_broken(std::string_view reason, std::optional<std::string_view> base,
                        std::span<const std::string_view> deltas);

}  // namespace yeon::storage
