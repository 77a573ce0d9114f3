#pragma once

#include <memory>

#include "functions/aggregates.h"

/// The states behind aggregates.cpp's table, one family per file.
namespace yeon::query {

std::unique_ptr<Accumulator> make_count();
std::unique_ptr<Accumulator> make_collect();
std::unique_ptr<Accumulator> make_min();
std::unique_ptr<Accumulator> make_max();

std::unique_ptr<Accumulator> make_sum();
std::unique_ptr<Accumulator> make_avg();

std::unique_ptr<Accumulator> make_st_dev();
std::unique_ptr<Accumulator> make_st_dev_p();

std::unique_ptr<Accumulator> make_percentile_disc();
std::unique_ptr<Accumulator> make_percentile_cont();

/// Lets each first argument through once.
std::unique_ptr<Accumulator> make_distinct(std::unique_ptr<Accumulator> inner);

}  // namespace yeon::query
