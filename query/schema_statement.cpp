#include "schema_statement.h"

#include <algorithm>

#include "functions/aggregates.h"
#include "functions/functions.h"

namespace yeon::query {
namespace {

using ast::Schema;

QueryResult show_indexes(const graph::Database& database, bool only_unique) {
  QueryResult out;
  out.columns = {"name", "label", "property", "unique"};
  for (const graph::IndexDefinition& d : database.indexes()) {
    if (only_unique && !d.unique) continue;
    out.rows.push_back({Value(d.name), Value(d.label), Value(d.property), Value(d.unique)});
  }
  return out;
}

QueryResult show_procedures(const ProcedureRegistry& procedures) {
  QueryResult out;
  out.columns = {"name", "signature", "description"};
  for (const Procedure* p : procedures.all()) {
    std::vector<std::string> inputs, outputs;
    for (const Field& f : p->inputs) inputs.push_back(fmt::format("{} :: {}", f.name, f.type));
    for (const Field& f : p->outputs) outputs.push_back(fmt::format("{} :: {}", f.name, f.type));
    out.rows.push_back({Value(p->name),
                        Value(fmt::format("{}({}) :: ({})", p->name, fmt::join(inputs, ", "),
                                          fmt::join(outputs, ", "))),
                        Value(p->description)});
  }
  return out;
}

QueryResult show_functions() {
  QueryResult out;
  out.columns = {"name", "signature", "description", "aggregating"};
  for (const Function* f : all_functions()) {
    out.rows.push_back({Value(f->name), Value(f->signature), Value(f->description), Value(false)});
  }
  for (const Aggregate& a : all_aggregates()) {
    out.rows.push_back({Value(a.name), Value(a.signature), Value(a.description), Value(true)});
  }
  std::sort(out.rows.begin(), out.rows.end(),
            [](const auto& a, const auto& b) { return a[0].string() < b[0].string(); });
  return out;
}

bool is_there(const graph::Database& database, const graph::IndexDefinition& wanted) {
  for (const graph::IndexDefinition& d : database.indexes()) {
    if (d.name == wanted.name || (d.label == wanted.label && d.property == wanted.property)) {
      return true;
    }
  }
  return false;
}

}  // namespace

Result<QueryResult> run_schema(const Schema& schema, graph::Database& database,
                               graph::Transaction& transaction,
                               const ProcedureRegistry& procedures) {
  QueryResult out;
  switch (schema.kind) {
    case Schema::Kind::kShowIndexes:
      return show_indexes(database, false);
    case Schema::Kind::kShowConstraints:
      return show_indexes(database, true);
    case Schema::Kind::kShowProcedures:
      return show_procedures(procedures);
    case Schema::Kind::kShowFunctions:
      return show_functions();
    case Schema::Kind::kCreateIndex: {
      graph::IndexDefinition definition{schema.name, schema.label, schema.property, schema.unique};
      if (definition.name.empty()) {
        definition.name = fmt::format("{}_{}_{}", schema.unique ? "unique" : "index", schema.label,
                                      schema.property);
      }
      if (schema.if_not_exists && is_there(database, definition)) return out;
      if (Status done = transaction.create_index(definition); !done) return fail(done.error());
      out.counters.indexes_added = 1;
      return out;
    }
    case Schema::Kind::kDropIndex: {
      if (schema.if_exists && !is_there(database, {schema.name, "", "", false})) return out;
      if (Status done = transaction.drop_index(schema.name); !done) return fail(done.error());
      out.counters.indexes_removed = 1;
      return out;
    }
  }
  return out;
}

}  // namespace yeon::query
