#pragma once

// A clock that tests set, a folder for articles, and a reader of two-word facts.

#include <filesystem>
#include <string>

#include "yeon/ingest/clock.h"
#include "yeon/ingest/ingest.h"

namespace yeon::ingest::jobs {

/// Sleeping takes no time, but the clock then shows the time slept to.
class TestClock final : public Clock {
 public:
  Seconds now() const override { return now_; }
  void sleep_until(Seconds time, const std::atomic<bool>& stop) override {
    if (!stop.load() && time > now_) now_ = time;
    if (on_sleep) on_sleep();
  }
  void advance(std::chrono::seconds span) { now_ += span; }

  std::function<void()> on_sleep;

 private:
  Seconds now_ = SystemClock().now() + std::chrono::hours{1};  // files written now have settled
};

/// A new empty folder, removed at the end.
class TestFolder {
 public:
  TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder();

  const std::filesystem::path& path() const { return path_; }
  std::string operator/(const std::string& file) const { return (path_ / file).string(); }

  /// Writes a file, folders and all.
  void write(const std::string& file, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

/// Reads "2025-01-02: A SUES B." sentences, one a line. Refuses a text that begins with "bad".
Result<ArticleFacts> read_lines(std::string_view bytes, std::string_view source_path);

}  // namespace yeon::ingest::jobs
