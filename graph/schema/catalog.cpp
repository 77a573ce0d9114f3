#include "yeon/graph/catalog.h"

#include "schema/catalog_names.h"

namespace yeon::graph {
namespace {

template <class Id>
std::optional<Id> below(std::optional<std::uint32_t> found, std::uint32_t count) {
  if (!found || *found >= count) return std::nullopt;
  return Id{*found};
}

}  // namespace

Catalog CatalogBuilder::build(std::shared_ptr<const NameTables> tables, const NameCounts& counts) {
  Catalog catalog;
  catalog.names_ =
      std::make_shared<const Catalog::Names>(Catalog::Names{std::move(tables), counts});
  return catalog;
}

Catalog::Catalog()
    : names_(std::make_shared<const Names>(
          Names{std::make_shared<const NameTables>(), NameCounts{}})) {}

std::optional<LabelId> Catalog::find_label(std::string_view name) const {
  return below<LabelId>(names_->tables->labels.find(name), names_->counts.labels);
}
std::optional<RelationshipTypeId> Catalog::find_type(std::string_view name) const {
  return below<RelationshipTypeId>(names_->tables->types.find(name), names_->counts.types);
}
std::optional<PropertyKeyId> Catalog::find_key(std::string_view name) const {
  return below<PropertyKeyId>(names_->tables->keys.find(name), names_->counts.keys);
}

std::string_view Catalog::name(LabelId id) const { return names_->tables->labels.name(raw(id)); }
std::string_view Catalog::name(RelationshipTypeId id) const {
  return names_->tables->types.name(raw(id));
}
std::string_view Catalog::name(PropertyKeyId id) const {
  return names_->tables->keys.name(raw(id));
}

std::size_t Catalog::label_count() const noexcept { return names_->counts.labels; }
std::size_t Catalog::type_count() const noexcept { return names_->counts.types; }
std::size_t Catalog::key_count() const noexcept { return names_->counts.keys; }

}  // namespace yeon::graph
