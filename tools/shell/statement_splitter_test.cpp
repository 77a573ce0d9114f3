#include "shell/statement_splitter.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using yeon::tools::StatementSplitter;

namespace {

std::vector<std::string> statements(std::string_view text) {
  StatementSplitter splitter;
  splitter.push(text);
  std::vector<std::string> out;
  while (auto statement = splitter.next()) out.push_back(*statement);
  if (std::string rest = splitter.rest(); !rest.empty()) out.push_back("rest: " + rest);
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("statements end at a semicolon, and only outside strings, names and comments") {
  CHECK(statements("RETURN 1; RETURN 2;") == Strings{"RETURN 1", "RETURN 2"});
  CHECK(statements("RETURN ';' AS a;") == Strings{"RETURN ';' AS a"});
  CHECK(statements("RETURN \"a;b\";") == Strings{"RETURN \"a;b\""});
  CHECK(statements("RETURN 'it\\'s; ok';") == Strings{"RETURN 'it\\'s; ok'"});
  CHECK(statements("MATCH (n:`a;b``;`) RETURN n;") == Strings{"MATCH (n:`a;b``;`) RETURN n"});
  CHECK(statements("RETURN 1 // not; yet\n + 1;") == Strings{"RETURN 1 // not; yet\n + 1"});
  CHECK(statements("RETURN /* ; */ 1;") == Strings{"RETURN /* ; */ 1"});
}

TEST_CASE("what has no semicolon is the rest; blanks and comments are no statement") {
  CHECK(statements("RETURN 1") == Strings{"rest: RETURN 1"});
  CHECK(statements(" ;; \n ; ") == Strings{});
  CHECK(statements("// only a comment\n") == Strings{});
  CHECK(statements("RETURN 'open; string") == Strings{"rest: RETURN 'open; string"});
}

TEST_CASE("the pieces in which text arrives do not matter") {
  const std::string text = "RETURN 1 /* ; */ ; // x;\nRETURN 'a\\';' ; RETURN 2";
  const Strings whole = statements(text);
  for (std::size_t size = 1; size < text.size(); ++size) {
    StatementSplitter splitter;
    Strings pieces;
    for (std::size_t at = 0; at < text.size(); at += size) {
      splitter.push(std::string_view(text).substr(at, size));
      while (auto statement = splitter.next()) pieces.push_back(*statement);
    }
    if (std::string rest = splitter.rest(); !rest.empty()) pieces.push_back("rest: " + rest);
    CAPTURE(size);
    CHECK(pieces == whole);
  }
}

TEST_CASE("pending tells a statement begun from one not begun") {
  StatementSplitter splitter;
  splitter.push("  \n");
  CHECK_FALSE(splitter.next());
  CHECK_FALSE(splitter.pending());
  splitter.push("MATCH (n)\n");
  CHECK_FALSE(splitter.next());
  CHECK(splitter.pending());
  splitter.clear();
  CHECK_FALSE(splitter.pending());
}
