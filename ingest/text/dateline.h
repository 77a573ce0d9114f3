#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace yeon::ingest {

/// What stands before the first statement: "(서울=통신) 홍길동 기자 = ", "LONDON, June 9 (Agency) -
/// ".
struct Dateline {
  std::size_t length = 0;              ///< bytes up to the statement; 0: there is none
  std::string agency;                  ///< may be empty
  std::vector<std::string> reporters;  ///< may be empty
  int month = 0;                       ///< of the English form; 0: not told
  int day = 0;
  int year = 0;  ///< 0: not told, as in most wires
};

/// Reads the dateline at the start of a line, of either language.
Dateline read_dateline(std::string_view line);

/// The names before 기자, 특파원 and the like, or behind "By ".
std::vector<std::string> reporters_in(std::string_view byline);

}  // namespace yeon::ingest
