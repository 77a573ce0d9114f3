#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "yeon/base/result.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest::english {

/// Coarse part of speech, as much as chunking needs.
enum class Tag : std::uint8_t {
  kNoun,
  kName,  ///< a whole proper name, several words in one
  kVerb,
  kAdjective,
  kAdverb,
  kDeterminer,
  kPossessive,  ///< its, their
  kPronoun,
  kRelative,  ///< which, who, and that where it opens a relative clause
  kThat,      ///< that before a clause
  kModal,
  kPreposition,
  kConjunction,
  kSubordinator,
  kNot,
  kTo,  ///< before an infinitive
  kNumber,
  kGenitive,  ///< 's
  kComma,
  kBreak,  ///< ; : - and brackets
  kQuote,
  kStop,
};

/// Forms of a verb, as bits: "bought" is past and participle at once.
enum VerbForm : std::uint8_t {
  kBase = 1,
  kThird = 2,
  kPast = 4,
  kParticiple = 8,
  kGerund = 16,
};

struct VerbReading {
  std::string lemma;
  std::uint8_t forms = 0;
};

/// What a common noun beside a name makes of it.
enum class Kind : std::uint8_t { kFirm, kOrganization, kModel, kProduct, kPerson, kMedia };

struct Office {
  Predicate predicate = Predicate::kWorksFor;  ///< LEADS, WORKS_FOR or FOUNDED
  bool executive = false;
};

using StringSet = std::unordered_set<std::string>;

/// The word lists of data/en. Immutable after load, so freely shared between threads.
class Lexicon {
 public:
  /// Errors: NotFound, or InvalidInput naming file and line.
  static Result<Lexicon> load(const std::filesystem::path& folder);

  /// Tags the word lists give a lower-case word, as bits (1 << Tag); 0: not listed.
  std::uint32_t tags(const std::string& lower) const;
  /// nullptr: no verb.
  const VerbReading* verb(const std::string& lower) const;
  /// "companies" -> "company". Words that look like no plural stay.
  std::string noun_lemma(const std::string& lower) const;

  bool is_common(const std::string& lower) const { return common_.contains(lower); }
  bool is_given_name(const std::string& word) const { return given_names_.contains(word); }
  bool is_place(const std::string& words) const { return places_.contains(words); }
  bool is_not_name(const std::string& words) const { return not_names_.contains(words); }
  std::size_t longest_place() const noexcept { return 3; }

  /// By lemma; several words are joined by "_".
  std::optional<Kind> kind(const std::string& lemma) const;
  const Office* office(const std::string& words) const;
  bool is_legal_form(const std::string& word) const { return legal_.contains(word); }
  bool is_firm_suffix(const std::string& word) const { return firm_suffixes_.contains(word); }
  bool is_product_suffix(const std::string& word) const { return product_suffixes_.contains(word); }
  bool is_organization_suffix(const std::string& word) const {
    return organization_suffixes_.contains(word);
  }
  bool is_organization_start(const std::string& word) const {
    return organization_starts_.contains(word);
  }
  /// Words that make a child's name out of its parent's: Oakmere Cloud is not Oakmere.
  bool is_branch_word(const std::string& word) const { return branch_words_.contains(word); }

 private:
  Status load_words(const std::filesystem::path& file);
  Status load_verbs(const std::filesystem::path& file);
  Status load_kinds(const std::filesystem::path& file);
  Status load_suffixes(const std::filesystem::path& file);
  Status load_offices(const std::filesystem::path& file);
  void add_form(const std::string& form, const std::string& lemma, VerbForm bit);
  void add_regular_forms(const std::string& base, bool doubled);

  std::unordered_map<std::string, std::uint32_t> tags_;
  std::unordered_map<std::string, VerbReading> verbs_;
  std::unordered_map<std::string, Kind> kinds_;
  std::unordered_map<std::string, Office> offices_;
  StringSet common_;
  StringSet given_names_;
  StringSet places_;
  StringSet not_names_;
  StringSet legal_;
  StringSet firm_suffixes_;
  StringSet product_suffixes_;
  StringSet organization_suffixes_;
  StringSet organization_starts_;
  StringSet branch_words_;
};

}  // namespace yeon::ingest::english
