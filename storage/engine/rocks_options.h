#pragma once

#include <rocksdb/db.h>

#include <vector>

#include "yeon/storage/batch.h"

namespace yeon::storage {

/// The name of a family in RocksDB's manifest.
std::string family_name(Family family);

/// Options chosen for segments of some 10 KiB and small records. See docs/decisions/0001.
rocksdb::DBOptions database_options(rocksdb::Env* env, bool in_memory, bool read_only);
std::vector<rocksdb::ColumnFamilyDescriptor> family_descriptors(bool in_memory);

}  // namespace yeon::storage
