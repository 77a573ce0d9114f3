#pragma once

#include <string_view>

#include "ast/query.h"
#include "yeon/base/result.h"

namespace yeon::query {

/// How deep expressions, patterns and subqueries may nest. Keeps every recursion over a syntax
/// tree within the stack, sanitizer builds included.
inline constexpr std::uint32_t kMaxDepth = 400;

/// The syntax tree of one statement; a final `;` is allowed.
/// Errors: those of tokenize(); SyntaxError with UnexpectedSyntax, InvalidRelationshipPattern,
///         IntegerOverflow, FloatingPointOverflow, InvalidParameterUse and the like, with the
///         place of the first unexpected token.
/// Complexity: O(length), but for a bounded look-ahead at patterns inside expressions.
/// Method: recursive descent for clauses and patterns, Pratt's for operators ("Top Down Operator
///         Precedence", POPL 1973).
Result<ast::Statement> parse(std::string_view statement);

}  // namespace yeon::query
