#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yeon::ingest {

enum class Language : std::uint8_t { kKorean, kEnglish };

/// The five kinds of node that articles yield. Executive is a second label on a Person.
enum class EntityLabel : std::uint8_t { kFirm, kPerson, kModel, kProduct, kOrganization };

/// docs/ontology.md defines each.
enum class Predicate : std::uint8_t {
  kPartnersWith,
  kMayPartnerWith,
  kCompetesWith,
  kSuppliesTo,
  kUses,
  kDevelops,
  kPlansToDevelop,
  kBasedOn,
  kAcquired,
  kMayAcquire,
  kInvestsIn,
  kMayInvestIn,
  kOwnsStakeIn,
  kSubsidiaryOf,
  kFounded,
  kLeads,
  kWorksFor,
  kSues,
};

enum class Modality : std::uint8_t { kAsserted, kPlanned, kInTalks, kRumored, kDenied, kEnded };

/// "Firm", "PARTNERS_WITH", "in_talks": the spelling of files, graph and output.
std::string_view name(Language language) noexcept;
std::string_view name(EntityLabel label) noexcept;
std::string_view name(Predicate predicate) noexcept;
std::string_view name(Modality modality) noexcept;
std::optional<EntityLabel> entity_label(std::string_view name) noexcept;
std::optional<Predicate> predicate(std::string_view name) noexcept;
std::optional<Modality> modality(std::string_view name) noexcept;
/// Whether subject and object may be swapped: said once, in either order.
bool is_symmetric(Predicate predicate) noexcept;

/// Half-open, in Unicode code points of the article's text as read, from 0.
struct TextSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

/// One place that shows a fact. `text` is exactly the slice of the article.
struct Evidence {
  std::uint32_t sentence = 0;  ///< from 1, through the whole file, headline and byline counted
  TextSpan span;
  std::string text;
};

struct EntityMention {
  std::uint32_t sentence = 0;
  TextSpan span;
};

/// One real thing of one article.
struct Entity {
  EntityLabel label = EntityLabel::kFirm;
  bool executive = false;  ///< only on a Person
  std::string name;
  std::vector<std::string> aliases;  ///< other spellings in this article
  std::string ticker;                ///< empty: none
  double confidence = 0;             ///< 0 to 1
  std::vector<EntityMention> mentions;
  std::string canonical;  ///< the gazetteer's key, one for all spellings; empty: none
};

/// A date as exact as the text: month and day are 0 where it says none.
struct PartialDate {
  std::int32_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

/// "2024", "2024-09", "2024-09-03".
std::string to_string(const PartialDate& date);

struct Deal {
  std::optional<double> stake_percent;
  std::optional<std::int64_t> amount;  ///< whole units of `currency`
  std::string currency;                ///< ISO 4217; empty exactly when there is no amount
};

/// One sentence of the article saying one thing about two of its entities.
struct Relation {
  std::size_t subject = 0;  ///< index into ArticleFacts::entities
  Predicate predicate = Predicate::kPartnersWith;
  std::size_t object = 0;
  Modality modality = Modality::kAsserted;
  double confidence = 0;
  std::string title;  ///< office, for LEADS and WORKS_FOR; may be empty
  std::optional<PartialDate> valid_from;
  std::optional<PartialDate> valid_to;
  std::optional<Deal> deal;
  std::string rule;  ///< id of the rule that made it
  Evidence evidence;
  std::vector<Evidence> more_evidence;
};

/// Everything read out of one article. A pure value: no database, no ids.
struct ArticleFacts {
  std::string source_path;  ///< the path or URL as the user gave it
  Language language = Language::kKorean;
  std::string title;
  std::string source;     ///< the paper or agency; may be empty
  std::string published;  ///< ISO date or date-time; empty where the text gives none
  std::uint32_t sentence_count = 0;
  std::string text;  ///< UTF-8, what the offsets count in
  std::vector<Entity> entities;
  std::vector<Relation> relations;
};

}  // namespace yeon::ingest
