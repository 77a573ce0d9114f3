#pragma once

#include <rocksdb/write_batch.h>

#include <vector>

#include "yeon/storage/batch.h"

namespace yeon::storage {

// A batch is made before it is known which engine takes it, so it keeps its operations and the
// engine replays them onto its own column families.
struct Batch::Impl {
  enum class Op : std::uint8_t { kPut, kErase, kEraseRange, kMerge };
  struct Entry {
    Op op;
    Family family;
    std::string key;
    std::string value;
  };
  std::vector<Entry> entries;
  std::size_t bytes = 0;

  void add(Op op, Family family, std::string_view key, std::string_view value) {
    bytes += key.size() + value.size();
    entries.push_back({op, family, std::string(key), std::string(value)});
  }
};

}  // namespace yeon::storage
