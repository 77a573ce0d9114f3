#pragma once

#include <algorithm>
#include <vector>

namespace yeon::graph {

/// A few ids, ascending in a vector. For the labels, keys and types of one group.
template <class Id>
using IdSet = std::vector<Id>;

template <class Id>
bool contains(const IdSet<Id>& set, Id id) {
  return std::binary_search(set.begin(), set.end(), id);
}

/// Whether it was new.
template <class Id>
bool insert(IdSet<Id>& set, Id id) {
  const auto at = std::lower_bound(set.begin(), set.end(), id);
  if (at != set.end() && *at == id) return false;
  set.insert(at, id);
  return true;
}

template <class Id>
void insert_all(IdSet<Id>& set, const IdSet<Id>& more) {
  for (const Id id : more) insert(set, id);
}

}  // namespace yeon::graph
