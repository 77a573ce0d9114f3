#pragma once

#include <string>
#include <string_view>

#include "yeon/ingest/facts.h"

namespace yeon::ingest::store {

/// The form in which spellings of one name are equal: NFKC and case folded; quotation marks
/// dropped; blanks, hyphens and middle dots dropped, except between digits ("GPT-4o" and "GPT 4o",
/// "SK 하이닉스" and "SK하이닉스" are one, "Model 3-5" and "Model 35" are not); for a firm or an
/// organisation without its legal form at the ends (Inc., Ltd, 주식회사, (주)).
/// What would vanish altogether is kept. Idempotent. Bytes that are no UTF-8 become U+FFFD.
std::string normalised(std::string_view name, EntityLabel label);

/// Whether another article may mean the same thing by this alias alone. Not: a single sign, and for
/// a person what is no full name (정 대표, Holm).
bool stands_alone(std::string_view alias, EntityLabel label);

/// A Korean name of two to four syllables, as thousands may bear: told apart by employer.
bool is_common_name(std::string_view name);

}  // namespace yeon::ingest::store
