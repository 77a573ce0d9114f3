#include <map>

#include "analysis/points.h"
#include "link/linked.h"

namespace yeon::ingest {
namespace {

/// Sets of spellings that name one thing, by union-find.
class Spellings {
 public:
  struct Spelling {
    EntityLabel label;
    std::string name;
    std::string canonical;
    std::string ticker;
    std::uint32_t count = 0;
    std::uint32_t first_mention = 0;
  };

  std::uint32_t id(EntityLabel label, const std::string& name) {
    const auto [at, added] =
        index_.try_emplace({label, name}, static_cast<std::uint32_t>(spellings_.size()));
    if (added) {
      spellings_.push_back({label, name, {}, {}, 0, 0});
      parent_.push_back(at->second);
    }
    return at->second;
  }

  Spelling& at(std::uint32_t i) { return spellings_[i]; }
  const std::vector<Spelling>& all() const { return spellings_; }

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    // The one seen first is the root, so that the result does not hang on the order of joins.
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::map<std::pair<EntityLabel, std::string>, std::uint32_t> index_;
  std::vector<Spelling> spellings_;
  std::vector<std::uint32_t> parent_;
};

bool is_subsequence(std::u32string_view part, std::u32string_view whole) {
  std::size_t at = 0;
  for (const char32_t c : whole) {
    if (at < part.size() && part[at] == c) ++at;
  }
  return at == part.size();
}

/// Groups the mentions of one article.
class Linker {
 public:
  Linker(std::vector<Mention> mentions, const LinkOptions& options) : options_(options) {
    result_.mentions = std::move(mentions);
    result_.meant.resize(result_.mentions.size());
  }

  Linking run() {
    collect();
    join_canonical();
    join_short_forms();
    make_entities();
    link_titles();
    return std::move(result_);
  }

 private:
  void collect() {
    for (std::uint32_t m = 0; m < result_.mentions.size(); ++m) {
      const Mention& mention = result_.mentions[m];
      if (mention.form != MentionForm::kName) continue;
      const std::uint32_t id = spellings_.id(mention.label, mention.name);
      auto& spelling = spellings_.at(id);
      if (spelling.count++ == 0) spelling.first_mention = m;
      if (!mention.canonical.empty()) spelling.canonical = mention.canonical;
      if (!mention.ticker.empty()) spelling.ticker = mention.ticker;
      for (const std::string& also : mention.also) {
        spellings_.join(id, spellings_.id(mention.label, also));
      }
    }
  }

  void join_canonical() {
    std::map<std::pair<EntityLabel, std::string>, std::uint32_t> by_key;
    for (std::uint32_t i = 0; i < spellings_.all().size(); ++i) {
      const auto& spelling = spellings_.all()[i];
      if (spelling.canonical.empty()) continue;
      const auto [at, added] = by_key.try_emplace({spelling.label, spelling.canonical}, i);
      if (!added) spellings_.join(at->second, i);
    }
  }

  void join_short_forms() {
    const std::size_t count = spellings_.all().size();
    for (std::uint32_t shorter = 0; shorter < count; ++shorter) {
      if (spellings_.all()[shorter].label != EntityLabel::kFirm) continue;
      std::vector<std::uint32_t> longer;
      bool other_beginning = false;
      for (std::uint32_t i = 0; i < count; ++i) {
        if (i == shorter || spellings_.all()[i].label != EntityLabel::kFirm) continue;
        if (is_short_form(spellings_.all()[shorter], spellings_.all()[i])) longer.push_back(i);
      }
      for (const std::uint32_t i : longer)
        other_beginning |= spellings_.root(i) != spellings_.root(longer[0]);
      if (!longer.empty() && !other_beginning) spellings_.join(shorter, longer[0]);
    }
  }

  bool is_short_form(const Spellings::Spelling& shorter, const Spellings::Spelling& longer) const {
    if (shorter.name.size() >= longer.name.size() || !shorter.ticker.empty()) return false;
    // Two listed things stay two: a group's name is not its best-known firm.
    const bool two_listed = !shorter.canonical.empty() && !longer.canonical.empty() &&
                            shorter.canonical != longer.canonical;
    if (two_listed) return false;
    if (longer.name.starts_with(shorter.name)) {
      const std::string_view rest = std::string_view(longer.name).substr(shorter.name.size());
      return std::find(options_.droppable_tails.begin(), options_.droppable_tails.end(), rest) !=
             options_.droppable_tails.end();
    }
    // 한컴 for 한글과컴퓨터: only for an unlisted word, and where a ticker makes the long form the
    // article's firm.
    if (!shorter.canonical.empty() || longer.ticker.empty()) return false;
    const std::u32string part = to_points(shorter.name);
    const std::u32string whole = to_points(longer.name);
    return part.size() >= 2 && part.size() <= 4 && part.front() == whole.front() &&
           whole.size() >= part.size() + 2 && is_subsequence(part, whole);
  }

  void make_entities() {
    std::map<std::uint32_t, std::uint32_t> entity_of;
    for (std::uint32_t m = 0; m < result_.mentions.size(); ++m) {
      Mention& mention = result_.mentions[m];
      if (mention.form != MentionForm::kName) continue;
      const std::uint32_t root = spellings_.root(spellings_.id(mention.label, mention.name));
      const auto [at, added] =
          entity_of.try_emplace(root, static_cast<std::uint32_t>(result_.entities.size()));
      if (added) result_.entities.emplace_back().label = mention.label;
      mention.entity = at->second;
      LinkedEntity& entity = result_.entities[at->second];
      entity.mentions.push_back(m);
      entity.confidence = std::max(entity.confidence, mention.confidence);
      if (entity.canonical.empty()) entity.canonical = mention.canonical;
      if (entity.ticker.empty()) entity.ticker = mention.ticker;
    }
    name_entities(entity_of);
  }

  void name_entities(const std::map<std::uint32_t, std::uint32_t>& entity_of) {
    std::vector<std::vector<std::uint32_t>> spelled(result_.entities.size());
    for (std::uint32_t i = 0; i < spellings_.all().size(); ++i) {
      const auto at = entity_of.find(spellings_.root(i));
      if (at != entity_of.end()) spelled[at->second].push_back(i);
    }
    for (std::uint32_t e = 0; e < spelled.size(); ++e) {
      std::stable_sort(spelled[e].begin(), spelled[e].end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto& left = spellings_.all()[a];
        const auto& right = spellings_.all()[b];
        return std::tuple(left.ticker.empty(), right.count) <
               std::tuple(right.ticker.empty(), left.count);
      });
      LinkedEntity& entity = result_.entities[e];
      for (const std::uint32_t i : spelled[e]) entity.spellings.push_back(spellings_.all()[i].name);
      entity.name = entity.spellings.front();
    }
  }

  void link_titles() {
    for (std::uint32_t m = 0; m < result_.mentions.size(); ++m) {
      Mention& mention = result_.mentions[m];
      if (mention.form != MentionForm::kShortTitle) continue;
      const std::size_t blank = mention.name.find(' ');
      const std::string first = mention.name.substr(0, blank);
      const std::string last = mention.name.substr(mention.name.rfind(' ') + 1);
      const std::uint32_t entity = person_named(first, last, mention);
      if (entity == Mention::kUnlinked) continue;
      mention.entity = entity;
      LinkedEntity& person = result_.entities[entity];
      person.mentions.push_back(m);
      if (std::find(person.spellings.begin(), person.spellings.end(), mention.name) ==
          person.spellings.end()) {
        person.spellings.push_back(mention.name);
      }
    }
  }

  // The last person named before, else the first after, whose name begins with the surname and no
  // blank (Korean), or ends with it behind a blank. One of the same office goes before others.
  std::uint32_t person_named(const std::string& first, const std::string& last,
                             const Mention& title) const {
    std::uint32_t found = Mention::kUnlinked;
    bool same_office = false;
    for (const Mention& mention : result_.mentions) {
      if (mention.label != EntityLabel::kPerson || mention.form != MentionForm::kName) continue;
      const bool korean = mention.name.starts_with(first) &&
                          mention.name.find(' ') == std::string::npos && mention.name != first;
      const bool foreign =
          mention.name.ends_with(" " + last) || mention.name.ends_with(" " + first);
      if (!korean && !foreign) continue;
      const bool same = !title.office.empty() && title.office == mention.office;
      if (mention.span.start > title.span.start && found != Mention::kUnlinked) break;
      if (same_office && !same) continue;
      same_office = same;
      found = mention.entity;
    }
    return found;
  }

  const LinkOptions& options_;
  Linking result_;
  Spellings spellings_;
};

}  // namespace

Linking link(std::vector<Mention> mentions, const LinkOptions& options) {
  return Linker(std::move(mentions), options).run();
}

}  // namespace yeon::ingest
