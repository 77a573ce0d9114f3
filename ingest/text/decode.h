#pragma once

#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace yeon::ingest {

/// The bytes of a text file as UTF-8, without byte order mark and with "\n" for every line end
/// ("\r\n" and "\r" too), so that a line end is one code point.
///
/// Understood: UTF-8, UTF-16 and UTF-32 with a byte order mark, UTF-16 without one, EUC-KR with
/// its extension CP949, and what ICU's detector recognises, windows-1252 among it. A conversion
/// that would have to replace a byte is not tried further.
/// Errors: InvalidInput for what is empty, binary or in no encoding that fits.
Result<std::string> decode_text(std::string_view bytes);

}  // namespace yeon::ingest
