// How common nouns come to their names within a sentence: appositions, "called", examples, and the
// name that the next sentence gives.
#include "english/references.h"

namespace yeon::ingest::english {
/// A name that stands beside a common noun as what it is called.
Meant References::named_beside(std::size_t sentence, std::size_t nominal) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  Meant meant;
  // A kind with its name behind a comma: "its warehouse robot, Fen 2, runs".
  if (const auto apposed = syntax.apposition(nominal); apposed && syntax[*apposed].is_name()) {
    const bool closed =
        syntax.is(*apposed + 1, ChunkKind::kComma) || syntax.is(*apposed + 1, ChunkKind::kStop);
    if (closed && syntax[nominal].names.empty() && !syntax[nominal].temporal) {
      for (const std::size_t member : syntax.group(*apposed)) {
        if (syntax[member].is_name()) add(meant, article_.thing(syntax[member].name));
      }
      return meant;
    }
  }
  // "the model, called Fen,", "a venture to be called Fen", "the robots, known as Fen"
  for (std::size_t i = nominal + 1; i < syntax.size() && i < nominal + 5; ++i) {
    if (syntax.is(i, ChunkKind::kVerb)) {
      const bool naming = syntax[i].passive && is_naming_verb(syntax[i].lemma);
      const bool known = syntax[i].passive && syntax[i].lemma == "know" &&
                         syntax.is_word(i + 1, ChunkKind::kPreposition, "as");
      const std::size_t at = i + (known ? 2 : 1);
      if ((naming || known) && syntax.is(at, ChunkKind::kNominal) && syntax[at].is_name())
        add(meant, article_.thing(syntax[at].name));
      return meant;
    }
    if (!syntax.is(i, ChunkKind::kComma) && !syntax.is(i, ChunkKind::kPreposition) &&
        !syntax.is(i, ChunkKind::kNominal))
      break;
  }
  return meant;
}

/// "models such as A and B", "models from Oakmere, including A"
Meant References::examples(std::size_t sentence, std::size_t nominal) const {
  const Syntax& syntax = article_.parses[sentence].syntax;
  Meant meant;
  for (std::size_t at = nominal + 1; at < syntax.size() && at < nominal + 10; ++at) {
    if (syntax.is(at, ChunkKind::kVerb) || syntax.is(at, ChunkKind::kThat) ||
        syntax.is(at, ChunkKind::kRelative))
      break;
    if (!syntax.is(at, ChunkKind::kPreposition)) continue;
    const bool leads = syntax[at].lemma == "such_as" || syntax[at].lemma == "including" ||
                       (syntax[at].lemma == "like" && syntax[nominal].plural && at == nominal + 1);
    if (!leads) continue;
    if (syntax.is(at + 1, ChunkKind::kNominal)) {
      for (const std::size_t member : syntax.group(syntax.head(at + 1)))
        add_all(meant, resolve(sentence, member));
    }
    return meant;
  }
  return meant;
}

/// "chose a language model. The model, Fen 2, will": named when it is taken up again.
Meant References::named_later(std::size_t sentence, std::size_t nominal) const {
  const Chunk& chunk = article_.parses[sentence].syntax[nominal];
  if (chunk.determiner != "a" && chunk.determiner != "an") return {};
  const auto kind = lexicon_.kind(chunk.lemma);
  if (!kind || *kind == Kind::kPerson || *kind == Kind::kMedia) return {};
  if (sentence + 1 >= article_.parses.size()) return {};
  const Syntax& next = article_.parses[sentence + 1].syntax;
  for (std::size_t i = 0; i < next.size() && i < 4; ++i) {
    if (!next.is(i, ChunkKind::kNominal) || next[i].determiner != "the" ||
        next[i].lemma != chunk.lemma)
      continue;
    return named_beside(sentence + 1, i);
  }
  return {};
}

}  // namespace yeon::ingest::english
