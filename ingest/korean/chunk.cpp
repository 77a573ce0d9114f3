#include "korean/chunk.h"

#include "korean/hangul.h"

namespace yeon::ingest::korean {
namespace {

int list_class(EntityLabel label) {
  switch (label) {
    case EntityLabel::kFirm:
    case EntityLabel::kOrganization:
      return 0;
    case EntityLabel::kPerson:
      return 1;
    case EntityLabel::kModel:
    case EntityLabel::kProduct:
      return 2;
  }
  return 0;
}

/// Walks words and mentions of one sentence side by side.
class ChunkMaker {
 public:
  ChunkMaker(const Document& document, std::uint32_t sentence, const std::vector<Word>& words,
             const Linking& linking)
      : document_(document), sentence_(sentence), words_(words), linking_(linking) {}

  std::vector<Chunk> run() {
    std::uint32_t mention = 0;
    const auto& mentions = linking_.mentions;
    while (mention < mentions.size() && mentions[mention].sentence < sentence_) ++mention;
    for (std::size_t i = 0; i < words_.size();) {
      while (mention < mentions.size() && mentions[mention].sentence == sentence_ &&
             mentions[mention].outer_end <= words_[i].span.start) {
        ++mention;
      }
      const bool here = mention < mentions.size() && mentions[mention].sentence == sentence_ &&
                        mentions[mention].outer_start < words_[i].span.end;
      if (here) {
        i = add_mention(mention, i);
        ++mention;
      } else {
        add_word(words_[i]);
        ++i;
      }
    }
    absorb_tails();
    spread_lists();
    return std::move(chunks_);
  }

 private:
  // Adds the name and returns the first word behind it and its particle.
  std::size_t add_mention(std::uint32_t index, std::size_t i) {
    const Mention& mention = linking_.mentions[index];
    Chunk chunk;
    chunk.kind = ChunkKind::kMention;
    chunk.mention = index;
    chunk.label = mention.label;
    chunk.span = {mention.outer_start, mention.outer_end};
    chunk.in_speech = words_[i].in_speech;
    chunk.in_brackets = words_[i].in_brackets;
    chunk.stem = document_.slice_points(mention.span);
    if (mention.entity != Mention::kUnlinked) chunk.entities = {mention.entity};
    while (i < words_.size() && words_[i].span.end <= mention.outer_end) ++i;
    std::u32string_view tail;
    if (i < words_.size() && words_[i].kind == WordKind::kRun) {
      const Word& word = words_[i];
      if (word.span.start < mention.outer_end) {
        tail = document_.slice_points({mention.outer_end, word.span.end});
        ++i;
      } else if (word.span.start == mention.outer_end && word.glued) {
        tail = document_.slice_points(word.span);
        ++i;
      }
    }
    chunks_.push_back(std::move(chunk));
    if (!tail.empty()) add_tail(tail, mention.outer_end);
    return i;
  }

  // What sticks to a name: particles, 측은, or 장은 of an office that begins within it.
  void add_tail(std::u32string_view tail, std::uint32_t start) {
    Chunk& name = chunks_.back();
    const char32_t last = name.stem.back();
    if (const auto particle = parse_particle(tail, last)) {
      name.particle = *particle;
      return;
    }
    if (tail.front() == U'장') {
      Chunk office;
      office.span = {start, start + static_cast<std::uint32_t>(tail.size())};
      const std::size_t blank = name.stem.find_last_of(U' ');
      office.stem = name.stem.substr(blank == std::u32string::npos ? 0 : blank + 1) + U"장";
      // LG AI연구원|장: the office is the body's Korean tail.
      std::size_t first = office.stem.size();
      while (first > 0 && is_syllable(office.stem[first - 1])) --first;
      office.stem.erase(0, first);
      if (const auto particle = parse_particle(tail.substr(1), U'장')) office.particle = *particle;
      chunks_.push_back(std::move(office));
      return;
    }
    for (std::size_t cut = 1; cut < tail.size(); ++cut) {
      if (const auto particle = parse_particle(tail.substr(cut), tail[cut - 1])) {
        name.particle = *particle;
        return;
      }
    }
  }

  void add_word(const Word& word) {
    Chunk chunk;
    chunk.span = word.span;
    chunk.in_speech = word.in_speech;
    chunk.in_brackets = word.in_brackets;
    switch (word.kind) {
      case WordKind::kRun:
        if (is_tail_of_brackets(word)) return;
        fill_run(word, chunk);
        break;
      case WordKind::kComma:
        chunk.kind = ChunkKind::kComma;
        break;
      case WordKind::kDot:
        chunk.kind = ChunkKind::kDot;
        break;
      case WordKind::kOpenSpeech:
        chunk.kind = ChunkKind::kOpenSpeech;
        break;
      case WordKind::kCloseSpeech:
        chunk.kind = ChunkKind::kCloseSpeech;
        break;
      case WordKind::kOpenBracket:
      case WordKind::kCloseBracket:
        chunk.kind = ChunkKind::kBracket;
        break;
      case WordKind::kStop:
        chunk.kind = ChunkKind::kStop;
        break;
      case WordKind::kOpenQuote:
      case WordKind::kCloseQuote:
      case WordKind::kOther:
        return;
    }
    chunks_.push_back(std::move(chunk));
  }

  // 최고기술책임자(CTO)가, '하늘'을 where 하늘 is no name: the particle belongs to the noun before.
  bool is_tail_of_brackets(const Word& word) {
    if (!word.glued || chunks_.empty() || word.in_brackets) return false;
    const char32_t sign = document_.points[word.span.start - 1];
    constexpr std::u32string_view kClosing = U")]）'’」』》〉";
    if (kClosing.find(sign) == std::u32string_view::npos) return false;
    const auto particle = parse_particle(document_.slice_points(word.span), U'A');
    if (!particle) return false;
    for (std::size_t i = chunks_.size(); i-- > 0;) {
      if (chunks_[i].in_brackets || chunks_[i].kind == ChunkKind::kBracket) continue;
      if (!chunks_[i].is_nominal() || chunks_[i].particle.grammatical_case != Case::kNone)
        return false;
      chunks_[i].particle = *particle;
      return true;
    }
    return false;
  }

  void fill_run(const Word& word, Chunk& chunk) const {
    // "...한다"고 밝혔다: what sticks to closing speech marks.
    const std::u32string_view text = document_.slice_points(word.span);
    const bool after_speech =
        word.glued && !chunks_.empty() && chunks_.back().kind == ChunkKind::kCloseSpeech;
    if (after_speech) {
      chunk.kind = ChunkKind::kVerb;
      chunk.lemma = U"라";
      const bool said = text == U"고" || text == U"라고" || text == U"이라고" || text == U"며" ||
                        text == U"라며" || text == U"이라며" || text == U"면서" ||
                        text == U"라면서";
      chunk.form.ending = said ? Ending::kQuote : Ending::kQuoteNoun;
      return;
    }
    chunk.stem = document_.slice_points({word.span.start, word.stem_end});
    chunk.particle = word.particle;
    switch (word.word_class) {
      case WordClass::kNominal:
        chunk.kind = ChunkKind::kNoun;
        break;
      case WordClass::kVerbal:
        chunk.kind = ChunkKind::kVerb;
        chunk.lemma = word.lemma;
        chunk.form = word.form;
        chunk.adjective = word.adjective;
        chunk.may_describe = word.may_describe;
        break;
      case WordClass::kNumber:
        chunk.kind = ChunkKind::kNumber;
        break;
      case WordClass::kAdverb:
        chunk.kind = ChunkKind::kAdverb;
        break;
      case WordClass::kModifier:
        chunk.kind = ChunkKind::kModifier;
        break;
    }
  }

  // 가람 등은, 가람 측은, 가람 양사는: the particle is the name's.
  void absorb_tails() {
    std::vector<Chunk> kept;
    for (Chunk& chunk : chunks_) {
      const bool tail = chunk.kind == ChunkKind::kNoun &&
                        (chunk.stem == U"등" || chunk.stem == U"측" || chunk.stem == U"쪽" ||
                         chunk.stem == U"본사" || chunk.stem == U"관계자");
      if (tail && !kept.empty() && kept.back().is_mention() &&
          kept.back().particle.grammatical_case == Case::kNone) {
        kept.back().particle = chunk.particle;
        continue;
      }
      kept.push_back(std::move(chunk));
    }
    chunks_ = std::move(kept);
  }

  bool is_with(std::size_t i) const { return was_with_[i]; }

  void spread_lists() {
    was_with_.clear();
    for (const Chunk& chunk : chunks_) was_with_.push_back(chunk.grammatical_case() == Case::kWith);
    for (std::size_t i = chunks_.size(); i-- > 0;) {
      if (!chunks_[i].is_mention()) continue;
      const std::size_t next = next_member(i);
      if (next == 0) continue;
      chunks_[i].particle = chunks_[next].particle;
      // A person's particle stands on the office: 정하늘과 한새봄 사장이.
      if (chunks_[next].label == EntityLabel::kPerson) {
        std::size_t end = next;
        while (end + 1 < chunks_.size() && (chunks_[end].grammatical_case() == Case::kNone) &&
               (chunks_[end + 1].is_nominal() || chunks_[end + 1].in_brackets ||
                chunks_[end + 1].kind == ChunkKind::kBracket)) {
          ++end;
        }
        chunks_[i].particle = chunks_[end].particle;
      }
      chunks_[i].listed = true;
    }
  }

  // The next name of the same list; 0: none.
  std::size_t next_member(std::size_t i) const {
    const Case c = chunks_[i].grammatical_case();
    std::size_t next = i + 1;
    if (c == Case::kNone) {
      // 'A와 B, C와 D': pairs, not one list.
      const bool paired = i > 0 && chunks_[i - 1].is_mention() && is_with(i - 1) &&
                          i + 2 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::kComma &&
                          chunks_[i + 2].is_mention() && was_with_[i + 2];
      if (paired) return 0;
      if (next >= chunks_.size() ||
          (chunks_[next].kind != ChunkKind::kComma && chunks_[next].kind != ChunkKind::kDot &&
           !is_and(chunks_[next]))) {
        return 0;
      }
      ++next;
    } else if (c != Case::kWith && c != Case::kOr) {
      return 0;
    } else if (next < chunks_.size() && chunks_[next].kind == ChunkKind::kComma) {
      ++next;
    }
    // Kind words may stand before the next name; '구글의' too, where things are listed.
    for (std::size_t steps = 0; next < chunks_.size() && steps < 3; ++next, ++steps) {
      const Chunk& chunk = chunks_[next];
      if (chunk.is_mention()) {
        if (list_class(chunk.label) == list_class(chunks_[i].label)) return next;
        const bool owner = list_class(chunks_[i].label) == 2 && list_class(chunk.label) == 0 &&
                           (chunk.grammatical_case() == Case::kGenitive ||
                            chunk.grammatical_case() == Case::kNone);
        if (!owner) return 0;
        continue;
      }
      if (c == Case::kWith && list_class(chunks_[i].label) == 0 && !introduces_member(next))
        return 0;
      if (chunk.kind != ChunkKind::kNoun || chunk.grammatical_case() != Case::kNone) return 0;
    }
    return 0;
  }

  // '가람과 AI 기업 나래가': bare words, and a name behind them that has a party's particle.
  bool introduces_member(std::size_t from) const {
    for (std::size_t at = from; at < chunks_.size() && at < from + 3; ++at) {
      if (chunks_[at].is_mention()) {
        const Case c = chunks_[at].grammatical_case();
        const std::u32string& kind = chunks_[at - 1].stem;
        const bool firm_kind = kind.ends_with(U"업체") || kind.ends_with(U"기업") ||
                               kind.ends_with(U"회사") || kind.ends_with(U"사") ||
                               kind.ends_with(U"스타트업");
        return firm_kind && list_class(chunks_[at].label) == 0 &&
               (c == Case::kSubject || c == Case::kTopic || c == Case::kAlso || c == Case::kWith);
      }
      if (chunks_[at].kind != ChunkKind::kNoun || chunks_[at].grammatical_case() != Case::kNone)
        return false;
    }
    return false;
  }

  static bool is_and(const Chunk& chunk) {
    return chunk.kind == ChunkKind::kAdverb || chunk.stem == U"및" || chunk.stem == U"그리고";
  }

  const Document& document_;
  std::uint32_t sentence_;
  const std::vector<Word>& words_;
  const Linking& linking_;
  std::vector<Chunk> chunks_;
  std::vector<bool> was_with_;  // before lists were spread
};

}  // namespace

std::vector<Chunk> make_chunks(const Document& document, std::uint32_t sentence,
                               const std::vector<Word>& words, const Linking& linking) {
  return ChunkMaker(document, sentence, words, linking).run();
}

}  // namespace yeon::ingest::korean
