#include "jobs/reading.h"

#include <algorithm>
#include <thread>

#include "jobs/ordered.h"
#include "store/article_nodes.h"

namespace yeon::ingest::jobs {
namespace {

constexpr std::size_t kAhead = 8;  // readings a thread

Reading read_file(const FileToRead& file, const ReadArticle& read) {
  Reading reading;
  reading.path = file.path;
  const auto failed = [&](Error error) {
    reading.facts = fail(std::move(error));
    return reading;
  };
  auto before = stamp_of(file.path);
  if (!before) return failed(std::move(before).error());
  auto bytes = bytes_of(file.path);
  if (!bytes) return failed(std::move(bytes).error());
  auto after = stamp_of(file.path);
  reading.stamp = *before;
  reading.is_settled = after && *after == *before && bytes->size() == before->size;
  reading.hash = store::hash_of_text(*bytes);
  if (reading.is_settled && reading.hash != file.known_hash)
    reading.facts = read(*bytes, file.path);
  return reading;
}

}  // namespace

bool read_in_order(std::span<const FileToRead> files, const ReadArticle& read, unsigned threads,
                   const std::atomic<bool>* stop, const std::function<bool(Reading)>& take) {
  const auto is_stopped = [&] { return stop != nullptr && stop->load(); };
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  bool is_whole = true;
  in_order<Reading>(
      files.size(), threads, threads * kAhead,
      [&](std::size_t i) { return is_stopped() ? Reading{} : read_file(files[i], read); },
      [&](std::size_t, Reading reading) {
        if (is_stopped()) is_whole = false;
        return is_whole && take(std::move(reading));
      });
  return is_whole;
}

}  // namespace yeon::ingest::jobs
