#include "text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <optional>

#include "text/utf8.h"

namespace yeon::ingest {
namespace {

constexpr std::string_view kHint = "give a text file in UTF-8, UTF-16, EUC-KR or windows-1252";

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorCloser {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// Converts strictly: a byte sequence the encoding does not know gives nullopt.
std::optional<std::string> convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string wide(bytes.size() + 1, u'\0');
  const std::int32_t length =
      ucnv_toUChars(converter.get(), wide.data(), static_cast<std::int32_t>(wide.size()),
                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;

  std::string out(static_cast<std::size_t>(length) * 3 + 1, '\0');
  std::int32_t written = 0;
  u_strToUTF8(out.data(), static_cast<std::int32_t>(out.size()), &written, wide.data(), length,
              &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(written));
  return out;
}

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};
// The longer marks first: UTF-32's begins with UTF-16's.
constexpr ByteOrderMark kMarks[] = {
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {std::string_view("\xFF\xFE", 2), "UTF-16LE"},
    {std::string_view("\xFE\xFF", 2), "UTF-16BE"},
    {std::string_view("\xEF\xBB\xBF", 3), "UTF-8"},
};

/// UTF-16 without a mark: in Latin text every second byte is zero.
const char* utf16_without_mark(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return nullptr;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const std::size_t units = bytes.size() / 2;
  if (zeros[0] == 0 && zeros[1] * 10 >= units) return "UTF-16LE";
  if (zeros[1] == 0 && zeros[0] * 10 >= units) return "UTF-16BE";
  return nullptr;
}

/// Whether the text is mostly what people write: few control characters, no NUL.
bool is_readable(std::string_view text) {
  std::size_t controls = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return false;
    if (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') ++controls;
    if (byte == 0x7F) ++controls;
  }
  return controls * 100 <= text.size();
}

/// A legacy Korean text turns almost wholly into Hangul; another one, read as CP949, does not.
bool is_mostly_hangul(std::string_view text) {
  std::size_t hangul = 0;
  std::size_t other = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    if (is_hangul(c.value))
      ++hangul;
    else if (c.value >= 0x80)
      ++other;
  }
  return hangul > other * 2;
}

std::optional<std::string> detect_and_convert(std::string_view bytes) {
  constexpr std::int32_t kLeastConfidence = 10;  // of 100; the conversion itself is strict
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return std::nullopt;
  for (std::int32_t i = 0; i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &status) < kLeastConfidence) break;
    const std::string_view encoding = ucsdet_getName(matches[i], &status);
    // A Latin text with few accents is as likely by statistics in any of these; newspapers' curly
    // quotation marks exist only in windows-1252.
    const bool latin = encoding.starts_with("ISO-8859-1") || encoding.starts_with("IBM4");
    if (auto text = convert(bytes, latin ? "windows-1252" : encoding.data())) return text;
  }
  return std::nullopt;
}

Result<std::string> decode_bytes(std::string_view bytes) {
  for (const ByteOrderMark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    auto text = convert(bytes.substr(mark.bytes.size()), mark.encoding);
    if (text) return *std::move(text);
    return fail(ErrorType::kInvalidInput,
                fmt::format("the text is marked as {} but is not valid in it", mark.encoding),
                std::string(kHint));
  }
  if (const char* encoding = utf16_without_mark(bytes)) {
    if (auto text = convert(bytes, encoding)) return *std::move(text);
  }
  if (!is_readable(bytes)) {
    return fail(ErrorType::kInvalidInput, "this is a binary file, not a text", std::string(kHint));
  }
  if (is_valid_utf8(bytes)) return std::string(bytes);
  if (auto text = convert(bytes, "windows-949"); text && is_mostly_hangul(*text)) {
    return *std::move(text);
  }
  if (auto text = detect_and_convert(bytes)) return *std::move(text);
  return fail(ErrorType::kInvalidInput, "the text is in no encoding that can be recognised",
              std::string(kHint));
}

void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t out = 0;
  for (std::size_t in = 0; in < text.size(); ++in) {
    const bool crlf = text[in] == '\r' && in + 1 < text.size() && text[in + 1] == '\n';
    if (crlf) continue;
    text[out++] = text[in] == '\r' ? '\n' : text[in];
  }
  text.resize(out);
}

}  // namespace

Result<std::string> decode_text(std::string_view bytes) {
  // ICU's converters count in 32 bits; no article comes near.
  constexpr std::size_t kMostBytes = std::size_t{64} << 20;
  if (bytes.size() > kMostBytes) {
    return fail(ErrorType::kInvalidInput, "the text is longer than 64 MiB",
                "split it into single articles");
  }
  Result<std::string> text = decode_bytes(bytes);
  if (!text) return text;
  if (!is_readable(*text)) {
    return fail(ErrorType::kInvalidInput, "this is a binary file, not a text", std::string(kHint));
  }
  unify_line_ends(*text);
  if (text->find_first_not_of(" \t\n\f\v") == std::string::npos) {
    return fail(ErrorType::kInvalidInput, "the text is empty", "give an article with words in it");
  }
  return text;
}

}  // namespace yeon::ingest
