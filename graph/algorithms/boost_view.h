#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>

#include "yeon/graph/algorithms.h"

/// GraphView as Boost.Graph knows graphs: a model of VertexListGraph, IncidenceGraph,
/// AdjacencyGraph and BidirectionalGraph. Boost finds these functions by their argument's
/// namespace.
namespace yeon::graph {

struct ViewEdge {
  GraphView::Vertex source = GraphView::kNone;
  GraphView::Vertex target = GraphView::kNone;
  RelationshipId relationship{};
  friend bool operator==(const ViewEdge&, const ViewEdge&) = default;
};

/// Walks one vertex's relationships in one direction, type after type, past those that lead
/// outside the view.
class ViewEdgeIterator : public boost::iterator_facade<ViewEdgeIterator, ViewEdge,
                                                       boost::forward_traversal_tag, ViewEdge> {
 public:
  ViewEdgeIterator() = default;

  static ViewEdgeIterator begin(const GraphView& view, GraphView::Vertex vertex,
                                Direction direction) {
    ViewEdgeIterator it(view, vertex, direction);
    it.settle();
    return it;
  }
  static ViewEdgeIterator end(const GraphView& view, GraphView::Vertex vertex,
                              Direction direction) {
    ViewEdgeIterator it(view, vertex, direction);
    it.list_ = it.lists_.size();
    return it;
  }

 private:
  friend class boost::iterator_core_access;

  ViewEdgeIterator(const GraphView& view, GraphView::Vertex vertex, Direction direction)
      : view_(&view),
        lists_(view.adjacencies(vertex, direction)),
        vertex_(vertex),
        slot_(slot_of(view.node(vertex))),
        direction_(direction) {
    open();
  }

  ViewEdge dereference() const {
    const RelationshipId id = lists_[list_].relationships(slot_)[at_];
    if (direction_ == Direction::kOutgoing) return {vertex_, other_, id};
    return {other_, vertex_, id};
  }

  bool equal(const ViewEdgeIterator& it) const { return list_ == it.list_ && at_ == it.at_; }

  void increment() {
    ++at_;
    settle();
  }

  void open() {
    at_ = 0;
    neighbours_ =
        list_ < lists_.size() ? lists_[list_].neighbours(slot_) : std::span<const NodeId>();
  }

  /// Moves on to the next relationship within the view, from the present place.
  void settle() {
    while (list_ < lists_.size()) {
      for (; at_ < neighbours_.size(); ++at_) {
        other_ = view_->vertex(neighbours_[at_]);
        if (other_ != GraphView::kNone) return;
      }
      ++list_;
      open();
    }
  }

  const GraphView* view_ = nullptr;
  std::span<const Adjacency> lists_;
  std::span<const NodeId> neighbours_;
  std::size_t list_ = 0;
  std::size_t at_ = 0;
  GraphView::Vertex vertex_ = GraphView::kNone;
  GraphView::Vertex other_ = GraphView::kNone;
  Slot slot_ = 0;
  Direction direction_ = Direction::kOutgoing;
};

/// The far ends of a vertex's outgoing relationships.
class ViewNeighbourIterator
    : public boost::iterator_facade<ViewNeighbourIterator, GraphView::Vertex,
                                    boost::forward_traversal_tag, GraphView::Vertex> {
 public:
  ViewNeighbourIterator() = default;
  explicit ViewNeighbourIterator(ViewEdgeIterator edge) : edge_(edge) {}

 private:
  friend class boost::iterator_core_access;
  GraphView::Vertex dereference() const { return (*edge_).target; }
  bool equal(const ViewNeighbourIterator& it) const { return edge_ == it.edge_; }
  void increment() { ++edge_; }

  ViewEdgeIterator edge_;
};

struct ViewTraversal : boost::vertex_list_graph_tag,
                       boost::adjacency_graph_tag,
                       boost::bidirectional_graph_tag {};

}  // namespace yeon::graph

namespace boost {

template <>
struct graph_traits<yeon::graph::GraphView> {
  using vertex_descriptor = yeon::graph::GraphView::Vertex;
  using edge_descriptor = yeon::graph::ViewEdge;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = yeon::graph::ViewTraversal;
  using vertex_iterator = counting_iterator<vertex_descriptor>;
  using out_edge_iterator = yeon::graph::ViewEdgeIterator;
  using in_edge_iterator = yeon::graph::ViewEdgeIterator;
  using adjacency_iterator = yeon::graph::ViewNeighbourIterator;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return yeon::graph::GraphView::kNone; }
};

// Some of Boost's functions take graphs by plain reference.
template <>
struct graph_traits<const yeon::graph::GraphView> : graph_traits<yeon::graph::GraphView> {};

template <>
struct property_map<yeon::graph::GraphView, vertex_index_t> {
  using type = typed_identity_property_map<yeon::graph::GraphView::Vertex>;
  using const_type = type;
};

}  // namespace boost

namespace yeon::graph {

inline std::size_t num_vertices(const GraphView& view) { return view.vertex_count(); }

inline std::pair<boost::counting_iterator<GraphView::Vertex>,
                 boost::counting_iterator<GraphView::Vertex>>
vertices(const GraphView& view) {
  using Iterator = boost::counting_iterator<GraphView::Vertex>;
  return {Iterator(0), Iterator(static_cast<GraphView::Vertex>(view.vertex_count()))};
}

inline GraphView::Vertex source(const ViewEdge& edge, const GraphView&) { return edge.source; }
inline GraphView::Vertex target(const ViewEdge& edge, const GraphView&) { return edge.target; }

inline std::pair<ViewEdgeIterator, ViewEdgeIterator> out_edges(GraphView::Vertex vertex,
                                                               const GraphView& view) {
  return {ViewEdgeIterator::begin(view, vertex, Direction::kOutgoing),
          ViewEdgeIterator::end(view, vertex, Direction::kOutgoing)};
}

inline std::pair<ViewEdgeIterator, ViewEdgeIterator> in_edges(GraphView::Vertex vertex,
                                                              const GraphView& view) {
  return {ViewEdgeIterator::begin(view, vertex, Direction::kIncoming),
          ViewEdgeIterator::end(view, vertex, Direction::kIncoming)};
}

inline std::pair<ViewNeighbourIterator, ViewNeighbourIterator> adjacent_vertices(
    GraphView::Vertex vertex, const GraphView& view) {
  const auto [first, last] = out_edges(vertex, view);
  return {ViewNeighbourIterator(first), ViewNeighbourIterator(last)};
}

inline std::size_t out_degree(GraphView::Vertex vertex, const GraphView& view) {
  return view.out_degree(vertex);
}

inline std::size_t in_degree(GraphView::Vertex vertex, const GraphView& view) {
  std::size_t count = 0;
  const auto [first, last] = in_edges(vertex, view);
  for (ViewEdgeIterator it = first; it != last; ++it) ++count;
  return count;
}

inline std::size_t degree(GraphView::Vertex vertex, const GraphView& view) {
  return out_degree(vertex, view) + in_degree(vertex, view);
}

inline boost::typed_identity_property_map<GraphView::Vertex> get(boost::vertex_index_t,
                                                                 const GraphView&) {
  return {};
}

}  // namespace yeon::graph
