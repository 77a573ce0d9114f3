// Prints how the Korean reader cuts the sentences of the articles named, for authors of rules.
//   yeon_words_dev DATA DICTIONARY ARTICLE...

#include <cstdio>
#include <fstream>
#include <iterator>

#include "analysis/points.h"
#include "korean/analyser.h"
#include "korean/lexicon.h"
#include "korean/mention_finder.h"
#include "mention/gazetteer.h"
#include "text/read_article.h"

namespace {

using namespace yeon::ingest;

constexpr const char* kKinds[] = {"", "'<", ">'", "\"<", ">\"", "(", ")", ",", "·", ".", "~"};
constexpr const char* kClasses[] = {"n", "v", "num", "adv", "mod"};
constexpr const char* kFamiliar[] = {"common", "compound", "name"};

void print(const Document& document, const korean::Word& word) {
  if (word.kind != korean::WordKind::kRun) {
    return fmt::print(" {}", kKinds[static_cast<int>(word.kind)]);
  }
  const std::string stem(document.slice({word.span.start, word.stem_end}));
  const std::string tail(document.slice({word.stem_end, word.span.end}));
  fmt::print(" {}{}/{}", stem, tail.empty() ? "" : "+" + tail,
             kClasses[static_cast<int>(word.word_class)]);
  if (word.word_class == korean::WordClass::kVerbal) {
    fmt::print(":{}:{}:{}", to_utf8(word.lemma), static_cast<int>(word.form.ending),
               static_cast<int>(word.form.tense));
  } else {
    fmt::print(":{}", kFamiliar[static_cast<int>(word.familiarity)]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const auto lexicon = korean::Lexicon::load(std::filesystem::path(argv[1]) / "ko");
  const auto gazetteer = Gazetteer::load(std::filesystem::path(argv[1]) / "gazetteer");
  if (!lexicon || !gazetteer) return 1;
  const std::string dictionary = argv[2];
  std::unique_ptr<korean::Analyser> analyser = korean::create_plain_analyser();
  if (!dictionary.empty()) analyser = std::move(*korean::create_mecab_analyser(dictionary));
  for (int i = 3; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    auto document = read_article(std::string((std::istreambuf_iterator<char>(file)), {}), argv[i]);
    if (!document) continue;
    for (Sentence& sentence : document->sentences) analyser->analyse(*document, sentence);
    auto words = korean::cut_article(*document);
    const auto mentions = korean::find_mentions(*document, words, *lexicon, *gazetteer);
    for (std::size_t s = 0; s < words.size(); ++s) {
      fmt::print("{} kind {}:", document->sentences[s].index,
                 static_cast<int>(document->sentences[s].kind));
      for (const korean::Word& word : words[s]) print(*document, word);
      fmt::print("\n   =>");
      for (const Mention& mention : mentions) {
        if (mention.sentence == s) fmt::print(" [{} {}]", name(mention.label), mention.name);
      }
      fmt::print("\n");
    }
  }
}
