#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tck/scenario.h"

namespace yeon::tck {

/// Runs `count` pieces of work in a child process, so that a crash or a hang costs one piece: the
/// next child takes up after it. In each child `start_child` is called first, then `run(i)` for
/// each piece left. A piece that takes longer than `seconds_each` is a hang.
std::vector<Outcome> run_isolated(std::size_t count, int seconds_each,
                                  const std::function<void()>& start_child,
                                  const std::function<Outcome(std::size_t)>& run);

}  // namespace yeon::tck
