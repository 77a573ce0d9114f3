// The values of ledger records (ledger.h), field after field in the order of the structs.
#include "store/codec.h"
#include "store/ledger.h"

namespace yeon::ingest::store {
namespace {

constexpr std::uint8_t kVersion = 1;

void put(RecordWriter& writer, const std::vector<std::string>& texts) {
  writer.number(texts.size());
  for (const std::string& text : texts) writer.text(text);
}

std::vector<std::string> take_texts(RecordReader& reader) {
  std::vector<std::string> texts(reader.count());
  for (std::string& text : texts) text = reader.text();
  return texts;
}

void put(RecordWriter& writer, const Counts& counts) {
  writer.number(counts.size());
  for (const auto& [text, count] : counts) {
    writer.text(text);
    writer.number(count);
  }
}

Counts take_counts(RecordReader& reader) {
  Counts counts;
  for (std::size_t i = reader.count(); i > 0; --i) {
    std::string text = reader.text();
    counts[std::move(text)] = reader.number();
  }
  return counts;
}

/// An enumerator of at most `last`; anything greater reads as the first.
template <class Enum>
Enum take_enum(RecordReader& reader, Enum last) {
  const std::uint64_t value = reader.number();
  return value <= static_cast<std::uint64_t>(last) ? static_cast<Enum>(value) : Enum{};
}

template <class Enum>
void put_enum(RecordWriter& writer, Enum value) {
  writer.number(static_cast<std::uint64_t>(value));
}

/// What claims and states have in common.
template <class Fields>
void put_fields(RecordWriter& writer, const Fields& fields) {
  put_enum(writer, fields.predicate);
  put_enum(writer, fields.modality);
  writer.float64(fields.confidence);
  writer.text(fields.valid_from);
  writer.text(fields.valid_to);
  writer.text(fields.title);
  writer.number(fields.stake_percent ? 1 : 0);
  if (fields.stake_percent) writer.float64(*fields.stake_percent);
  writer.number(fields.amount ? 1 : 0);
  if (fields.amount) writer.number(static_cast<std::uint64_t>(*fields.amount));
  writer.text(fields.currency);
}

template <class Fields>
void take_fields(RecordReader& reader, Fields& fields) {
  fields.predicate = take_enum(reader, Predicate::kSues);
  fields.modality = take_enum(reader, Modality::kEnded);
  fields.confidence = reader.float64();
  fields.valid_from = reader.text();
  fields.valid_to = reader.text();
  fields.title = reader.text();
  if (reader.number() != 0) fields.stake_percent = reader.float64();
  if (reader.number() != 0) fields.amount = static_cast<std::int64_t>(reader.number());
  fields.currency = reader.text();
}

void put(RecordWriter& writer, const Sighting& sighting) {
  writer.text(sighting.key);
  put_enum(writer, sighting.label);
  writer.number(sighting.executive ? 1 : 0);
  writer.text(sighting.name);
  put(writer, sighting.aliases);
  put(writer, sighting.links);
  put(writer, sighting.spellings);
  writer.number(sighting.mentions);
}

Sighting take_sighting(RecordReader& reader) {
  Sighting sighting;
  sighting.key = reader.text();
  sighting.label = take_enum(reader, EntityLabel::kOrganization);
  sighting.executive = reader.number() != 0;
  sighting.name = reader.text();
  sighting.aliases = take_texts(reader);
  sighting.links = take_texts(reader);
  sighting.spellings = take_texts(reader);
  sighting.mentions = static_cast<std::uint32_t>(reader.number());
  return sighting;
}

void put(RecordWriter& writer, const ClaimRecord& record) {
  writer.number(raw(record.node));
  writer.number(record.subject);
  writer.number(record.object);
  writer.number(raw(record.to_subject));
  writer.number(raw(record.to_object));
  put_fields(writer, record.claim);
  writer.number(record.claim.position);
}

ClaimRecord take_claim(RecordReader& reader, const ArticleRecord& article) {
  ClaimRecord record;
  record.node = NodeId{reader.number()};
  record.subject = static_cast<std::uint32_t>(reader.number());
  record.object = static_cast<std::uint32_t>(reader.number());
  record.to_subject = RelationshipId{reader.number()};
  record.to_object = RelationshipId{reader.number()};
  take_fields(reader, record.claim);
  record.claim.position = static_cast<std::uint32_t>(reader.number());
  record.claim.said_on = article.said_on();
  record.claim.article = article.text_hash;
  return record;
}

void put(RecordWriter& writer, const TieState& state) {
  put_fields(writer, state);
  writer.text(state.first_seen);
  writer.text(state.last_seen);
  writer.number(state.claims);
  writer.number(state.settled_by ? 1 : 0);
  if (state.settled_by) put_enum(writer, *state.settled_by);
}

TieState take_state(RecordReader& reader) {
  TieState state;
  take_fields(reader, state);
  state.first_seen = reader.text();
  state.last_seen = reader.text();
  state.claims = static_cast<std::uint32_t>(reader.number());
  if (reader.number() != 0) state.settled_by = take_enum(reader, Predicate::kSues);
  return state;
}

template <class Record>
Result<Record> finished(const RecordReader& reader, Record record, std::string_view what) {
  Status status = reader.finish(what);
  if (!status) return fail(std::move(status).error());
  return record;
}

bool indices_fit(const ArticleRecord& article) {
  if (article.entities.size() != article.sightings.size()) return false;
  for (const ClaimRecord& claim : article.claims) {
    if (std::max(claim.subject, claim.object) >= article.sightings.size()) return false;
  }
  return true;
}

}  // namespace

std::string encode(const KeyRecord& record) {
  RecordWriter writer(kVersion);
  writer.number(record.node ? raw(*record.node) + 1 : 0);
  writer.number(record.sightings);
  for (const std::uint64_t count : record.labels) writer.number(count);
  writer.number(record.executives);
  for (const Counts* counts : {&record.names, &record.aliases, &record.links, &record.spellings}) {
    put(writer, *counts);
  }
  return writer.take();
}

Result<KeyRecord> decode_key(std::string_view bytes) {
  RecordReader reader(bytes, kVersion);
  KeyRecord record;
  if (const std::uint64_t node = reader.number(); node != 0) record.node = NodeId{node - 1};
  record.sightings = reader.number();
  for (std::uint64_t& count : record.labels) count = reader.number();
  record.executives = reader.number();
  for (Counts* counts : {&record.names, &record.aliases, &record.links, &record.spellings}) {
    *counts = take_counts(reader);
  }
  return finished(reader, std::move(record), "a key record of the ledger");
}

std::string encode(const EntityRecord& record) {
  RecordWriter writer(kVersion);
  put(writer, record.keys);
  put_enum(writer, record.label);
  writer.number(record.executive ? 1 : 0);
  writer.text(record.name);
  put(writer, record.aliases);
  writer.text(record.ticker);
  return writer.take();
}

Result<EntityRecord> decode_entity(std::string_view bytes) {
  RecordReader reader(bytes, kVersion);
  EntityRecord record;
  record.keys = take_texts(reader);
  record.label = take_enum(reader, EntityLabel::kOrganization);
  record.executive = reader.number() != 0;
  record.name = reader.text();
  record.aliases = take_texts(reader);
  record.ticker = reader.text();
  return finished(reader, std::move(record), "an entity record of the ledger");
}

std::string encode(const ArticleRecord& record) {
  RecordWriter writer(kVersion);
  writer.text(record.id);
  writer.number(raw(record.node));
  writer.text(record.text_hash);
  put(writer, record.sources);
  for (const std::string* text :
       {&record.title, &record.publisher, &record.published, &record.retrieved}) {
    writer.text(*text);
  }
  writer.number(record.sightings.size());
  for (const Sighting& sighting : record.sightings) put(writer, sighting);
  writer.number(record.entities.size());
  for (const NodeId node : record.entities) writer.number(raw(node));
  writer.number(record.mentions.size());
  for (const MentionRecord& mention : record.mentions) {
    writer.number(raw(mention.entity));
    writer.number(raw(mention.relationship));
  }
  writer.number(record.claims.size());
  for (const ClaimRecord& claim : record.claims) put(writer, claim);
  return writer.take();
}

Result<ArticleRecord> decode_article(std::string_view bytes) {
  RecordReader reader(bytes, kVersion);
  ArticleRecord record;
  record.id = reader.text();
  record.node = NodeId{reader.number()};
  record.text_hash = reader.text();
  record.sources = take_texts(reader);
  for (std::string* text :
       {&record.title, &record.publisher, &record.published, &record.retrieved}) {
    *text = reader.text();
  }
  record.sightings.resize(reader.count());
  for (Sighting& sighting : record.sightings) sighting = take_sighting(reader);
  record.entities.resize(reader.count());
  for (NodeId& node : record.entities) node = NodeId{reader.number()};
  record.mentions.resize(reader.count());
  for (MentionRecord& mention : record.mentions) {
    mention.entity = NodeId{reader.number()};
    mention.relationship = RelationshipId{reader.number()};
  }
  for (std::size_t i = reader.count(); i > 0; --i) {
    record.claims.push_back(take_claim(reader, record));
  }
  auto result = finished(reader, std::move(record), "an article record of the ledger");
  if (result && !indices_fit(*result)) {
    return fail(ErrorType::kCorruption, "an article record of the ledger contradicts itself",
                "run `yeon check`");
  }
  return result;
}

std::string encode(const FactRecord& record) {
  RecordWriter writer(kVersion);
  put_fields(writer, record.claim);
  writer.text(record.claim.said_on);
  writer.text(record.claim.article);
  writer.number(record.claim.position);
  writer.number(raw(record.claim_node));
  writer.number(record.swapped ? 1 : 0);
  writer.text(record.known_on);
  return writer.take();
}

Result<FactRecord> decode_fact(std::string_view bytes) {
  RecordReader reader(bytes, kVersion);
  FactRecord record;
  take_fields(reader, record.claim);
  record.claim.said_on = reader.text();
  record.claim.article = reader.text();
  record.claim.position = static_cast<std::uint32_t>(reader.number());
  record.claim_node = NodeId{reader.number()};
  record.swapped = reader.number() != 0;
  record.known_on = reader.text();
  return finished(reader, std::move(record), "a fact record of the ledger");
}

std::string encode(const TieRecord& record) {
  RecordWriter writer(kVersion);
  writer.number(record.size());
  for (const Tie& tie : record) {
    writer.number(raw(tie.relationship));
    writer.number(tie.swapped ? 1 : 0);
    put(writer, tie.state);
  }
  return writer.take();
}

Result<TieRecord> decode_tie(std::string_view bytes) {
  RecordReader reader(bytes, kVersion);
  TieRecord record(reader.count());
  for (Tie& tie : record) {
    tie.relationship = RelationshipId{reader.number()};
    tie.swapped = reader.number() != 0;
    tie.state = take_state(reader);
  }
  return finished(reader, std::move(record), "a tie record of the ledger");
}

std::string encode(const Decision& record) {
  RecordWriter writer(kVersion);
  writer.number(record.number);
  put_enum(writer, record.kind);
  put(writer, record.keys);
  writer.text(record.made_on);
  writer.text(record.note);
  writer.number(record.undone ? 1 : 0);
  return writer.take();
}

Result<Decision> decode_decision(std::string_view bytes) {
  RecordReader reader(bytes, kVersion);
  Decision record;
  record.number = reader.number();
  record.kind = take_enum(reader, Decision::Kind::kSplit);
  record.keys = take_texts(reader);
  record.made_on = reader.text();
  record.note = reader.text();
  record.undone = reader.number() != 0;
  return finished(reader, std::move(record), "a decision of the ledger");
}

}  // namespace yeon::ingest::store
