#pragma once

#include <string>
#include <string_view>

namespace yeon::tools {

/// Text for an XML 1.0 element or attribute: & < > " escaped, line breaks and tabs as character
/// references so that no reader normalises them away, and what XML cannot hold (most control
/// characters, U+FFFE, U+FFFF, ill-formed bytes) as U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace yeon::tools
