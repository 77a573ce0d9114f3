#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mention/aho_corasick.h"
#include "yeon/base/result.h"
#include "yeon/ingest/facts.h"

namespace yeon::ingest {

/// One spelling of a listed name.
struct GazetteerEntry {
  EntityLabel label = EntityLabel::kFirm;
  std::u32string name;
  std::string canonical;   ///< the same for all spellings of one thing
  bool ambiguous = false;  ///< also an ordinary word, or several things: believed only with context
};

struct GazetteerHit {
  std::uint32_t entry = 0;
  std::uint32_t start = 0;  ///< code points of the searched text
  std::uint32_t end = 0;
};

/// Names from the data files, found all at once in a text.
///
/// Files: DATA/gazetteer/*.tsv, UTF-8, tab-separated, first line the header:
///   label  name  canonical  flags      flags: "" or "ambiguous"
/// Matching is by code points, exact but that one space may stand or miss where `name` has one
/// only if the file lists both spellings. Word boundaries are the caller's business, because
/// Korean particles stick to names.
/// Cost: find() is linear in text and hits. Threads: immutable after load.
class Gazetteer {
 public:
  static Result<Gazetteer> load(const std::filesystem::path& folder);
  explicit Gazetteer(std::vector<GazetteerEntry> entries);

  /// All hits, overlapping ones too, ordered by end.
  void find(std::u32string_view text, std::vector<GazetteerHit>& hits) const;

  const GazetteerEntry& entry(std::uint32_t index) const { return entries_[index]; }
  std::size_t size() const noexcept { return entries_.size(); }

  /// The entries spelled exactly `name`; there may be several (a model and a firm).
  std::span<const std::uint32_t> lookup(std::u32string_view name) const;

 private:
  std::vector<GazetteerEntry> entries_;
  AhoCorasick automaton_;
  std::vector<std::uint32_t> same_name_;        // entries grouped by pattern
  std::vector<std::uint32_t> same_name_begin_;  // pattern -> first in same_name_, plus one end
};

}  // namespace yeon::ingest
