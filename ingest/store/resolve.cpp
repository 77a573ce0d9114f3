#include "store/resolve.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace yeon::ingest::store {
namespace {

class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  /// True if the two were apart. The smaller index leads.
  bool join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return false;
    parent_[std::max(a, b)] = std::min(a, b);
    return true;
  }

 private:
  std::vector<std::size_t> parent_;
};

using Index = std::map<std::string, std::vector<std::size_t>, std::less<>>;

/// One decision with its keys as indices of the region.
struct Cut {
  std::uint64_t number;
  std::set<std::size_t> inside;
};

class Resolver {
 public:
  Resolver(std::span<const KeyTies> keys,
           const std::function<bool(std::size_t, std::size_t)>& apart,
           const std::set<std::string>& crowded, std::span<const Decision> decisions)
      : keys_(keys), apart_(apart), crowded_(crowded), decisions_(decisions), groups_(keys.size()) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      place_[keys[i].key] = i;
      for (const std::string& link : keys[i].links) linked_[link].push_back(i);
      for (const std::string& spelling : keys[i].spellings) spelled_[spelling].push_back(i);
    }
    for (const Decision& decision : decisions) {
      if (decision.undone || decision.kind != Decision::Kind::kSplit) continue;
      cuts_.push_back({decision.number, indices_of(decision.keys)});
    }
  }

  std::vector<std::size_t> run() {
    join_by_links();
    join_by_decisions();
    while (join_by_spellings()) {
    }
    std::vector<std::size_t> result(keys_.size());
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = groups_.find(i);
    return result;
  }

 private:
  std::set<std::size_t> indices_of(const std::vector<std::string>& keys) const {
    std::set<std::size_t> indices;
    for (const std::string& key : keys) {
      if (const auto found = place_.find(key); found != place_.end()) indices.insert(found->second);
    }
    return indices;
  }

  /// Whether no split decided at `since` or later parts the two.
  bool may_join(std::size_t a, std::size_t b, std::uint64_t since) const {
    return std::none_of(cuts_.begin(), cuts_.end(), [&](const Cut& cut) {
      return cut.number >= since && cut.inside.contains(a) != cut.inside.contains(b);
    });
  }

  void join_by_links() {
    for (const auto& [link, claimers] : linked_) {
      if (crowded_.contains(link) || any_apart(claimers)) continue;
      for (std::size_t i = 0; i < claimers.size(); ++i) {
        for (std::size_t j = i + 1; j < claimers.size(); ++j) {
          if (may_join(claimers[i], claimers[j], 0)) groups_.join(claimers[i], claimers[j]);
        }
      }
    }
  }

  bool any_apart(const std::vector<std::size_t>& members) const {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        if (apart_(members[i], members[j])) return true;
      }
    }
    return false;
  }

  bool tickers_differ(std::size_t a, std::size_t b) const {
    bool any_of_a = false;
    bool any_of_b = false;
    for (const std::string& link : keys_[b].links) any_of_b |= !ticker_of(link).empty();
    for (const std::string& link : keys_[a].links) {
      if (ticker_of(link).empty()) continue;
      any_of_a = true;
      if (std::find(keys_[b].links.begin(), keys_[b].links.end(), link) != keys_[b].links.end()) {
        return false;
      }
    }
    return any_of_a && any_of_b;
  }

  bool join_by_spellings() {
    bool joined = false;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      joined |= join_spelling(i);
      joined |= join_twin(i);
    }
    return joined;
  }

  bool join_spelling(std::size_t i) {
    const auto found = spelled_.find(keys_[i].key);
    if (found == spelled_.end() || crowded_.contains(keys_[i].key)) return false;
    const std::vector<std::size_t>& claimers = found->second;
    const std::size_t thing = groups_.find(claimers.front());
    for (const std::size_t claimer : claimers) {
      if (groups_.find(claimer) != thing) return false;
    }
    for (const std::size_t claimer : claimers) {
      if (tickers_differ(i, claimer) || apart_(i, claimer)) return false;
    }
    bool joined = false;
    for (const std::size_t claimer : claimers) {
      if (may_join(i, claimer, 0)) joined |= groups_.join(i, claimer);
    }
    return joined;
  }

  bool join_twin(std::size_t i) {
    const std::optional<std::string> twin = twin_of(keys_[i].key);
    if (!twin) return false;
    const auto found = place_.find(*twin);
    if (found == place_.end() || groups_.find(i) == groups_.find(found->second)) return false;
    if (!may_join(i, found->second, 0) || apart_(i, found->second)) return false;
    return groups_.join(i, found->second);
  }

  void join_by_decisions() {
    for (const Decision& decision : decisions_) {
      if (decision.undone || decision.kind != Decision::Kind::kMerge) continue;
      const std::set<std::size_t> members = indices_of(decision.keys);
      for (const std::size_t a : members) {
        for (const std::size_t b : members) {
          if (a < b && may_join(a, b, decision.number)) groups_.join(a, b);
        }
      }
    }
  }

  std::span<const KeyTies> keys_;
  const std::function<bool(std::size_t, std::size_t)>& apart_;
  const std::set<std::string>& crowded_;
  std::span<const Decision> decisions_;
  Groups groups_;
  std::map<std::string, std::size_t, std::less<>> place_;
  Index linked_;
  Index spelled_;
  std::vector<Cut> cuts_;
};

}  // namespace

std::vector<std::size_t> resolve(std::span<const KeyTies> keys,
                                 const std::function<bool(std::size_t, std::size_t)>& apart,
                                 const std::set<std::string>& crowded,
                                 std::span<const Decision> decisions) {
  return Resolver(keys, apart, crowded, decisions).run();
}

}  // namespace yeon::ingest::store
