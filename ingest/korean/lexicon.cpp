#include "korean/lexicon.h"

#include <map>

#include "analysis/data_file.h"
#include "analysis/points.h"

namespace yeon::ingest::korean {
namespace {

constexpr std::size_t kLongestOffice = 12;
constexpr std::size_t kLongestSuffix = 8;

Status load_words(const std::filesystem::path& file, WordSet& words) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return tl::unexpected(text.error());
  for (const DataLine& line : data_lines(*text)) words.insert(to_points(trim(line.text)));
  return {};
}

}  // namespace

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
  Lexicon lexicon;
  if (auto done = lexicon.load_lists(folder / "lists.txt"); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = lexicon.load_offices(folder / "offices.tsv"); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = load_words(folder / "surnames.txt", lexicon.surnames); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = load_words(folder / "given_names.txt", lexicon.given_names); !done) {
    return tl::unexpected(done.error());
  }
  return lexicon;
}

Status Lexicon::load_lists(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return tl::unexpected(text.error());
  std::map<std::string_view, WordSet*> sets = {
      {"place", &place},
      {"region", &region},
      {"firm_word", &firm_word},
      {"firm_kind", &firm_kind},
      {"product_kind", &product_kind},
      {"model_kind", &model_kind},
      {"no_name_after", &no_name_after},
      {"stop_noun", &stop_noun},
      {"generic_latin", &generic_latin},
      {"common_prefix", &common_prefix},
      {"firm_suffix", &firm_suffix},
      {"org_suffix", &org_suffix},
      {"office_prefix", &office_prefix},
      {"kin", &kin},
      {"content_noun", &content_noun},
      {"both", &both},
      {"several", &several},
      {"firm_anaphor", &firm_anaphor},
      {"org_anaphor", &org_anaphor},
      {"person_anaphor", &person_anaphor},
      {"making_verb", &making_verb},
      {"firm_cue", &firm_cue},
      {"deal_word", &deal_word},
      {"model_variant", &model_variant},
      {"droppable_tail", &droppable_tail},
      {"time_noun", &time_noun},
      {"auxiliary", &auxiliary},
      {"leaving_verb", &leaving_verb},
      {"transparent_verb", &transparent_verb},
      {"past_post_verb", &past_post_verb},
      {"taking_verb", &taking_verb},
  };
  std::map<std::string_view, std::vector<std::u32string>*> rows = {
      {"cue_denied", &cue_denied},   {"cue_ended", &cue_ended},     {"cue_talks", &cue_talks},
      {"cue_rumored", &cue_rumored}, {"cue_planned", &cue_planned},
  };
  const std::string shown = file.filename().string();
  WordSet* set = nullptr;
  std::vector<std::u32string>* row = nullptr;
  for (const DataLine& line : data_lines(*text)) {
    if (line.text.front() == '[') {
      const std::string_view name = trim(line.text).substr(1, trim(line.text).size() - 2);
      const auto as_set = sets.find(name);
      const auto as_row = rows.find(name);
      set = as_set == sets.end() ? nullptr : as_set->second;
      row = as_row == rows.end() ? nullptr : as_row->second;
      if (set == nullptr && row == nullptr) {
        return data_error(shown, line.number, fmt::format("no list is called `{}`", name));
      }
      continue;
    }
    if (set == nullptr && row == nullptr) {
      return data_error(shown, line.number, "words before the first [list]");
    }
    for (const std::string_view word : split_words(line.text)) {
      if (set != nullptr) set->insert(to_points(word));
      if (row != nullptr) row->push_back(to_points(word));
    }
  }
  for (const auto& [name, words] : sets) {
    if (words->empty()) return data_error(shown, 1, fmt::format("list `{}` is missing", name));
  }
  for (const auto& [name, words] : rows) {
    if (words->empty()) return data_error(shown, 1, fmt::format("list `{}` is missing", name));
  }
  return {};
}

Status Lexicon::load_offices(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return tl::unexpected(text.error());
  const std::string shown = file.filename().string();
  const std::map<std::string_view, OfficeRelation> relations = {
      {"leads", OfficeRelation::kLeads},
      {"works", OfficeRelation::kWorks},
      {"founder", OfficeRelation::kFounder},
      {"none", OfficeRelation::kNone},
  };
  for (const DataLine& line : data_lines(*text)) {
    const auto cells = split(line.text, '\t');
    const auto relation = cells.size() == 3 ? relations.find(cells[1]) : relations.end();
    if (relation == relations.end()) {
      return data_error(shown, line.number, "needs title, leads|works|founder|none, yes|no");
    }
    offices_.insert_or_assign(to_points(cells[0]), Office{relation->second, cells[2] == "yes"});
  }
  return {};
}

std::optional<Office> Lexicon::office(std::u32string_view word) const {
  const auto found = offices_.find(word);
  if (found == offices_.end()) return std::nullopt;
  return found->second;
}

Lexicon::OfficeTail Lexicon::office_tail(std::u32string_view word) const {
  for (std::size_t length = std::min(kLongestOffice, word.size()); length >= 2; --length) {
    if (const auto found = office(word.substr(word.size() - length))) {
      return {*found, static_cast<std::uint32_t>(length)};
    }
  }
  return {};
}

std::uint32_t Lexicon::suffix_length(std::u32string_view word, const WordSet& suffixes) {
  if (word.size() < 2) return 0;
  for (std::size_t length = std::min(kLongestSuffix, word.size() - 1); length > 0; --length) {
    if (suffixes.contains(word.substr(word.size() - length))) {
      return static_cast<std::uint32_t>(length);
    }
  }
  return 0;
}

}  // namespace yeon::ingest::korean
