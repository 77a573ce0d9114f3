#include "parser/rules.h"

namespace yeon::query {

using namespace ast;

Clause Rules::clause() {
  const DepthGuard guard(*this);
  Clause out;
  const SourceSpan start = tokens.peek().span;
  if (tokens.accept_keyword("OPTIONAL")) {
    tokens.expect_keyword("MATCH");
    out.body = match(true);
  } else if (tokens.accept_keyword("MATCH")) {
    out.body = match(false);
  } else if (tokens.accept_keyword("UNWIND")) {
    out.body = unwind();
  } else if (tokens.accept_keyword("WITH")) {
    out.body = projection(false);
  } else if (tokens.accept_keyword("RETURN")) {
    out.body = projection(true);
  } else if (tokens.accept_keyword("CREATE")) {
    out.body = Create{pattern()};
  } else if (tokens.accept_keyword("MERGE")) {
    out.body = merge();
  } else if (tokens.accept_keyword("SET")) {
    out.body = Set{set_items()};
  } else if (tokens.accept_keyword("REMOVE")) {
    out.body = Remove{remove_items()};
  } else if (tokens.accept_keyword("DETACH")) {
    tokens.expect_keyword("DELETE");
    out.body = delete_clause(true);
  } else if (tokens.accept_keyword("DELETE")) {
    out.body = delete_clause(false);
  } else if (tokens.accept_keyword("FOREACH")) {
    out.body = foreach_clause();
  } else if (tokens.accept_keyword("CALL")) {
    out = call();
  } else {
    tokens.fail_expected("a clause such as MATCH, CREATE, WITH or RETURN");
  }
  out.span = tokens.span_from(start);
  return out;
}

Match Rules::match(bool optional) {
  Match out;
  out.optional = optional;
  out.pattern = pattern();
  if (tokens.accept_keyword("WHERE")) out.where = expression();
  return out;
}

Unwind Rules::unwind() {
  Unwind out;
  out.list = expression();
  tokens.expect_keyword("AS");
  const Token name = tokens.expect_name("a variable");
  out.name = name.text;
  out.name_span = name.span;
  return out;
}

Projection Rules::projection(bool is_return) {
  Projection out;
  out.is_return = is_return;
  out.distinct = tokens.accept_keyword("DISTINCT");
  if (tokens.accept_symbol("*")) {
    out.star = true;
  } else {
    out.items.push_back(projection_item());
  }
  while (tokens.accept_symbol(",")) out.items.push_back(projection_item());
  if (tokens.at_keyword("ORDER") && tokens.at_keyword("BY", 1)) {
    tokens.take();
    tokens.take();
    do {
      SortItem item;
      item.expression = expression();
      if (tokens.accept_keyword("DESC") || tokens.accept_keyword("DESCENDING")) {
        item.descending = true;
      } else if (!tokens.accept_keyword("ASC")) {
        tokens.accept_keyword("ASCENDING");
      }
      out.order_by.push_back(std::move(item));
    } while (tokens.accept_symbol(","));
  }
  if (tokens.accept_keyword("SKIP") || tokens.accept_keyword("OFFSET")) out.skip = expression();
  if (tokens.accept_keyword("LIMIT")) out.limit = expression();
  if (!is_return && tokens.accept_keyword("WHERE")) out.where = expression();
  return out;
}

ProjectionItem Rules::projection_item() {
  ProjectionItem out;
  out.expression = expression();
  out.text = tokens.text_of(out.expression->span);
  if (tokens.accept_keyword("AS")) {
    const Token alias = tokens.expect_name("a name");
    out.alias = alias.text;
    out.alias_span = alias.span;
  }
  return out;
}

Merge Rules::merge() {
  Merge out;
  out.part = pattern_part();
  while (tokens.at_keyword("ON")) {
    tokens.take();
    const bool on_create = tokens.accept_keyword("CREATE");
    if (!on_create) tokens.expect_keyword("MATCH");
    tokens.expect_keyword("SET");
    std::vector<SetItem> items = set_items();
    std::vector<SetItem>& to = on_create ? out.on_create : out.on_match;
    for (SetItem& item : items) to.push_back(std::move(item));
  }
  return out;
}

Delete Rules::delete_clause(bool detach) {
  Delete out;
  out.detach = detach;
  do {
    out.targets.push_back(expression());
  } while (tokens.accept_symbol(","));
  return out;
}

Foreach Rules::foreach_clause() {
  Foreach out;
  tokens.expect_symbol("(");
  const Token name = tokens.expect_name("a variable");
  out.name = name.text;
  out.name_span = name.span;
  tokens.expect_keyword("IN");
  const bool before = std::exchange(bar_is_label_or_, false);
  out.list = expression();
  bar_is_label_or_ = before;
  tokens.expect_symbol("|");
  do {
    out.body.push_back(clause());
  } while (!tokens.failed() && !tokens.at_symbol(")"));
  tokens.expect_symbol(")");
  return out;
}

Clause Rules::call() {
  Clause out;
  if (tokens.accept_symbol("{")) {
    Subquery subquery;
    subquery.query = std::make_unique<Query>(query());
    tokens.expect_symbol("}");
    out.body = std::move(subquery);
  } else {
    out.body = call_procedure();
  }
  return out;
}

Call Rules::call_procedure() {
  Call out;
  const SourceSpan start = tokens.peek().span;
  out.procedure = tokens.expect_name("the name of a procedure").text;
  while (tokens.accept_symbol(".")) {
    out.procedure += "." + tokens.expect_name("the name of a procedure").text;
  }
  out.procedure_span = tokens.span_from(start);
  if (tokens.accept_symbol("(")) {
    out.explicit_arguments = true;
    if (!tokens.at_symbol(")")) {
      do {
        out.arguments.push_back(expression());
      } while (tokens.accept_symbol(","));
    }
    tokens.expect_symbol(")");
  }
  if (!tokens.accept_keyword("YIELD")) return out;
  out.has_yield = true;
  if (tokens.accept_symbol("*")) {
    out.yield_star = true;
  } else if (!tokens.accept_symbol("-")) {  // YIELD - : nothing
    do {
      YieldItem item;
      const Token column = tokens.expect_name("a result column");
      item.column = column.text;
      item.name = column.text;
      item.span = column.span;
      if (tokens.accept_keyword("AS")) {
        const Token name = tokens.expect_name("a variable");
        item.name = name.text;
        item.span = name.span;
      }
      out.yields.push_back(std::move(item));
    } while (tokens.accept_symbol(","));
  }
  if (tokens.accept_keyword("WHERE")) out.where = expression();
  return out;
}

std::vector<SetItem> Rules::set_items() {
  std::vector<SetItem> out;
  do {
    out.push_back(set_item(false));
  } while (tokens.accept_symbol(","));
  return out;
}

std::vector<SetItem> Rules::remove_items() {
  std::vector<SetItem> out;
  do {
    out.push_back(set_item(true));
  } while (tokens.accept_symbol(","));
  return out;
}

SetItem Rules::set_item(bool removing) {
  SetItem out;
  const SourceSpan start = tokens.peek().span;
  ExpressionPtr target = postfix(atom());
  if (target->kind == ExpressionKind::kHasLabels) {
    out.kind = SetItem::Kind::kLabels;
    const auto collect = [&](const auto& self, const LabelExpression& labels) -> void {
      if (labels.kind == LabelExpression::Kind::kName) {
        out.labels.push_back(labels.name);
      } else if (labels.kind == LabelExpression::Kind::kAnd) {
        for (const LabelExpression& operand : labels.operands) self(self, operand);
      } else {
        tokens.fail_at(labels.span, "UnexpectedSyntax", "only plain labels can be set or removed");
      }
    };
    collect(collect, *target->labels);
    out.target = std::move(target->operands[0]);
  } else if (target->kind == ExpressionKind::kProperty) {
    out.kind = SetItem::Kind::kProperty;
    out.key = target->text;
    out.target = std::move(target->operands[0]);
    if (!removing) {
      tokens.expect_symbol("=");
      out.value = expression();
    }
  } else if (!removing && tokens.at_symbol("=")) {
    tokens.take();
    out.kind = SetItem::Kind::kReplace;
    out.target = std::move(target);
    out.value = expression();
  } else if (!removing && tokens.at_symbol("+=")) {
    tokens.take();
    out.kind = SetItem::Kind::kMerge;
    out.target = std::move(target);
    out.value = expression();
  } else {
    tokens.fail_expected(removing ? "a property or a label" : "`=`, `+=` or a label");
  }
  out.span = tokens.span_from(start);
  return out;
}

}  // namespace yeon::query
