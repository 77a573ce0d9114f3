#include "yeon/ingest/jobs.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "jobs/job_fixture.h"
#include "store/news_fixture.h"

namespace yeon::ingest::jobs {
namespace {

using store::count_of;
using store::empty_news;
using store::ties_of;
using Lines = std::vector<std::string>;

std::string show(const JobRun& run) {
  return fmt::format("{} {}: {} new, {} unchanged, {} replaced, {} failed, {} left", run.number,
                     name(run.state), run.added, run.unchanged, run.replaced, run.failed, run.left);
}

/// A database, a folder of articles and a job over it.
struct Desk {
  std::unique_ptr<graph::Database> database = empty_news();
  TestFolder folder;
  TestClock clock;

  explicit Desk(const char* schedule = "15m") { add("job", folder.path().string(), schedule); }

  void add(const std::string& job, const std::string& source, const char* schedule) {
    const auto added = add_job(*database, {job, source, schedule, ""}, clock.now());
    REQUIRE(added);
  }
  JobRun run(const RunOptions& options = {}) {
    const auto result = run_job(*database, read_lines, "job", clock, options);
    REQUIRE(result);
    clock.advance(std::chrono::seconds{1});
    return *result;
  }
};

}  // namespace

TEST_CASE("jobs: a run takes in what is new or changed, and nothing twice") {
  Desk desk;
  desk.folder.write("a.txt", "A SUES B");
  desk.folder.write("deep/er/b.txt", "B USES C");
  desk.folder.write("note.md", "A USES C");
  desk.folder.write(".hidden/c.txt", "A USES D");
  CHECK(show(desk.run()) == "1 finished: 2 new, 0 unchanged, 0 replaced, 0 failed, 0 left");
  CHECK(show(desk.run()) == "2 finished: 0 new, 2 unchanged, 0 replaced, 0 failed, 0 left");
  desk.folder.write("a.txt", "A SUES C and so on");
  desk.folder.write("c.txt", "C USES A");
  CHECK(show(desk.run()) == "3 finished: 1 new, 1 unchanged, 1 replaced, 0 failed, 0 left");
  CHECK(count_of(desk.database->snapshot(), "Article") == 3);
  std::filesystem::remove(desk.folder / "c.txt");
  CHECK(show(desk.run()) == "4 finished: 0 new, 2 unchanged, 0 replaced, 0 failed, 0 left");
  CHECK(count_of(desk.database->snapshot(), "Article") == 3);
}

TEST_CASE("jobs: a file touched without a change is read once more and found unchanged") {
  Desk desk;
  desk.folder.write("a.txt", "A SUES B");
  desk.run();
  std::filesystem::last_write_time(
      desk.folder / "a.txt", std::filesystem::file_time_type::clock::now() - std::chrono::hours{5});
  int extracted = 0;
  const ReadArticle counting = [&](std::string_view bytes, std::string_view path) {
    ++extracted;
    return read_lines(bytes, path);
  };
  const auto run = run_job(*desk.database, counting, "job", desk.clock, {});
  REQUIRE(run);
  CHECK(show(*run) == "2 finished: 0 new, 1 unchanged, 0 replaced, 0 failed, 0 left");
  CHECK(extracted == 0);
}

TEST_CASE("jobs: a file that fails holds up nothing, is told of, and is tried again") {
  Desk desk;
  desk.folder.write("a.txt", "A SUES B");
  desk.folder.write("b.txt", "bad");
  desk.folder.write("c.txt", "B USES C");
  const JobRun run = desk.run();
  CHECK(show(run) == "1 finished: 2 new, 0 unchanged, 0 replaced, 1 failed, 0 left");
  REQUIRE(run.failures.size() == 1);
  CHECK(run.failures[0].path == desk.folder / "b.txt");
  CHECK(run.failures[0].reason == (desk.folder / "b.txt") + " is bad");
  desk.folder.write("b.txt", "C SUES D");
  CHECK(show(desk.run()) == "2 finished: 1 new, 2 unchanged, 0 replaced, 0 failed, 0 left");
}

TEST_CASE("jobs: a file still being written is waited for, and left if it goes on") {
  Desk desk;
  desk.folder.write("a.txt", "A SUES B");
  // The clock shows the moment of writing.
  struct stat status {};
  REQUIRE(::stat((desk.folder / "a.txt").c_str(), &status) == 0);
  desk.clock.advance(Seconds{std::chrono::seconds{status.st_mtim.tv_sec}} - desk.clock.now());
  desk.clock.on_sleep = [&] { desk.folder.write("a.txt", "A SUES B. B USES"); };
  CHECK(show(desk.run()) == "1 finished: 0 new, 0 unchanged, 0 replaced, 0 failed, 1 left");
  CHECK(count_of(desk.database->snapshot(), "Article") == 0);
  desk.clock.on_sleep = nullptr;
  CHECK(show(desk.run()) == "2 finished: 1 new, 0 unchanged, 0 replaced, 0 failed, 0 left");
}

TEST_CASE("jobs: a file that changes under the reader leaves no half article") {
  Desk desk;
  desk.folder.write("a.txt", "A SUES B");
  const ReadArticle slow = [&](std::string_view bytes, std::string_view path) {
    auto facts = read_lines(bytes, path);
    desk.folder.write("a.txt", "A SUES B C USES D");
    return facts;
  };
  REQUIRE(run_job(*desk.database, slow, "job", desk.clock, {}));
  desk.run();
  CHECK(ties_of(desk.database->snapshot()) ==
        Lines{"A SUES B asserted x1", "C USES D asserted x1"});
  CHECK(count_of(desk.database->snapshot(), "Article") == 1);
}

TEST_CASE("jobs: a stopped run keeps what it did, and the next goes on at once") {
  Desk desk("6h");
  for (int i = 0; i < 40; ++i)
    desk.folder.write(fmt::format("{:02}.txt", i), fmt::format("A{} SUES B", i));
  std::atomic<bool> stop{false};
  RunOptions options;
  options.stop = &stop;
  options.on_progress = [&](const IngestProgress& progress) { stop = progress.done >= 10; };
  const JobRun run = desk.run(options);
  CHECK(show(run) == "1 stopped: 10 new, 0 unchanged, 0 replaced, 0 failed, 0 left");
  CHECK(next_due(*desk.database, "job").value() <= desk.clock.now());
  CHECK(show(desk.run()) == "2 finished: 30 new, 10 unchanged, 0 replaced, 0 failed, 0 left");
  CHECK(next_due(*desk.database, "job").value() > desk.clock.now());
}

TEST_CASE("jobs: a source that is gone fails the run, not the program") {
  Desk desk;
  std::filesystem::remove(desk.folder.path());
  const JobRun run = desk.run();
  CHECK(run.state == RunState::kFailed);
  CHECK(run.error == "there is no " + desk.folder.path().string());
  CHECK(next_due(*desk.database, "job").value() == run.started + std::chrono::minutes{15});
}

TEST_CASE("jobs: sources are files, folders and patterns") {
  Desk desk;
  desk.folder.write("2024/a.txt", "A SUES B");
  desk.folder.write("2025/a.txt", "A SUES C");
  desk.folder.write("2025/x/b.news", "A SUES D");
  desk.add("file", desk.folder / "2025/x/b.news", "1h");
  desk.add("flat", desk.folder / "*/a.txt", "1h");
  desk.add("deep", desk.folder / "2025/**/*.news", "1h");
  desk.add("later", desk.folder / "2026/*.txt", "1h");
  const auto added = [&](const char* job) {
    return run_job(*desk.database, read_lines, job, desk.clock, {}).value().added;
  };
  CHECK(added("file") == 1);
  CHECK(added("flat") == 2);
  CHECK(added("later") == 0);
  // Another job took the text in already.
  CHECK(run_job(*desk.database, read_lines, "deep", desk.clock, {}).value().unchanged == 1);
}

TEST_CASE("jobs: are added, listed, paused, resumed, removed") {
  Desk desk;
  desk.folder.write("a.txt", "A SUES B");
  desk.run();
  desk.add("다른-일", desk.folder.path().string(), "0 7 * * MON-FRI");
  const auto all = list_jobs(*desk.database);
  REQUIRE(all);
  REQUIRE(all->size() == 2);
  CHECK((*all)[0].definition.name == "job");
  CHECK((*all)[0].definition.source == desk.folder.path().string());
  REQUIRE(pause_job(*desk.database, "job"));
  CHECK_FALSE(find_job(*desk.database, "job")->enabled);
  REQUIRE(resume_job(*desk.database, "job"));
  CHECK(find_job(*desk.database, "job")->enabled);
  REQUIRE(remove_job(*desk.database, "job"));
  CHECK_FALSE(find_job(*desk.database, "job"));
  CHECK(count_of(desk.database->snapshot(), "Article") == 1);
  // A new job of that name knows nothing of the old one.
  desk.add("job", desk.folder.path().string(), "1h");
  CHECK(job_history(*desk.database, "job")->empty());
  CHECK(show(desk.run()) == "1 finished: 0 new, 1 unchanged, 0 replaced, 0 failed, 0 left");
}

TEST_CASE("jobs: refusals say what is wrong and what to do") {
  Desk desk;
  const auto refused = [&](JobDefinition definition) {
    const auto job = add_job(*desk.database, definition, desk.clock.now());
    REQUIRE_FALSE(job);
    CHECK_FALSE(job.error().hint.empty());
    return job.error().message;
  };
  const std::string folder = desk.folder.path().string();
  CHECK(refused({"a b", folder, "1h", ""}) == "`a b` is no name for a job");
  CHECK(refused({"", folder, "1h", ""}) == "`` is no name for a job");
  CHECK(refused({"job", folder, "1h", ""}) == "there is a job `job` already");
  CHECK(refused({"x", folder, "hourly", ""}) == "`hourly` is no schedule");
  CHECK(refused({"x", folder, "0 7 * * *", "Mars"}) == "there is no time zone `Mars`");
  CHECK(refused({"x", "/nowhere/at/all", "1h", ""}) == "there is no /nowhere/at/all");
  CHECK(refused({"x", "", "1h", ""}) == "a job needs a source");
  const auto missing = find_job(*desk.database, "jop");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().type == ErrorType::kNotFound);
  CHECK(missing.error().hint == "did you mean `job`?");
}

TEST_CASE("jobs: history is kept, the latest first, and bounded") {
  Desk desk;
  for (std::uint64_t i = 0; i < JobRun::kKeptRuns + 5; ++i) desk.run();
  const auto runs = job_history(*desk.database, "job");
  REQUIRE(runs);
  CHECK(runs->size() == JobRun::kKeptRuns);
  CHECK(runs->front().number == JobRun::kKeptRuns + 5);
  CHECK(runs->back().number == 6);
  CHECK(job_history(*desk.database, "job", 3)->size() == 3);
}

TEST_CASE("daemon: runs jobs when they are due, the missed ones once") {
  Desk desk("10m");
  desk.add("slow", desk.folder.path().string(), "1h");
  desk.add("idle", desk.folder.path().string(), "1m");
  REQUIRE(pause_job(*desk.database, "idle"));
  std::atomic<bool> stop{false};
  const Seconds start = desk.clock.now();
  Lines runs;
  DaemonOptions options;
  options.on_event = [&](const DaemonEvent& event) {
    if (event.kind != DaemonEvent::Kind::kEnded) return;
    runs.push_back(fmt::format("{} +{}m", event.job, (event.run.started - start).count() / 60));
    if (runs.size() == 3) desk.clock.advance(std::chrono::minutes{35});  // asleep
    stop = runs.size() == 6;
  };
  REQUIRE(run_daemon(*desk.database, read_lines, desk.clock, stop, options));
  CHECK(runs == Lines{"job +0m", "slow +0m", "job +10m", "job +45m", "job +55m", "slow +60m"});
}

TEST_CASE("daemon: without any job it says so, with a stop it ends") {
  auto database = empty_news();
  TestClock clock;
  std::atomic<bool> stop{false};
  const Status status = run_daemon(*database, read_lines, clock, stop, {});
  REQUIRE_FALSE(status);
  CHECK(status.error().type == ErrorType::kNotFound);
  stop = true;
  CHECK(run_daemon(*database, read_lines, clock, stop, {}));
}

}  // namespace yeon::ingest::jobs
