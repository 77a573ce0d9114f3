#include "yeon/graph/database.h"

#include "commit/store.h"
#include "write/transaction_state.h"

namespace yeon::graph {

class Database::Impl {
 public:
  Impl(std::shared_ptr<Store> opened, storage::Engine& bytes)
      : store(std::move(opened)), engine(bytes) {}

  static Result<std::unique_ptr<Impl>> open(Result<std::unique_ptr<storage::Engine>> engine,
                                            const DatabaseOptions& options) {
    if (!engine) return fail(std::move(engine).error());
    storage::Engine& bytes = **engine;
    auto store = Store::open(std::move(*engine), options);
    if (!store) return fail(std::move(store).error());
    return std::make_unique<Impl>(std::move(*store), bytes);
  }

  std::shared_ptr<Store> store;  // shared with transactions, which may end later
  storage::Engine& engine;       // the store's
};

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& folder,
                                                 const DatabaseOptions& options) {
  auto impl = Impl::open(
      storage::Engine::open(folder, {options.create_if_missing, options.read_only}), options);
  if (!impl) return fail(std::move(impl).error());
  return std::unique_ptr<Database>(new Database(std::move(*impl)));
}

Result<std::unique_ptr<Database>> Database::open_in_memory(const DatabaseOptions& options) {
  auto impl = Impl::open(storage::Engine::open_in_memory(), options);
  if (!impl) return fail(std::move(impl).error());
  return std::unique_ptr<Database>(new Database(std::move(*impl)));
}

Snapshot Database::snapshot() const {
  return Snapshot(std::make_shared<const SnapshotState>(impl_->store->current()));
}

Result<Transaction> Database::begin() {
  auto state = impl_->store->begin();
  if (!state) return fail(std::move(state).error());
  return Transaction(std::move(*state));
}

std::vector<IndexDefinition> Database::indexes() const {
  const auto state = impl_->store->current();
  std::vector<IndexDefinition> all;
  for (const IndexInfo& index : *state->indexes) {
    all.push_back({index.name, std::string(state->catalog.name(index.label)),
                   std::string(state->catalog.name(index.key)), index.unique});
  }
  return all;
}

Status Database::clear() { return impl_->store->clear(); }

DatabaseStats Database::stats() const {
  const auto state = impl_->store->current();
  const SegmentCache& cache = state->source->cache;
  DatabaseStats stats;
  stats.nodes = state->counts.nodes;
  stats.relationships = state->counts.relationships;
  stats.cache_bytes = cache.bytes();
  stats.cache_hits = cache.hits();
  stats.cache_misses = cache.misses();
  stats.disk_bytes = impl_->engine.disk_bytes();
  stats.format_version = storage::kFormatVersion;
  return stats;
}

}  // namespace yeon::graph
