#include "procedures/algo.h"

#include <fmt/format.h>

#include <algorithm>

#include "functions/errors.h"
#include "yeon/graph/algorithms.h"

namespace yeon::query {
namespace {

using Rows = std::vector<std::vector<Value>>;

/// The map a procedure is called with, read by name.
class Settings {
 public:
  Settings(std::string_view procedure, const Value& value) : procedure_(procedure) {
    if (value.is(Kind::kMap)) map_ = value.map();
  }

  /// ArgumentError for a key that is not one of `known`.
  Status check(std::initializer_list<std::string_view> known) const {
    for (const auto& [key, value] : map_) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      std::string names;
      for (const std::string_view name : known) names += fmt::format(" {}", name);
      return runtime_failure(ErrorType::kArgumentError, "InvalidArgumentValue",
                             fmt::format("{} has no setting `{}`", procedure_, key),
                             fmt::format("it takes:{}", names));
    }
    return {};
  }

  Result<std::vector<std::string>> names(std::string_view key) const {
    std::vector<std::string> names;
    const Value* value = find(key);
    if (value == nullptr || value->is_null()) return names;
    if (!value->is(Kind::kList)) return wrong(key, "a list of strings");
    for (const Value& name : value->list()) {
      if (!name.is(Kind::kString)) return wrong(key, "a list of strings");
      names.push_back(name.string());
    }
    return names;
  }

  Result<double> number(std::string_view key, double otherwise, double low, double high) const {
    const Value* value = find(key);
    if (value == nullptr || value->is_null()) return otherwise;
    if (!value->is_number()) return wrong(key, "a number");
    if (!(value->number() >= low && value->number() <= high)) {
      return runtime_failure(
          ErrorType::kArgumentError, "NumberOutOfRange",
          fmt::format("{} of {} must lie from {} to {}", key, procedure_, low, high));
    }
    return value->number();
  }

 private:
  const Value* find(std::string_view key) const {
    for (const auto& [name, value] : map_) {
      if (name == key) return &value;
    }
    return nullptr;
  }

  tl::unexpected<Error> wrong(std::string_view key, std::string_view wanted) const {
    return runtime_failure(ErrorType::kTypeError, "InvalidArgumentType",
                           fmt::format("{} of {} must be {}", key, procedure_, wanted));
  }

  std::string_view procedure_;
  Map map_;
};

/// Names asked for that the graph does not know select nothing.
Result<graph::GraphView> view_of(const graph::Snapshot& snapshot, const Settings& settings) {
  const auto labels = settings.names("labels");
  if (!labels) return fail(labels.error());
  const auto types = settings.names("types");
  if (!types) return fail(types.error());
  graph::Projection projection;
  for (const std::string& name : *labels) {
    if (const auto id = snapshot.catalog().find_label(name)) projection.labels.push_back(*id);
  }
  for (const std::string& name : *types) {
    if (const auto id = snapshot.catalog().find_type(name)) projection.types.push_back(*id);
  }
  constexpr auto kNoLabel = LabelId{0xFFFFFFFF};
  constexpr auto kNoType = RelationshipTypeId{0xFFFFFFFF};
  if (!labels->empty() && projection.labels.empty()) projection.labels.push_back(kNoLabel);
  if (!types->empty() && projection.types.empty()) projection.types.push_back(kNoType);
  return graph::GraphView::of(snapshot, projection);
}

Result<Rows> pagerank(const graph::Snapshot& snapshot, std::span<const Value> arguments) {
  const Settings settings("algo.pagerank", arguments[0]);
  const Status known = settings.check({"labels", "types", "iterations", "damping", "tolerance"});
  if (!known) return fail(known.error());
  const auto iterations = settings.number("iterations", 100, 0, 100'000);
  if (!iterations) return fail(iterations.error());
  const auto damping = settings.number("damping", 0.85, 0, 0.999999);
  if (!damping) return fail(damping.error());
  const auto tolerance = settings.number("tolerance", 1e-8, 0, 1);
  if (!tolerance) return fail(tolerance.error());
  const auto view = view_of(snapshot, settings);
  if (!view) return fail(view.error());
  const std::vector<double> ranks =
      graph::pagerank(*view, {.iterations = static_cast<std::uint32_t>(*iterations),
                              .damping = *damping,
                              .tolerance = *tolerance});
  Rows rows;
  rows.reserve(ranks.size());
  for (graph::GraphView::Vertex v = 0; v < ranks.size(); ++v) {
    rows.push_back({Value(view->node(v)), Value(ranks[v])});
  }
  return rows;
}

Result<Rows> components(const graph::Snapshot& snapshot, std::span<const Value> arguments) {
  const Settings settings("algo.wcc", arguments[0]);
  const Status known = settings.check({"labels", "types"});
  if (!known) return fail(known.error());
  const auto view = view_of(snapshot, settings);
  if (!view) return fail(view.error());
  const auto numbers = graph::weakly_connected_components(*view);
  Rows rows;
  rows.reserve(numbers.size());
  for (graph::GraphView::Vertex v = 0; v < numbers.size(); ++v) {
    rows.push_back({Value(view->node(v)), Value(std::int64_t{numbers[v]})});
  }
  return rows;
}

Field settings_field() {
  return {.name = "settings", .type = "MAP", .nullable = true, .default_value = Value(Map{})};
}

Field output(std::string name, std::string type) {
  return {.name = std::move(name), .type = std::move(type), .nullable = false, .default_value = {}};
}

}  // namespace

void add_algorithms(ProcedureRegistry& registry) {
  registry.add({.name = "algo.pagerank",
                .inputs = {settings_field()},
                .outputs = {output("node", "NODE"), output("score", "FLOAT")},
                .description = "The PageRank of each node; all scores add up to 1.",
                .call = pagerank});
  registry.add({.name = "algo.wcc",
                .inputs = {settings_field()},
                .outputs = {output("node", "NODE"), output("component", "INTEGER")},
                .description = "Weakly connected components, numbered from 0.",
                .call = components});
}

}  // namespace yeon::query
