#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "yeon/base/ids.h"
#include "yeon/base/result.h"
#include "yeon/graph/database.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest {

enum class Outcome : std::uint8_t {
  kNew,        ///< a text not seen before
  kUnchanged,  ///< known; nothing but its source may have been noted
  kReplaced,   ///< its source held another text before, whose claims are gone now
};

/// "new", "unchanged", "replaced".
std::string_view name(Outcome outcome) noexcept;

struct StoreOptions {
  std::string retrieved;  ///< when the article was fetched or read; ISO date-time
  bool again = false;     ///< replace also what is unchanged, as after a change of the rules
};

struct Stored {
  Outcome outcome = Outcome::kNew;
  std::string article;  ///< its `id` in the graph
  NodeId node{};
};

/// Declares the indexes of the news graph (docs/graph-model.md) where they are missing. Once before
/// the first article; cheap afterwards.
Status prepare(graph::Database& database);

/// Writes an article, its claims, its entities and what follows from them into `transaction`, which
/// the caller commits (so that a job can put its cursor beside it).
///
/// Idempotent: an article is known by its text, wherever it lies. Under a source that held another
/// text before, the old claims go with everything they alone carried. What the graph holds depends
/// only on the texts it was told last of each source, not on order or batches.
///
/// Complexity: linear in the article, and in the claims of each pair it speaks of; where it shows
/// that two entities are one (or not), in the articles of the smaller one.
/// Errors: Corruption where the ledger cannot be read; those of Transaction.
Result<Stored> store_article(graph::Transaction& transaction, const ArticleFacts& facts,
                             const StoreOptions& options);

/// The same in a transaction of its own, begun again when another writer was faster.
Result<Stored> store_article(graph::Database& database, const ArticleFacts& facts,
                             const StoreOptions& options);

/// Takes back everything an article said: its node, text, claims, and the entities and ties that no
/// other article carries. Errors: NotFound for an id that is not there.
Status retract_article(graph::Transaction& transaction, std::string_view id);
Status retract_article(graph::Database& database, std::string_view id);

/// The article under this path or URL; nullopt where there is none.
Result<std::optional<std::string>> article_of_source(const graph::Snapshot& snapshot,
                                                     std::string_view source);

/// The text an article was read from, in which its claims' `start` and `end` count.
Result<std::optional<std::string>> article_text(const graph::Snapshot& snapshot,
                                                std::string_view id);

}  // namespace yeon::ingest
