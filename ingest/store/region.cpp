#include "store/region.h"

#include <algorithm>
#include <map>

namespace yeon::ingest::store {
namespace {

class Explorer {
 public:
  Explorer(graph::Transaction& transaction, KeyTable& table, std::span<const Decision> decisions)
      : transaction_(transaction), table_(table), decisions_(decisions) {}

  Result<Region> run(const std::set<std::string>& touched) {
    for (const std::string& key : touched) reach(key);
    while (!waiting_.empty()) {
      const std::string key = std::move(waiting_.back());
      waiting_.pop_back();
      Status status = visit(key);
      if (!status) return fail(std::move(status).error());
    }
    for (auto& [key, record] : found_) {
      KeyTies ties{key, {}, {}};
      for (const auto& [link, count] : record.links) ties.links.push_back(link);
      for (const auto& [spelling, count] : record.spellings) ties.spellings.push_back(spelling);
      region_.keys.push_back(std::move(ties));
      region_.records.push_back(std::move(record));
    }
    return std::move(region_);
  }

 private:
  void reach(const std::string& key) {
    if (reached_.insert(key).second) waiting_.push_back(key);
  }

  Status visit(const std::string& key) {
    auto record = table_.find(key);
    if (!record) return fail(std::move(record).error());
    if (*record == nullptr) return {};
    if ((*record)->node) {
      Status status = reach_members(*(*record)->node);
      if (!status) return status;
    }
    if ((*record)->sightings == 0) return {};
    found_.emplace(key, **record);
    for (const auto& [link, count] : (*record)->links) {
      Status status = reach_claimers(link, link_prefix(link));
      if (!status) return status;
    }
    for (const auto& [spelling, count] : (*record)->spellings) reach(spelling);
    if (const auto twin = twin_of(key)) reach(*twin);
    for (const Decision& decision : decisions_) {
      const auto& keys = decision.keys;
      if (decision.undone || std::find(keys.begin(), keys.end(), key) == keys.end()) continue;
      for (const std::string& other : keys) reach(other);
    }
    return reach_claimers(key, spell_prefix(key));
  }

  Status reach_claimers(const std::string& claimed, const std::string& prefix) {
    auto claimers = listed(transaction_.snapshot(), prefix);
    if (!claimers) return fail(std::move(claimers).error());
    if (claimers->size() > kCrowded) {
      region_.crowded.insert(claimed);
      return {};
    }
    for (const std::string& claimer : *claimers) reach(claimer);
    return {};
  }

  Status reach_members(NodeId node) {
    if (!region_.nodes.insert(node).second) return {};
    auto entity = read_entity(transaction_.snapshot(), node);
    if (!entity) return fail(std::move(entity).error());
    if (!*entity) return {};
    for (const std::string& key : (*entity)->keys) reach(key);
    return {};
  }

  graph::Transaction& transaction_;
  KeyTable& table_;
  std::span<const Decision> decisions_;
  std::set<std::string> reached_;
  std::vector<std::string> waiting_;
  std::map<std::string, KeyRecord> found_;
  Region region_;
};

}  // namespace

Result<Region> region_around(graph::Transaction& transaction, KeyTable& table,
                             const std::set<std::string>& touched,
                             std::span<const Decision> decisions) {
  return Explorer(transaction, table, decisions).run(touched);
}

}  // namespace yeon::ingest::store
