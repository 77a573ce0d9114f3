#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yeon/ingest/facts.h"

namespace yeon::ingest::store {

/// One entity of one article, as far as identity across articles is reckoned from it.
///
///   key      := "g:" label ":" gazetteer-key | name-key | name-key "@" employer-key
///   name-key := "n:" label ":" normalised-name
///   link     := "t:" ticker | "p:" normalised-name "@" employer-key
///
/// Two sightings with one key are of the same thing. Sightings that share a link are too, unless an
/// article tells their keys apart. A spelling is the name-key that another article may use for the
/// thing; it joins where it can mean one thing only (resolve.h).
struct Sighting {
  std::string key;
  EntityLabel label = EntityLabel::kFirm;
  bool executive = false;
  std::string name;
  std::vector<std::string> aliases;    ///< those that mean something outside the article; sorted
  std::vector<std::string> links;      ///< sorted
  std::vector<std::string> spellings;  ///< sorted, without `key` itself
  std::uint32_t mentions = 0;
  friend bool operator==(const Sighting&, const Sighting&) = default;
};

/// The sightings of an article, sorted by key, each key once.
struct Sightings {
  std::vector<Sighting> all;
  std::vector<std::uint32_t> of_entity;  ///< index into `all` for each entity of the article
};

/// Pure. A person with a common name (spelling.h) is keyed by the bodies it leads, works for or
/// founded in this article, so that two of one name stay apart; everyone else by name.
Sightings sightings_of(const ArticleFacts& facts);

std::string name_key(std::string_view name, EntityLabel label);

/// The ticker of a link; empty for another kind of link.
std::string_view ticker_of(std::string_view link) noexcept;

/// The key under which an article that draws the line elsewhere would know the same name: Firm for
/// Organization, Model for Product, and back. nullopt for other keys.
std::optional<std::string> twin_of(std::string_view key);

}  // namespace yeon::ingest::store
