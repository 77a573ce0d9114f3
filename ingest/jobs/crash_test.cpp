// A job run is killed at random moments. The run is a process of its own: this test program started
// again for the one test case that does it.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <chrono>
#include <random>
#include <string>
#include <thread>

#include "jobs/job_fixture.h"
#include "store/news_fixture.h"
#include "yeon/ingest/digest.h"
#include "yeon/ingest/jobs.h"

extern char** environ;  // NOLINT: POSIX names it so

namespace yeon::ingest::jobs {
namespace {

constexpr int kArticles = 150;
constexpr const char* kFolder = "YEON_JOBS_CRASH_FOLDER";

std::unique_ptr<graph::Database> open_news(const std::filesystem::path& folder) {
  auto database = graph::Database::open(folder / "db", {.create_if_missing = true});
  REQUIRE(database);
  return std::move(*database);
}

/// Each article speaks of firms that others speak of too, so that transactions depend on each
/// other.
std::string article_text(int number) {
  return fmt::format("A{} SUES B{}\nB{} USES C\nC SUES A{}\n", number % 5, number % 11, number,
                     number % 3);
}

pid_t start_run(const std::filesystem::path& folder) {
  ::setenv(kFolder, folder.c_str(), 1);
  std::string program = "/proc/self/exe";
  std::string test = "--test-case=jobs crash: the run that is killed";
  std::string no_skip = "--no-skip";
  std::string quiet = "--quiet";
  char* arguments[] = {program.data(), test.data(), no_skip.data(), quiet.data(), nullptr};
  pid_t child = -1;
  REQUIRE(::posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ) == 0);
  return child;
}

/// True if the process ended by itself within the time given.
bool ends_within(pid_t child, std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) {
    int status = 0;
    if (::waitpid(child, &status, WNOHANG) == child) {
      CHECK(WIFEXITED(status));
      CHECK(WEXITSTATUS(status) == 0);
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  return false;
}

}  // namespace

TEST_CASE("jobs crash: the run that is killed" * doctest::skip()) {
  const char* folder = ::getenv(kFolder);
  if (folder == nullptr) return;
  const auto database = open_news(folder);
  TestClock clock;
  const auto run = run_job(*database, read_lines, "job", clock, {});
  REQUIRE(run);
}

TEST_CASE("jobs crash: killed at any moment, a job loses no article and doubles none") {
  TestFolder folder;
  for (int i = 0; i < kArticles; ++i) {
    folder.write(fmt::format("news/{:03}.txt", i), article_text(i));
  }
  {
    const auto database = open_news(folder.path());
    TestClock clock;
    REQUIRE(add_job(*database, {"job", folder / "news", "15m", ""}, clock.now()));
  }
  std::mt19937 random(5);
  int kills = 0;
  for (int attempt = 0; attempt < 200; ++attempt) {
    const pid_t child = start_run(folder.path());
    const bool is_impatient = kills < 12;
    const int patience_ms = is_impatient ? 20 + static_cast<int>(random() % 120) : 120'000;
    if (ends_within(child, std::chrono::milliseconds{patience_ms})) break;
    ++kills;
  }
  CHECK(kills > 0);

  const auto database = open_news(folder.path());
  CHECK(store::count_of(database->snapshot(), "Article") == kArticles);
  CHECK(store::count_of(database->snapshot(), "Claim") == 3 * kArticles);
  // The history's counts are those of what was committed, killed runs included.
  const auto runs = job_history(*database, "job");
  REQUIRE(runs);
  std::uint64_t added = 0;
  for (const JobRun& run : *runs) added += run.added;
  CHECK(added == kArticles);
  CHECK(runs->front().state == RunState::kFinished);

  auto undisturbed = store::empty_news();
  const std::filesystem::path paths[] = {folder / "news"};
  REQUIRE(ingest_paths(*undisturbed, read_lines, paths, {}));
  CHECK(digest(database->snapshot()).value() == digest(undisturbed->snapshot()).value());
}

}  // namespace yeon::ingest::jobs
