#include "english/frames.h"

#include "analysis/data_file.h"

namespace yeon::ingest::english {
namespace {

constexpr std::pair<std::string_view, SlotKind> kSlots[] = {
    {"agent", SlotKind::kAgent},       {"patient", SlotKind::kPatient},
    {"owner", SlotKind::kOwner},       {"holder", SlotKind::kHolder},
    {"modifier", SlotKind::kModifier}, {"self", SlotKind::kSelf},
    {"round", SlotKind::kRound},       {"topic", SlotKind::kTopic},
    {"modified", SlotKind::kModified}, {"owned", SlotKind::kOwned},
    {"employer", SlotKind::kEmployer}, {"held", SlotKind::kHeld},
    {"target", SlotKind::kTarget}};

constexpr std::pair<std::string_view, SubjectKind> kSubjects[] = {
    {"person", SubjectKind::kPerson},
    {"model", SubjectKind::kModel},
    {"product", SubjectKind::kProduct},
    {"goods", SubjectKind::kGoods}};

constexpr std::pair<std::string_view, TriggerKind> kTriggers[] = {
    {"verb", TriggerKind::kVerb},
    {"noun", TriggerKind::kNoun},
    {"adjective", TriggerKind::kAdjective}};

constexpr std::pair<std::string_view, Operation> kOperations[] = {
    {"planned", Operation::kPlanned}, {"in_talks", Operation::kInTalks},
    {"rumored", Operation::kRumored}, {"denied", Operation::kDenied},
    {"ended", Operation::kEnded},     {"done", Operation::kDone},
    {"attempt", Operation::kAttempt}};

std::vector<Slot> parse_slots(std::string_view text) {
  std::vector<Slot> slots;
  for (const std::string_view word : split(text, '/')) {
    Slot slot{SlotKind::kPhrase, std::string(word)};
    for (const auto& [name, kind] : kSlots) {
      if (name == word) slot = {kind, {}};
    }
    slots.push_back(std::move(slot));
  }
  return slots;
}

/// "ACQUIRED by/owner > of"
std::optional<Template> parse_template(std::string_view text) {
  const auto words = split_words(text);
  if (words.size() != 4 || (words[2] != ">" && words[2] != "<>")) return std::nullopt;
  const auto predicate = ingest::predicate(words[0]);
  if (!predicate) return std::nullopt;
  return Template{*predicate, parse_slots(words[1]), parse_slots(words[3]), words[2] == "<>"};
}

void add_words(std::string_view text, char separator, StringSet& set) {
  for (const std::string_view word : split(text, separator)) set.emplace(word);
}

bool parse_option(std::string_view option, Frame& frame) {
  const auto value = [&](std::string_view key) {
    return option.starts_with(key) ? option.substr(key.size()) : std::string_view();
  };
  if (option == "weak")
    frame.weak = true;
  else if (option == "passive")
    frame.passive_only = true;
  else if (option == "goods")
    frame.goods = true;
  else if (!value("subject=").empty()) {
    const auto* kind =
        std::find_if(std::begin(kSubjects), std::end(kSubjects),
                     [&](const auto& pair) { return pair.first == value("subject="); });
    if (kind == std::end(kSubjects)) return false;
    frame.subject = kind->second;
  } else if (!value("mods=").empty())
    add_words(value("mods="), ',', frame.modifiers);
  else if (!value("verbs=").empty())
    add_words(value("verbs="), ',', frame.verbs);
  else if (!value("object=").empty())
    add_words(value("object="), ',', frame.objects);
  else if (!value("object!=").empty())
    add_words(value("object!="), ',', frame.excluded_objects);
  else if (!value("modality=").empty())
    frame.modality = ingest::modality(value("modality="));
  else if (!value("as=").empty())
    frame.as = ingest::modality(value("as="));
  else if (!value("without=").empty())
    frame.without_preposition = std::string(value("without="));
  else if (!value("with=").empty()) {
    const auto parts = split(value("with="), ':');
    frame.with_preposition = std::string(parts[0]);
    if (parts.size() > 1) add_words(parts[1], '+', frame.with_nouns);
  } else {
    return false;
  }
  return true;
}

}  // namespace

Result<FrameSet> FrameSet::load(const std::filesystem::path& folder) {
  FrameSet set;
  if (Status loaded = set.load_frames(folder / "frames.tsv"); !loaded) return fail(loaded.error());
  if (Status loaded = set.load_operators(folder / "operators.tsv"); !loaded)
    return fail(loaded.error());
  return set;
}

Status FrameSet::load_frames(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return fail(text.error());
  const std::string name = file.filename().string();
  for (const DataLine& line : data_lines(*text)) {
    const auto columns = split(line.text, '\t');
    if (columns.size() != 4) return data_error(name, line.number, "four columns are wanted");
    Frame frame;
    frame.id = fmt::format("en.{}", columns[0]);
    const auto trigger = split_words(columns[1]);
    const auto* kind = std::find_if(std::begin(kTriggers), std::end(kTriggers),
                                    [&](const auto& pair) { return pair.first == trigger[0]; });
    if (trigger.size() != 2 || kind == std::end(kTriggers)) {
      return data_error(name, line.number,
                        "a trigger is verb, noun or adjective, and lemmas with commas");
    }
    frame.trigger = kind->second;
    for (const std::string_view part : split(columns[2], ';')) {
      auto relation = parse_template(trim(part));
      if (!relation) return data_error(name, line.number, "a relation is PREDICATE slot > slot");
      frame.templates.push_back(*std::move(relation));
    }
    for (const std::string_view option : split_words(columns[3])) {
      if (!parse_option(option, frame)) {
        return data_error(name, line.number, fmt::format("unknown option {}", option));
      }
    }
    const auto index = static_cast<std::uint32_t>(frames_.size());
    for (const std::string_view lemma : split(trigger[1], ',')) {
      Index& table = frame.trigger == TriggerKind::kVerb
                         ? by_verb_
                         : (frame.trigger == TriggerKind::kNoun ? by_noun_ : by_adjective_);
      table[std::string(lemma)].push_back(index);
      if (frame.trigger == TriggerKind::kVerb && lemma.find('_') != std::string_view::npos)
        phrasals_.emplace(lemma);
    }
    for (const std::string& verb : frame.verbs) {
      if (verb.find('_') != std::string::npos) phrasals_.insert(verb);
    }
    frames_.push_back(std::move(frame));
  }
  return {};
}

Status FrameSet::load_operators(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return fail(text.error());
  const std::string name = file.filename().string();
  const std::pair<std::string_view, Operations*> tables[] = {
      {"verb", &verbs_}, {"noun", &nouns_}, {"adjective", &adjectives_}, {"adverb", &adverbs_}};
  for (const DataLine& line : data_lines(*text)) {
    const auto columns = split(line.text, '\t');
    if (columns.size() != 3) return data_error(name, line.number, "three columns are wanted");
    const auto* operation =
        std::find_if(std::begin(kOperations), std::end(kOperations),
                     [&](const auto& pair) { return pair.first == columns[0]; });
    const auto* table = std::find_if(std::begin(tables), std::end(tables),
                                     [&](const auto& pair) { return pair.first == columns[1]; });
    if (operation == std::end(kOperations) || table == std::end(tables)) {
      return data_error(name, line.number, "unknown modality or part of speech");
    }
    for (const std::string_view word : split_words(columns[2])) {
      table->second->emplace(word, operation->second);
      if (word.find('_') != std::string_view::npos && columns[1] == "verb") phrasals_.emplace(word);
    }
  }
  for (const std::string_view verb : {"step_down", "step_aside", "stand_down", "spin_off",
                                      "hand_over", "bring_in", "turn_down", "rule_out"}) {
    phrasals_.emplace(verb);
  }
  return {};
}

const std::vector<std::uint32_t>& FrameSet::find(const Index& index, const std::string& lemma) {
  static const std::vector<std::uint32_t> kNone;
  const auto found = index.find(lemma);
  return found == index.end() ? kNone : found->second;
}

const std::vector<std::uint32_t>& FrameSet::verb_frames(const std::string& lemma) const {
  return find(by_verb_, lemma);
}

const std::vector<std::uint32_t>& FrameSet::noun_frames(const std::string& lemma) const {
  return find(by_noun_, lemma);
}

const std::vector<std::uint32_t>& FrameSet::adjective_frames(const std::string& lemma) const {
  return find(by_adjective_, lemma);
}

std::optional<Operation> FrameSet::find(const Operations& table, const std::string& lemma) {
  const auto found = table.find(lemma);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace yeon::ingest::english
