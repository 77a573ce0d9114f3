#include "yeon/ingest/facts.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace yeon::ingest {
namespace {

constexpr std::array<std::string_view, 5> kLabels = {"Firm", "Person", "Model", "Product",
                                                     "Organization"};

constexpr std::array<std::string_view, 18> kPredicates = {
    "PARTNERS_WITH", "MAY_PARTNER_WITH", "COMPETES_WITH", "SUPPLIES_TO",   "USES",
    "DEVELOPS",      "PLANS_TO_DEVELOP", "BASED_ON",      "ACQUIRED",      "MAY_ACQUIRE",
    "INVESTS_IN",    "MAY_INVEST_IN",    "OWNS_STAKE_IN", "SUBSIDIARY_OF", "FOUNDED",
    "LEADS",         "WORKS_FOR",        "SUES"};

constexpr std::array<std::string_view, 6> kModalities = {"asserted", "planned", "in_talks",
                                                         "rumored",  "denied",  "ended"};

template <class Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(Language language) noexcept {
  return language == Language::kKorean ? "ko" : "en";
}
std::string_view name(EntityLabel label) noexcept {
  return kLabels[static_cast<std::size_t>(label)];
}
std::string_view name(Predicate predicate) noexcept {
  return kPredicates[static_cast<std::size_t>(predicate)];
}
std::string_view name(Modality modality) noexcept {
  return kModalities[static_cast<std::size_t>(modality)];
}

std::optional<EntityLabel> entity_label(std::string_view name) noexcept {
  return find_name<EntityLabel>(kLabels, name);
}
std::optional<Predicate> predicate(std::string_view name) noexcept {
  return find_name<Predicate>(kPredicates, name);
}
std::optional<Modality> modality(std::string_view name) noexcept {
  return find_name<Modality>(kModalities, name);
}

bool is_symmetric(Predicate predicate) noexcept {
  return predicate == Predicate::kPartnersWith || predicate == Predicate::kMayPartnerWith ||
         predicate == Predicate::kCompetesWith;
}

std::string to_string(const PartialDate& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace yeon::ingest
