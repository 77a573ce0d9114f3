#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "korean/lexicon.h"
#include "korean/particle.h"
#include "yeon/base/result.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest::korean {

/// Where in the clause a party of a relation stands; docs/rules.md explains each with an example.
enum class Role : std::uint8_t {
  kSubject,     ///< 이/가, 은/는, carried over where elided
  kNamed,       ///< the same, but named in this sentence
  kObject,      ///< 을/를
  kWith,        ///< 와/과
  kTo,          ///< 에, 에게
  kAt,          ///< 에서
  kFrom,        ///< 로부터, 에게서, 에서
  kMeans,       ///< 로, 으로
  kOf,          ///< genitive modifier of the trigger noun
  kBefore,      ///< bare name before the trigger noun
  kHead,        ///< what the trigger's clause modifies
  kNext,        ///< name right behind a bare trigger noun, or head of 'X인'
  kComplement,  ///< name that is predicate of the clause: ... 은 X다
  kMember,      ///< another member of a list that is the subject, or both of 양사
  kTopic,       ///< the article's topic
  kInner,       ///< object of a clause within the trigger's: 'X를 돌릴 칩으로'
  kHost,  ///< what the clause modifies that the trigger noun stands in: 'Y를 바탕으로 만든 X'
  kAgainst,      ///< 'X를 상대로'
  kContent,      ///< subject of the clause that tells the noun: '[X가 제안한] 인수'
  kOuter,        ///< subject of the main clause
  kThrough,      ///< 'X를 통해'
  kPrior,        ///< 'X를 바탕으로': object right before the trigger
  kMaker,        ///< who makes the thing that is the subject
  kObjectMaker,  ///< who makes the thing that is the object
  kTargetMaker,  ///< who makes the thing in the dative
  kEarlierWith,  ///< X와 of the clause before
  kAccused,      ///< subject of what is alleged: 'X가 ... 했다며'
};

struct Party {
  std::vector<Role> roles;  ///< tried in this order
  std::uint8_t labels = 0;  ///< bit per EntityLabel
};

/// Verbs and nouns that tell one relation, and where its parties stand.
struct Frame {
  std::string id;
  Predicate predicate = Predicate::kPartnersWith;
  std::optional<Predicate> open;     ///< for what is talked of, rumoured, or denied as to come
  std::optional<Modality> modality;  ///< fixed, whatever the cues
  Party subject, object;
  WordSet near;               ///< the clause must hold one of these
  WordSet followed;           ///< the next word must be one of these
  WordSet unfollowed;         ///< or none of these
  std::vector<Case> cases;    ///< the trigger noun must have one of these; empty: any
  WordSet far;                ///< and none of these
  bool money = false;         ///< sums of the clause are the deal's
  bool share = false;         ///< so are shares
  bool share_needed = false;  ///< only where the clause speaks of shares (지분, 주식)
  bool majority = false;      ///< if it speaks of shares, then of half the firm or more
  bool minority = false;      ///< it speaks of shares, and of less than half, or of no number
  bool no_dates = false;
  double confidence = 0.75;
};

/// The frames of data/ko/frames.txt, by trigger.
/// Threads: immutable after load.
class FrameSet {
 public:
  static Result<FrameSet> load(const std::filesystem::path& file);
  static Result<FrameSet> parse(std::string_view text, std::string_view file_name);

  const std::vector<Frame>& frames() const { return frames_; }
  /// Indices of the frames that a verb or noun triggers.
  std::span<const std::uint32_t> by_verb(std::u32string_view lemma) const;
  std::span<const std::uint32_t> by_noun(std::u32string_view stem) const;

 private:
  using Index =
      std::unordered_map<std::u32string, std::vector<std::uint32_t>, PointsHash, std::equal_to<>>;
  friend class FrameReader;
  std::vector<Frame> frames_;
  Index verbs_, nouns_;
};

}  // namespace yeon::ingest::korean
