#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace yeon::ingest {

/// The year of a dateline that tells only month and day ("LONDON, June 9 (Agency) -"), reasoned
/// from the text alone, so that the same text always gives the same year: the weekday on which
/// things were said fits the day, or the day before it, in few years; and no year told as past lies
/// ahead.
///
/// nullopt where the text gives neither a weekday nor a year to hold on to.
std::optional<std::int32_t> infer_year(int month, int day,
                                       const std::vector<std::string_view>& sentences);

}  // namespace yeon::ingest
