#pragma once

#include <string_view>

#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// Korean where at least a seventh of the letters are Hangul, else English: a Korean article about
/// foreign firms is full of Latin names, an English one holds hardly a Hangul letter.
Language guess_language(std::string_view text) noexcept;

}  // namespace yeon::ingest
