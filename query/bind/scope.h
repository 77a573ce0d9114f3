#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bind/expr.h"

namespace yeon::query {

/// The names that can be used at one point of a statement, innermost last.
class Scope {
 public:
  struct Entry {
    std::string name;
    SlotId slot;
  };

  std::optional<SlotId> find(std::string_view name) const;
  /// Hides an earlier entry of the same name.
  void add(std::string name, SlotId slot) { entries_.push_back({std::move(name), slot}); }
  std::size_t size() const noexcept { return entries_.size(); }
  /// Drops what was added since the scope had this size.
  void shrink(std::size_t size) { entries_.resize(size, {"", kNoSlot}); }
  const std::vector<Entry>& entries() const noexcept { return entries_; }
  /// The visible entries ascending by name, hidden ones left out.
  std::vector<Entry> sorted() const;

 private:
  std::vector<Entry> entries_;
};

}  // namespace yeon::query
