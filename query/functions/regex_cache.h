#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "yeon/base/result.h"

namespace re2 {
class RE2;
}

namespace yeon::query {

/// Compiled patterns of one statement, so that a row costs a match and not a compilation.
///
/// Threads: one. Memory: at most kMost patterns; then it starts anew.
class RegexCache {
 public:
  RegexCache();
  ~RegexCache();

  /// SyntaxError InvalidRegularExpression for what RE2 refuses.
  Result<bool> matches_whole(std::string_view text, const std::string& pattern);

 private:
  static constexpr std::size_t kMost = 64;
  std::unordered_map<std::string, std::unique_ptr<re2::RE2>> compiled_;
};

}  // namespace yeon::query
