#include <boost/graph/incremental_components.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include "algorithms/boost_view.h"

namespace yeon::graph {

std::vector<std::uint32_t> weakly_connected_components(const GraphView& view) {
  const std::size_t count = view.vertex_count();
  std::vector<std::uint32_t> ranks(count);
  std::vector<GraphView::Vertex> parents(count);
  boost::disjoint_sets sets(ranks.data(), parents.data());
  boost::initialize_incremental_components(view, sets);
  for (GraphView::Vertex v = 0; v < count; ++v) {
    const auto [first, last] = adjacent_vertices(v, view);
    for (auto neighbour = first; neighbour != last; ++neighbour) sets.union_set(v, *neighbour);
  }

  std::vector<std::uint32_t> numbers(count, GraphView::kNone);  // by representative
  std::vector<std::uint32_t> components(count);
  std::uint32_t next = 0;
  for (GraphView::Vertex v = 0; v < count; ++v) {
    std::uint32_t& number = numbers[sets.find_set(v)];
    if (number == GraphView::kNone) number = next++;
    components[v] = number;
  }
  return components;
}

}  // namespace yeon::graph
