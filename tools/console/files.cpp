#include "console/files.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace yeon::tools {

namespace {

std::string reason(int number) { return std::generic_category().message(number); }

tl::unexpected<Error> cannot(std::string_view verb, std::string_view name, int number) {
  const ErrorType type = number == ENOENT ? ErrorType::kNotFound : ErrorType::kIoError;
  return fail(type, fmt::format("cannot {} {}: {}", verb, name, reason(number)),
              number == ENOENT ? "check the path" : "");
}

}  // namespace

Result<std::string> read_all(std::FILE* stream, std::string_view name) {
  std::string text;
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), stream);
    text.append(buffer.data(), count);
    if (count < buffer.size()) break;
  }
  if (std::ferror(stream) != 0) return cannot("read", name, errno);
  return text;
}

Result<std::string> read_input(const std::filesystem::path& path) {
  if (path == "-") return read_all(stdin, "standard input");
  std::FILE* stream = std::fopen(path.c_str(), "rb");
  if (stream == nullptr) return cannot("read", path.string(), errno);
  Result<std::string> text = read_all(stream, path.string());
  std::fclose(stream);
  return text;
}

Status write_output(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    return cannot("write to", "standard output", errno);
  }
  return {};
}

Status flush_output() {
  if (std::fflush(stdout) != 0) return cannot("write to", "standard output", errno);
  return {};
}

Result<OutputFile> OutputFile::create(const std::filesystem::path& path) {
  if (path == "-") return OutputFile(stdout, {}, {});
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return cannot("write", path.string(), EISDIR);
  }
  // Beside the target, so that the rename stays within one file system.
  std::filesystem::path temporary = path;
  temporary += fmt::format(".{}.part", getpid());
  std::FILE* stream = std::fopen(temporary.c_str(), "wbx");
  if (stream == nullptr) return cannot("write", path.string(), errno);
  return OutputFile(stream, path, std::move(temporary));
}

OutputFile::OutputFile(std::FILE* stream, std::filesystem::path path,
                       std::filesystem::path temporary)
    : stream_(stream), path_(std::move(path)), temporary_(std::move(temporary)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : stream_(std::exchange(other.stream_, nullptr)),
      path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)) {}

OutputFile::~OutputFile() {
  if (stream_ == nullptr || temporary_.empty()) return;
  std::fclose(stream_);
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
}

Status OutputFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) {
    return cannot("write", temporary_.empty() ? "standard output" : path_.string(), errno);
  }
  return {};
}

Status OutputFile::finish() {
  if (temporary_.empty()) return flush_output();
  std::FILE* stream = std::exchange(stream_, nullptr);
  const bool synced = std::fflush(stream) == 0 && fsync(fileno(stream)) == 0;
  const int sync_error = errno;
  const bool closed = std::fclose(stream) == 0;
  std::error_code error;
  if (synced && closed) std::filesystem::rename(temporary_, path_, error);
  if (synced && closed && !error) return {};
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
  return cannot("write", path_.string(), error ? error.value() : sync_error);
}

}  // namespace yeon::tools
