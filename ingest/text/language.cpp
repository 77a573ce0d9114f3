#include "text/language.h"

#include "text/utf8.h"

namespace yeon::ingest {

Language guess_language(std::string_view text) noexcept {
  std::size_t hangul = 0;
  std::size_t latin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    if (is_hangul(c.value))
      ++hangul;
    else if ((c.value | 0x20) >= U'a' && (c.value | 0x20) <= U'z')
      ++latin;
  }
  return hangul * 7 >= hangul + latin && hangul > 0 ? Language::kKorean : Language::kEnglish;
}

}  // namespace yeon::ingest
