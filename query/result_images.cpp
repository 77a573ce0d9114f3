#include "result_images.h"

#include <algorithm>

namespace yeon::query {
namespace {

class Images {
 public:
  Images(QueryResult& result, const graph::Snapshot& snapshot, const graph::Snapshot* before)
      : result_(result), snapshot_(snapshot), before_(before) {}

  Status add(const Value& value) {
    switch (value.kind()) {
      case Kind::kNode:
        return add_node(value.node());
      case Kind::kRelationship:
        return add_relationship(value.relationship());
      case Kind::kList:
        return add_all(value.list());
      case Kind::kMap:
        for (const auto& [key, entry] : value.map()) {
          if (Status added = add(entry); !added) return added;
        }
        return {};
      case Kind::kPath:
        for (const NodeId node : value.path().nodes) {
          if (Status added = add_node(node); !added) return added;
        }
        for (const RelationshipId r : value.path().relationships) {
          if (Status added = add_relationship(r); !added) return added;
        }
        return {};
      default:
        return {};
    }
  }

  Status add_all(const List& values) {
    for (const Value& value : values) {
      if (Status added = add(value); !added) return added;
    }
    return {};
  }

 private:
  static Map to_map(const graph::Properties& properties, const graph::Catalog& catalog) {
    Map out;
    for (const auto& [key, value] : properties) {
      out.emplace_back(std::string(catalog.name(key)), value);
    }
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return out;
  }

  Status add_node(NodeId node) {
    const auto [it, added] = result_.nodes.try_emplace(raw(node));
    if (!added) return {};
    const Result<bool> there = snapshot_.exists(node);
    if (!there) return fail(there.error());
    const graph::Snapshot* from = *there ? &snapshot_ : before_;
    if (from == nullptr) return {};
    Result<std::vector<LabelId>> labels = from->labels(node);
    if (!labels) return fail(std::move(labels).error());
    Result<graph::Properties> properties = from->properties(node);
    if (!properties) return fail(std::move(properties).error());
    for (const LabelId label : *labels) it->second.labels.emplace_back(from->catalog().name(label));
    std::sort(it->second.labels.begin(), it->second.labels.end());
    it->second.properties = to_map(*properties, from->catalog());
    return {};
  }

  Status add_relationship(RelationshipId id) {
    const auto [it, added] = result_.relationships.try_emplace(raw(id));
    if (!added) return {};
    const graph::Snapshot* from = &snapshot_;
    Result<std::optional<graph::RelationshipRecord>> record = from->relationship(id);
    if (record && !*record && before_ != nullptr) {
      from = before_;
      record = from->relationship(id);
    }
    if (!record) return fail(std::move(record).error());
    if (!*record) return {};
    Result<graph::Properties> properties = from->properties(id);
    if (!properties) return fail(std::move(properties).error());
    it->second.type = std::string(from->catalog().name((*record)->type));
    it->second.start = (*record)->start;
    it->second.end = (*record)->end;
    it->second.properties = to_map(*properties, from->catalog());
    return {};
  }

  QueryResult& result_;
  const graph::Snapshot& snapshot_;
  const graph::Snapshot* before_;
};

}  // namespace

Status add_images(QueryResult& result, const graph::Snapshot& snapshot,
                  const graph::Snapshot* before) {
  Images images(result, snapshot, before);
  for (const std::vector<Value>& row : result.rows) {
    if (Status added = images.add_all(row); !added) return added;
  }
  return {};
}

}  // namespace yeon::query
