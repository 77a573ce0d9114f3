#include "yeon/graph/algorithms.h"

#include <doctest/doctest.h>

#include <memory>
#include <string_view>

#include "algorithms/boost_view.h"
#include "yeon/graph/database.h"

namespace yeon::graph {
namespace {

struct Tie {
  std::size_t from;
  std::size_t to;
  std::string_view type = "T";
};

/// Nodes 0 to `size` - 1, every third without a label, the others :N; and the ties between them.
class Graph {
 public:
  Graph(std::size_t size, std::span<const Tie> ties) {
    auto opened = Database::open_in_memory({.create_if_missing = true});
    REQUIRE(opened);
    database_ = *std::move(opened);
    auto writer = database_->begin();
    REQUIRE(writer);
    const LabelId label = writer->label("N");
    for (std::size_t i = 0; i < size; ++i) {
      const auto node = i % 3 == 2 ? writer->create_node({}) : writer->create_node({&label, 1});
      REQUIRE(node);
      nodes_.push_back(*node);
    }
    for (const Tie& tie : ties) {
      REQUIRE(
          writer->create_relationship(nodes_[tie.from], writer->type(tie.type), nodes_[tie.to]));
    }
    REQUIRE(writer->commit());
  }

  GraphView view(const std::vector<std::string_view>& labels = {},
                 const std::vector<std::string_view>& types = {}) const {
    const Snapshot snapshot = database_->snapshot();
    Projection projection;
    for (const auto name : labels) {
      projection.labels.push_back(*snapshot.catalog().find_label(name));
    }
    for (const auto name : types) projection.types.push_back(*snapshot.catalog().find_type(name));
    auto made = GraphView::of(snapshot, projection);
    REQUIRE(made);
    return *std::move(made);
  }

  /// A value for each node, in the order they were made.
  template <class T>
  std::vector<T> in_order(const GraphView& view, const std::vector<T>& by_vertex) const {
    std::vector<T> values;
    for (const NodeId node : nodes_) values.push_back(by_vertex.at(view.vertex(node)));
    return values;
  }

  NodeId node(std::size_t i) const { return nodes_[i]; }

 private:
  std::unique_ptr<Database> database_;
  std::vector<NodeId> nodes_;
};

}  // namespace

TEST_CASE("a view numbers its nodes densely and leaves out what leads elsewhere") {
  const Tie ties[] = {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 3, "U"}};
  const Graph graph(4, ties);

  const GraphView all = graph.view();
  CHECK(all.vertex_count() == 4);
  CHECK(all.out_degree(all.vertex(graph.node(0))) == 2);

  const GraphView labelled = graph.view({"N"});
  CHECK(labelled.vertex_count() == 3);
  CHECK(labelled.vertex(graph.node(2)) == GraphView::kNone);
  CHECK(labelled.out_degree(labelled.vertex(graph.node(1))) == 0);
  CHECK(in_degree(labelled.vertex(graph.node(3)), labelled) == 1);

  const GraphView typed = graph.view({}, {"U"});
  CHECK(typed.out_degree(typed.vertex(graph.node(0))) == 1);
  CHECK(typed.out_degree(typed.vertex(graph.node(1))) == 0);
}

TEST_CASE("Boost sees each relationship from both its ends") {
  const Tie ties[] = {{0, 1}, {0, 1}, {1, 0, "U"}, {1, 1}};
  const Graph graph(2, ties);
  const GraphView view = graph.view();
  const GraphView::Vertex a = view.vertex(graph.node(0));
  const GraphView::Vertex b = view.vertex(graph.node(1));
  std::size_t leaving = 0;
  for (auto [edge, last] = out_edges(a, view); edge != last; ++edge) {
    CHECK(source(*edge, view) == a);
    CHECK(target(*edge, view) == b);
    ++leaving;
  }
  CHECK(leaving == 2);
  CHECK(degree(a, view) == 3);
  CHECK(degree(b, view) == 5);
}

TEST_CASE("PageRank of a ring is even") {
  const Tie ties[] = {{0, 1}, {1, 2}, {2, 0}};
  const Graph graph(3, ties);
  for (const double rank : pagerank(graph.view(), {})) CHECK(rank == doctest::Approx(1.0 / 3));
}

TEST_CASE("PageRank of a star, worked out by hand") {
  // Leaves 1 to 3 point to 0, which points nowhere and so to all. With damping d and four nodes,
  // a leaf has l = (1 - d)/4 + d c/4 and the hub c = l + 3 d l; both add up: c + 3 l = 1.
  const Tie ties[] = {{1, 0}, {2, 0}, {3, 0}};
  const Graph graph(4, ties);
  const GraphView view = graph.view();
  const double d = 0.85;
  const double leaf = 1.0 / (4 + 3 * d);
  const auto ranks = graph.in_order(view, pagerank(view, {.iterations = 100, .damping = d}));
  CHECK(ranks[0] == doctest::Approx(leaf * (1 + 3 * d)));
  for (std::size_t i = 1; i < 4; ++i) CHECK(ranks[i] == doctest::Approx(leaf));
}

TEST_CASE("PageRank adds up to 1, counts parallel relationships, and stops when asked") {
  const Tie ties[] = {{0, 1}, {0, 1}, {0, 2}, {1, 0}, {3, 3}};
  const Graph graph(5, ties);
  const GraphView view = graph.view();
  for (const std::uint32_t iterations : {0u, 1u, 7u, 50u}) {
    double sum = 0;
    for (const double rank : pagerank(view, {.iterations = iterations})) sum += rank;
    CHECK(sum == doctest::Approx(1));
  }
  // After one step node 1 has twice what node 2 has from node 0.
  const auto ranks = graph.in_order(view, pagerank(view, {.iterations = 1}));
  const double base = 0.15 / 5 + 0.85 * 2 / 5 / 5;  // nodes 2 and 4 point nowhere
  CHECK((ranks[1] - base) == doctest::Approx(2 * (ranks[2] - base)));
  const auto early = pagerank(view, {.iterations = 1'000, .tolerance = 1e-3});
  const auto late = pagerank(view, {.iterations = 1'000});
  CHECK(early[0] == doctest::Approx(late[0]).epsilon(0.01));
}

TEST_CASE("components ignore directions and are numbered by their first node") {
  const Tie ties[] = {{3, 1}, {1, 0}, {4, 5}, {5, 4}, {6, 6}};
  const Graph graph(7, ties);
  const GraphView view = graph.view();
  const auto component = graph.in_order(view, weakly_connected_components(view));
  CHECK(component[0] == component[1]);
  CHECK(component[0] == component[3]);
  CHECK(component[4] == component[5]);
  CHECK(component[2] != component[0]);
  CHECK(component[6] != component[4]);
  CHECK(weakly_connected_components(view)[0] == 0);
}

TEST_CASE("an empty graph has no ranks and no components") {
  const Graph graph(0, {});
  CHECK(pagerank(graph.view(), {}).empty());
  CHECK(weakly_connected_components(graph.view()).empty());
}

}  // namespace yeon::graph
