#include "write/transaction_state.h"

#include "yeon/storage/value_codec.h"

namespace yeon::graph {
namespace {

// A private copy, made or made again while a reader holds the last one.
template <class Data>
Data& writable(PrivateSegment<Data>& segment) {
  if (segment.data.use_count() > 1) segment.data = std::make_shared<Data>(*segment.data);
  return *segment.data;
}

template <class Key, class Map, class Read>
Result<typename Map::mapped_type*> found_or_copied(Map& map, const Key& key, const Read& read) {
  const auto found = map.find(key);
  if (found != map.end()) return &found->second;
  auto base = read();
  if (!base) return fail(std::move(base).error());
  using Data = typename decltype(Map::mapped_type::data)::element_type;
  typename Map::mapped_type fresh;
  fresh.data = std::make_shared<Data>(**base);
  return &map.emplace(key, std::move(fresh)).first->second;
}

bool created(const std::unordered_map<std::uint64_t, SlotMask>& masks, GroupId group, Slot slot) {
  const auto found = masks.find(raw(group));
  return found != masks.end() && found->second.test(slot);
}

}  // namespace

TransactionState::TransactionState(std::shared_ptr<Store> store,
                                   std::shared_ptr<const CommittedState> began)
    : store_(std::move(store)),
      began_(std::move(began)),
      view_(std::make_shared<SnapshotState>(began_, std::make_unique<Overlay>())),
      overlay_(*view_->overlay()),
      snapshot_(view_) {
  overlay_.catalog = began_->catalog;
  overlay_.names = {static_cast<std::uint32_t>(began_->catalog.label_count()),
                    static_cast<std::uint32_t>(began_->catalog.type_count()),
                    static_cast<std::uint32_t>(began_->catalog.key_count())};
}

TransactionState::~TransactionState() { rollback(); }

Status TransactionState::open_for_writing() const {
  if (open_) return {};
  return fail(ErrorType::kInternal, "the transaction has ended");
}

void TransactionState::rollback() {
  if (!open_) return;
  open_ = false;
  store_->end_transaction(began_->sequence);
}

Status TransactionState::commit() {
  if (Status open = open_for_writing(); !open) return open;
  Status done = store_->commit(*this);
  rollback();  // whichever way it went, it is over
  return done;
}

void TransactionState::use_names() {
  overlay_.catalog = CatalogBuilder::build(store_->names(), overlay_.names);
}

LabelId TransactionState::label(std::string_view name) {
  if (const auto known = overlay_.catalog.find_label(name)) return *known;
  const std::uint32_t id = store_->names()->labels.intern(name);
  overlay_.names.labels = std::max(overlay_.names.labels, id + 1);
  use_names();
  return LabelId{id};
}

RelationshipTypeId TransactionState::type(std::string_view name) {
  if (const auto known = overlay_.catalog.find_type(name)) return *known;
  const std::uint32_t id = store_->names()->types.intern(name);
  overlay_.names.types = std::max(overlay_.names.types, id + 1);
  use_names();
  return RelationshipTypeId{id};
}

PropertyKeyId TransactionState::key(std::string_view name) {
  if (const auto known = overlay_.catalog.find_key(name)) return *known;
  const std::uint32_t id = store_->names()->keys.intern(name);
  overlay_.names.keys = std::max(overlay_.names.keys, id + 1);
  use_names();
  return PropertyKeyId{id};
}

Result<storage::LabelSegment*> TransactionState::own_labels(GroupId group, Slot dirty) {
  const auto own =
      found_or_copied(overlay_.labels, raw(group), [&] { return view_->labels(group); });
  if (!own) return fail(own.error());
  (*own)->dirty.set(dirty);
  return &writable(**own);
}

Result<storage::RelationshipSegment*> TransactionState::own_relationships(GroupId group,
                                                                          Slot dirty) {
  const auto own = found_or_copied(overlay_.relationships, raw(group),
                                   [&] { return view_->relationships(group); });
  if (!own) return fail(own.error());
  (*own)->dirty.set(dirty);
  return &writable(**own);
}

Result<ColumnData*> TransactionState::own_column(const storage::SegmentKey& key, Slot dirty) {
  const bool first = !overlay_.columns.contains(key);
  const auto own = found_or_copied(overlay_.columns, key, [&] {
    return key.kind == storage::SegmentKind::kNodeColumn
               ? view_->node_column(GroupId{key.group}, PropertyKeyId{key.name})
               : view_->relationship_column(GroupId{key.group}, PropertyKeyId{key.name});
  });
  if (!own) return fail(own.error());
  if (first) (*own)->data->segment.own_arena();
  (*own)->dirty.set(dirty);
  return &writable(**own);
}

Result<PrivateAdjacency*> TransactionState::own_adjacency(NodeId node, RelationshipTypeId type,
                                                          Direction direction) {
  return found_or_copied(overlay_.adjacency, adjacency_key(group_of(node), type, direction),
                         [&] { return view_->adjacency(group_of(node), type, direction); });
}

NodeGroup& TransactionState::own_group(GroupId group) {
  const auto found = overlay_.node_groups.find(raw(group));
  if (found != overlay_.node_groups.end()) return found->second;
  const NodeGroup* const known = began_->node_groups.find(group);
  return overlay_.node_groups.emplace(raw(group), known ? *known : NodeGroup()).first->second;
}

RelationshipGroup& TransactionState::own_relationship_group(GroupId group) {
  const auto found = overlay_.relationship_groups.find(raw(group));
  if (found != overlay_.relationship_groups.end()) return found->second;
  const RelationshipGroup* const known = began_->relationship_groups.find(group);
  return overlay_.relationship_groups.emplace(raw(group), known ? *known : RelationshipGroup())
      .first->second;
}

bool TransactionState::created_here(NodeId node) const {
  return created(created_nodes_, group_of(node), slot_of(node));
}
bool TransactionState::created_here(RelationshipId relationship) const {
  return created(created_relationships_, group_of(relationship), slot_of(relationship));
}

void TransactionState::touch(NodeId node) {
  if (!created_here(node)) footprint_.written_nodes.insert(raw(node));
}
void TransactionState::touch(RelationshipId relationship) {
  if (!created_here(relationship)) footprint_.written_relationships.insert(raw(relationship));
}

Status TransactionState::put_record(Space space, std::string_view key,
                                    std::optional<std::string> value) {
  if (Status open = open_for_writing(); !open) return open;
  overlay_.records[static_cast<std::size_t>(space)][std::string(key)] = std::move(value);
  footprint_.records.insert(static_cast<char>(space) + std::string(key));
  return {};
}

}  // namespace yeon::graph
