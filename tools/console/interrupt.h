#pragma once

#include <atomic>

namespace yeon::tools {

/// Which signals ask to stop.
enum class StopSignals { kInterrupt, kInterruptAndTerminate };

/// Turns Ctrl-C (and SIGTERM where asked) into a flag for as long as it lives; the handlers that
/// were there come back with its end. A second Ctrl-C while the flag is still up ends the program
/// at once, so that nobody is ever locked in.
/// Threads: one at a time in a process, made and ended by the main thread.
class Interrupt {
 public:
  explicit Interrupt(StopSignals signals = StopSignals::kInterrupt);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// Lives as long as the program.
  const std::atomic<bool>& flag() const noexcept;
  bool raised() const noexcept { return flag().load(std::memory_order_relaxed); }
  void lower() noexcept;

 private:
  StopSignals signals_;
};

}  // namespace yeon::tools
