#include "parser/rules.h"

namespace yeon::query {

using namespace ast;

Statement Rules::statement() {
  Statement out;
  if (tokens.accept_keyword("EXPLAIN")) {
    out.mode = Mode::kExplain;
  } else if (tokens.accept_keyword("PROFILE")) {
    out.mode = Mode::kProfile;
  }
  if (at_schema()) {
    out.body = schema();
  } else {
    out.body = query();
  }
  tokens.accept_symbol(";");
  if (tokens.peek().kind != TokenKind::kEnd) tokens.fail_expected("a clause");
  return out;
}

Query Rules::query() {
  const DepthGuard guard(*this);
  Query out;
  out.span = tokens.peek().span;
  out.parts.push_back(single_query());
  while (tokens.at_keyword("UNION")) {
    out.union_spans.push_back(tokens.take().span);
    const bool all = tokens.accept_keyword("ALL");
    if (!all) tokens.accept_keyword("DISTINCT");
    out.union_all.push_back(all);
    out.parts.push_back(single_query());
  }
  out.span = tokens.span_from(out.span);
  return out;
}

SingleQuery Rules::single_query() {
  SingleQuery out;
  do {
    out.clauses.push_back(clause());
  } while (!tokens.failed() && tokens.peek().kind != TokenKind::kEnd && !tokens.at_symbol(";") &&
           !tokens.at_symbol("}") && !tokens.at_keyword("UNION"));
  return out;
}

}  // namespace yeon::query
