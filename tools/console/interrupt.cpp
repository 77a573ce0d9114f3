#include "console/interrupt.h"

#include <unistd.h>

#include <csignal>

namespace yeon::tools {

namespace {

// A signal handler can reach nothing but static storage.
std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void yeon_on_stop_signal(int signal) {
  if (stop_requested.exchange(true) && signal == SIGINT) _exit(130);
}

void install(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  // No SA_RESTART: a read that waits for the user comes back.
  sigaction(signal, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt(StopSignals signals) : signals_(signals) {
  stop_requested = false;
  install(SIGINT, yeon_on_stop_signal);
  if (signals_ == StopSignals::kInterruptAndTerminate) install(SIGTERM, yeon_on_stop_signal);
}

Interrupt::~Interrupt() {
  install(SIGINT, SIG_DFL);
  if (signals_ == StopSignals::kInterruptAndTerminate) install(SIGTERM, SIG_DFL);
}

const std::atomic<bool>& Interrupt::flag() const noexcept { return stop_requested; }

void Interrupt::lower() noexcept { stop_requested = false; }

}  // namespace yeon::tools
