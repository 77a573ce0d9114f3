#include "korean/reader.h"

#include "analysis/points.h"
#include "korean/analyser.h"
#include "korean/lexicon.h"
#include "korean/mention_finder.h"

namespace yeon::ingest::korean {

struct Reader::Parts {
  const Gazetteer& gazetteer;
  Lexicon lexicon;
  std::unique_ptr<Analyser> analyser;
  LinkOptions link_options;
};

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::create(const std::filesystem::path& data,
                                               const std::filesystem::path& dictionary,
                                               const Gazetteer& gazetteer) {
  Result<Lexicon> lexicon = Lexicon::load(data / "ko");
  if (!lexicon) return tl::unexpected(lexicon.error());
  std::unique_ptr<Analyser> analyser;
  if (dictionary.empty()) {
    analyser = create_plain_analyser();
  } else {
    Result<std::unique_ptr<Analyser>> mecab = create_mecab_analyser(dictionary);
    if (!mecab) return tl::unexpected(mecab.error());
    analyser = std::move(*mecab);
  }
  LinkOptions options;
  for (const std::u32string& tail : lexicon->droppable_tail) {
    options.droppable_tails.push_back(to_utf8(tail));
  }
  return std::unique_ptr<Reader>(new Reader(std::unique_ptr<Parts>(
      new Parts{gazetteer, std::move(*lexicon), std::move(analyser), std::move(options)})));
}

Reading Reader::read(Document& document) const {
  for (Sentence& sentence : document.sentences) {
    const bool read = sentence.kind == SentenceKind::kTitle ||
                      sentence.kind == SentenceKind::kCaption ||
                      sentence.kind == SentenceKind::kBody;
    if (read) parts_->analyser->analyse(document, sentence);
  }
  ArticleWords words = cut_article(document);
  Reading reading;
  reading.linking = link(find_mentions(document, words, parts_->lexicon, parts_->gazetteer),
                         parts_->link_options);
  return reading;
}

}  // namespace yeon::ingest::korean
