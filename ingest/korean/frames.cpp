#include "korean/frames.h"

#include <charconv>
#include <map>

#include "analysis/data_file.h"
#include "analysis/points.h"

namespace yeon::ingest::korean {
namespace {

const std::map<std::string_view, Role>& role_names() {
  static const std::map<std::string_view, Role> names = {{"subject", Role::kSubject},
                                                         {"named", Role::kNamed},
                                                         {"object", Role::kObject},
                                                         {"with", Role::kWith},
                                                         {"to", Role::kTo},
                                                         {"at", Role::kAt},
                                                         {"from", Role::kFrom},
                                                         {"means", Role::kMeans},
                                                         {"of", Role::kOf},
                                                         {"before", Role::kBefore},
                                                         {"head", Role::kHead},
                                                         {"next", Role::kNext},
                                                         {"complement", Role::kComplement},
                                                         {"member", Role::kMember},
                                                         {"topic", Role::kTopic},
                                                         {"inner", Role::kInner},
                                                         {"host", Role::kHost},
                                                         {"against", Role::kAgainst},
                                                         {"accused", Role::kAccused},
                                                         {"content", Role::kContent},
                                                         {"outer", Role::kOuter},
                                                         {"through", Role::kThrough},
                                                         {"prior", Role::kPrior},
                                                         {"maker", Role::kMaker},
                                                         {"object-maker", Role::kObjectMaker},
                                                         {"target-maker", Role::kTargetMaker},
                                                         {"earlier-with", Role::kEarlierWith}};
  return names;
}

}  // namespace

/// Reads frames line by line; a frame's fields stand indented below its name.
class FrameReader {
 public:
  explicit FrameReader(std::string_view file) : file_(file) {}

  Status line(const DataLine& line) {
    number_ = line.number;
    const bool indented = line.text.front() == ' ' || line.text.front() == '\t';
    const std::string_view text = trim(line.text);
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view key = text.substr(0, space);
    const std::string_view value = trim(text.substr(space));
    if (!indented) return key == "frame" ? frame(value) : error("a frame begins with `frame ID`");
    if (set_.frames_.empty()) return error("this belongs to no frame");
    return field(key, value);
  }

  Result<FrameSet> finish() {
    for (const Frame& frame : set_.frames_) {
      if (frame.subject.roles.empty() || frame.object.roles.empty()) {
        return data_error(file_, number_, fmt::format("frame `{}` lacks a party", frame.id));
      }
    }
    return std::move(set_);
  }

 private:
  tl::unexpected<Error> error(std::string_view message) const {
    return data_error(file_, number_, message);
  }
  Frame& current() { return set_.frames_.back(); }

  Status frame(std::string_view id) {
    if (id.empty()) return error("a frame needs an id");
    for (const Frame& other : set_.frames_) {
      if (other.id == id) return error(fmt::format("frame `{}` stands twice", id));
    }
    set_.frames_.emplace_back().id = id;
    return {};
  }

  Status field(std::string_view key, std::string_view value) {
    if (key == "relation" || key == "open") {
      const auto known = predicate(value);
      if (!known) return error(fmt::format("no relation `{}`", value));
      if (key == "relation") current().predicate = *known;
      if (key == "open") current().open = *known;
      return {};
    }
    if (key == "modality") {
      current().modality = modality(value);
      return current().modality ? Status{} : error(fmt::format("no modality `{}`", value));
    }
    if (key == "verbs") return triggers(value, set_.verbs_);
    if (key == "nouns") return triggers(value, set_.nouns_);
    if (key == "subject") return party(value, current().subject);
    if (key == "object") return party(value, current().object);
    if (key == "near") return words(value, current().near);
    if (key == "far") return words(value, current().far);
    if (key == "followed") return words(value, current().followed);
    if (key == "unfollowed") return words(value, current().unfollowed);
    if (key == "cases") return cases(value);
    if (key == "deal") return deal(value);
    if (key == "dates" && value == "none") {
      current().no_dates = true;
      return {};
    }
    if (key == "confidence") return confidence(value);
    return error(fmt::format("a frame has no `{}`", key));
  }

  Status triggers(std::string_view value, FrameSet::Index& index) {
    const auto frame = static_cast<std::uint32_t>(set_.frames_.size() - 1);
    for (const std::string_view word : split_words(value)) index[to_points(word)].push_back(frame);
    return {};
  }

  static Status words(std::string_view value, WordSet& set) {
    for (const std::string_view word : split_words(value)) set.insert(to_points(word));
    return {};
  }

  Status cases(std::string_view value) {
    const std::map<std::string_view, Case> names = {{"copula", Case::kCopula},
                                                    {"means", Case::kMeans},
                                                    {"subject", Case::kSubject},
                                                    {"object", Case::kObject},
                                                    {"bare", Case::kNone}};
    for (const std::string_view word : split_words(value)) {
      const auto known = names.find(word);
      if (known == names.end()) return error(fmt::format("no case `{}`", word));
      current().cases.push_back(known->second);
    }
    return {};
  }

  Status deal(std::string_view value) {
    for (const std::string_view word : split_words(value)) {
      if (word == "money") {
        current().money = true;
      } else if (word == "share") {
        current().share = true;
      } else if (word == "needs-share") {
        current().share_needed = true;
      } else if (word == "majority") {
        current().majority = true;
      } else if (word == "minority") {
        current().minority = true;
      } else {
        return error("deal is any of money, share, needs-share, majority, minority");
      }
    }
    return {};
  }

  // role role ... : Label Label
  Status party(std::string_view value, Party& party) {
    const std::size_t colon = value.find(':');
    if (colon == std::string_view::npos) return error("a party is `roles : labels`");
    for (const std::string_view word : split_words(value.substr(0, colon))) {
      const auto known = role_names().find(word);
      if (known == role_names().end()) return error(fmt::format("no role `{}`", word));
      party.roles.push_back(known->second);
    }
    for (const std::string_view word : split_words(value.substr(colon + 1))) {
      const auto label = entity_label(word);
      if (!label) return error(fmt::format("no label `{}`", word));
      party.labels = static_cast<std::uint8_t>(party.labels | 1U << static_cast<unsigned>(*label));
    }
    return {};
  }

  Status confidence(std::string_view value) {
    const auto [end, failed] =
        std::from_chars(value.data(), value.data() + value.size(), current().confidence);
    const bool whole = failed == std::errc() && end == value.data() + value.size();
    if (!whole || current().confidence < 0 || current().confidence > 1) {
      return error("a confidence is a number from 0 to 1");
    }
    return {};
  }

  std::string_view file_;
  std::uint32_t number_ = 0;
  FrameSet set_;
};

Result<FrameSet> FrameSet::load(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return tl::unexpected(text.error());
  return parse(*text, file.filename().string());
}

Result<FrameSet> FrameSet::parse(std::string_view text, std::string_view file_name) {
  FrameReader reader(file_name);
  for (const DataLine& line : data_lines(text)) {
    if (const Status done = reader.line(line); !done) return tl::unexpected(done.error());
  }
  return reader.finish();
}

std::span<const std::uint32_t> FrameSet::by_verb(std::u32string_view lemma) const {
  const auto found = verbs_.find(lemma);
  return found == verbs_.end() ? std::span<const std::uint32_t>() : found->second;
}

std::span<const std::uint32_t> FrameSet::by_noun(std::u32string_view stem) const {
  const auto found = nouns_.find(stem);
  return found == nouns_.end() ? std::span<const std::uint32_t>() : found->second;
}

}  // namespace yeon::ingest::korean
