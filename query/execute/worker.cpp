#include "execute/worker.h"

namespace yeon::query {

bool Worker::charge(std::uint64_t bytes) {
  memory_used += bytes;
  if (limits.memory_bytes == 0 || memory_used <= limits.memory_bytes) return true;
  fail({.type = ErrorType::kMemoryLimit,
        .phase = ErrorPhase::kRuntime,
        .message = fmt::format("the query needs more than its limit of {} bytes of memory",
                               limits.memory_bytes),
        .hint = "add LIMIT, aggregate earlier, or raise the limit"});
  return false;
}

bool Worker::may_go_on() {
  if (failed()) return false;
  if (cache.error()) {
    fail(*cache.error());
    return false;
  }
  if (limits.cancelled != nullptr && limits.cancelled->load(std::memory_order_relaxed)) {
    fail({.type = ErrorType::kCancelled,
          .phase = ErrorPhase::kRuntime,
          .message = "the query was cancelled"});
    return false;
  }
  if (limits.deadline && std::chrono::steady_clock::now() > *limits.deadline) {
    fail({.type = ErrorType::kTimeout,
          .phase = ErrorPhase::kRuntime,
          .message = "the query took longer than its time limit",
          .hint = "raise --timeout, or make the pattern narrower"});
    return false;
  }
  return true;
}

}  // namespace yeon::query
