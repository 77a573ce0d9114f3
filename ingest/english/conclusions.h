#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "english/article.h"
#include "english/claims.h"
#include "english/lexicon.h"
#include "yeon/base/result.h"

namespace yeon::ingest::english {

/// What follows from all that an article says, once every sentence is read: a version has its
/// family's maker, who left an office no longer holds it, who merely builds another's product
/// supplies it, and a report of a game holds no facts.
class Conclusions {
 public:
  /// Reads makers.tsv and sports.txt. Errors: NotFound; InvalidInput naming file and line.
  static Result<Conclusions> load(const std::filesystem::path& folder);

  /// Listed products are products, where nothing else tells what they are.
  void vote(Article& article) const;

  /// Adds to, changes and drops claims.
  void draw(const Article& article, std::vector<Claim>& claims) const;

  /// Whether the article tells of sport: several of its words, and often.
  bool is_sport(const Article& article) const;

 private:
  void add_makers(const Article& article, std::vector<Claim>& claims) const;

  std::unordered_map<std::string, std::string> makers_;  // product -> maker
  StringSet sports_;
};

}  // namespace yeon::ingest::english
