#pragma once

// Articles made of facts instead of text, and graphs shown as text, for tests.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/graph/database.h"
#include "yeon/ingest/facts.h"
#include "yeon/ingest/store.h"

namespace yeon::ingest::store {

/// Facts of one article, built up call by call. Entities are named in relations by their names.
class Story {
 public:
  Story(std::string path, std::string published);

  /// Another text under the same path.
  Story& text(std::string text);
  Story& thing(EntityLabel label, std::string name, std::vector<std::string> aliases = {},
               std::string ticker = {}, std::string canonical = {});
  Story& firm(std::string name, std::vector<std::string> aliases = {}, std::string ticker = {});
  Story& person(std::string name, std::vector<std::string> aliases = {});
  /// The last entity has a gazetteer key, or leads something.
  Story& canonical(std::string key);
  Story& executive();
  Story& says(std::string_view subject, Predicate predicate, std::string_view object,
              Modality modality = Modality::kAsserted);
  /// Of the last relation.
  Story& from(PartialDate date);
  Story& to(PartialDate date);
  Story& deal(std::optional<double> stake, std::optional<std::int64_t> amount,
              std::string currency);
  Story& title(std::string office);

  const ArticleFacts& facts() const { return facts_; }
  operator const ArticleFacts&() const { return facts_; }  // NOLINT: reads as the article it is

 private:
  std::size_t index_of(std::string_view name) const;
  ArticleFacts facts_;
};

std::unique_ptr<graph::Database> empty_news();

/// Stores and commits, requiring success.
Stored tell(graph::Database& database, const ArticleFacts& facts);

/// "Firm 아라전자 (아라) 012345", a line each, sorted.
std::vector<std::string> entities_of(const graph::Snapshot& snapshot);

/// "아라전자 PARTNERS_WITH 새롬칩 asserted from=2024-09 x2", a line each, sorted; x is `claims`.
std::vector<std::string> ties_of(const graph::Snapshot& snapshot);

/// Nodes with this label.
std::uint64_t count_of(const graph::Snapshot& snapshot, std::string_view label);

/// The entity of this name; requires exactly one.
NodeId entity_named(const graph::Snapshot& snapshot, std::string_view name);

}  // namespace yeon::ingest::store
