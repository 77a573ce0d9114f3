#include "english/ownership.h"

namespace yeon::ingest::english {
namespace {

/// Whether two names begin with the same word: Fen 2 and Fen 3.
bool shares_family(const Article& article, const Meant& goods, std::uint32_t other) {
  const std::string& name = article.things[other].name();
  const std::string_view word = std::string_view(name).substr(0, name.find(' '));
  return std::any_of(goods.begin(), goods.end(), [&](std::uint32_t thing) {
    return std::string_view(article.things[thing].name()).starts_with(word);
  });
}

void add(const Article& article, std::size_t sentence, std::size_t nominal, std::uint32_t maker,
         std::uint32_t goods, ClaimBook& book) {
  Claim claim;
  claim.draft.subject = maker;
  claim.draft.predicate = Predicate::kDevelops;
  claim.draft.object = goods;
  claim.draft.modality = Modality::kAsserted;
  claim.draft.confidence = 0.75;
  claim.draft.rule = "en.develop.owner";
  claim.draft.sentence = static_cast<std::uint32_t>(sentence);
  claim.draft.from_title = article.is_title(sentence);
  claim.trigger = nominal;
  book.add(std::move(claim));
}

/// "Its predecessor, Fen 2": made by the maker of the product spoken of last, and of its label.
Meant maker_of_last(Article& article, std::size_t sentence, const Meant& goods,
                    const ClaimBook& book) {
  const Claim* last = nullptr;
  for (const Claim& claim : book.claims()) {
    const bool makes = claim.draft.predicate == Predicate::kDevelops ||
                       claim.draft.predicate == Predicate::kPlansToDevelop;
    const bool other = std::find(goods.begin(), goods.end(), claim.draft.object) == goods.end();
    if (makes && other && claim.draft.sentence <= sentence &&
        claim.draft.sentence + 3 >= sentence) {
      if (last == nullptr || shares_family(article, goods, claim.draft.object) ||
          !shares_family(article, goods, last->draft.object))
        last = &claim;
    }
  }
  if (last == nullptr) return {};
  if (const auto label = article.things[last->draft.object].label()) {
    for (const std::uint32_t thing : goods) article.things[thing].vote(*label, 2.5);
  }
  return {last->draft.subject};
}

bool may_be_goods(const Article& article, std::uint32_t thing) {
  const auto label = article.things[thing].label();
  return !label || label == EntityLabel::kModel || label == EntityLabel::kProduct;
}

}  // namespace

void read_ownership(const Lexicon& lexicon, Article& article, const References& references,
                    std::size_t sentence, ClaimBook& book) {
  const Syntax& syntax = article.parses[sentence].syntax;
  for (std::size_t i = 0; i < syntax.size(); ++i) {
    if (!syntax.is(i, ChunkKind::kNominal) || syntax[i].genitive) continue;
    const Chunk& chunk = syntax[i];
    const Meant goods = references.resolve(sentence, i);
    if (goods.empty()) continue;
    const auto kind = lexicon.kind(chunk.lemma);
    const bool common_head =
        !chunk.is_name() && kind != Kind::kProduct && kind != Kind::kModel && chunk.names.empty();
    if (common_head && goods.size() < 1) continue;
    Meant makers = references.resolve_owner(sentence, i);
    // "Oakmere models such as Fen": the firm before the kind.
    if (makers.empty() && !chunk.is_name()) {
      for (const std::uint32_t name : chunk.names) {
        const std::uint32_t thing = article.thing(name);
        if (thing != ThingBuilder::kNone &&
            std::find(goods.begin(), goods.end(), thing) == goods.end())
          english::add(makers, thing);
      }
    }
    // "an assistant from Oakmere"
    if (makers.empty() && !chunk.is_name() &&
        syntax.is_word(i + 1, ChunkKind::kPreposition, "from") &&
        syntax.is(i + 2, ChunkKind::kNominal)) {
      makers = references.resolve(sentence, syntax.head(i + 2));
    }
    if (chunk.lemma == "successor" || chunk.lemma == "predecessor")
      makers = maker_of_last(article, sentence, goods, book);
    if (makers.size() != 1 || !article.is_firm(makers[0])) continue;
    for (const std::uint32_t thing : goods) {
      if (may_be_goods(article, thing) && thing != makers[0])
        add(article, sentence, i, makers[0], thing, book);
    }
  }
}

}  // namespace yeon::ingest::english
