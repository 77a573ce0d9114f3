#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/document.h"

namespace yeon::ingest {

/// The day of publication as a line of the article's head gives it.
struct Published {
  Day day;
  std::string iso;  ///< "2025-04-15" or, where the line tells the time, "2025-04-15T16:05"
};

/// Reads a date line: "입력 2025.04.15 16:05 수정 2025.04.16", "2025년 4월 15일 오후 4:05",
/// "Published: June 9, 2025 10:30", "2025-04-15T16:05:00+09:00". The first date counts.
std::optional<Published> read_published(std::string_view line);

/// Whether a line is about publication alone: a date, and words such as 입력, 수정, Updated.
bool is_date_line(std::string_view line);

}  // namespace yeon::ingest
