#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "jobs/files.h"
#include "yeon/ingest/ingest.h"

namespace yeon::ingest::jobs {

/// A file as read and extracted, off the committing thread.
struct Reading {
  std::string path;
  FileStamp stamp;
  std::string hash;                           ///< of the bytes
  bool is_settled = true;                     ///< false: it changed while it was read
  std::optional<Result<ArticleFacts>> facts;  ///< absent where `known_hash` matched
};

/// A file to be read, and the hash at which there is nothing to do (empty: none).
struct FileToRead {
  std::string path;
  std::string known_hash;
};

/// Reads and extracts files on several threads and gives the readings in order to `take` on this
/// one, which returns false to end it. Stops between files when `stop` turns true: returns false.
/// At most a few readings a thread are held.
bool read_in_order(std::span<const FileToRead> files, const ReadArticle& read, unsigned threads,
                   const std::atomic<bool>* stop, const std::function<bool(Reading)>& take);

}  // namespace yeon::ingest::jobs
