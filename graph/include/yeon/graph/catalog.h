#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/ids.h"

namespace yeon::graph {

/// The names a graph uses: labels, relationship types and property keys, each with a small dense
/// id that is never given again. An immutable version; a snapshot sees the version of its moment.
///
/// Complexity: O(1) both ways.
/// Threads: immutable, so freely shared. Copying shares.
class Catalog {
 public:
  Catalog();

  std::optional<LabelId> find_label(std::string_view name) const;
  std::optional<RelationshipTypeId> find_type(std::string_view name) const;
  std::optional<PropertyKeyId> find_key(std::string_view name) const;

  /// Each requires an id below the count. The view lives as long as this version.
  std::string_view name(LabelId id) const;
  std::string_view name(RelationshipTypeId id) const;
  std::string_view name(PropertyKeyId id) const;

  /// Ids are [0, count).
  std::size_t label_count() const noexcept;
  std::size_t type_count() const noexcept;
  std::size_t key_count() const noexcept;

 private:
  friend class CatalogBuilder;
  struct Names;
  std::shared_ptr<const Names> names_;
};

}  // namespace yeon::graph
