#include "english/reader.h"

#include "english/chunks.h"
#include "english/conclusions.h"
#include "english/details.h"
#include "english/frame_matcher.h"
#include "english/offices.h"
#include "english/ownership.h"
#include "english/tagger.h"

namespace yeon::ingest::english {
namespace {

bool holds_facts(SentenceKind kind) {
  return kind == SentenceKind::kBody || kind == SentenceKind::kCaption ||
         kind == SentenceKind::kTitle;
}

/// Joins the words of each name to one.
std::vector<Word> join_names(const Document& document, std::vector<Word> words,
                             const std::vector<Name>& names, std::uint32_t sentence) {
  std::vector<Word> joined;
  joined.reserve(words.size());
  auto name = std::find_if(names.begin(), names.end(),
                           [&](const Name& one) { return one.sentence == sentence; });
  for (std::uint32_t at = 0; at < words.size();) {
    const bool here = name != names.end() && name->sentence == sentence && name->first == at;
    Word word = std::move(words[at]);
    if (here) {
      word.span.end = name->span.end;
      word.surface = document.slice(word.span);
      word.lower = word.lemma = name->text;
      word.name = static_cast<std::uint32_t>(name - names.begin());
      at = name->last;
      ++name;
    } else {
      ++at;
    }
    joined.push_back(std::move(word));
  }
  return joined;
}

/// A weak statement gives way to any other about the same two.
void drop_weak(std::vector<Claim>& claims) {
  const auto pair_is_told = [&](const Claim& weak) {
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
      const bool same =
          (other.draft.subject == weak.draft.subject && other.draft.object == weak.draft.object) ||
          (other.draft.subject == weak.draft.object && other.draft.object == weak.draft.subject);
      return same && !other.weak && other.draft.sentence == weak.draft.sentence;
    });
  };
  std::vector<Claim> kept;
  for (const Claim& claim : claims) {
    if (!claim.weak || !pair_is_told(claim)) kept.push_back(claim);
  }
  claims = std::move(kept);
}

Linking link_things(const Article& article) {
  Linking linking;
  for (std::uint32_t t = 0; t < article.things.size(); ++t) {
    const Thing& thing = article.things[t];
    LinkedEntity entity;
    entity.label = thing.label().value_or(EntityLabel::kFirm);
    entity.executive = thing.executive;
    entity.name = thing.name();
    entity.canonical = thing.canonical;
    entity.ticker = thing.ticker;
    entity.spellings.push_back(entity.name);
    for (const std::string& spelling : thing.spellings) {
      if (spelling != entity.name) entity.spellings.push_back(spelling);
    }
    const double votes = *std::max_element(thing.votes.begin(), thing.votes.end());
    entity.confidence = std::min(0.95, 0.5 + votes * 0.08);
    linking.entities.push_back(std::move(entity));
  }
  return linking;
}

}  // namespace

struct Reader::Parts {
  Lexicon lexicon;
  FrameSet frames;
  Conclusions conclusions;
  const Gazetteer& gazetteer;

  Article analyse(const Document& document) const;
  std::vector<Claim> read_claims(Article& article, bool voting) const;
};

Article Reader::Parts::analyse(const Document& document) const {
  Article article{document, {}, {}, {}};
  ArticleWords words;
  for (const Sentence& sentence : document.sentences) {
    words.push_back(holds_facts(sentence.kind) ? tokenize(document, sentence)
                                               : std::vector<Word>());
  }
  article.names = NameFinder(lexicon, gazetteer).find(document, words);
  article.things = ThingBuilder(lexicon, gazetteer).build(document, words, article.names);
  for (std::uint32_t s = 0; s < words.size(); ++s) {
    Parse parse;
    parse.words = join_names(document, std::move(words[s]), article.names, s);
    tag_words(lexicon, parse.words);
    parse.syntax = Syntax(cut_chunks(lexicon, frames.phrasals(), parse.words));
    article.parses.push_back(std::move(parse));
  }
  return article;
}

std::vector<Claim> Reader::Parts::read_claims(Article& article, bool voting) const {
  References references(lexicon, article);
  ClaimBook book(article, references, voting);
  FrameMatcher matcher(lexicon, frames, article, references, book);
  OfficeReader offices(lexicon, frames, article, references, book, voting);
  for (std::size_t s = 0; s < article.parses.size(); ++s) {
    offices.read(s);
    read_ownership(lexicon, article, references, s, book);
    matcher.read(s);
    if (voting) continue;
    add_details(article, s, book);
    read_event_anaphors(article, frames, references, s, book);
  }
  return std::move(book.claims());
}

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::create(const std::filesystem::path& data,
                                               const Gazetteer& gazetteer) {
  Result<Lexicon> lexicon = Lexicon::load(data / "en");
  if (!lexicon) return fail(std::move(lexicon).error());
  Result<FrameSet> frames = FrameSet::load(data / "en");
  if (!frames) return fail(std::move(frames).error());
  Result<Conclusions> conclusions = Conclusions::load(data / "en");
  if (!conclusions) return fail(std::move(conclusions).error());
  auto parts = std::make_unique<Parts>(
      Parts{*std::move(lexicon), *std::move(frames), *std::move(conclusions), gazetteer});
  return std::unique_ptr<Reader>(new Reader(std::move(parts)));
}

Reading Reader::read(const Document& document) const {
  Article article = parts_->analyse(document);
  parts_->conclusions.vote(article);
  parts_->read_claims(article, /*voting=*/true);
  std::vector<Claim> claims = parts_->read_claims(article, /*voting=*/false);
  drop_weak(claims);
  parts_->conclusions.draw(article, claims);

  Reading reading;
  reading.linking = link_things(article);
  std::vector<std::uint32_t> place(article.things.size(), ThingBuilder::kNone);
  std::vector<LinkedEntity> kept;
  for (std::uint32_t t = 0; t < article.things.size(); ++t) {
    if (article.things[t].ignored) continue;
    place[t] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(reading.linking.entities[t]));
  }
  reading.linking.entities = std::move(kept);
  for (const Name& name : article.names) {
    const std::uint32_t thing =
        article.thing(static_cast<std::uint32_t>(&name - article.names.data()));
    if (thing == ThingBuilder::kNone) continue;
    Mention mention;
    mention.label = article.things[thing].label().value_or(EntityLabel::kFirm);
    mention.sentence = name.sentence;
    mention.span = name.span;
    mention.name = name.text;
    mention.entity = place[thing];
    mention.outer_start = name.span.start;
    mention.outer_end = name.span.end;
    LinkedEntity& entity = reading.linking.entities[place[thing]];
    entity.mentions.push_back(static_cast<std::uint32_t>(reading.linking.mentions.size()));
    reading.linking.mentions.push_back(std::move(mention));
  }
  reading.linking.meant.resize(reading.linking.mentions.size());
  for (Claim& claim : claims) {
    claim.draft.subject = place[claim.draft.subject];
    claim.draft.object = place[claim.draft.object];
    reading.drafts.push_back(std::move(claim.draft));
  }
  return reading;
}

}  // namespace yeon::ingest::english
