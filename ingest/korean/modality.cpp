#include "korean/modality.h"

#include "korean/hangul.h"

namespace yeon::ingest::korean {
namespace {

/// Gathers cues from the trigger rightwards.
class StanceReader {
 public:
  StanceReader(const Scene& scene, std::uint32_t trigger) : scene_(scene), trigger_(trigger) {}

  Stance read() {
    own_form();
    if (!closed_) walk();
    Stance stance;
    stance.end = at_;
    stance.open = talks_ || rumored_ || offered_;
    if (denied_) {
      stance.modality = Modality::kDenied;
    } else if (ended_) {
      stance.modality = Modality::kEnded;
    } else if (rumored_) {
      stance.modality = Modality::kRumored;
    } else if (talks_) {
      stance.modality = Modality::kInTalks;
    } else if (planned_) {
      stance.modality = Modality::kPlanned;
    }
    return stance;
  }

 private:
  const std::vector<Chunk>& chunks() const { return scene_.chunks; }

  // The trigger's own ending: 인수하기로, 인수할, 인수하겠다; 합병설.
  void own_form() {
    const Chunk& chunk = chunks()[trigger_];
    at_ = trigger_ + 1;
    if (chunk.kind == ChunkKind::kVerb) {
      verb_ending(trigger_);
      if (chunk.form.ending == Ending::kQuoteNoun) offered_ = true;
      if (!closed_ && ends_here(trigger_)) closed_ = true;
    } else {
      if (chunk.stem.size() > 2 && chunk.stem.ends_with(U"설")) rumored_ = true;
      // 인수 논의: a trigger may be a cue too (협의, 협상).
      if (starts_with_cue(chunk.stem, scene_.lexicon.cue_talks)) talks_ = true;
      if (chunk.grammatical_case() == Case::kCopula && !chunk.particle.attributive) {
        if (chunk.particle.past) ended_ = true;
      }
      if (chunk.grammatical_case() == Case::kCopula) closed_ = true;
    }
  }

  void verb_ending(std::uint32_t i) {
    const VerbForm& form = chunks()[i].form;
    if (form.ending == Ending::kDecided) planned_ = true;
    if (form.tense == Tense::kFuture) {
      // 할 수 있다 tells an ability; with hearsay behind it, that is found there.
      const bool able = i + 1 < chunks().size() && chunks()[i + 1].stem == U"수";
      if (!able) planned_ = true;
    }
  }

  // Whether what is said of the trigger is complete with verb `i`.
  bool ends_here(std::uint32_t i) {
    const Chunk& chunk = chunks()[i];
    if (i != trigger_ && scene_.lexicon.transparent_verb.contains(chunk.lemma)) return false;
    switch (chunk.form.ending) {
      case Ending::kAttributive: {
        const Clause* clause = scene_.parse.clause_at(i);
        if (clause == nullptr || clause->head == Clause::kNone) return true;
        return !leads_on(clause->head);
      }
      case Ending::kFinal:
        return true;
      case Ending::kAnd:
      case Ending::kBut:
      case Ending::kAdverbial:
      case Ending::kNone:
        return !is_auxiliary(i + 1) && !later_turn(i);
      case Ending::kQuote:
      case Ending::kQuoteNoun:
      case Ending::kNominal:
      case Ending::kDecided:
        return false;
    }
    return true;
  }

  // Abstract nouns pass the question on to what is said of them; names, kinds and times do not.
  bool leads_on(std::uint32_t head) const {
    const Chunk& noun = chunks()[head];
    if (noun.is_mention()) return false;
    if (scene_.lexicon.time_noun.contains(noun.stem)) return false;
    return scene_.lexicon.content_noun.contains(noun.stem) ||
           starts_with_cue(noun.stem, scene_.lexicon.cue_talks) ||
           starts_with_cue(noun.stem, scene_.lexicon.cue_rumored) ||
           starts_with_cue(noun.stem, scene_.lexicon.cue_planned);
  }

  // 하고 있다, 해 왔다, 하지 않았다, 한 것.
  bool is_auxiliary(std::uint32_t i) const {
    if (i >= chunks().size() || chunks()[i].kind != ChunkKind::kVerb) return false;
    const std::u32string& lemma = chunks()[i].lemma;
    return scene_.lexicon.auxiliary.contains(lemma);
  }

  // 했으나 접었다; 냈고 이를 취하했다: a turn that is about the same thing.
  bool later_turn(std::uint32_t i) {
    const Ending ending = chunks()[i].form.ending;
    std::uint32_t next = i + 1;
    if (next < chunks().size() && chunks()[next].kind == ChunkKind::kComma) ++next;
    if (ending == Ending::kBut) {
      turned_ = true;
      return true;
    }
    if (ending == Ending::kAnd) {
      for (std::uint32_t at = next; at < std::min<std::size_t>(next + 4, chunks().size()); ++at) {
        if (chunks()[at].stem == U"이" && chunks()[at].grammatical_case() == Case::kObject) {
          turned_ = true;
          return true;
        }
      }
      // A plan told for the last of several verbs holds for all that have no tense of their own.
      if (chunks()[i].form.tense == Tense::kPresent &&
          (i == trigger_ || chunks()[trigger_].grammatical_case() == Case::kNone)) {
        planned_later(next);
      }
    }
    return false;
  }

  void planned_later(std::uint32_t from) {
    for (std::uint32_t at = from; at < chunks().size(); ++at) {
      if (chunks()[at].kind == ChunkKind::kOpenSpeech) return;
      const bool main =
          chunks()[at].kind == ChunkKind::kVerb && (chunks()[at].form.ending == Ending::kFinal ||
                                                    chunks()[at].form.ending == Ending::kDecided ||
                                                    chunks()[at].form.ending == Ending::kQuote);
      const bool cue = chunks()[at].kind == ChunkKind::kNoun &&
                       starts_with_cue(chunks()[at].stem, scene_.lexicon.cue_planned) &&
                       (chunks()[at].grammatical_case() == Case::kCopula);
      if (cue || (main && chunks()[at].form.ending == Ending::kDecided)) planned_ = true;
      if (main) return;
    }
  }

  void walk() {
    for (; at_ < chunks().size(); ++at_) {
      const Chunk& chunk = chunks()[at_];
      if (chunk.kind == ChunkKind::kStop && !chunk.in_speech) return;
      if (chunk.kind == ChunkKind::kVerb) {
        cues(at_);
        if (!turned_) verb_ending(at_);
        if (ends_here(at_)) {
          ++at_;
          return;
        }
      } else if (chunk.kind == ChunkKind::kNoun || chunk.kind == ChunkKind::kAdverb) {
        cues(at_);
      }
    }
  }

  // The text from chunk i on without blanks and signs, as far as a cue may reach.
  std::u32string text_from(std::uint32_t i) const {
    std::u32string text;
    for (std::uint32_t at = i; at < chunks().size() && text.size() < 12; ++at) {
      const ChunkKind kind = chunks()[at].kind;
      if (kind == ChunkKind::kCloseSpeech || kind == ChunkKind::kOpenSpeech) continue;
      if (kind == ChunkKind::kStop || kind == ChunkKind::kComma) break;
      text += scene_.document.slice_points(chunks()[at].span);
    }
    return text;
  }

  static bool starts_with_cue(std::u32string_view text, const std::vector<std::u32string>& cues) {
    return std::any_of(cues.begin(), cues.end(), [&](const std::u32string& cue) {
      if (cue.ends_with(U'=')) return text == std::u32string_view(cue).substr(0, cue.size() - 1);
      return text.starts_with(cue);
    });
  }

  bool has_cue(std::uint32_t i, std::u32string_view text,
               const std::vector<std::u32string>& cues) const {
    return std::any_of(cues.begin(), cues.end(), [&](const std::u32string& cue) {
      if (cue.ends_with(U'=')) {
        return chunks()[i].kind == ChunkKind::kNoun &&
               chunks()[i].stem == std::u32string_view(cue).substr(0, cue.size() - 1);
      }
      return text.starts_with(cue);
    });
  }

  void cues(std::uint32_t i) {
    const std::u32string text = text_from(i);
    const Lexicon& lexicon = scene_.lexicon;
    if (has_cue(i, text, lexicon.cue_denied)) denied_ = true;
    if (has_cue(i, text, lexicon.cue_ended)) ended_ = true;
    if (turned_) return;
    if (has_cue(i, text, lexicon.cue_rumored)) rumored_ = true;
    if (has_cue(i, text, lexicon.cue_talks)) talks_ = true;
    if (has_cue(i, text, lexicon.cue_planned)) planned_ = true;
    if (chunks()[i].stem == U"제안" || chunks()[i].stem == U"방안") offered_ = true;
  }

  const Scene& scene_;
  std::uint32_t trigger_;
  std::uint32_t at_ = 0;
  bool closed_ = false;
  bool turned_ = false;  // behind a 'but': only an end or a denial still counts
  bool denied_ = false;
  bool ended_ = false;
  bool rumored_ = false;
  bool talks_ = false;
  bool planned_ = false;
  bool offered_ = false;
};

}  // namespace

Stance read_stance(const Scene& scene, std::uint32_t trigger) {
  return StanceReader(scene, trigger).read();
}

}  // namespace yeon::ingest::korean
