#include <boost/graph/page_rank.hpp>
#include <cmath>

#include "algorithms/boost_view.h"

namespace yeon::graph {
namespace {

/// Decides after each of Boost's steps whether to go on, and gives back what the step lost: Boost
/// lets the rank of a vertex without relationships vanish, where the method shares it among all.
/// Ranks add up to the number of vertices meanwhile.
class Stop {
 public:
  Stop(const GraphView& view, const PageRankOptions& options)
      : options_(options), previous_(view.vertex_count(), 1.0) {}

  template <class RankMap>
  bool operator()(const RankMap& ranks, const GraphView& view) {
    if (steps_ > 0) share(ranks, view);
    remember(ranks, view);
    return steps_++ == options_.iterations || (options_.tolerance > 0 && change_ < limit(view));
  }

 private:
  double limit(const GraphView& view) const {
    return options_.tolerance * static_cast<double>(view.vertex_count());
  }

  template <class RankMap>
  void share(const RankMap& ranks, const GraphView& view) const {
    const double part = options_.damping * dangling_ / static_cast<double>(view.vertex_count());
    for (GraphView::Vertex v = 0; v < view.vertex_count(); ++v) put(ranks, v, get(ranks, v) + part);
  }

  template <class RankMap>
  void remember(const RankMap& ranks, const GraphView& view) {
    dangling_ = 0;
    change_ = steps_ == 0 ? HUGE_VAL : 0;
    for (GraphView::Vertex v = 0; v < view.vertex_count(); ++v) {
      const double rank = get(ranks, v);
      if (view.out_degree(v) == 0) dangling_ += rank;
      change_ += std::abs(rank - previous_[v]);
      previous_[v] = rank;
    }
  }

  const PageRankOptions& options_;
  std::vector<double> previous_;
  std::uint32_t steps_ = 0;
  double dangling_ = 0;
  double change_ = 0;
};

}  // namespace

std::vector<double> pagerank(const GraphView& view, const PageRankOptions& options) {
  std::vector<double> ranks(view.vertex_count());
  std::vector<double> next(view.vertex_count());
  if (ranks.empty()) return ranks;
  const boost::typed_identity_property_map<GraphView::Vertex> index;
  Stop stop(view, options);
  boost::graph::page_rank(view, boost::make_iterator_property_map(ranks.begin(), index),
                          std::ref(stop), options.damping, /*n=*/1,
                          boost::make_iterator_property_map(next.begin(), index));
  for (double& rank : ranks) rank /= static_cast<double>(ranks.size());
  return ranks;
}

}  // namespace yeon::graph
