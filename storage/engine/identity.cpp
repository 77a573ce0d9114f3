#include "engine/identity.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "yeon/storage/engine.h"

namespace yeon::storage {
namespace {

namespace fs = std::filesystem;

// identity := "yeon database\nformat " decimal "\n"
constexpr std::string_view kMagic = "yeon database\nformat ";
constexpr std::string_view kName = "YEON";
constexpr std::string_view kUnfinished = "YEON.new";

std::string text() { return fmt::format("{}{}\n", kMagic, kFormatVersion); }

tl::unexpected<Error> io_error(const fs::path& path) {
  const int code = errno;
  return fail(ErrorType::kIoError, fmt::format("{}: {}", path.string(), std::strerror(code)));
}

tl::unexpected<Error> not_a_database(const fs::path& folder) {
  return fail(ErrorType::kNotADatabase, fmt::format("{} is not a yeon database", folder.string()),
              "name the folder of a database, or a new one");
}

bool take(int file) { return flock(file, LOCK_EX | LOCK_NB) == 0; }

tl::unexpected<Error> is_locked(const fs::path& folder) {
  return fail(ErrorType::kLocked,
              fmt::format("{} is being written by another process", folder.string()),
              "wait for it to end, or open the database read-only");
}

Status check_format(std::string_view content, const fs::path& folder) {
  if (!content.starts_with(kMagic)) return not_a_database(folder);
  const std::uint64_t format = std::strtoull(content.data() + kMagic.size(), nullptr, 10);
  if (format == 0) return not_a_database(folder);
  if (format > kFormatVersion) {
    return fail(ErrorType::kFormatVersion,
                fmt::format("{} has format {}, this program knows up to {}", folder.string(),
                            format, kFormatVersion),
                "use a newer yeon");
  }
  return {};
}

void sync_folder(const fs::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

/// Nothing there but what an interrupted creation leaves.
bool may_become_database(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder / kUnfinished, error)) return true;
  return fs::is_empty(folder, error) && !error;
}

}  // namespace

Identity::Identity(Identity&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
Identity& Identity::operator=(Identity&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}
Identity::~Identity() {
  if (file_ >= 0) ::close(file_);
}

Status Identity::check(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) {
    return fail(ErrorType::kNotFound, fmt::format("there is no database {}", folder.string()),
                "check the path, or create it by ingesting or importing");
  }
  if (!fs::is_directory(folder, error)) return not_a_database(folder);
  if (!fs::exists(folder / kName, error)) {
    if (error)
      return fail(ErrorType::kIoError, fmt::format("{}: {}", folder.string(), error.message()));
    return not_a_database(folder);
  }
  std::ifstream in(folder / kName, std::ios::binary);
  if (!in) return io_error(folder / kName);
  char buffer[128] = {};
  in.read(buffer, sizeof(buffer) - 1);
  return check_format({buffer, static_cast<std::size_t>(in.gcount())}, folder);
}

Result<Identity> Identity::lock(const fs::path& folder) {
  if (Status checked = check(folder); !checked) return fail(std::move(checked).error());
  const fs::path path = folder / kName;
  Identity identity(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (identity.file_ < 0) return io_error(path);
  if (!take(identity.file_)) return is_locked(folder);
  return identity;
}

Result<Identity> Identity::begin(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error || !fs::is_directory(folder, error)) {
    return fail(ErrorType::kIoError,
                fmt::format("cannot make the folder {}: {}", folder.string(),
                            error ? error.message() : "a file is in its place"),
                "name another folder, or make way for this one");
  }
  if (!may_become_database(folder)) return not_a_database(folder);
  const fs::path path = folder / kUnfinished;
  Identity identity(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (identity.file_ < 0) return io_error(path);
  if (!take(identity.file_)) return is_locked(folder);
  if (fs::exists(folder / kName, error)) {  // another process has just completed it
    fs::remove(path, error);
    return is_locked(folder);
  }
  const std::string content = text();
  if (::ftruncate(identity.file_, 0) != 0 ||
      ::pwrite(identity.file_, content.data(), content.size(), 0) !=
          static_cast<ssize_t>(content.size()) ||
      ::fsync(identity.file_) != 0) {
    return io_error(path);
  }
  return identity;
}

Status Identity::complete(const fs::path& folder) {
  std::error_code error;
  fs::rename(folder / kUnfinished, folder / kName, error);
  if (error) {
    return fail(ErrorType::kIoError, fmt::format("{}: {}", folder.string(), error.message()));
  }
  sync_folder(folder);
  return {};
}

}  // namespace yeon::storage
