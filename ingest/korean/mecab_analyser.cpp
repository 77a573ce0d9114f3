#include <mecab.h>

#include "korean/analyser.h"
#include "text/utf8.h"

namespace yeon::ingest::korean {
namespace {

/// Features of mecab-ko-dic: tag, semantic class, final consonant, reading, type, first tag, last
/// tag, expression. Tag and expression of a fused form: VV+EP and 내놓/VV/*+았/EP/*.
struct Feature {
  std::string_view tag;
  std::string_view expression;
};

std::string_view field(std::string_view csv, int index) {
  for (; index > 0; --index) {
    const std::size_t comma = csv.find(',');
    if (comma == std::string_view::npos) return {};
    csv.remove_prefix(comma + 1);
  }
  return csv.substr(0, csv.find(','));
}

PartOfSpeech part_of_speech(std::string_view tag) {
  const auto is = [&](std::string_view prefix) { return tag.starts_with(prefix); };
  if (is("NNP")) return PartOfSpeech::kProperNoun;
  if (is("NNBC") || is("NNB")) return PartOfSpeech::kNoun;
  if (is("NP")) return PartOfSpeech::kPronoun;
  if (is("NR") || is("SN")) return PartOfSpeech::kNumber;
  if (is("NN")) return PartOfSpeech::kNoun;
  if (is("VCP") || is("VCN")) return PartOfSpeech::kCopula;
  if (is("VA") || is("XSA")) return PartOfSpeech::kAdjective;
  if (is("VV") || is("VX") || is("XSV")) return PartOfSpeech::kVerb;
  if (is("MAJ")) return PartOfSpeech::kConjunction;
  if (is("MA")) return PartOfSpeech::kAdverb;
  if (is("MM")) return PartOfSpeech::kDeterminer;
  if (is("J")) return PartOfSpeech::kAdposition;
  if (is("E")) return PartOfSpeech::kEnding;
  if (is("XP") || is("XS") || is("XR")) return PartOfSpeech::kAffix;
  if (is("SL") || is("SH")) return PartOfSpeech::kForeign;
  if (is("S")) return PartOfSpeech::kSymbol;
  return PartOfSpeech::kUnknown;
}

class MecabAnalyser final : public Analyser {
 public:
  MecabAnalyser(std::unique_ptr<MeCab::Model> model, std::unique_ptr<MeCab::Tagger> tagger)
      : model_(std::move(model)), tagger_(std::move(tagger)) {}

  void analyse(const Document& document, Sentence& sentence) const override {
    const TextSpan span{sentence.content_start, sentence.span.end};
    if (span.start >= span.end) return;
    // A lattice is this call's own: the tagger is shared between threads, lattices are not.
    const std::unique_ptr<MeCab::Lattice> lattice(model_->createLattice());
    const std::string_view text = document.slice(span);
    lattice->set_sentence(text.data(), text.size());
    if (!tagger_->parse(lattice.get())) return;
    std::uint32_t at = span.start;
    std::uint32_t byte = document.byte_offsets[span.start];
    for (const MeCab::Node* node = lattice->bos_node()->next; node != nullptr && node->next;
         node = node->next) {
      const auto begin_byte = static_cast<std::uint32_t>(node->surface - document.text.data());
      while (byte < begin_byte) byte = document.byte_offsets[++at];
      const std::uint32_t begin = at;
      while (byte < begin_byte + node->length) byte = document.byte_offsets[++at];
      sentence.tokens.push_back(token(*node, {begin, at}));
    }
  }

 private:
  static Token token(const MeCab::Node& node, TextSpan span) {
    Token token;
    token.span = span;
    token.surface = std::string_view(node.surface, node.length);
    token.lemma = token.surface;
    const std::string_view csv = node.feature;
    const std::string_view tag = field(csv, 0);
    token.pos = part_of_speech(tag);
    if (node.rlength > node.length) token.flags |= kSpaceBefore;
    if (node.stat == MECAB_UNK_NODE) token.flags |= kDictionaryUnknown;
    const bool inflected = field(csv, 4) == "Inflect";
    if (inflected) {
      const std::string_view expression = field(csv, 7);
      token.lemma = expression.substr(0, expression.find('/'));
    }
    return token;
  }

  std::unique_ptr<MeCab::Model> model_;
  std::unique_ptr<MeCab::Tagger> tagger_;
};

}  // namespace

Result<std::unique_ptr<Analyser>> create_mecab_analyser(const std::filesystem::path& dictionary) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(dictionary / "sys.dic", error)) {
    return fail(ErrorType::kNotFound,
                fmt::format("`{}` holds no compiled dictionary", dictionary.string()),
                "build it with tools/demo.sh, or go without it");
  }
  // No mecabrc: the system's own would name another dictionary.
  const std::string folder = dictionary.string();
  const char* arguments[] = {"mecab", "-r", "/dev/null", "-d", folder.c_str()};
  std::unique_ptr<MeCab::Model> model(
      MeCab::createModel(static_cast<int>(std::size(arguments)), const_cast<char**>(arguments)));
  if (!model) {
    return fail(ErrorType::kInvalidInput,
                fmt::format("MeCab cannot load `{}`: {}", folder, MeCab::getLastError()));
  }
  std::unique_ptr<MeCab::Tagger> tagger(model->createTagger());
  if (!tagger) return fail(ErrorType::kInvalidInput, "MeCab made no tagger");
  return std::make_unique<MecabAnalyser>(std::move(model), std::move(tagger));
}

}  // namespace yeon::ingest::korean
