#include "store/key_table.h"

namespace yeon::ingest::store {

Result<KeyTable::Entry*> KeyTable::entry(std::string_view key) {
  if (const auto found = entries_.find(key); found != entries_.end()) return &found->second;
  auto record = read_key(transaction_.snapshot(), key);
  if (!record) return fail(std::move(record).error());
  Entry& fresh = entries_[std::string(key)];
  fresh.record = std::move(*record);
  return &fresh;
}

Result<const KeyRecord*> KeyTable::find(std::string_view key) {
  auto found = entry(key);
  if (!found) return fail(std::move(found).error());
  return (*found)->record ? &*(*found)->record : nullptr;
}

Result<KeyRecord*> KeyTable::change(std::string_view key) {
  auto found = entry(key);
  if (!found) return fail(std::move(found).error());
  Entry& entry = **found;
  entry.is_changed = true;
  if (!entry.record) entry.record.emplace();
  return &*entry.record;
}

Status KeyTable::flush() {
  for (auto& [key, entry] : entries_) {
    if (!entry.is_changed) continue;
    entry.is_changed = false;
    const bool is_gone = entry.record->sightings == 0;
    Status status = is_gone ? transaction_.erase_record(graph::Space::kLedger, key_key(key))
                            : transaction_.put_record(graph::Space::kLedger, key_key(key),
                                                      encode(*entry.record));
    if (!status) return status;
    if (is_gone) entry.record.reset();
  }
  return {};
}

}  // namespace yeon::ingest::store
