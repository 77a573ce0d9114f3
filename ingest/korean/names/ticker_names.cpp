#include "korean/hangul.h"
#include "korean/names/scan.h"

namespace yeon::ingest::korean {
namespace {

// Korean codes have six places: digits, or digits and capital letters for newer ones.
bool is_ticker(std::u32string_view text) {
  if (text.size() != 6) return false;
  std::size_t digits = 0;
  for (const char32_t c : text) {
    if (!is_digit(c) && !is_upper(c)) return false;
    digits += is_digit(c) ? 1 : 0;
  }
  return digits >= 4;
}

}  // namespace

void find_tickers(const SentenceScan& scan, NameTable& table) {
  for (std::size_t i = 1; i + 2 < scan.words.size(); ++i) {
    if (!scan.is_kind(i, WordKind::kOpenBracket) || !scan.is_run(i + 1) ||
        !scan.is_kind(i + 2, WordKind::kCloseBracket) || !is_ticker(scan.text(i + 1))) {
      continue;
    }
    if (!scan.is_run(i - 1) || !scan.words[i].glued) continue;
    // 'LG 화학[051910]': a listed name of several words that ends here goes before the last word.
    std::u32string_view name = scan.text(i - 1);
    for (const ListedName& listed : scan.listed) {
      if (listed.span.end == scan.words[i - 1].span.end &&
          scan.document.slice_points(listed.span).size() > name.size()) {
        name = scan.document.slice_points(listed.span);
      }
    }
    table.add(name, EntityLabel::kFirm, 10, scan.sentence);
  }
}

}  // namespace yeon::ingest::korean
