#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace yeon::ingest::jobs {

/// Calls `make(i)` for i in [0, count) on `threads` threads and `take(i, made)` in ascending order
/// on the calling one. At most `window` results are made ahead. `take` returns false to end it all;
/// what is being made then is dropped.
///
/// T must be movable; neither function may throw.
template <class T, class Make, class Take>
void in_order(std::size_t count, unsigned threads, std::size_t window, const Make& make,
              const Take& take) {
  std::mutex mutex;
  std::condition_variable made;
  std::condition_variable taken;
  std::vector<std::optional<T>> slots(window);
  std::size_t next = 0;   // to be made
  std::size_t first = 0;  // to be taken
  bool is_over = false;

  const auto work = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      taken.wait(lock, [&] { return is_over || next >= count || next < first + window; });
      if (is_over || next >= count) return;
      const std::size_t i = next++;
      lock.unlock();
      T result = make(i);
      lock.lock();
      slots[i % window].emplace(std::move(result));
      made.notify_one();
    }
  };
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < threads && i < count; ++i) workers.emplace_back(work);

  for (std::size_t i = 0; i < count; ++i) {
    std::unique_lock lock(mutex);
    std::optional<T>& slot = slots[i % window];
    made.wait(lock, [&] { return slot.has_value(); });
    T result = std::move(*slot);
    slot.reset();
    first = i + 1;
    taken.notify_all();
    lock.unlock();
    if (take(i, std::move(result))) continue;
    lock.lock();
    is_over = true;
    taken.notify_all();
    return;
  }
}

}  // namespace yeon::ingest::jobs
