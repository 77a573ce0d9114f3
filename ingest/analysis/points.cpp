#include "analysis/points.h"

#include "text/utf8.h"

namespace yeon::ingest {

std::u32string to_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    points.push_back(point.value);
    at += point.length;
  }
  return points;
}

std::string to_utf8(std::u32string_view points) {
  std::string utf8;
  utf8.reserve(points.size() * 3);
  for (const char32_t point : points) append_utf8(utf8, point);
  return utf8;
}

}  // namespace yeon::ingest
