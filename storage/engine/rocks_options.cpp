#include "engine/rocks_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include "engine/merge_operator.h"

namespace yeon::storage {
namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;

// Hot data lives decoded in the graph's own cache, so RocksDB's holds little.
constexpr std::size_t kBlockCacheBytes = 32 * kMiB;
// An unflushed log costs about 3 ms a MiB when a killed database is opened again.
constexpr std::size_t kLogBytes = 64 * kMiB;

/// RocksDB's own log would be a write in a folder opened to be read only.
class SilentLogger final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::ColumnFamilyOptions family_options(Family family,
                                            const std::shared_ptr<rocksdb::Cache>& cache,
                                            bool in_memory) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = std::size_t{16} << 10;
  table.format_version = 5;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.write_buffer_size = in_memory ? 16 * kMiB : 32 * kMiB;
  options.compression = in_memory ? rocksdb::kNoCompression : rocksdb::kLZ4Compression;
  if (family == Family::kText && !in_memory) options.compression = rocksdb::kZSTD;
  if (family == Family::kSegments) {
    options.merge_operator = std::make_shared<SegmentMergeOperator>();
  }
  return options;
}

}  // namespace

std::string family_name(Family family) {
  switch (family) {
    case Family::kMeta:
      return rocksdb::kDefaultColumnFamilyName;
    case Family::kSegments:
      return "segments";
    case Family::kIndex:
      return "index";
    case Family::kText:
      return "text";
    case Family::kLedger:
      return "ledger";
    case Family::kJobs:
      return "jobs";
  }
  return {};
}

rocksdb::DBOptions database_options(rocksdb::Env* env, bool in_memory, bool read_only) {
  rocksdb::DBOptions options;
  options.env = env;
  options.max_background_jobs = 2;
  options.max_total_wal_size = kLogBytes;
  options.keep_log_file_num = 2;
  options.max_open_files = -1;
  options.avoid_flush_during_shutdown = in_memory;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  // A last record cut short was never acknowledged and is dropped; any other damage of the log
  // refuses to open, where point-in-time recovery would silently drop what follows it.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  if (read_only || in_memory) options.info_log = std::make_shared<SilentLogger>();
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> family_descriptors(bool in_memory) {
  const std::shared_ptr<rocksdb::Cache> cache =
      rocksdb::NewLRUCache(in_memory ? kMiB : kBlockCacheBytes);
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (std::size_t i = 0; i < kFamilyCount; ++i) {
    const auto family = static_cast<Family>(i);
    descriptors.emplace_back(family_name(family), family_options(family, cache, in_memory));
  }
  return descriptors;
}

}  // namespace yeon::storage
