#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "korean/names/scan.h"

namespace yeon::ingest::korean {

/// 'NAME BODY FIELD OFFICE' or 'BODY NAME OFFICE' or 'NAME OFFICE': the words of one phrase that
/// ends in an office. All ranges are of words, [begin, end); empty where absent.
struct OfficePhrase {
  std::size_t person_begin = 0, person_end = 0;
  std::size_t body_begin = 0, body_end = 0;
  std::size_t office = 0;     ///< the word of the office
  bool surname_only = false;  ///< 정 대표
  bool foreign = false;       ///< the name is no Korean one
  TextSpan person, body;      ///< code points; empty spans where absent

  bool has_person() const noexcept { return person_end > person_begin; }
  bool has_body() const noexcept { return body_end > body_begin; }
};

/// Reads the phrase that ends in the office at word `office`; nullopt where that word is none.
/// `is_body(i)` tells how long (in words) a known firm or organisation is that begins at word i.
std::optional<OfficePhrase> read_office_phrase(const SentenceScan& scan, std::size_t office,
                                               const NameTable& table);

}  // namespace yeon::ingest::korean
