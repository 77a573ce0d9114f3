#include "parser/rules.h"

// schema     := CREATE INDEX [name] [IF NOT EXISTS] FOR (v:Label) ON (v.property)
//             | CREATE CONSTRAINT [name] [IF NOT EXISTS] FOR (v:Label) REQUIRE v.property IS UNIQUE
//             | DROP (INDEX | CONSTRAINT) name [IF EXISTS]
//             | SHOW (INDEXES | CONSTRAINTS | PROCEDURES | FUNCTIONS)

namespace yeon::query {

using namespace ast;

bool Rules::at_schema() const {
  if (tokens.at_keyword("SHOW")) return true;
  if (!tokens.at_keyword("CREATE") && !tokens.at_keyword("DROP")) return false;
  return tokens.at_keyword("INDEX", 1) || tokens.at_keyword("CONSTRAINT", 1) ||
         (tokens.at_keyword("RANGE", 1) && tokens.at_keyword("INDEX", 2));
}

namespace {

Schema show_statement(TokenStream& tokens) {
  Schema out;
  if (tokens.accept_keyword("INDEXES") || tokens.accept_keyword("INDEX")) {
    out.kind = Schema::Kind::kShowIndexes;
  } else if (tokens.accept_keyword("CONSTRAINTS") || tokens.accept_keyword("CONSTRAINT")) {
    out.kind = Schema::Kind::kShowConstraints;
  } else if (tokens.accept_keyword("PROCEDURES") || tokens.accept_keyword("PROCEDURE")) {
    out.kind = Schema::Kind::kShowProcedures;
  } else if (tokens.accept_keyword("FUNCTIONS") || tokens.accept_keyword("FUNCTION")) {
    out.kind = Schema::Kind::kShowFunctions;
  } else {
    tokens.fail_expected("INDEXES, CONSTRAINTS, PROCEDURES or FUNCTIONS");
  }
  return out;
}

Schema drop_statement(TokenStream& tokens) {
  Schema out;
  out.kind = Schema::Kind::kDropIndex;
  out.name = tokens.expect_name("the name of an index or constraint").text;
  if (tokens.accept_keyword("IF")) {
    tokens.expect_keyword("EXISTS");
    out.if_exists = true;
  }
  return out;
}

Schema create_statement(TokenStream& tokens, bool constraint) {
  Schema out;
  out.unique = constraint;
  if (!tokens.at_keyword("IF") && !tokens.at_keyword("FOR")) {
    out.name = tokens.expect_name("a name, IF NOT EXISTS or FOR").text;
  }
  if (tokens.accept_keyword("IF")) {
    tokens.expect_keyword("NOT");
    tokens.expect_keyword("EXISTS");
    out.if_not_exists = true;
  }
  tokens.expect_keyword("FOR");
  tokens.expect_symbol("(");
  tokens.expect_name("a variable");
  tokens.expect_symbol(":");
  out.label = tokens.expect_name("a label").text;
  tokens.expect_symbol(")");
  tokens.expect_keyword(constraint ? "REQUIRE" : "ON");
  const bool parenthesised = tokens.accept_symbol("(");
  tokens.expect_name("a variable");
  tokens.expect_symbol(".");
  out.property = tokens.expect_name("a property").text;
  if (parenthesised) tokens.expect_symbol(")");
  if (constraint) {
    tokens.expect_keyword("IS");
    tokens.expect_keyword("UNIQUE");
  }
  return out;
}

}  // namespace

Schema Rules::schema() {
  if (tokens.accept_keyword("SHOW")) return show_statement(tokens);
  const bool drop = tokens.at_keyword("DROP");
  tokens.take();
  tokens.accept_keyword("RANGE");
  const bool constraint = tokens.at_keyword("CONSTRAINT");
  tokens.take();
  return drop ? drop_statement(tokens) : create_statement(tokens, constraint);
}

}  // namespace yeon::query
