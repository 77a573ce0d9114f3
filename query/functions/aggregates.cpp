#include "functions/aggregates.h"

#include "functions/accumulators.h"

namespace yeon::query {
namespace {

constexpr KindSet kNumber = kinds(Kind::kInteger, Kind::kFloat);

// Ascending by name.
constexpr Aggregate kAggregates[] = {
    {.name = "avg",
     .signature = "avg(value :: NUMBER | DURATION) :: FLOAT | DURATION",
     .description = "The mean of all values that are not null.",
     .returns = kinds(Kind::kFloat, Kind::kDuration),
     .create = make_avg},
    {.name = "collect",
     .signature = "collect(value :: ANY) :: LIST",
     .description = "A list of all values that are not null.",
     .returns = kinds(Kind::kList),
     .create = make_collect},
    {.name = "count",
     .signature = "count(value :: ANY) :: INTEGER",
     .description = "How many values are not null; count(*): how many rows.",
     .min_arguments = 0,
     .returns = kinds(Kind::kInteger),
     .create = make_count},
    {.name = "max",
     .signature = "max(value :: ANY) :: ANY",
     .description = "The greatest value in openCypher's order.",
     .create = make_max},
    {.name = "min",
     .signature = "min(value :: ANY) :: ANY",
     .description = "The least value in openCypher's order.",
     .create = make_min},
    {.name = "percentileCont",
     .signature = "percentileCont(value :: NUMBER, percentile :: FLOAT) :: FLOAT",
     .description = "The percentile from 0.0 to 1.0, interpolated between values.",
     .min_arguments = 2,
     .max_arguments = 2,
     .returns = kinds(Kind::kFloat),
     .create = make_percentile_cont},
    {.name = "percentileDisc",
     .signature = "percentileDisc(value :: NUMBER, percentile :: FLOAT) :: NUMBER",
     .description = "The value nearest to the percentile from 0.0 to 1.0.",
     .min_arguments = 2,
     .max_arguments = 2,
     .returns = kNumber,
     .create = make_percentile_disc},
    {.name = "stDev",
     .signature = "stDev(value :: NUMBER) :: FLOAT",
     .description = "The standard deviation of a sample.",
     .returns = kinds(Kind::kFloat),
     .create = make_st_dev},
    {.name = "stDevP",
     .signature = "stDevP(value :: NUMBER) :: FLOAT",
     .description = "The standard deviation of a whole population.",
     .returns = kinds(Kind::kFloat),
     .create = make_st_dev_p},
    {.name = "sum",
     .signature = "sum(value :: NUMBER | DURATION) :: NUMBER | DURATION",
     .description = "The sum of all values that are not null.",
     .returns = kNumber | kinds(Kind::kDuration),
     .create = make_sum},
};

bool same_ignoring_case(std::string_view lower_case, std::string_view name) {
  if (lower_case.size() != name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (lower_case[i] != (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c)) {
      return false;
    }
  }
  return true;
}

}  // namespace

const Aggregate* find_aggregate(std::string_view lower_case_name) {
  for (const Aggregate& aggregate : kAggregates) {
    if (same_ignoring_case(lower_case_name, aggregate.name)) return &aggregate;
  }
  return nullptr;
}

std::span<const Aggregate> all_aggregates() { return kAggregates; }

std::unique_ptr<Accumulator> make_accumulator(const Aggregate& aggregate, bool distinct) {
  std::unique_ptr<Accumulator> state = aggregate.create();
  return distinct ? make_distinct(std::move(state)) : std::move(state);
}

}  // namespace yeon::query
