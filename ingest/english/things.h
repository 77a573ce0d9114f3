#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "english/lexicon.h"
#include "english/names.h"
#include "english/words.h"
#include "mention/gazetteer.h"

namespace yeon::ingest::english {

inline constexpr std::size_t kLabels = 5;

/// One real thing of the article with the names it has there.
struct Thing {
  std::array<double, kLabels> votes{};  ///< by EntityLabel; who knows what kind it is
  std::vector<std::string> spellings;   ///< each once, in order of appearance
  std::vector<std::uint32_t> names;     ///< indices into the article's names
  std::string ticker;
  std::string canonical;  ///< the gazetteer's key; may be empty
  bool executive = false;
  bool ignored = false;  ///< the paper, an agency, the byline

  void vote(EntityLabel label, double weight) { votes[static_cast<std::size_t>(label)] += weight; }
  /// The label with the most votes; nullopt where nothing speaks for one.
  std::optional<EntityLabel> label() const;
  bool is(EntityLabel wanted) const { return label() == wanted; }
  /// The fullest spelling.
  const std::string& name() const;
};

/// Groups names into things and collects what the words around them say about their kind.
///
/// Grouped: equal spellings; a short form with the one longer name it begins ("Tarn", "Tarn
/// Robotics"), unless the rest makes a branch of it (Cloud, Ventures); an abbreviation with the
/// name whose initials it is, or behind which it stands in brackets; a surname with its full name;
/// spellings of one gazetteer key. Never two things of different labels.
class ThingBuilder {
 public:
  ThingBuilder(const Lexicon& lexicon, const Gazetteer& gazetteer)
      : lexicon_(lexicon), gazetteer_(gazetteer) {}

  /// Sets Name::thing. Names that turn out to be none (a ticker) get kNone.
  std::vector<Thing> build(const Document& document, const ArticleWords& words,
                           std::vector<Name>& names) const;

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

 private:
  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
};

}  // namespace yeon::ingest::english
