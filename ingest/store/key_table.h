#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "store/ledger.h"

namespace yeon::ingest::store {

/// The key records that one transaction reads and changes: each read once, and written once by
/// flush().
class KeyTable {
 public:
  /// Borrows the transaction.
  explicit KeyTable(graph::Transaction& transaction) : transaction_(transaction) {}

  /// nullptr where nothing is known of the key. Valid as long as this table.
  Result<const KeyRecord*> find(std::string_view key);

  /// The record to be changed; an empty one where there was none.
  Result<KeyRecord*> change(std::string_view key);

  /// Writes what was changed; a record without sightings is erased.
  Status flush();

 private:
  struct Entry {
    std::optional<KeyRecord> record;
    bool is_changed = false;
  };
  Result<Entry*> entry(std::string_view key);

  graph::Transaction& transaction_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace yeon::ingest::store
