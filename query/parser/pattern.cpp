#include <charconv>

#include "parser/rules.h"

namespace yeon::query {

using namespace ast;

Pattern Rules::pattern() {
  Pattern out;
  do {
    out.parts.push_back(pattern_part());
  } while (tokens.accept_symbol(","));
  return out;
}

PatternPart Rules::pattern_part() {
  const SourceSpan start = tokens.peek().span;
  std::string name;
  SourceSpan name_span;
  if (tokens.at_name() && tokens.at_symbol("=", 1)) {
    const Token token = tokens.take();
    name = token.text;
    name_span = token.span;
    tokens.take();
  }
  PathSelector selector = PathSelector::kAll;
  if (tokens.at_symbol("(", 1)) {
    if (tokens.accept_keyword("SHORTESTPATH")) selector = PathSelector::kShortest;
    if (tokens.accept_keyword("ALLSHORTESTPATHS")) selector = PathSelector::kAllShortest;
  }
  PatternPart out;
  if (selector == PathSelector::kAll) {
    out = anonymous_part();
  } else {
    tokens.expect_symbol("(");
    out = anonymous_part();
    tokens.expect_symbol(")");
  }
  out.selector = selector;
  out.name = std::move(name);
  out.name_span = name_span;
  out.span = tokens.span_from(start);
  return out;
}

PatternPart Rules::anonymous_part() {
  const DepthGuard guard(*this);
  PatternPart out;
  const SourceSpan start = tokens.peek().span;
  // A whole pattern may stand in parentheses of its own.
  const bool wrapped = tokens.at_symbol("(") && tokens.at_symbol("(", 1);
  if (wrapped) {
    tokens.take();
    out = anonymous_part();
    tokens.expect_symbol(")");
    return out;
  }
  out.nodes.push_back(node_pattern());
  while (!tokens.failed() && at_relationship()) {
    out.relationships.push_back(relationship_pattern());
    out.nodes.push_back(node_pattern());
  }
  out.span = tokens.span_from(start);
  return out;
}

NodePattern Rules::node_pattern() {
  NodePattern out;
  out.span = tokens.peek().span;
  tokens.expect_symbol("(");
  if (tokens.at_name() && !(tokens.at_keyword("WHERE") && !tokens.at_symbol(")", 1) &&
                            !tokens.at_symbol(":", 1) && !tokens.at_symbol("{", 1))) {
    const Token name = tokens.take();
    out.name = name.text;
    out.name_span = name.span;
  }
  if (tokens.at_symbol(":")) {
    out.labels = std::make_unique<LabelExpression>(label_expression(false));
  }
  out.properties = pattern_properties();
  if (tokens.accept_keyword("WHERE")) out.where = expression();
  tokens.expect_symbol(")");
  out.span = tokens.span_from(out.span);
  return out;
}

ExpressionPtr Rules::pattern_properties() {
  if (tokens.at_symbol("{")) return map_literal();
  if (tokens.peek().kind == TokenKind::kParameter) return atom();
  return nullptr;
}

bool Rules::at_relationship(std::size_t ahead) const {
  if (tokens.at_symbol("<", ahead)) {
    return tokens.at_symbol("-", ahead + 1) &&
           (tokens.at_symbol("-", ahead + 2) || tokens.at_symbol("[", ahead + 2));
  }
  return tokens.at_symbol("-", ahead) &&
         (tokens.at_symbol("-", ahead + 1) || tokens.at_symbol("[", ahead + 1));
}

RelationshipPattern Rules::relationship_pattern() {
  RelationshipPattern out;
  out.span = tokens.peek().span;
  const bool left = tokens.accept_symbol("<");
  tokens.expect_symbol("-");
  if (tokens.accept_symbol("[")) {
    relationship_detail(out);
    if (!tokens.accept_symbol("]")) {
      tokens.fail_at(tokens.peek().span, "InvalidRelationshipPattern",
                     fmt::format("unexpected {} in a relationship pattern", show(tokens.peek())),
                     "the form is -[name:TYPE|TYPE *min..max {key: value}]->");
    }
  }
  tokens.expect_symbol("-");
  const bool right = tokens.accept_symbol(">");
  out.two_headed = left && right;
  out.arrow = left == right ? Arrow::kEither : (left ? Arrow::kLeft : Arrow::kRight);
  out.span = tokens.span_from(out.span);
  return out;
}

void Rules::relationship_detail(RelationshipPattern& out) {
  if (tokens.at_name()) {
    const Token name = tokens.take();
    out.name = name.text;
    out.name_span = name.span;
  }
  if (tokens.at_symbol(":")) {
    out.types = std::make_unique<LabelExpression>(label_expression(true));
  }
  if (tokens.accept_symbol("*")) range(out);
  out.properties = pattern_properties();
  if (tokens.accept_keyword("WHERE")) out.where = expression();
}

void Rules::range(RelationshipPattern& out) {
  out.variable_length = true;
  const auto bound = [&]() -> std::optional<std::uint64_t> {
    if (tokens.peek().kind != TokenKind::kInteger) return std::nullopt;
    const Token token = tokens.take();
    std::uint64_t value = 0;
    const char* end = token.text.data() + token.text.size();
    const auto [rest, status] = std::from_chars(token.text.data(), end, value);
    if (status != std::errc{} || rest != end) {
      tokens.fail_at(token.span, "InvalidRelationshipPattern",
                     fmt::format("`{}` is no length of a path", token.text));
    }
    return value;
  };
  out.low = bound();
  if (tokens.accept_symbol("..")) {
    out.high = bound();
  } else {
    out.high = out.low;
  }
}

// labels := ":" or ; or := and {"|" [":"] and} ; and := atom {("&" | ":") atom}
// atom   := "!" atom | "(" or ")" | "%" | name
// Among relationship types `:` only follows `|`, as in -[:A|:B]-.

LabelExpression Rules::label_expression(bool in_relationship) {
  tokens.expect_symbol(":");
  return label_or(in_relationship);
}

LabelExpression Rules::label_or(bool in_relationship) {
  const DepthGuard guard(*this);
  LabelExpression first = label_and(in_relationship);
  if (!bar_is_label_or_ && !in_relationship) return first;
  if (!tokens.at_symbol("|")) return first;
  LabelExpression out;
  out.kind = LabelExpression::Kind::kOr;
  out.span = first.span;
  out.operands.push_back(std::move(first));
  while (tokens.accept_symbol("|")) {
    tokens.accept_symbol(":");
    out.operands.push_back(label_and(in_relationship));
  }
  return out;
}

LabelExpression Rules::label_and(bool in_relationship) {
  LabelExpression first = label_atom(in_relationship);
  const auto more = [&] {
    return tokens.at_symbol("&") || (!in_relationship && tokens.at_symbol(":"));
  };
  if (!more()) return first;
  LabelExpression out;
  out.kind = LabelExpression::Kind::kAnd;
  out.span = first.span;
  out.operands.push_back(std::move(first));
  while (more()) {
    tokens.take();
    out.operands.push_back(label_atom(in_relationship));
  }
  return out;
}

LabelExpression Rules::label_atom(bool in_relationship) {
  const DepthGuard guard(*this);
  LabelExpression out;
  out.span = tokens.peek().span;
  if (tokens.accept_symbol("!")) {
    out.kind = LabelExpression::Kind::kNot;
    out.operands.push_back(label_atom(in_relationship));
  } else if (tokens.accept_symbol("(")) {
    const bool before = std::exchange(bar_is_label_or_, true);
    out = label_or(in_relationship);
    bar_is_label_or_ = before;
    tokens.expect_symbol(")");
  } else if (tokens.accept_symbol("%")) {
    out.kind = LabelExpression::Kind::kAnything;
  } else {
    const Token name = tokens.expect_name(in_relationship ? "a relationship type" : "a label");
    out.name = name.text;
    out.span = name.span;
  }
  return out;
}

}  // namespace yeon::query
