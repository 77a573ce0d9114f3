#include <charconv>
#include <cmath>
#include <limits>

#include "parser/rules.h"

namespace yeon::query {

using namespace ast;

ExpressionPtr Rules::literal(Value value) {
  ExpressionPtr node = make(ExpressionKind::kLiteral, tokens.take().span);
  node->literal = std::move(value);
  return done(std::move(node));
}

std::string Rules::property_key() { return tokens.expect_name("a property key").text; }

ExpressionPtr Rules::atom() {
  const Token& token = tokens.peek();
  switch (token.kind) {
    case TokenKind::kInteger:
    case TokenKind::kFloat:
      return number(false);
    case TokenKind::kString:
      return literal(Value(token.text));
    case TokenKind::kParameter: {
      ExpressionPtr node = make(ExpressionKind::kParameter, token.span);
      node->text = tokens.take().text;
      return done(std::move(node));
    }
    case TokenKind::kName:
    case TokenKind::kQuotedName:
      return name_or_call();
    case TokenKind::kSymbol:
      if (token.text == "(") return parenthesised();
      if (token.text == "[") return list_or_comprehension();
      if (token.text == "{") return map_literal();
      break;
    case TokenKind::kEnd:
      break;
  }
  tokens.fail_expected("an expression");
  return make(ExpressionKind::kLiteral, token.span);
}

ExpressionPtr Rules::number(bool negative) {
  const Token token = tokens.take();
  ExpressionPtr node = make(ExpressionKind::kLiteral, token.span);
  const std::string& text = token.text;
  if (token.kind == TokenKind::kFloat) {
    double value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool too_large = status == std::errc::result_out_of_range &&
                           text.find("e-") == std::string::npos &&
                           text.find("E-") == std::string::npos;
    if (too_large || std::isinf(value)) {
      tokens.fail_at(token.span, "FloatingPointOverflow",
                     fmt::format("`{}` is too large for a 64-bit float", text));
    }
    node->literal = Value(negative ? -value : value);
    return done(std::move(node));
  }
  int base = 10;
  std::size_t skip = 0;
  if (text.size() > 1 && text[0] == '0' && (text[1] | 0x20) == 'x') base = 16;
  if (text.size() > 1 && text[0] == '0' && (text[1] | 0x20) == 'o') base = 8;
  if (base != 10) skip = 2;
  std::uint64_t value = 0;
  const auto [end, status] =
      std::from_chars(text.data() + skip, text.data() + text.size(), value, base);
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (status != std::errc{} || value > kMost + (negative ? 1 : 0)) {
    tokens.fail_at(token.span, "IntegerOverflow",
                   fmt::format("`{}{}` does not fit a 64-bit integer", negative ? "-" : "", text));
  }
  node->literal = Value(static_cast<std::int64_t>(negative ? ~value + 1 : value));
  return done(std::move(node));
}

ExpressionPtr Rules::parenthesised() {
  if (ExpressionPtr found = try_pattern()) return found;
  const SourceSpan start = tokens.peek().span;
  const bool before = std::exchange(bar_is_label_or_, true);
  tokens.expect_symbol("(");
  ExpressionPtr inner = expression();
  tokens.expect_symbol(")");
  bar_is_label_or_ = before;
  inner->span = tokens.span_from(start);
  return inner;
}

// --- Patterns inside expressions

/// A cheap test before speculation: the bracket closes, and an arrow follows it.
bool Rules::pattern_may_follow() const {
  if (!tokens.at_symbol("(")) return false;
  const std::size_t close = tokens.closing();
  if (close == TokenStream::kNone || no_pattern_at_.contains(tokens.position())) return false;
  return at_relationship(close + 1 - tokens.position());
}

ExpressionPtr Rules::try_pattern() {
  if (tokens.failed() || !pattern_may_follow()) return nullptr;
  const std::size_t start = tokens.position();
  ExpressionPtr node = make(ExpressionKind::kPatternPredicate, tokens.peek().span);
  node->pattern = std::make_unique<Pattern>();
  node->pattern->parts.push_back(anonymous_part());
  if (!tokens.failed() && !node->pattern->parts[0].relationships.empty()) {
    return done(std::move(node));
  }
  // Remembered, so that nested attempts stay linear.
  no_pattern_at_.insert(start);
  tokens.rewind(start);
  return nullptr;
}

ExpressionPtr Rules::pattern_comprehension() {
  const SourceSpan start = tokens.peek().span;
  tokens.expect_symbol("[");
  ExpressionPtr node = make(ExpressionKind::kPatternComprehension, start);
  node->pattern = std::make_unique<Pattern>();
  const bool before = std::exchange(bar_is_label_or_, false);
  node->pattern->parts.push_back(pattern_part());
  node->operands.push_back(tokens.accept_keyword("WHERE") ? expression() : nullptr);
  tokens.expect_symbol("|");
  bar_is_label_or_ = true;
  node->operands.push_back(expression());
  bar_is_label_or_ = before;
  tokens.expect_symbol("]");
  return done(std::move(node));
}

// --- Lists and maps

ExpressionPtr Rules::list_or_comprehension() {
  const DepthGuard guard(*this);
  const SourceSpan start = tokens.peek().span;
  // [(a)-->(b) | x] and [p = (a)-->(b) | x]
  const bool named = tokens.at_name(1) && tokens.at_symbol("=", 2) && tokens.at_symbol("(", 3);
  const std::size_t paren = named ? 3 : 1;
  if (tokens.at_symbol("(", paren)) {
    const std::size_t position = tokens.position();
    const std::size_t close = tokens.closing(paren);
    if (close != TokenStream::kNone && at_relationship(close + 1 - position) &&
        !no_pattern_at_.contains(position)) {
      ExpressionPtr found = pattern_comprehension();
      if (!tokens.failed()) return found;
      const Error first = tokens.error();
      no_pattern_at_.insert(position);
      tokens.rewind(position);
      if (named) {  // cannot be anything else
        tokens.fail_at(*first.where, first.detail, first.message, first.hint);
        return found;
      }
    }
  }
  tokens.expect_symbol("[");
  if (tokens.at_name() && tokens.at_keyword("IN", 1)) {
    ExpressionPtr node = make(ExpressionKind::kListComprehension, start);
    const bool before = std::exchange(bar_is_label_or_, false);
    node->text = tokens.take().text;
    tokens.take();
    node->operands.push_back(expression());
    node->operands.push_back(tokens.accept_keyword("WHERE") ? expression() : nullptr);
    bar_is_label_or_ = true;
    node->operands.push_back(tokens.accept_symbol("|") ? expression() : nullptr);
    bar_is_label_or_ = before;
    // `[x IN xs]` is that comprehension; `[x IN xs, ...]` a list of predicates.
    if (tokens.accept_symbol("]")) return done(std::move(node));
    if (node->operands[1] || node->operands[2]) {
      tokens.expect_symbol("]");
      return node;
    }
    ExpressionPtr variable = make(ExpressionKind::kVariable, start);
    variable->text = node->text;
    ExpressionPtr in = make(ExpressionKind::kBinary, start);
    in->op = Operator::kIn;
    in->operands.push_back(std::move(variable));
    in->operands.push_back(std::move(node->operands[0]));
    node = make(ExpressionKind::kList, start);
    node->operands.push_back(done(std::move(in)));
    while (tokens.accept_symbol(",")) node->operands.push_back(expression());
    tokens.expect_symbol("]");
    return done(std::move(node));
  }
  ExpressionPtr node = make(ExpressionKind::kList, start);
  const bool before = std::exchange(bar_is_label_or_, true);
  if (!tokens.at_symbol("]")) {
    do {
      node->operands.push_back(expression());
    } while (tokens.accept_symbol(","));
  }
  bar_is_label_or_ = before;
  tokens.expect_symbol("]");
  return done(std::move(node));
}

ExpressionPtr Rules::map_literal() {
  const DepthGuard guard(*this);
  ExpressionPtr node = make(ExpressionKind::kMap, tokens.peek().span);
  const bool before = std::exchange(bar_is_label_or_, true);
  tokens.expect_symbol("{");
  if (!tokens.at_symbol("}")) {
    do {
      node->names.push_back(property_key());
      tokens.expect_symbol(":");
      node->operands.push_back(expression());
    } while (tokens.accept_symbol(","));
  }
  tokens.expect_symbol("}");
  bar_is_label_or_ = before;
  return done(std::move(node));
}

/// `n {.name, .*, key: value, other}`; names: the key, or "*" with no operand.
ExpressionPtr Rules::map_projection(const Token& variable) {
  const DepthGuard guard(*this);
  ExpressionPtr node = make(ExpressionKind::kMapProjection, variable.span);
  node->text = variable.text;
  const bool before = std::exchange(bar_is_label_or_, true);
  tokens.expect_symbol("{");
  if (!tokens.at_symbol("}")) {
    do {
      if (tokens.accept_symbol(".")) {
        if (tokens.accept_symbol("*")) {
          node->names.push_back("*");
          node->operands.push_back(nullptr);
          continue;
        }
        ExpressionPtr subject = make(ExpressionKind::kVariable, variable.span);
        subject->text = variable.text;
        ExpressionPtr property = make(ExpressionKind::kProperty, tokens.peek().span);
        property->text = property_key();
        property->operands.push_back(std::move(subject));
        node->names.push_back(property->text);
        node->operands.push_back(done(std::move(property)));
      } else {
        const Token key = tokens.expect_name("a key");
        node->names.push_back(key.text);
        if (tokens.accept_symbol(":")) {
          node->operands.push_back(expression());
        } else {
          ExpressionPtr value = make(ExpressionKind::kVariable, key.span);
          value->text = key.text;
          node->operands.push_back(done(std::move(value)));
        }
      }
    } while (tokens.accept_symbol(","));
  }
  tokens.expect_symbol("}");
  bar_is_label_or_ = before;
  return done(std::move(node));
}

// --- Names: literals, CASE, quantifiers, subqueries, functions, variables

ExpressionPtr Rules::name_or_call() {
  const DepthGuard guard(*this);
  if (tokens.peek().kind == TokenKind::kQuotedName) return call_or_variable();
  const bool call = tokens.at_symbol("(", 1);
  const bool braces = tokens.at_symbol("{", 1);
  if (!call) {
    if (tokens.at_keyword("NULL")) return literal(Value());
    if (tokens.at_keyword("TRUE")) return literal(Value(true));
    if (tokens.at_keyword("FALSE")) return literal(Value(false));
  }
  if (tokens.at_keyword("CASE") && !tokens.at_symbol(".", 1) && !tokens.at_symbol(",", 1)) {
    return case_expression();
  }
  if (braces && tokens.at_keyword("EXISTS")) return subquery(ExpressionKind::kExistsSubquery);
  if (braces && tokens.at_keyword("COUNT")) return subquery(ExpressionKind::kCountSubquery);
  if (braces && tokens.at_keyword("COLLECT")) return subquery(ExpressionKind::kCollectSubquery);
  if (call && tokens.at_name(2) && tokens.at_keyword("IN", 3)) {
    if (tokens.at_keyword("ALL")) return quantifier(Operator::kAll);
    if (tokens.at_keyword("ANY")) return quantifier(Operator::kAny);
    if (tokens.at_keyword("NONE")) return quantifier(Operator::kNoneOf);
    if (tokens.at_keyword("SINGLE")) return quantifier(Operator::kSingle);
  }
  if (call && tokens.at_keyword("REDUCE") && tokens.at_symbol("=", 3)) return reduce();
  return call_or_variable();
}

ExpressionPtr Rules::call_or_variable() {
  const Token name = tokens.take();
  if (tokens.at_symbol("(")) return function_call(name.text, name.span);
  if (tokens.at_symbol("{")) return map_projection(name);
  // ns.name(...): a dotted name is a function only if a parenthesis ends it.
  std::size_t ahead = 0;
  while (tokens.at_symbol(".", ahead) && tokens.at_name(ahead + 1)) ahead += 2;
  if (ahead > 0 && tokens.at_symbol("(", ahead)) {
    std::string full = name.text;
    for (std::size_t i = 0; i < ahead; i += 2) {
      tokens.take();
      full += "." + tokens.take().text;
    }
    return function_call(std::move(full), name.span);
  }
  ExpressionPtr node = make(ExpressionKind::kVariable, name.span);
  node->text = name.text;
  return done(std::move(node));
}

ExpressionPtr Rules::function_call(std::string name, const SourceSpan& start) {
  ExpressionPtr node = make(ExpressionKind::kFunction, start);
  node->text = std::move(name);
  const bool before = std::exchange(bar_is_label_or_, true);
  tokens.expect_symbol("(");
  const bool is_count = node->text.size() == 5 && (node->text[0] | 0x20) == 'c' &&
                        tokens.at_symbol("*") && tokens.at_symbol(")", 1);
  if (is_count) {
    tokens.take();
    node->kind = ExpressionKind::kCountStar;
    node->text = "count";
  } else {
    node->distinct = tokens.accept_keyword("DISTINCT");
    if (!tokens.at_symbol(")")) {
      do {
        node->operands.push_back(expression());
      } while (tokens.accept_symbol(","));
    }
  }
  tokens.expect_symbol(")");
  bar_is_label_or_ = before;
  return done(std::move(node));
}

ExpressionPtr Rules::case_expression() {
  ExpressionPtr node = make(ExpressionKind::kCase, tokens.take().span);
  node->operands.push_back(tokens.at_keyword("WHEN") ? nullptr : expression());
  while (tokens.accept_keyword("WHEN")) {
    node->operands.push_back(expression());
    tokens.expect_keyword("THEN");
    node->operands.push_back(expression());
  }
  if (node->operands.size() < 3) tokens.fail_expected("WHEN");
  if (tokens.accept_keyword("ELSE")) node->otherwise = expression();
  tokens.expect_keyword("END");
  return done(std::move(node));
}

ExpressionPtr Rules::quantifier(Operator op) {
  ExpressionPtr node = make(ExpressionKind::kQuantifier, tokens.take().span);
  node->op = op;
  const bool before = std::exchange(bar_is_label_or_, true);
  tokens.expect_symbol("(");
  node->text = tokens.take().text;
  tokens.take();
  node->operands.push_back(expression());
  node->operands.push_back(tokens.accept_keyword("WHERE") ? expression() : nullptr);
  tokens.expect_symbol(")");
  bar_is_label_or_ = before;
  return done(std::move(node));
}

ExpressionPtr Rules::reduce() {
  ExpressionPtr node = make(ExpressionKind::kReduce, tokens.take().span);
  const bool before = std::exchange(bar_is_label_or_, true);
  tokens.expect_symbol("(");
  node->text = tokens.expect_name("an accumulator").text;
  tokens.expect_symbol("=");
  node->operands.push_back(expression());
  tokens.expect_symbol(",");
  node->other_text = tokens.expect_name("a variable").text;
  tokens.expect_keyword("IN");
  bar_is_label_or_ = false;
  node->operands.push_back(expression());
  bar_is_label_or_ = true;
  tokens.expect_symbol("|");
  node->operands.push_back(expression());
  tokens.expect_symbol(")");
  bar_is_label_or_ = before;
  return done(std::move(node));
}

/// EXISTS { pattern [WHERE ...] } or EXISTS { query }; COUNT and COLLECT alike.
ExpressionPtr Rules::subquery(ExpressionKind kind) {
  ExpressionPtr node = make(kind, tokens.take().span);
  const bool before = std::exchange(bar_is_label_or_, true);
  tokens.expect_symbol("{");
  const bool bare = tokens.at_symbol("(") || (tokens.at_name() && tokens.at_symbol("=", 1));
  if (bare && kind != ExpressionKind::kCollectSubquery) {
    node->pattern = std::make_unique<Pattern>(pattern());
    node->operands.push_back(tokens.accept_keyword("WHERE") ? expression() : nullptr);
  } else {
    node->query = std::make_unique<Query>(query());
  }
  tokens.expect_symbol("}");
  bar_is_label_or_ = before;
  return done(std::move(node));
}

}  // namespace yeon::query
