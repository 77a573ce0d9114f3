#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace yeon::graph {

/// A folder of one test's own, gone at its end.
class TestFolder {
 public:
  explicit TestFolder(std::string_view name)
      : path_(std::filesystem::temp_directory_path() /
              ("yeon_graph_" + std::string(name) + "_" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() { std::filesystem::remove_all(path_); }

  const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace yeon::graph
