#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/key_table.h"
#include "store/region.h"

namespace yeon::ingest::store {

/// Which entity node each key stands for, kept true while one transaction adds and removes the
/// sightings of articles.
///
/// The grouping is that of resolve() over all articles told; only the region around what changed is
/// reckoned anew, and an article that tells nothing new reckons nothing.
class Identity {
 public:
  /// Borrows the transaction.
  explicit Identity(graph::Transaction& transaction)
      : transaction_(transaction), table_(transaction) {}

  Status add(std::string_view article, std::span<const Sighting> sightings);
  Status remove(std::string_view article, std::span<const Sighting> sightings);
  /// Has the region around a key reckoned anew, as after a decision.
  void touch(std::string_view key) { touched_.insert(std::string(key)); }

  /// Regroups what was touched, creating nodes. Returns the articles that have sightings of keys
  /// which stand for another node now.
  Result<std::set<std::string>> settle();

  /// Requires settle(). The node of a key that has sightings.
  Result<NodeId> node_of(std::string_view key);

  /// Writes names, labels, aliases and tickers that changed, deletes nodes that no article mentions
  /// any more (unless relationships that are not ours hold on to them), writes the ledger.
  Status finish();

 private:
  using Group = std::vector<std::size_t>;  // indices into a region
  struct Change {
    std::string_view article;
    bool is_added;
  };

  Status count(const Change& change, const Sighting& sighting);
  Status count(const Change& change, const std::string& key, Counts& counts,
               const std::vector<std::string>& names, std::string (*prefix)(std::string_view));
  Status touch_if_side_by_side(std::span<const Sighting> sightings);
  Result<std::vector<Decision>*> decisions();
  Result<std::vector<Group>> regroup(const Region& region);
  Result<bool> apart(const Region& region, std::size_t a, std::size_t b);
  Result<std::vector<NodeId>> assign(const Region& region, const std::vector<Group>& groups);
  Status move(const Region& region, const Group& group, NodeId node,
              std::set<std::string>& articles);
  Result<NodeId> create(const Region& region, const Group& group);
  Status refresh(NodeId node);
  Status retire(NodeId node);

  graph::Transaction& transaction_;
  KeyTable table_;
  std::set<std::string> touched_;
  std::set<NodeId> changed_;  ///< nodes whose properties may have changed
  std::set<NodeId> retired_;
  std::optional<std::vector<Decision>> decisions_;
};

}  // namespace yeon::ingest::store
