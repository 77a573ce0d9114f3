#include "tck/isolation.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <optional>

// The child writes one record for each piece: passed:u8 length:u32 why:bytes.

namespace yeon::tck {
namespace {

bool write_all(int file, const void* data, std::size_t size) {
  const char* at = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t written = write(file, at, size);
    if (written <= 0) return false;
    at += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

enum class Reading { kDone, kEnded, kTimeout };

Reading read_all(int file, void* data, std::size_t size, int timeout_ms) {
  char* at = static_cast<char*>(data);
  while (size > 0) {
    pollfd waiting{file, POLLIN, 0};
    if (poll(&waiting, 1, timeout_ms) == 0) return Reading::kTimeout;
    const ssize_t got = read(file, at, size);
    if (got <= 0) return Reading::kEnded;
    at += got;
    size -= static_cast<std::size_t>(got);
  }
  return Reading::kDone;
}

void send(int file, const Outcome& outcome) {
  const std::uint8_t passed = outcome.passed ? 1 : 0;
  const auto length = static_cast<std::uint32_t>(outcome.why.size());
  write_all(file, &passed, sizeof passed);
  write_all(file, &length, sizeof length);
  write_all(file, outcome.why.data(), length);
}

Reading receive(int file, int timeout_ms, Outcome& outcome) {
  std::uint8_t passed = 0;
  std::uint32_t length = 0;
  if (const Reading r = read_all(file, &passed, sizeof passed, timeout_ms); r != Reading::kDone) {
    return r;
  }
  if (const Reading r = read_all(file, &length, sizeof length, timeout_ms); r != Reading::kDone) {
    return r;
  }
  outcome.passed = passed != 0;
  outcome.why.resize(length);
  return read_all(file, outcome.why.data(), length, timeout_ms);
}

struct Child {
  pid_t id = 0;
  int output = -1;
};

std::optional<Child> spawn(std::size_t first, std::size_t count,
                           const std::function<void()>& start_child,
                           const std::function<Outcome(std::size_t)>& run) {
  int ends[2];
  if (pipe(ends) != 0) return std::nullopt;
  const pid_t id = fork();
  if (id < 0) return std::nullopt;
  if (id == 0) {
    close(ends[0]);
    start_child();
    for (std::size_t i = first; i < count; ++i) send(ends[1], run(i));
    _exit(0);  // no destructors: what the parent opened is the parent's
  }
  close(ends[1]);
  return Child{id, ends[0]};
}

std::string cause_of_death(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status)) return fmt::format("crashed with signal {}", WTERMSIG(status));
  return fmt::format("ended with exit code {}", WEXITSTATUS(status));
}

}  // namespace

std::vector<Outcome> run_isolated(std::size_t count, int seconds_each,
                                  const std::function<void()>& start_child,
                                  const std::function<Outcome(std::size_t)>& run) {
  std::vector<Outcome> outcomes;
  while (outcomes.size() < count) {
    const auto child = spawn(outcomes.size(), count, start_child, run);
    if (!child) {
      outcomes.resize(count, {false, "no child process could be started"});
      break;
    }
    Reading reading = Reading::kDone;
    while (outcomes.size() < count && reading == Reading::kDone) {
      Outcome outcome;
      reading = receive(child->output, seconds_each * 1'000, outcome);
      if (reading == Reading::kDone) outcomes.push_back(std::move(outcome));
    }
    if (reading == Reading::kTimeout) {
      kill(child->id, SIGKILL);
      cause_of_death(child->id);
      outcomes.push_back({false, fmt::format("no answer within {} s", seconds_each)});
    } else if (reading == Reading::kEnded) {
      outcomes.push_back({false, cause_of_death(child->id)});
    } else {
      cause_of_death(child->id);
    }
    close(child->output);
  }
  return outcomes;
}

}  // namespace yeon::tck
