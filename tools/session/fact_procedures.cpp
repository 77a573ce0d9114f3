#include "session/fact_procedures.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "yeon/ingest/history.h"

namespace yeon::tools {

namespace {

using Rows = std::vector<std::vector<Value>>;

Value text(std::string_view value) { return value.empty() ? Value() : Value(value); }

Value number(const std::optional<double>& value) { return value ? Value(*value) : Value(); }

Value number(const std::optional<std::int64_t>& value) { return value ? Value(*value) : Value(); }

std::vector<Value> row_of(const ingest::DatedTie& tie) {
  const ingest::TieState& state = tie.state;
  return {Value(tie.subject),          Value(ingest::name(state.predicate)),
          Value(tie.object),           Value(ingest::name(state.modality)),
          Value(state.confidence),     text(state.valid_from),
          text(state.valid_to),        text(state.title),
          number(state.stake_percent), number(state.amount),
          text(state.currency),        text(state.first_seen),
          text(state.last_seen),       Value(static_cast<std::int64_t>(state.claims))};
}

Result<Rows> as_of(const graph::Snapshot& snapshot, std::span<const Value> arguments) {
  Rows rows;
  Status status = ingest::facts_as_of(snapshot, arguments[0].string(),
                                      [&rows](const ingest::DatedTie& tie) -> Status {
                                        rows.push_back(row_of(tie));
                                        return {};
                                      });
  if (!status) return fail(std::move(status).error());
  return rows;
}

std::vector<Value> row_of(const ingest::ExplainedClaim& explained) {
  const ingest::Claim& claim = explained.claim;
  return {Value(explained.node),
          Value(ingest::name(claim.predicate)),
          Value(ingest::name(claim.modality)),
          Value(claim.confidence),
          text(claim.said_on),
          text(explained.quote),
          Value(static_cast<std::int64_t>(explained.sentence)),
          Value(static_cast<std::int64_t>(explained.start)),
          Value(static_cast<std::int64_t>(explained.end)),
          text(explained.rule),
          text(explained.article),
          text(explained.title),
          text(explained.source),
          text(explained.url)};
}

Result<Rows> explain(const graph::Snapshot& snapshot, std::span<const Value> arguments) {
  const auto claims = ingest::explain(snapshot, arguments[0].relationship());
  if (!claims) return fail(claims.error());
  Rows rows;
  for (const ingest::ExplainedClaim& claim : *claims) rows.push_back(row_of(claim));
  return rows;
}

query::Field field(std::string name, std::string type, bool nullable = true) {
  return {.name = std::move(name),
          .type = std::move(type),
          .nullable = nullable,
          .default_value = std::nullopt};
}

}  // namespace

void add_fact_procedures(query::ProcedureRegistry& procedures) {
  procedures.add(
      {.name = "facts.as_of",
       .inputs = {field("day", "STRING", false)},
       .outputs = {field("subject", "NODE"), field("type", "STRING"), field("object", "NODE"),
                   field("modality", "STRING"), field("confidence", "FLOAT"),
                   field("valid_from", "STRING"), field("valid_to", "STRING"),
                   field("title", "STRING"), field("stake_percent", "FLOAT"),
                   field("amount", "INTEGER"), field("currency", "STRING"),
                   field("first_seen", "STRING"), field("last_seen", "STRING"),
                   field("claims", "INTEGER")},
       .description = "What was believed on a day (YYYY-MM-DD), from the articles known by then.",
       .call = as_of});
  procedures.add(
      {.name = "facts.explain",
       .inputs = {field("relationship", "RELATIONSHIP", false)},
       .outputs = {field("claim", "NODE"), field("predicate", "STRING"),
                   field("modality", "STRING"), field("confidence", "FLOAT"),
                   field("said_on", "STRING"), field("quote", "STRING"),
                   field("sentence", "INTEGER"), field("start", "INTEGER"), field("end", "INTEGER"),
                   field("rule", "STRING"), field("article", "STRING"), field("title", "STRING"),
                   field("source", "STRING"), field("url", "STRING")},
       .description = "The claims a derived relationship was folded from, oldest first.",
       .call = explain});
}

}  // namespace yeon::tools
