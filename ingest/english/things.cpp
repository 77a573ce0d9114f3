#include "english/things.h"

#include "analysis/data_file.h"
#include "english/cues.h"

namespace yeon::ingest::english {
namespace {

std::string initials(std::string_view name) {
  std::string out;
  for (const std::string_view word : split_words(name)) {
    if (is_upper(word[0])) out += word[0];
  }
  return out;
}

bool is_acronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 && std::all_of(text.begin(), text.end(), is_upper);
}

bool is_press_name(std::string_view name) {
  constexpr std::string_view kEndings[] = {
      "News",     "Times",     "Journal", "Post",        "Herald",   "Tribune",  "Gazette",
      "Wire",     "Press",     "Daily",   "Telegraph",   "Guardian", "Observer", "Chronicle",
      "Mail",     "Bloomberg", "Reuters", "Yonhap",      "Nikkei",   "AFP",      "AP",
      "CNBC",     "CNN",       "Insider", "Information", "Axios",    "Ledger",   "Standard",
      "Examiner", "Courier",   "Dispatch"};
  for (const std::string_view ending : kEndings) {
    if (name == ending || (name.ends_with(ending) && name[name.size() - ending.size() - 1] == ' '))
      return true;
  }
  return false;
}

class Builder {
 public:
  Builder(const Lexicon& lexicon, const Gazetteer& gazetteer, const Document& document,
          const ArticleWords& words, std::vector<Name>& names)
      : lexicon_(lexicon),
        gazetteer_(gazetteer),
        document_(document),
        words_(words),
        names_(names) {}

  std::vector<Thing> run() && {
    group_by_spelling();
    for (Thing& thing : things_) {
      vote_by_spelling(lexicon_, gazetteer_, thing.spellings.front(), thing);
      for (const std::uint32_t name : thing.names) {
        // A headline leaves out what tells.
        if (document_.sentences[names_[name].sentence].kind == SentenceKind::kTitle) continue;
        vote_by_neighbours(lexicon_, words_[names_[name].sentence], names_[name], thing);
      }
    }
    merge_brackets();
    merge_same_key();
    merge_acronyms();
    merge_surnames();
    merge_short_forms();
    mark_ignored();
    drop_merged();
    return std::move(things_);
  }

 private:
  static constexpr std::uint32_t kNone = ThingBuilder::kNone;

  void group_by_spelling() {
    std::unordered_map<std::string, std::uint32_t> by_text;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const auto [found, fresh] =
          by_text.try_emplace(names_[i].text, static_cast<std::uint32_t>(things_.size()));
      if (fresh) {
        things_.emplace_back();
        things_.back().spellings.push_back(names_[i].text);
      }
      names_[i].thing = found->second;
      things_[found->second].names.push_back(i);
    }
  }

  const Word* word_at(const Name& name, std::int64_t at) const {
    const auto& words = words_[name.sentence];
    return at >= 0 && at < static_cast<std::int64_t>(words.size())
               ? &words[static_cast<std::size_t>(at)]
               : nullptr;
  }

  /// "Taiwan Fen Works (TFW)" and "Oakmere (NASDAQ: OAK)".
  void merge_brackets() {
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const Name& name = names_[i];
      const Word* close = word_at(name, name.last);
      const Word* open = word_at(name, static_cast<std::int64_t>(name.first) - 1);
      if (close == nullptr || open == nullptr || close->lower != ")" || i == 0) continue;
      const Name& previous = names_[i - 1];
      if (previous.sentence != name.sentence) continue;
      if (open->lower == "(" && previous.last + 1 == name.first &&
          (is_acronym(name.text) || initials(previous.text) == name.text)) {
        merge(previous.thing, name.thing);
      }
    }
  }

  void merge_same_key() {
    for (std::uint32_t a = 0; a < things_.size(); ++a) {
      for (std::uint32_t b = a + 1; b < things_.size(); ++b) {
        if (gone(a) || gone(b) || things_[a].canonical.empty()) continue;
        if (things_[a].canonical == things_[b].canonical && compatible(a, b)) merge(a, b);
      }
    }
  }

  void merge_acronyms() {
    for (std::uint32_t a = 0; a < things_.size(); ++a) {
      if (gone(a) || !is_acronym(spelling(a))) continue;
      for (std::uint32_t b = 0; b < things_.size(); ++b) {
        if (a == b || gone(b) || initials(spelling(b)) != spelling(a) ||
            spelling(b).find(' ') == std::string::npos)
          continue;
        if (compatible(a, b)) merge(b, a);
        break;
      }
    }
  }

  void merge_surnames() {
    for (std::uint32_t a = 0; a < things_.size(); ++a) {
      if (gone(a) || spelling(a).find(' ') != std::string::npos) continue;
      const std::uint32_t person = only_match(a, [&](std::uint32_t b) {
        const auto label = things_[b].label();
        return (!label || *label == EntityLabel::kPerson) &&
               spelling(b).ends_with(" " + spelling(a));
      });
      if (person == kNone) continue;
      // "Castellan" is Castellan Media where that was named before it and Victor Castellan was not.
      const std::uint32_t here = first_in_body(a);
      bool firm_before = false;
      for (std::uint32_t b = 0; b < things_.size(); ++b) {
        firm_before =
            firm_before || (b != a && !gone(b) && first_in_body(b) < here && is_short_form(a, b));
      }
      if (firm_before && first_in_body(person) > here) continue;
      // A surname that is a firm's name too stays apart where words about it say firm.
      const auto label = things_[a].label();
      const bool weak = !label || things_[a].votes[static_cast<std::size_t>(*label)] < 3;
      if (weak || label == EntityLabel::kPerson) merge(person, a);
    }
  }

  void merge_short_forms() {
    for (std::uint32_t a = 0; a < things_.size(); ++a) {
      if (gone(a)) continue;
      // Of several the one named first: "Oakmere" is Oakmere Motors, not its Oakmere Power.
      std::uint32_t longer = kNone;
      for (std::uint32_t b = 0; b < things_.size(); ++b) {
        if (b == a || gone(b) || !is_short_form(a, b)) continue;
        if (longer == kNone || first_in_body(b) < first_in_body(longer)) longer = b;
      }
      if (longer != kNone) merge(longer, a);
    }
  }

  bool is_short_form(std::uint32_t a, std::uint32_t b) const {
    const std::string& small = spelling(a);
    const std::string& full = spelling(b);
    if (full.size() <= small.size() + 1 || !full.starts_with(small) || full[small.size()] != ' ')
      return false;
    if (!compatible(a, b)) return false;
    const auto label = things_[b].label();
    if (label == EntityLabel::kPerson) return false;
    const auto rest = split_words(std::string_view(full).substr(small.size()));
    const auto is_product = [](std::optional<EntityLabel> one) {
      return one == EntityLabel::kModel || one == EntityLabel::kProduct;
    };
    if (is_product(label) || is_product(things_[a].label()))
      return false;  // a version is a thing of its own
    const std::string last(rest.back());
    const bool form =
        lexicon_.is_legal_form(last) || rest.front() == "AI" || rest.front() == "Group";
    if (form) return true;
    // Where both stand in one sentence they are two: "Oakmere sold Oakmere Cloud".
    return !stand_together(a, b) &&
           (!lexicon_.is_branch_word(std::string(rest.front())) || !both_listed(a, b));
  }

  std::uint32_t first_in_body(std::uint32_t thing) const {
    for (const std::uint32_t name : things_[thing].names) {
      if (document_.sentences[names_[name].sentence].kind != SentenceKind::kTitle) return name;
    }
    return kNone;
  }

  bool both_listed(std::uint32_t a, std::uint32_t b) const {
    return !things_[a].canonical.empty() && !things_[b].canonical.empty();
  }

  bool stand_together(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t one : things_[a].names) {
      for (const std::uint32_t other : things_[b].names) {
        const bool same = names_[one].sentence == names_[other].sentence;
        if (same && document_.sentences[names_[one].sentence].kind != SentenceKind::kTitle)
          return true;
      }
    }
    return false;
  }

  template <class Matches>
  std::uint32_t only_match(std::uint32_t a, Matches matches) const {
    std::uint32_t found = kNone;
    for (std::uint32_t b = 0; b < things_.size(); ++b) {
      if (b == a || gone(b) || !matches(b)) continue;
      if (found != kNone) return kNone;
      found = b;
    }
    return found;
  }

  const std::string& spelling(std::uint32_t thing) const {
    return things_[thing].spellings.front();
  }
  bool gone(std::uint32_t thing) const { return things_[thing].names.empty(); }

  bool compatible(std::uint32_t a, std::uint32_t b) const {
    const auto one = things_[a].label();
    const auto other = things_[b].label();
    if (!one || !other || *one == *other) return true;
    const auto weight = [&](std::uint32_t t, EntityLabel label) {
      return things_[t].votes[static_cast<std::size_t>(label)];
    };
    return weight(a, *one) < 1.5 || weight(b, *other) < 1.5;
  }

  void merge(std::uint32_t into, std::uint32_t from) {
    if (into == from || gone(from)) return;
    Thing& kept = things_[into];
    Thing& lost = things_[from];
    for (const std::uint32_t name : lost.names) names_[name].thing = into;
    kept.names.insert(kept.names.end(), lost.names.begin(), lost.names.end());
    std::sort(kept.names.begin(), kept.names.end());
    kept.spellings.insert(kept.spellings.end(), lost.spellings.begin(), lost.spellings.end());
    for (std::size_t i = 0; i < kLabels; ++i) kept.votes[i] += lost.votes[i];
    if (kept.canonical.empty()) kept.canonical = lost.canonical;
    lost.names.clear();
  }

  void mark_ignored() {
    for (Thing& thing : things_) {
      if (thing.names.empty()) continue;
      for (const std::string& spelling : thing.spellings) {
        for (const std::string& ignored : document_.ignored_names)
          thing.ignored = thing.ignored || ignored == spelling;
      }
      thing.ignored = thing.ignored || is_only_cited(thing);
    }
  }

  /// "Fen News reported", "told Fen Times", "according to the Fen Post": a source, not a party.
  bool is_only_cited(const Thing& thing) const {
    if (!is_press_name(thing.name())) return told(thing);
    return std::all_of(thing.names.begin(), thing.names.end(),
                       [&](std::uint32_t i) { return is_cited(names_[i]); });
  }

  bool is_cited(const Name& name) const {
    for (std::int64_t ahead = 0; ahead < 3; ++ahead) {
      const Word* next = word_at(name, name.last + ahead);
      if (next == nullptr) break;
      if (next->lower == "reported" || next->lower == "reports" || next->lower == "said" ||
          next->lower == "wrote" || next->lower == "citing") {
        return true;
      }
    }
    for (std::int64_t back = 1; back <= 3; ++back) {
      const Word* previous = word_at(name, static_cast<std::int64_t>(name.first) - back);
      if (previous == nullptr) break;
      if (previous->lower == "told" || previous->lower == "according") return true;
    }
    return false;
  }

  // Somebody "told X." at a sentence's end: X is the paper.
  bool told(const Thing& thing) const {
    return thing.names.size() == 1 &&
           std::all_of(thing.names.begin(), thing.names.end(), [&](std::uint32_t i) {
             const Word* previous =
                 word_at(names_[i], static_cast<std::int64_t>(names_[i].first) - 1);
             const Word* next = word_at(names_[i], names_[i].last);
             return previous != nullptr && previous->lower == "told" && next != nullptr &&
                    next->lower == ".";
           });
  }

  void drop_merged() {
    std::vector<std::uint32_t> place(things_.size(), kNone);
    std::vector<Thing> kept;
    for (std::uint32_t i = 0; i < things_.size(); ++i) {
      if (gone(i)) continue;
      place[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(things_[i]));
    }
    for (Name& name : names_) name.thing = place[name.thing];
    things_ = std::move(kept);
  }

  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  const Document& document_;
  const ArticleWords& words_;
  std::vector<Name>& names_;
  std::vector<Thing> things_;
};

}  // namespace

std::optional<EntityLabel> Thing::label() const {
  const auto most = std::max_element(votes.begin(), votes.end());
  if (*most <= 0) return std::nullopt;
  return static_cast<EntityLabel>(most - votes.begin());
}

const std::string& Thing::name() const {
  // The fullest spelling; legal forms make it no better, but every one of them is right.
  return *std::max_element(
      spellings.begin(), spellings.end(),
      [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
}

std::vector<Thing> ThingBuilder::build(const Document& document, const ArticleWords& words,
                                       std::vector<Name>& names) const {
  return Builder(lexicon_, gazetteer_, document, words, names).run();
}

}  // namespace yeon::ingest::english
