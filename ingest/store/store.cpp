#include "yeon/ingest/store.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <utility>

#include "store/article_nodes.h"
#include "store/commit.h"
#include "store/graph_edit.h"
#include "store/ledger.h"
#include "store/revision.h"

namespace yeon::ingest {
namespace {

using graph::Space;
using store::ArticleRecord;
using store::Revision;

Status put_ledger(graph::Transaction& transaction, const std::string& key, std::string_view value) {
  return transaction.put_record(Space::kLedger, key, value);
}

Result<std::optional<ArticleRecord>> article_named(const graph::Snapshot& snapshot,
                                                   const std::string& record_key) {
  auto id = snapshot.record(Space::kLedger, record_key);
  if (!id) return fail(std::move(id).error());
  if (!*id) return std::optional<ArticleRecord>{};
  return store::read_article(snapshot, **id);
}

/// Sixteen hex digits of the first source; where they are taken, of the source and a number.
Result<std::string> fresh_id(const graph::Snapshot& snapshot, const std::string& source) {
  for (int attempt = 0;; ++attempt) {
    const std::string text = attempt == 0 ? source : fmt::format("{}#{}", source, attempt);
    std::string id = fmt::format("{:016x}", XXH3_64bits(text.data(), text.size()));
    auto taken = snapshot.record(Space::kLedger, store::article_key(id));
    if (!taken) return fail(std::move(taken).error());
    if (!*taken) return id;
  }
}

/// Takes everything out that an article says; its node, id and sources stay for a new text.
Status clear_article(graph::Transaction& transaction, Revision& revision,
                     const ArticleRecord& article) {
  Status status = revision.remove(article);
  if (status) {
    status = transaction.erase_record(Space::kLedger, store::text_key(article.text_hash));
  }
  if (status) status = transaction.erase_record(Space::kText, article.text_hash);
  return status;
}

Status erase_article(graph::Transaction& transaction, Revision& revision,
                     const ArticleRecord& article) {
  Status status = clear_article(transaction, revision, article);
  if (status) status = store::detach_delete(transaction, article.node);
  if (status) {
    status = transaction.erase_record(Space::kLedger, store::article_key(article.id));
  }
  for (const std::string& source : article.sources) {
    if (status) status = transaction.erase_record(Space::kLedger, store::source_key(source));
  }
  return status;
}

Status save_sources(graph::Transaction& transaction, ArticleRecord& article) {
  Status status =
      transaction.set_property(article.node, transaction.key("url"),
                               article.sources.empty() ? Value{} : Value(article.sources.front()));
  if (!status) return status;
  return put_ledger(transaction, store::article_key(article.id), encode(article));
}

Status add_source(graph::Transaction& transaction, ArticleRecord& article,
                  const std::string& source) {
  const auto place = std::lower_bound(article.sources.begin(), article.sources.end(), source);
  if (place != article.sources.end() && *place == source) return {};
  article.sources.insert(place, source);
  Status status = put_ledger(transaction, store::source_key(source), article.id);
  return status ? save_sources(transaction, article) : status;
}

Status drop_source(graph::Transaction& transaction, ArticleRecord& article,
                   const std::string& source) {
  std::erase(article.sources, source);
  return save_sources(transaction, article);
}

/// Writes the article's node, text, claims and ledger names; the revision ties them to entities.
Status write_article(graph::Transaction& transaction, Revision& revision, const ArticleFacts& facts,
                     ArticleRecord& record) {
  const store::Sightings sightings = store::sightings_of(facts);
  record.title = facts.title;
  record.publisher = facts.source;
  record.published = facts.published;
  record.sightings = sightings.all;
  Status status = store::show_article(transaction, record, facts.language);
  if (status) {
    status = store::create_claims(transaction, facts, sightings.of_entity, record);
  }
  if (status) status = transaction.put_record(Space::kText, record.text_hash, facts.text);
  if (status) status = put_ledger(transaction, store::text_key(record.text_hash), record.id);
  for (const std::string& source : record.sources) {
    if (status) status = put_ledger(transaction, store::source_key(source), record.id);
  }
  return status ? revision.add(record) : status;
}

/// One call of store_article(): what is known of the source and of the text decides the case.
class Storing {
 public:
  Storing(graph::Transaction& transaction, const ArticleFacts& facts, const StoreOptions& options)
      : transaction_(transaction),
        revision_(transaction),
        facts_(facts),
        options_(options),
        hash_(store::hash_of_text(facts.text)),
        source_(facts.source_path.empty() ? "text:" + hash_ : facts.source_path) {}

  Result<Stored> run() {
    Status status = look_up();
    if (!status) return fail(std::move(status).error());
    const bool is_known = of_text_ && !options_.again;
    if (is_known && of_source_ && of_source_->id == of_text_->id) {
      return Stored{Outcome::kUnchanged, of_text_->id, of_text_->node};
    }
    const bool source_had_another = of_source_ && of_source_->text_hash != hash_;
    if (source_had_another) status = leave_old_text();
    if (!status) return fail(std::move(status).error());
    return is_known ? attach(source_had_another) : write(source_had_another);
  }

 private:
  Status look_up() {
    auto of_source = known(store::source_key(source_));
    if (!of_source) return fail(std::move(of_source).error());
    of_source_ = std::move(*of_source);
    auto of_text = known(store::text_key(hash_));
    if (!of_text) return fail(std::move(of_text).error());
    of_text_ = std::move(*of_text);
    return {};
  }

  /// An article whose node was deleted by hand is forgotten, so that it can be told again.
  Result<std::optional<ArticleRecord>> known(const std::string& record_key) {
    auto article = article_named(transaction_.snapshot(), record_key);
    if (!article || !*article) return article;
    auto exists = transaction_.snapshot().exists((*article)->node);
    if (!exists) return fail(std::move(exists).error());
    if (*exists) return article;
    Status status = erase_article(transaction_, revision_, **article);
    if (!status) return fail(std::move(status).error());
    return std::optional<ArticleRecord>{};
  }

  /// The source holds another text now: its article keeps its id and node for the new text, if
  /// the old one lay nowhere else and the new one is not known yet.
  Status leave_old_text() {
    ArticleRecord& old = *of_source_;
    if (old.sources.size() > 1) return drop_source(transaction_, old, source_);
    if (of_text_) return erase_article(transaction_, revision_, old);
    reused_ = old;
    return clear_article(transaction_, revision_, old);
  }

  Result<Stored> attach(bool is_replaced) {
    Status status = add_source(transaction_, *of_text_, source_);
    if (status) status = revision_.finish();
    if (!status) return fail(std::move(status).error());
    return Stored{is_replaced ? Outcome::kReplaced : Outcome::kUnchanged, of_text_->id,
                  of_text_->node};
  }

  Result<Stored> write(bool is_replaced) {
    auto record = blank_record();
    if (!record) return fail(std::move(record).error());
    Status status = write_article(transaction_, revision_, facts_, *record);
    if (status) status = revision_.finish();
    if (!status) return fail(std::move(status).error());
    const bool is_again = of_text_.has_value();
    return Stored{is_replaced || is_again ? Outcome::kReplaced : Outcome::kNew, record->id,
                  record->node};
  }

  /// The record of the article to be written: id, node and sources, nothing said yet.
  Result<ArticleRecord> blank_record() {
    ArticleRecord record;
    record.text_hash = hash_;
    record.retrieved = options_.retrieved;
    record.sources = {source_};
    if (of_text_) {  // told again
      Status status = clear_article(transaction_, revision_, *of_text_);
      if (!status) return fail(std::move(status).error());
      reused_ = of_text_;
      record.sources = of_text_->sources;
      if (std::find(record.sources.begin(), record.sources.end(), source_) ==
          record.sources.end()) {
        record.sources.push_back(source_);
        std::sort(record.sources.begin(), record.sources.end());
      }
    }
    if (reused_) {
      record.id = reused_->id;
      record.node = reused_->node;
      return record;
    }
    auto id = fresh_id(transaction_.snapshot(), source_);
    if (!id) return fail(std::move(id).error());
    record.id = std::move(*id);
    const LabelId labels[] = {transaction_.label("Article")};
    auto node = transaction_.create_node(labels);
    if (!node) return fail(std::move(node).error());
    record.node = *node;
    return record;
  }

  graph::Transaction& transaction_;
  Revision revision_;
  const ArticleFacts& facts_;
  const StoreOptions& options_;
  std::string hash_;
  std::string source_;
  std::optional<ArticleRecord> of_source_;
  std::optional<ArticleRecord> of_text_;
  std::optional<ArticleRecord> reused_;
};

}  // namespace

std::string_view name(Outcome outcome) noexcept {
  switch (outcome) {
    case Outcome::kNew:
      return "new";
    case Outcome::kUnchanged:
      return "unchanged";
    case Outcome::kReplaced:
      return "replaced";
  }
  return "";
}

Status prepare(graph::Database& database) {
  constexpr std::array<std::string_view, 5> kNamed = {"Firm", "Person", "Model", "Product",
                                                      "Organization"};
  std::vector<graph::IndexDefinition> wanted = {{"article_id", "Article", "id", true}};
  for (const std::string_view label : kNamed) {
    std::string index = fmt::format("{}_name", label);
    std::transform(index.begin(), index.end(), index.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    wanted.push_back({std::move(index), std::string(label), "name", false});
  }
  const std::vector<graph::IndexDefinition> present = database.indexes();
  std::erase_if(wanted, [&](const graph::IndexDefinition& index) {
    return std::any_of(present.begin(), present.end(), [&](const graph::IndexDefinition& other) {
      return other.name == index.name ||
             (other.label == index.label && other.property == index.property);
    });
  });
  if (wanted.empty()) return {};
  return store::committed<void>(database, [&](graph::Transaction& transaction) -> Status {
    for (const graph::IndexDefinition& index : wanted) {
      Status status = transaction.create_index(index);
      if (!status) return status;
    }
    return {};
  });
}

Result<Stored> store_article(graph::Transaction& transaction, const ArticleFacts& facts,
                             const StoreOptions& options) {
  return Storing(transaction, facts, options).run();
}

Result<Stored> store_article(graph::Database& database, const ArticleFacts& facts,
                             const StoreOptions& options) {
  return store::committed<Stored>(database, [&](graph::Transaction& transaction) {
    return store_article(transaction, facts, options);
  });
}

Status retract_article(graph::Transaction& transaction, std::string_view id) {
  auto article = store::read_article(transaction.snapshot(), id);
  if (!article) return fail(std::move(article).error());
  if (!*article) {
    return fail(ErrorType::kNotFound, fmt::format("there is no article `{}`", id),
                "MATCH (a:Article) RETURN a.id, a.title lists them");
  }
  Revision revision(transaction);
  Status status = erase_article(transaction, revision, **article);
  return status ? revision.finish() : status;
}

Status retract_article(graph::Database& database, std::string_view id) {
  return store::committed<void>(
      database, [&](graph::Transaction& transaction) { return retract_article(transaction, id); });
}

Result<std::optional<std::string>> article_of_source(const graph::Snapshot& snapshot,
                                                     std::string_view source) {
  return snapshot.record(Space::kLedger, store::source_key(source));
}

Result<std::optional<std::string>> article_text(const graph::Snapshot& snapshot,
                                                std::string_view id) {
  auto article = store::read_article(snapshot, id);
  if (!article) return fail(std::move(article).error());
  if (!*article) return std::optional<std::string>{};
  return snapshot.record(Space::kText, (*article)->text_hash);
}

}  // namespace yeon::ingest
