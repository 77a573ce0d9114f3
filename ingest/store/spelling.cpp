#include "store/spelling.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace yeon::ingest::store {
namespace {

/// Legal forms in folded spelling; those of Latin script stand behind the name and apart from it.
constexpr std::array<std::u16string_view, 21> kLatinForms = {
    u"inc",     u"incorporated", u"corp", u"corporation", u"co",  u"company", u"ltd",
    u"limited", u"llc",          u"llp",  u"lp",          u"plc", u"ag",      u"gmbh",
    u"se",      u"nv",           u"bv",   u"sa",          u"spa", u"ab",      u"oyj"};
/// NFKC writes U+321C as "(주)".
constexpr std::array<std::u16string_view, 4> kKoreanForms = {u"주식회사", u"유한회사", u"(주)",
                                                             u"(유)"};

icu::UnicodeString folded(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  if (U_FAILURE(status)) return text;
  icu::UnicodeString result = folding->normalize(text, status);
  return U_FAILURE(status) ? text : result;
}

bool is_quotation(UChar32 c) {
  switch (c) {
    case '"':
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return true;
    default:
      return false;
  }
}

bool is_separator(UChar32 c) {
  return u_isUWhiteSpace(c) || u_charType(c) == U_DASH_PUNCTUATION || c == 0xB7 || c == 0x30FB ||
         c == 0x318D || c == 0x2027;
}

void trim(icu::UnicodeString& text) {
  text.trim();
  while (!text.isEmpty() && (text.endsWith(u",") || text.endsWith(u"."))) {
    text.truncate(text.length() - 1);
    text.trim();
  }
}

bool ends_apart(const icu::UnicodeString& text, const icu::UnicodeString& form) {
  if (!text.endsWith(form) || text.length() == form.length()) return false;
  const char16_t before = text.charAt(text.length() - form.length() - 1);
  return u_isUWhiteSpace(before) || before == u',';
}

/// Cuts one legal form off either end; false where there is none left.
bool cut_legal_form(icu::UnicodeString& text) {
  for (const std::u16string_view view : kKoreanForms) {
    const icu::UnicodeString form(view.data(), static_cast<std::int32_t>(view.size()));
    if (text.length() <= form.length()) continue;
    if (text.startsWith(form)) return text.remove(0, form.length()).trim(), true;
    if (text.endsWith(form)) return text.truncate(text.length() - form.length()), trim(text), true;
  }
  for (const std::u16string_view view : kLatinForms) {
    const icu::UnicodeString form(view.data(), static_cast<std::int32_t>(view.size()));
    if (!ends_apart(text, form)) continue;
    text.truncate(text.length() - form.length());
    trim(text);
    return true;
  }
  return false;
}

bool digits_around(const icu::UnicodeString& text, std::int32_t begin, std::int32_t end) {
  return begin > 0 && end < text.length() && u_isdigit(text.char32At(begin - 1)) &&
         u_isdigit(text.char32At(end));
}

/// Drops quotation marks and separators; between digits one hyphen stands for them.
icu::UnicodeString without_separators(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < text.length();) {
    const UChar32 c = text.char32At(i);
    const std::int32_t next = text.moveIndex32(i, 1);
    if (!is_separator(c)) {
      if (!is_quotation(c)) result.append(c);
      i = next;
      continue;
    }
    std::int32_t end = next;
    while (end < text.length() && is_separator(text.char32At(end))) end = text.moveIndex32(end, 1);
    if (digits_around(text, i, end)) result.append(u'-');
    i = end;
  }
  return result;
}

bool is_hangul(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_HANGUL;
}

}  // namespace

std::string normalised(std::string_view name, EntityLabel label) {
  icu::UnicodeString text = folded(name);
  text.trim();
  if (label == EntityLabel::kFirm || label == EntityLabel::kOrganization) {
    icu::UnicodeString bare = text;
    trim(bare);
    while (cut_legal_form(bare)) {
    }
    if (!bare.isEmpty()) text = bare;
  }
  const icu::UnicodeString joined = without_separators(text);
  std::string result;
  (joined.isEmpty() ? text : joined).toUTF8String(result);
  return result;
}

bool stands_alone(std::string_view alias, EntityLabel label) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(alias.data(), static_cast<std::int32_t>(alias.size())));
  if (text.countChar32() < 2) return false;
  if (label != EntityLabel::kPerson) return true;
  // A person's own name: three syllables or more without a blank, or at least two words of Latin
  // letters. A surname with a title has a blank, a bare surname or given name has one word.
  const bool has_blank = text.indexOf(u' ') >= 0;
  bool all_hangul = true;
  bool any_hangul = false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (is_hangul(c)) {
      any_hangul = true;
    } else {
      all_hangul = false;
    }
  }
  if (all_hangul) return !has_blank && text.countChar32() >= 3;
  return has_blank && !any_hangul;
}

bool is_common_name(std::string_view name) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  const std::int32_t length = text.countChar32();
  if (length < 2 || length > 4) return false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (!is_hangul(text.char32At(i))) return false;
  }
  return true;
}

}  // namespace yeon::ingest::store
