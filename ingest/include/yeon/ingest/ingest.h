#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/graph/database.h"
#include "yeon/ingest/extractor.h"
#include "yeon/ingest/store.h"

namespace yeon::ingest {

/// How bytes become facts: Extractor::extract, or anything else that keeps its contract. Called
/// from several threads at once.
using ReadArticle =
    std::function<Result<ArticleFacts>(std::string_view bytes, std::string_view source_path)>;

/// Borrows the extractor.
ReadArticle reader(const Extractor& extractor);

/// A file that could not be taken in, and why.
struct FileFailure {
  std::string path;
  Error error;
};

/// What came of a number of files.
struct IngestSummary {
  std::uint64_t added = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t replaced = 0;
  std::uint64_t failed = 0;
  std::vector<FileFailure> failures;  ///< the first kKeptFailures of `failed`
  bool stopped = false;               ///< by the stop flag; what came before is kept

  static constexpr std::size_t kKeptFailures = 100;
};

struct IngestProgress {
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  std::string_view path;  ///< of the file just done
};

struct IngestOptions {
  unsigned threads = 0;   ///< that read and extract; 0: one for each core
  std::string retrieved;  ///< ISO date-time for the articles; empty: now
  bool again = false;     ///< tell unchanged articles again, as after a change of the rules
  std::function<void(const IngestProgress&)> on_progress;  ///< from the calling thread
  const std::atomic<bool>* stop = nullptr;                 ///< looked at between files
};

/// The articles a path means: itself for a file, every *.txt below for a folder (hidden ones left
/// out, links to folders not followed), absolute and in order.
/// Errors: NotFound, IoError.
Result<std::vector<std::string>> articles_below(const std::filesystem::path& path);

/// Takes in articles, each in a transaction of its own, in the order of `paths`; a file that cannot
/// be read or is no article is noted in the summary and holds up nothing.
///
/// Memory is bounded by the few articles in flight, whatever the number of files.
/// Errors: NotFound for a path that is not there (nothing is written then); what the database fails
/// with, and then everything before is kept.
Result<IngestSummary> ingest_paths(graph::Database& database, const ReadArticle& read,
                                   std::span<const std::filesystem::path> paths,
                                   const IngestOptions& options);

/// The same for one text, as from standard input.
Result<Stored> ingest_text(graph::Database& database, const ReadArticle& read,
                           std::string_view bytes, std::string_view source,
                           const IngestOptions& options);

}  // namespace yeon::ingest
