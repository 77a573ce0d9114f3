#include "text/decode.h"

#include <doctest/doctest.h>

using yeon::ErrorType;
using yeon::ingest::decode_text;

namespace {

std::string decoded(std::string_view bytes) {
  const auto text = decode_text(bytes);
  return text ? *text : fmt::format("{}: {}", yeon::name(text.error().type), text.error().message);
}

}  // namespace

TEST_CASE("decode: UTF-8 stays as it is, with and without a mark") {
  CHECK(decoded("연의 기사\n") == "연의 기사\n");
  CHECK(decoded("\xEF\xBB\xBFOne.\n") == "One.\n");
}

TEST_CASE("decode: every line end becomes one newline") {
  CHECK(decoded("a\r\nb\rc\n\r\n") == "a\nb\nc\n\n");
}

TEST_CASE("decode: UTF-16 of both byte orders, with a mark or without") {
  CHECK(decoded(std::string_view("\xFF\xFE"
                                 "A\0.\0",
                                 6)) == "A.");
  CHECK(decoded(std::string_view("\xFE\xFF\0A\0.", 6)) == "A.");
  CHECK(decoded(std::string_view("H\0i\0 \0y\0o\0u\0", 12)) == "Hi you");
  CHECK(decoded(std::string_view("\xFF\xFE\xF0\xC5", 4)) == "연");
}

TEST_CASE("decode: EUC-KR and the syllables that only CP949 has") {
  // 가나다 in EUC-KR; 똠 (0x8C63) exists in CP949 alone.
  CHECK(decoded("\xB0\xA1\xB3\xAA\xB4\xD9") == "가나다");
  CHECK(decoded("\x8C\x63\xB0\xA1") == "똠가");
}

TEST_CASE("decode: windows-1252 with curly quotation marks and accents") {
  CHECK(decoded("The \x93"
                "new caf\xE9\x94 in Paris will open soon, said Ren\xE9 of the company.") ==
        "The “new café” in Paris will open soon, said René of the company.");
}

TEST_CASE("decode: what is no text is refused in one line") {
  CHECK(decoded("") == "InvalidInput: the text is empty");
  CHECK(decoded(" \r\n\t") == "InvalidInput: the text is empty");
  CHECK(decoded(std::string_view("\x7F"
                                 "ELF\x02\x01\x01\0\0\0\0\0\x03\0>\0",
                                 17)) == "InvalidInput: this is a binary file, not a text");
  CHECK(decoded(std::string_view("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)) ==
        "InvalidInput: this is a binary file, not a text");
  CHECK(decoded(std::string_view("\xFF\xFE\x00\xD8", 4)) ==
        "InvalidInput: the text is marked as UTF-16LE but is not valid in it");
}
