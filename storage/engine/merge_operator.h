#pragma once

#include <rocksdb/merge_operator.h>

namespace yeon::storage {

/// Folds segment deltas. What cannot be folded becomes a broken segment that keeps every byte:
/// refusing would make RocksDB stop the whole database at its next compaction.
///
/// Threads: stateless.
class SegmentMergeOperator final : public rocksdb::MergeOperator {
 public:
  bool FullMergeV2(const MergeOperationInput& in, MergeOperationOutput* out) const override;
  bool PartialMergeMulti(const rocksdb::Slice& key, const std::deque<rocksdb::Slice>& operands,
                         std::string* joined, rocksdb::Logger* logger) const override;
  const char* Name() const override { return "yeon.segment.1"; }
};

}  // namespace yeon::storage
