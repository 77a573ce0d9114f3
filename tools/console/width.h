#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yeon::tools {

/// Terminal cells that UTF-8 text takes: Hangul, Han and other wide characters two, combining
/// marks and format characters none. Ill-formed bytes count as one replacement character each.
/// Source:  Unicode Standard Annex 11, East Asian Width.
std::size_t display_width(std::string_view text);

/// `text` cut to at most `cells`, the last of them an ellipsis where something was cut.
std::string fit(std::string_view text, std::size_t cells);

/// `text` with line breaks and other control characters as visible escapes (\n, \t, \u001B), so
/// that one value stays on one line of a table and cannot steer the terminal.
std::string printable(std::string_view text);

}  // namespace yeon::tools
