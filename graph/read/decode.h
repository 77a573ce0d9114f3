#pragma once

#include <string_view>

#include "segments/adjacency_data.h"
#include "segments/column_data.h"
#include "yeon/base/result.h"
#include "yeon/storage/label_segment.h"
#include "yeon/storage/relationship_segment.h"

namespace yeon::graph {

/// Decodes a stored segment into the form the cache holds; the type says which.
template <class Data>
Result<Data> decode(std::string_view bytes);

template <>
inline Result<storage::LabelSegment> decode(std::string_view bytes) {
  return storage::decode_labels(bytes);
}
template <>
inline Result<storage::RelationshipSegment> decode(std::string_view bytes) {
  return storage::decode_relationships(bytes);
}
template <>
inline Result<ColumnData> decode(std::string_view bytes) {
  return storage::decode_column(bytes).map(
      [](storage::ColumnSegment&& segment) { return ColumnData{std::move(segment)}; });
}
template <>
inline Result<AdjacencyData> decode(std::string_view bytes) {
  return storage::decode_adjacency(bytes).map(
      [](storage::AdjacencySegment&& segment) { return AdjacencyData(std::move(segment)); });
}

inline std::size_t held_bytes(const storage::LabelSegment& data) { return data.bytes(); }
inline std::size_t held_bytes(const storage::RelationshipSegment& data) { return data.bytes(); }
inline std::size_t held_bytes(const ColumnData& data) { return data.segment.bytes(); }
inline std::size_t held_bytes(const AdjacencyData& data) { return data.bytes(); }

}  // namespace yeon::graph
