#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analysis/document.h"
#include "english/names.h"
#include "english/syntax.h"
#include "english/things.h"
#include "english/words.h"

namespace yeon::ingest::english {

/// One sentence, names joined, tagged and chunked. Empty for bylines and boilerplate.
struct Parse {
  std::vector<Word> words;
  Syntax syntax{{}};
};

/// Things that a phrase means: indices into Article::things, each once, in order.
using Meant = std::vector<std::uint32_t>;

/// An English article on its way from words to relations.
struct Article {
  const Document& document;
  std::vector<Name> names;
  std::vector<Thing> things;
  std::vector<Parse> parses;  ///< one per sentence of the document

  /// The thing behind a name; kNone for a name that counts for nothing.
  std::uint32_t thing(std::uint32_t name) const {
    const std::uint32_t found = names[name].thing;
    return found == ThingBuilder::kNone || things[found].ignored ? ThingBuilder::kNone : found;
  }
  bool is_title(std::size_t sentence) const {
    return document.sentences[sentence].kind == SentenceKind::kTitle;
  }
  bool is_firm(std::uint32_t thing) const {
    const auto label = things[thing].label();
    return !label || label == EntityLabel::kFirm || label == EntityLabel::kOrganization;
  }
  bool is_product(std::uint32_t thing) const {
    return things[thing].is(EntityLabel::kModel) || things[thing].is(EntityLabel::kProduct);
  }
};

inline void add(Meant& meant, std::uint32_t thing) {
  if (thing == ThingBuilder::kNone) return;
  if (std::find(meant.begin(), meant.end(), thing) == meant.end()) meant.push_back(thing);
}
inline void add_all(Meant& meant, const Meant& more) {
  for (const std::uint32_t thing : more) add(meant, thing);
}

}  // namespace yeon::ingest::english
