#include "jobs/files.h"

#include <fcntl.h>
#include <fnmatch.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "yeon/ingest/ingest.h"

namespace yeon::ingest {
namespace jobs {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> refused(const std::string& path, int number) {
  const std::string reason = std::generic_category().message(number);
  if (number == ENOENT || number == ENOTDIR) {
    return fail(ErrorType::kNotFound, fmt::format("there is no {}", path), "check the path");
  }
  return fail(ErrorType::kIoError, fmt::format("{} cannot be read: {}", path, reason),
              number == EACCES ? "check its permissions" : "");
}

Result<FileStamp> stamp(const struct stat& status, const std::string& path) {
  if (!S_ISREG(status.st_mode)) {
    return fail(ErrorType::kInvalidInput, fmt::format("{} is no regular file", path),
                "give a file or a folder of files");
  }
  return FileStamp{static_cast<std::uint64_t>(status.st_size),
                   static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 +
                       static_cast<std::int64_t>(status.st_mtim.tv_nsec)};
}

/// Closes a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

/// Every file below a folder, hidden files and folders left out.
Result<std::vector<std::string>> files_below(const fs::path& folder) {
  std::vector<std::string> files;
  std::error_code code;
  fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied,
                                        code);
  if (code) return refused(folder.string(), code.value());
  for (; walk != fs::recursive_directory_iterator(); walk.increment(code)) {
    if (code) return refused(folder.string(), code.value());
    std::error_code ignored;
    if (is_hidden(walk->path())) {
      if (walk->is_directory(ignored)) walk.disable_recursion_pending();
      continue;
    }
    if (walk->is_regular_file(ignored)) files.push_back(walk->path().string());
  }
  if (code) return refused(folder.string(), code.value());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> components(std::string_view path) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (end > begin) parts.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// reach[i]: whether the components of the pattern up to i match those of the path so far.
bool components_match(const std::vector<std::string>& path,
                      const std::vector<std::string>& pattern) {
  std::vector<char> reach(pattern.size() + 1, 0);
  reach[0] = 1;
  const auto skip_any = [&] {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (reach[i] != 0 && pattern[i] == "**") reach[i + 1] = 1;
    }
  };
  skip_any();
  for (const std::string& part : path) {
    std::vector<char> next(pattern.size() + 1, 0);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (reach[i] == 0) continue;
      if (pattern[i] == "**") {
        next[i] = 1;
      } else if (::fnmatch(pattern[i].c_str(), part.c_str(), FNM_PERIOD) == 0) {
        next[i + 1] = 1;
      }
    }
    reach = std::move(next);
    skip_any();
  }
  return reach.back() != 0;
}

/// The folder before the first component that has a wildcard.
fs::path fixed_part(std::string_view pattern) {
  const std::size_t wildcard = pattern.find_first_of("*?[");
  const std::size_t slash = pattern.rfind('/', wildcard);
  return slash == std::string_view::npos || slash == 0 ? fs::path("/")
                                                       : fs::path(pattern.substr(0, slash));
}

}  // namespace

Result<FileStamp> stamp_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return refused(path, errno);
  return stamp(status, path);
}

Result<std::string> bytes_of(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return refused(path, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return refused(path, errno);
  const auto stamped = stamp(status, path);
  if (!stamped) return fail(stamped.error());
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(std::min(stamped->size, kLongestArticle)));
  char buffer[1 << 16];
  while (true) {
    const ssize_t got = ::read(file.number(), buffer, sizeof(buffer));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return refused(path, errno);
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
    if (bytes.size() > kLongestArticle) {
      return fail(ErrorType::kInvalidInput,
                  fmt::format("{} is longer than {} MiB", path, kLongestArticle >> 20),
                  "an article is one text; split the file");
    }
  }
}

std::string absolute(const fs::path& path) {
  std::error_code code;
  const fs::path full = fs::absolute(path, code);
  fs::path normal = (code ? path : full).lexically_normal();
  if (!normal.has_filename() && normal.has_relative_path()) normal = normal.parent_path();
  return normal.string();
}

bool is_pattern(std::string_view source) {
  return source.find_first_of("*?[") != std::string_view::npos;
}

bool matches(std::string_view path, std::string_view pattern) {
  return components_match(components(path), components(pattern));
}

Result<std::vector<std::string>> files_of(const std::string& source) {
  std::error_code code;
  if (!is_pattern(source) || fs::exists(source, code)) return articles_below(source);
  const fs::path folder = fixed_part(source);
  if (!fs::is_directory(folder, code)) return std::vector<std::string>{};
  auto files = files_below(folder);
  if (!files) return files;
  const std::vector<std::string> pattern = components(source);
  std::erase_if(*files, [&](const std::string& file) {
    return !components_match(components(file), pattern);
  });
  return files;
}

}  // namespace jobs

Result<std::vector<std::string>> articles_below(const std::filesystem::path& path) {
  namespace fs = std::filesystem;
  const std::string whole = jobs::absolute(path);
  std::error_code code;
  if (!fs::is_directory(whole, code)) {
    const auto stamp = jobs::stamp_of(whole);
    if (!stamp) return fail(stamp.error());
    return std::vector<std::string>{whole};
  }
  auto files = jobs::files_below(whole);
  if (!files) return files;
  std::erase_if(*files, [](const std::string& file) { return !file.ends_with(".txt"); });
  return files;
}

}  // namespace yeon::ingest
