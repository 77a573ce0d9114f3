#include "lexer/lexer.h"

#include <doctest/doctest.h>

namespace yeon::query {
namespace {

std::string show(std::string_view text) {
  const Result<std::vector<Token>> tokens = tokenize(text);
  if (!tokens) {
    return fmt::format("{} {}:{}", tokens.error().detail, tokens.error().where->line,
                       tokens.error().where->column);
  }
  std::string out;
  for (const Token& token : *tokens) {
    if (token.kind != TokenKind::kEnd) out += (out.empty() ? "" : " ") + token.text;
  }
  return out;
}

struct Case {
  const char* rule;
  const char* text;
  const char* expected;
};

constexpr Case kCases[] = {
    {"arrows come apart, comparisons do not", "a<-b <= c<>d", "a < - b <= c <> d"},
    {"comments and space are dropped", "a // b\n/* c\n */ d", "a d"},
    {"a range is not a float", "*1..2 1.5 .5 1e9", "* 1 .. 2 1.5 .5 1e9"},
    {"escapes are resolved", R"('a\n\'b\'' "\u00e9")", "a\n'b' \xC3\xA9"},
    {"surrogate pairs make one character", R"('\uD83D\uDE00')", "\xF0\x9F\x98\x80"},
    {"Hangul names", "(회사 {이름: 1})", "( 회사 { 이름 : 1 } )"},
    {"quoted names keep their blanks", "`a b` `c``d`", "a b c`d"},
    {"parameters", "$p $0 $`a b`", "p 0 a b"},
    {"a hexadecimal needs digits", "RETURN 0x", "InvalidNumberLiteral 1:8"},
    {"letters do not glue to numbers", "RETURN 0x1g", "InvalidNumberLiteral 1:8"},
    {"a dash that is not a minus", "RETURN 42 — 41", "InvalidUnicodeCharacter 1:11"},
    {"columns count characters, not bytes", "RETURN '가나' — 1", "InvalidUnicodeCharacter 1:13"},
    {"a string must close", "RETURN 'a", "UnexpectedSyntax 1:8"},
    {"an escape must be one", R"(RETURN '\uH')", "InvalidUnicodeLiteral 1:8"},
    {"a comment must close", "a /* b", "UnexpectedSyntax 1:3"},
};

}  // namespace

TEST_CASE("tokenize: the statement's words, with their places") {
  for (const Case& c : kCases) {
    CAPTURE(c.rule);
    CHECK(show(c.text) == c.expected);
  }
}

TEST_CASE("tokenize: bytes that are not UTF-8 are refused, never crash") {
  for (const std::string_view text :
       {"\xff", "'\xc3'", "`\xe2\x82`", "$\x80", "RETURN '\xed\xa0\x80'"}) {
    static_cast<void>(tokenize(text));
  }
  CHECK_FALSE(tokenize("RETURN '\xff'").has_value());
}

}  // namespace yeon::query
