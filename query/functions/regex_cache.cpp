#include "functions/regex_cache.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include "functions/errors.h"

namespace yeon::query {

RegexCache::RegexCache() = default;
RegexCache::~RegexCache() = default;

Result<bool> RegexCache::matches_whole(std::string_view text, const std::string& pattern) {
  auto found = compiled_.find(pattern);
  if (found == compiled_.end()) {
    RE2::Options options;
    options.set_log_errors(false);
    auto regex = std::make_unique<RE2>(pattern, options);
    if (!regex->ok()) {
      return runtime_failure(
          ErrorType::kSyntaxError, "InvalidRegularExpression",
          fmt::format("the regular expression '{}' is refused: {}", pattern.substr(0, 100),
                      regex->error()),
          "look-around and back references are not supported, so that matching stays linear");
    }
    if (compiled_.size() == kMost) compiled_.clear();
    found = compiled_.emplace(pattern, std::move(regex)).first;
  }
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *found->second);
}

}  // namespace yeon::query
