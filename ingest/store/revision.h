#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/identity.h"
#include "store/ledger.h"

namespace yeon::ingest::store {

/// One revision of the news graph within a transaction: articles come and go, decisions are made;
/// finish() then makes identity, relationships and ledger agree.
class Revision {
 public:
  /// Borrows the transaction.
  explicit Revision(graph::Transaction& transaction)
      : transaction_(transaction), identity_(transaction) {}

  /// Takes in an article whose node and claim nodes stand in the graph, tied to no entity yet.
  Status add(ArticleRecord article);

  /// Takes an article's claims and mentions out. Its own node stays, without relationships.
  Status remove(const ArticleRecord& article);

  /// Has the entity of `key` reckoned anew.
  void touch(std::string_view key) { identity_.touch(key); }

  /// Once, at the end. Nothing but the commit may follow.
  Status finish();

 private:
  Status connect(ArticleRecord& article);
  Status connect_mentions(ArticleRecord& article, const std::vector<NodeId>& entities);
  Status connect_claims(ArticleRecord& article, const std::vector<NodeId>& entities);
  Status file(const ArticleRecord& article, std::size_t claim_number);
  Status unfile(const ArticleRecord& article, const std::vector<NodeId>& entities,
                std::size_t claim_number);
  Status point(RelationshipId& relationship, NodeId claim, std::string_view type, NodeId entity);

  graph::Transaction& transaction_;
  Identity identity_;
  std::vector<ArticleRecord> added_;
  std::set<Pair> stale_;  ///< pairs to be folded anew
};

}  // namespace yeon::ingest::store
