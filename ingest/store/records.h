#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yeon/graph/snapshot.h"

namespace yeon::ingest {

/// Reads one record of `space` and decodes it; nullopt where there is none.
template <class Record>
Result<std::optional<Record>> read_record(const graph::Snapshot& snapshot, graph::Space space,
                                          const std::string& key,
                                          Result<Record> (*decode)(std::string_view)) {
  auto bytes = snapshot.record(space, key);
  if (!bytes) return fail(std::move(bytes).error());
  if (!*bytes) return std::optional<Record>{};
  Result<Record> record = decode(**bytes);
  if (!record) return fail(std::move(record).error());
  return std::optional<Record>(std::move(*record));
}

/// Reads all records of `space` whose keys begin with `prefix`, by key.
template <class Record>
Result<std::vector<Record>> read_records(const graph::Snapshot& snapshot, graph::Space space,
                                         const std::string& prefix,
                                         Result<Record> (*decode)(std::string_view)) {
  auto found = snapshot.records(space, prefix);
  if (!found) return fail(std::move(found).error());
  std::vector<Record> records;
  records.reserve(found->size());
  for (const auto& [key, bytes] : *found) {
    Result<Record> record = decode(bytes);
    if (!record) return fail(std::move(record).error());
    records.push_back(std::move(*record));
  }
  return records;
}

}  // namespace yeon::ingest
