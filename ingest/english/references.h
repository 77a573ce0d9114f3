#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "english/article.h"
#include "english/lexicon.h"

namespace yeon::ingest::english {

/// What the noun phrases of an article mean: names, "the company", "it", "the two firms", "the
/// chip", "she".
///
/// Method: a definite phrase means the thing of its kind that was spoken of last, subjects before
/// others, and in the same sentence none that stands beside it in the same clause as its other
/// party. "The two companies" are the last pair that a relation joined.
/// Use: sentences in order, since what later ones mean hangs on earlier ones.
class References {
 public:
  References(const Lexicon& lexicon, const Article& article);

  /// What one nominal means; empty for what is no named thing.
  /// `goods`: "it" is looked for among models and products instead of firms.
  Meant resolve(std::size_t sentence, std::size_t nominal, bool goods = false) const;
  /// The same for a nominal and all that is listed with it.
  Meant resolve_group(std::size_t sentence, std::size_t nominal, bool goods = false) const;
  /// Who owns a nominal: "Oakmere's", "its".
  Meant resolve_owner(std::size_t sentence, std::size_t nominal) const;

  /// The firm the text is about at this place: the subject of this sentence or of one before.
  std::optional<std::uint32_t> topic(std::size_t sentence, std::size_t before) const;

  /// The firm that the article names most, if one is named more than once.
  std::optional<std::uint32_t> main_firm() const {
    return main_thing_ == 0xFFFFFFFF ? std::nullopt : std::optional(main_thing_);
  }

  /// Told of each relation between two firms or bodies, in order.
  void note_pair(std::size_t sentence, std::uint32_t a, std::uint32_t b);
  /// Told where a person works.
  void note_employer(std::uint32_t person, std::uint32_t firm);
  std::optional<std::uint32_t> employer(std::uint32_t person) const;

 private:
  struct Wanted;
  Meant resolve_pronoun(std::size_t sentence, std::size_t nominal, bool goods) const;
  Meant named_beside(std::size_t sentence, std::size_t nominal) const;
  Meant examples(std::size_t sentence, std::size_t nominal) const;
  Meant named_later(std::size_t sentence, std::size_t nominal) const;
  Meant resolve_phrase(std::size_t sentence, std::size_t nominal, bool goods) const;
  Meant resolve_definite(std::size_t sentence, std::size_t nominal) const;
  Meant several(std::size_t sentence, std::size_t nominal, std::size_t count) const;
  std::optional<std::uint32_t> find(std::size_t sentence, std::size_t nominal,
                                    const Wanted& wanted) const;
  std::optional<std::uint32_t> subject_of_sentence(std::size_t sentence, std::size_t before,
                                                   const Wanted& wanted, bool main_only) const;
  std::optional<std::uint32_t> mentioned(std::size_t sentence, std::size_t before,
                                         const Wanted& wanted, bool backwards) const;
  std::optional<std::uint32_t> from_subject(std::size_t sentence, std::size_t nominal,
                                            const Wanted& wanted) const;
  Meant beside(std::size_t sentence, std::size_t nominal) const;
  bool fits(std::uint32_t thing, const Wanted& wanted) const;
  void collect_descriptions();
  std::uint32_t main_thing_ = 0xFFFFFFFF;  // the firm named most

  const Lexicon& lexicon_;
  const Article& article_;
  static constexpr int kDeepest = 3;
  mutable int depth_ =
      0;  // phrases that mean phrases: three steps are enough, more could take for ever
  std::vector<StringSet> descriptions_;  // by thing: lemmas of kinds said of it
  struct Pair {
    std::size_t sentence;
    std::uint32_t a, b;
  };
  std::vector<Pair> pairs_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> employers_;
};

}  // namespace yeon::ingest::english
