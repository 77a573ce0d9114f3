#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "english/lexicon.h"
#include "yeon/base/result.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest::english {

enum class SlotKind : std::uint8_t {
  kAgent,
  kPatient,
  kOwner,
  kHolder,
  kModifier,
  kSelf,
  kRound,
  kTopic,
  kModified,  ///< a name within the patient's phrase: "Oakmere chips are made by"
  kOwned,     ///< whoever the text says has made the patient
  kEmployer,  ///< where the subject works
  kHeld,      ///< what the subject holds a stake in
  kTarget,    ///< the object of the verb that governs the noun
  kPhrase,    ///< behind a preposition
};

struct Slot {
  SlotKind kind = SlotKind::kAgent;
  std::string preposition;
};

/// One relation that a frame can state; each side is filled by its first alternative that can be.
struct Template {
  Predicate predicate = Predicate::kPartnersWith;
  std::vector<Slot> subject;
  std::vector<Slot> object;
  bool symmetric = false;
};

enum class TriggerKind : std::uint8_t { kVerb, kNoun, kAdjective };

/// Which things may be a frame's subject, beyond what its relation allows.
enum class SubjectKind : std::uint8_t { kAny, kPerson, kModel, kProduct, kGoods };

/// A verb, noun or adjective with what it says; data/en/frames.tsv describes the format.
struct Frame {
  std::string id;
  TriggerKind trigger = TriggerKind::kVerb;
  std::vector<Template> templates;
  StringSet verbs;             ///< nouns: governing verbs that count; empty: any
  StringSet objects;           ///< verbs: heads of the object that count; empty: any
  StringSet excluded_objects;  ///< and those that do not
  std::string without_preposition;
  std::string with_preposition;
  StringSet with_nouns;
  std::optional<Modality> modality;  ///< of the word itself
  std::optional<Modality> as;        ///< overrides what is read
  bool weak = false;
  bool passive_only = false;
  bool goods = false;  ///< both sides are models or products
  SubjectKind subject = SubjectKind::kAny;
  StringSet modifiers;  ///< nouns before the trigger, one of which must be there; empty: any
};

/// How an operator acts on what hangs on it.
enum class Operation : std::uint8_t {
  kPlanned,
  kInTalks,
  kRumored,
  kDenied,
  kEnded,
  kDone,
  kAttempt
};

/// Frames and operators, by lemma. Immutable after load.
class FrameSet {
 public:
  /// Reads frames.tsv and operators.tsv. Errors: NotFound; InvalidInput naming file and line.
  static Result<FrameSet> load(const std::filesystem::path& folder);

  const std::vector<std::uint32_t>& verb_frames(const std::string& lemma) const;
  const std::vector<std::uint32_t>& noun_frames(const std::string& lemma) const;
  const std::vector<std::uint32_t>& adjective_frames(const std::string& lemma) const;
  const Frame& frame(std::uint32_t index) const { return frames_[index]; }
  std::size_t size() const noexcept { return frames_.size(); }

  std::optional<Operation> verb_operation(const std::string& lemma) const {
    return find(verbs_, lemma);
  }
  std::optional<Operation> noun_operation(const std::string& lemma) const {
    return find(nouns_, lemma);
  }
  std::optional<Operation> adjective_operation(const std::string& lemma) const {
    return find(adjectives_, lemma);
  }
  std::optional<Operation> adverb_operation(const std::string& lemma) const {
    return find(adverbs_, lemma);
  }

  /// All verbs with a particle that the files name: take_over.
  const StringSet& phrasals() const { return phrasals_; }

 private:
  using Operations = std::unordered_map<std::string, Operation>;
  static std::optional<Operation> find(const Operations& table, const std::string& lemma);
  Status load_frames(const std::filesystem::path& file);
  Status load_operators(const std::filesystem::path& file);

  std::vector<Frame> frames_;
  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  static const std::vector<std::uint32_t>& find(const Index& index, const std::string& lemma);
  Index by_verb_;
  Index by_noun_;
  Index by_adjective_;
  Operations verbs_;
  Operations nouns_;
  Operations adjectives_;
  Operations adverbs_;
  StringSet phrasals_;
};

}  // namespace yeon::ingest::english
