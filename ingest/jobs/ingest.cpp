#include "yeon/ingest/ingest.h"

#include "jobs/reading.h"
#include "yeon/ingest/clock.h"

namespace yeon::ingest {
namespace {

StoreOptions store_options(const IngestOptions& options) {
  return {options.retrieved.empty() ? to_iso(SystemClock().now()) : options.retrieved,
          options.again};
}

void note_failure(IngestSummary& summary, const std::string& path, Error error) {
  ++summary.failed;
  if (summary.failures.size() < IngestSummary::kKeptFailures) {
    summary.failures.push_back({path, std::move(error)});
  }
}

void note(IngestSummary& summary, Outcome outcome) {
  switch (outcome) {
    case Outcome::kNew:
      ++summary.added;
      return;
    case Outcome::kUnchanged:
      ++summary.unchanged;
      return;
    case Outcome::kReplaced:
      ++summary.replaced;
      return;
  }
}

Result<std::vector<jobs::FileToRead>> files_below(std::span<const std::filesystem::path> paths) {
  std::vector<jobs::FileToRead> files;
  for (const std::filesystem::path& path : paths) {
    auto found = articles_below(path);
    if (!found) return fail(std::move(found).error());
    for (std::string& file : *found) files.push_back({std::move(file), {}});
  }
  return files;
}

}  // namespace

ReadArticle reader(const Extractor& extractor) {
  return [&extractor](std::string_view bytes, std::string_view source_path) {
    return extractor.extract(bytes, source_path);
  };
}

Result<IngestSummary> ingest_paths(graph::Database& database, const ReadArticle& read,
                                   std::span<const std::filesystem::path> paths,
                                   const IngestOptions& options) {
  auto files = files_below(paths);
  if (!files) return fail(std::move(files).error());
  Status status = prepare(database);
  if (!status) return fail(std::move(status).error());

  const StoreOptions storing = store_options(options);
  IngestSummary summary;
  IngestProgress progress;
  progress.total = files->size();
  const auto take = [&](jobs::Reading reading) {
    if (!reading.is_settled) {
      note_failure(summary, reading.path,
                   {.type = ErrorType::kInvalidInput,
                    .message = fmt::format("{} changed while it was read", reading.path),
                    .hint = "ingest it again when it is written"});
    } else if (!*reading.facts) {
      note_failure(summary, reading.path, std::move(*reading.facts).error());
    } else {
      auto stored = store_article(database, **reading.facts, storing);
      if (!stored) {
        status = fail(std::move(stored).error());
        return false;
      }
      note(summary, stored->outcome);
    }
    ++progress.done;
    progress.path = reading.path;
    if (options.on_progress) options.on_progress(progress);
    return true;
  };
  summary.stopped = !jobs::read_in_order(*files, read, options.threads, options.stop, take);
  if (!status) return fail(std::move(status).error());
  return summary;
}

Result<Stored> ingest_text(graph::Database& database, const ReadArticle& read,
                           std::string_view bytes, std::string_view source,
                           const IngestOptions& options) {
  auto facts = read(bytes, source);
  if (!facts) return fail(std::move(facts).error());
  Status status = prepare(database);
  if (!status) return fail(std::move(status).error());
  return store_article(database, *facts, store_options(options));
}

}  // namespace yeon::ingest
