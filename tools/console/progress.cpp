#include "console/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "console/width.h"

namespace yeon::tools {

namespace {

constexpr std::size_t kBarCells = 24;
constexpr std::chrono::milliseconds kPause{100};

}  // namespace

Progress::Progress() : terminal_(terminal_of(stderr)) {}

Progress::~Progress() {
  if (visible_) std::fputs("\r\x1B[K", stderr);
}

void Progress::show(std::uint64_t done, std::uint64_t total, std::string_view what) {
  if (!terminal_.interactive || total == 0) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - drawn_ < kPause && done < total) return;
  drawn_ = now;
  visible_ = true;
  const auto filled = static_cast<std::size_t>(kBarCells * std::min(done, total) / total);
  std::string bar;
  for (std::size_t i = 0; i < kBarCells; ++i) bar += i < filled ? "█" : "░";
  const std::string line = fmt::format("{} {}/{} {}", bar, done, total, printable(what));
  // One cell stays free, so that the terminal does not wrap.
  const std::string text = "\r\x1B[K" + fit(line, std::max<std::size_t>(terminal_.columns, 2) - 1);
  std::fputs(text.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace yeon::tools
