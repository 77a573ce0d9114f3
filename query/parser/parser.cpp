#include "parser/parser.h"

#include "lexer/lexer.h"
#include "parser/rules.h"
#include "parser/token_stream.h"

namespace yeon::query {

DepthGuard::DepthGuard(Rules& rules) : rules_(rules) {
  if (++rules_.nesting_ > kMaxDepth) {
    rules_.tokens.fail_at(rules_.tokens.peek().span, "UnexpectedSyntax",
                          fmt::format("nested more than {} deep", kMaxDepth),
                          "split the statement with WITH");
  }
}

DepthGuard::~DepthGuard() { --rules_.nesting_; }

Result<ast::Statement> parse(std::string_view statement) {
  Result<std::vector<Token>> tokens = tokenize(statement);
  if (!tokens) return fail(std::move(tokens).error());
  TokenStream stream(*std::move(tokens), statement);
  ast::Statement tree = Rules(stream).statement();
  if (stream.failed()) return fail(stream.error());
  return tree;
}

}  // namespace yeon::query
