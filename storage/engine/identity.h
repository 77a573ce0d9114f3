#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "yeon/base/result.h"

namespace yeon::storage {

/// The file `YEON` that makes a folder a database: it says the format and is the writer's lock.
/// It is made last when a database is created and read first when one is opened, so that every
/// refusal comes before RocksDB touches the folder.
///
/// Threads: one. The lock is let go on destruction.
class Identity {
 public:
  Identity() = default;
  Identity(Identity&&) noexcept;
  Identity& operator=(Identity&&) noexcept;
  Identity(const Identity&) = delete;
  Identity& operator=(const Identity&) = delete;
  ~Identity();

  /// Errors: NotFound (no folder), NotADatabase, FormatVersion, IoError.
  static Status check(const std::filesystem::path& folder);
  /// check(), then takes the writer's lock. Errors: also Locked.
  static Result<Identity> lock(const std::filesystem::path& folder);
  /// Makes the folder if need be and takes the lock of a database that is only named by
  /// complete(). Errors: NotADatabase if the folder holds other things; Locked; IoError.
  static Result<Identity> begin(const std::filesystem::path& folder);
  Status complete(const std::filesystem::path& folder);

 private:
  explicit Identity(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace yeon::storage
