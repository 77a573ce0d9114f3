#include <unistd.h>

#include "commit/meta_keys.h"
#include "commit/meta_records.h"
#include "commit/store.h"
#include "write/transaction_state.h"

namespace yeon::graph {
namespace {

constexpr std::uint64_t kLeastCacheBytes = std::uint64_t{16} << 20;

std::uint64_t quarter_of_memory() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long page = sysconf(_SC_PAGE_SIZE);
  if (pages <= 0 || page <= 0) return kLeastCacheBytes;
  return std::max(kLeastCacheBytes,
                  static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page) / 4);
}

/// Reads all records of one kind: `take(id, value)` returns a Status.
template <class Take>
Status each_record(const storage::Engine& engine, const storage::EngineSnapshot* snapshot,
                   MetaKey kind, const Take& take) {
  const auto [low, high] = meta_range(kind);
  Status taken;
  const Status scanned = engine.scan(storage::Family::kMeta, low, high, snapshot,
                                     [&](std::string_view key, std::string_view value) {
                                       taken = take(storage::read_big_endian(key.substr(1)), value);
                                       return taken.has_value();
                                     });
  return scanned ? taken : scanned;
}

Status load_names(const storage::Engine& engine, const storage::EngineSnapshot* snapshot,
                  MetaKey kind, NameTable& table) {
  return each_record(engine, snapshot, kind, [&](std::uint64_t id, std::string_view value) {
    const auto name = read_text_record(value);
    if (!name) return Status(fail(name.error()));
    if (table.intern(*name) != id) {
      return Status(fail(ErrorType::kCorruption, "the catalog's names are not in order"));
    }
    return Status();
  });
}

template <class Group>
Status load_groups(const storage::Engine& engine, const storage::EngineSnapshot* snapshot,
                   MetaKey kind, Result<Group> (*decode)(std::string_view),
                   Directory<Group>& groups) {
  return each_record(engine, snapshot, kind, [&](std::uint64_t id, std::string_view value) {
    Result<Group> group = decode(value);
    if (!group) return Status(fail(std::move(group).error()));
    groups.put(GroupId{id}, std::move(*group));
    return Status();
  });
}

template <class Take>
Status load_numbers(const storage::Engine& engine, const storage::EngineSnapshot* snapshot,
                    MetaKey kind, const Take& take) {
  return each_record(engine, snapshot, kind, [&](std::uint64_t id, std::string_view value) {
    const auto number = read_number_record(value);
    if (!number) return Status(fail(number.error()));
    take(static_cast<std::uint32_t>(id), *number);
    return Status();
  });
}

}  // namespace

Store::Store(std::shared_ptr<storage::Engine> engine, const DatabaseOptions& options)
    : engine_(std::move(engine)), options_(options) {
  if (options_.memory_bytes == 0) options_.memory_bytes = quarter_of_memory();
}

Result<std::shared_ptr<Store>> Store::open(std::unique_ptr<storage::Engine> engine,
                                           const DatabaseOptions& options) {
  std::shared_ptr<Store> store(new Store(std::move(engine), options));
  if (Status loaded = store->load(); !loaded) return fail(std::move(loaded).error());
  return store;
}

Status Store::load() {
  auto first = std::make_shared<CommittedState>(active_);
  first->sequence = 1;
  first->source = std::make_shared<SegmentSource>(engine_, options_.memory_bytes);
  const storage::SharedEngineSnapshot moment = engine_->snapshot();
  const storage::EngineSnapshot* const at = moment.get();
  auto indexes = std::make_shared<Indexes>();
  Counts& counts = first->counts;
  const auto steps = {
      load_names(*engine_, at, MetaKey::kLabelName, names_->labels),
      load_names(*engine_, at, MetaKey::kTypeName, names_->types),
      load_names(*engine_, at, MetaKey::kKeyName, names_->keys),
      load_groups(*engine_, at, MetaKey::kNodeGroup, decode_node_group, first->node_groups),
      load_groups(*engine_, at, MetaKey::kRelationshipGroup, decode_relationship_group,
                  first->relationship_groups),
      load_numbers(*engine_, at, MetaKey::kNodeCount,
                   [&](std::uint32_t, std::uint64_t count) { counts.nodes = count; }),
      load_numbers(*engine_, at, MetaKey::kRelationshipCount,
                   [&](std::uint32_t, std::uint64_t count) { counts.relationships = count; }),
      load_numbers(*engine_, at, MetaKey::kLabelCount,
                   [&](std::uint32_t id, std::uint64_t count) { counts.at(LabelId{id}) = count; }),
      load_numbers(*engine_, at, MetaKey::kTypeCount,
                   [&](std::uint32_t id, std::uint64_t count) {
                     counts.at(RelationshipTypeId{id}) = count;
                   }),
      load_numbers(*engine_, at, MetaKey::kNextIndex,
                   [&](std::uint32_t, std::uint64_t next) {
                     next_index_ = static_cast<std::uint32_t>(next);
                   }),
      each_record(*engine_, at, MetaKey::kIndex, [&](std::uint64_t id, std::string_view value) {
        auto index = read_index_record(static_cast<std::uint32_t>(id), value);
        if (!index) return Status(fail(index.error()));
        indexes->push_back(std::move(*index));
        return Status();
      })};
  for (const Status& step : steps) {
    if (!step) return step;
  }
  first->indexes = std::move(indexes);
  first->catalog = CatalogBuilder::build(
      names_, {names_->labels.size(), names_->types.size(), names_->keys.size()});
  ids_.resume(*first);
  publish(std::move(first));
  return {};
}

}  // namespace yeon::graph
