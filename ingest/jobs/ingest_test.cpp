#include "yeon/ingest/ingest.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "jobs/files.h"
#include "jobs/job_fixture.h"
#include "jobs/ordered.h"
#include "store/news_fixture.h"
#include "yeon/ingest/digest.h"

namespace yeon::ingest::jobs {
namespace {

using store::count_of;
using store::empty_news;
using Paths = std::vector<std::filesystem::path>;

std::string show(const IngestSummary& summary) {
  return fmt::format("{} new, {} unchanged, {} replaced, {} failed", summary.added,
                     summary.unchanged, summary.replaced, summary.failed);
}

}  // namespace

TEST_CASE("ingest_paths: files and folders, each article once, failures with reasons") {
  TestFolder folder;
  folder.write("a.txt", "A SUES B");
  folder.write("b.txt", "bad");
  folder.write("c/c.txt", "A USES C");
  folder.write("c/d.other", "A USES D");
  auto news = empty_news();
  const Paths paths = {folder.path(), folder / "c/d.other"};
  std::vector<std::string> seen;
  IngestOptions options;
  options.on_progress = [&](const IngestProgress& progress) {
    CHECK(progress.total == 4);
    seen.emplace_back(progress.path);
  };
  const auto summary = ingest_paths(*news, read_lines, paths, options);
  REQUIRE(summary);
  CHECK(show(*summary) == "3 new, 0 unchanged, 0 replaced, 1 failed");
  REQUIRE(summary->failures.size() == 1);
  CHECK(summary->failures[0].path == folder / "b.txt");
  CHECK(summary->failures[0].error.message == (folder / "b.txt") + " is bad");
  CHECK(seen.size() == 4);
  CHECK(std::is_sorted(seen.begin(), seen.end() - 1));
  CHECK(show(ingest_paths(*news, read_lines, paths, {}).value()) ==
        "0 new, 3 unchanged, 0 replaced, 1 failed");
}

TEST_CASE("ingest_paths: a path that is not there stops it before anything is written") {
  TestFolder folder;
  folder.write("a.txt", "A SUES B");
  auto news = empty_news();
  const auto summary =
      ingest_paths(*news, read_lines, Paths{folder.path(), folder / "none.txt"}, {});
  REQUIRE_FALSE(summary);
  CHECK(summary.error().type == ErrorType::kNotFound);
  CHECK(count_of(news->snapshot(), "Article") == 0);
}

TEST_CASE("ingest_paths: any number of threads gives the same graph") {
  TestFolder folder;
  for (int i = 0; i < 60; ++i) {
    folder.write(fmt::format("{:02}.txt", i), fmt::format("A{} SUES B{} B{} USES C", i % 7, i, i));
  }
  std::string expected;
  for (const unsigned threads : {1U, 2U, 5U}) {
    auto news = empty_news();
    IngestOptions options;
    options.threads = threads;
    const auto summary = ingest_paths(*news, read_lines, Paths{folder.path()}, options);
    REQUIRE(summary);
    CHECK(summary->added == 60);
    const std::string found = digest(news->snapshot()).value();
    if (expected.empty()) expected = found;
    CHECK(found == expected);
  }
}

TEST_CASE("ingest_paths: the stop flag ends it between files; what came before is kept") {
  TestFolder folder;
  for (int i = 0; i < 50; ++i)
    folder.write(fmt::format("{:02}.txt", i), fmt::format("A SUES B{}", i));
  auto news = empty_news();
  std::atomic<bool> stop{false};
  IngestOptions options;
  options.stop = &stop;
  options.on_progress = [&](const IngestProgress& progress) { stop = progress.done == 7; };
  const auto summary = ingest_paths(*news, read_lines, Paths{folder.path()}, options);
  REQUIRE(summary);
  CHECK(summary->stopped);
  CHECK(summary->added == 7);
  CHECK(count_of(news->snapshot(), "Article") == 7);
}

TEST_CASE("ingest_text: one text, as from standard input") {
  auto news = empty_news();
  CHECK(ingest_text(*news, read_lines, "A SUES B", "-", {})->outcome == Outcome::kNew);
  CHECK(ingest_text(*news, read_lines, "A SUES B", "-", {})->outcome == Outcome::kUnchanged);
  CHECK(ingest_text(*news, read_lines, "bad", "-", {}).error().type == ErrorType::kInvalidInput);
}

TEST_CASE("files: what cannot be read says why") {
  TestFolder folder;
  const auto error_of = [](const auto& result) {
    REQUIRE_FALSE(result);
    return result.error().type;
  };
  CHECK(error_of(bytes_of(folder / "none")) == ErrorType::kNotFound);
  CHECK(error_of(bytes_of(folder.path().string())) == ErrorType::kInvalidInput);
  folder.write("long.txt", "");
  std::filesystem::resize_file(folder / "long.txt", kLongestArticle + 1);
  CHECK(error_of(bytes_of(folder / "long.txt")) == ErrorType::kInvalidInput);
}

TEST_CASE("files: patterns") {
  CHECK(matches("/a/b/c.txt", "/a/*/c.txt"));
  CHECK(matches("/a/c.txt", "/a/**/c.txt"));
  CHECK(matches("/a/x/y/c.txt", "/a/**/*.txt"));
  CHECK(matches("/a/2025-01.txt", "/a/2025-??.txt"));
  CHECK_FALSE(matches("/a/x/y/c.txt", "/a/*/c.txt"));
  CHECK_FALSE(matches("/a/.c.txt", "/a/*.txt"));
  CHECK_FALSE(matches("/a/c.txt", "/b/**"));
}

TEST_CASE("in_order: takes results in order whatever the threads, never far ahead") {
  for (const unsigned threads : {1U, 4U}) {
    std::atomic<std::size_t> taken{0};
    std::atomic<bool> too_far{false};
    std::vector<std::size_t> order;
    in_order<std::size_t>(
        1000, threads, 8,
        [&](std::size_t i) {
          if (i > taken.load() + 8) too_far = true;
          return i * i;
        },
        [&](std::size_t i, std::size_t made) {
          CHECK(made == i * i);
          order.push_back(i);
          ++taken;
          return i < 800;
        });
    CHECK(order.size() == 801);
    CHECK(std::is_sorted(order.begin(), order.end()));
    CHECK_FALSE(too_far);
  }
  in_order<int>(
      0, 3, 8, [](std::size_t) { return 1; }, [](std::size_t, int) { return true; });
}

}  // namespace yeon::ingest::jobs
