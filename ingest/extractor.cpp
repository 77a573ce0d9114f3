#include "yeon/ingest/extractor.h"

#include "english/reader.h"
#include "korean/reader.h"
#include "mention/gazetteer.h"
#include "relation/assemble.h"
#include "text/read_article.h"

namespace yeon::ingest {

class Extractor::Impl {
 public:
  Impl(std::unique_ptr<Gazetteer> gazetteer, std::unique_ptr<korean::Reader> korean,
       std::unique_ptr<english::Reader> english, bool morphology)
      : gazetteer_(std::move(gazetteer)),
        korean_(std::move(korean)),
        english_(std::move(english)),
        morphology_(morphology) {}

  Result<ArticleFacts> extract(std::string_view bytes, std::string_view source_path) const {
    Result<Document> document = read_article(bytes, source_path);
    if (!document) return tl::unexpected(document.error());
    if (document->language == Language::kEnglish) {
      english::Reading reading = english_->read(*document);
      return assemble(std::move(*document), std::move(reading.linking), std::move(reading.drafts));
    }
    korean::Reading reading = korean_->read(*document);
    return assemble(std::move(*document), std::move(reading.linking), std::move(reading.drafts));
  }

  bool has_morphology() const noexcept { return morphology_; }

 private:
  std::unique_ptr<Gazetteer> gazetteer_;  // readers borrow it
  std::unique_ptr<korean::Reader> korean_;
  std::unique_ptr<english::Reader> english_;
  bool morphology_;
};

Extractor::Extractor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Extractor::~Extractor() = default;

Result<std::unique_ptr<Extractor>> Extractor::create(const ExtractorOptions& options) {
  Result<Gazetteer> loaded = Gazetteer::load(options.data / "gazetteer");
  if (!loaded) return tl::unexpected(loaded.error());
  auto gazetteer = std::make_unique<Gazetteer>(std::move(*loaded));
  auto korean = korean::Reader::create(options.data, options.dictionary, *gazetteer);
  if (!korean) return tl::unexpected(korean.error());
  auto english = english::Reader::create(options.data, *gazetteer);
  if (!english) return tl::unexpected(english.error());
  auto impl = std::make_unique<Impl>(std::move(gazetteer), std::move(*korean), std::move(*english),
                                     !options.dictionary.empty());
  return std::unique_ptr<Extractor>(new Extractor(std::move(impl)));
}

Result<ArticleFacts> Extractor::extract(std::string_view bytes,
                                        std::string_view source_path) const {
  return impl_->extract(bytes, source_path);
}

bool Extractor::has_morphology() const noexcept { return impl_->has_morphology(); }

}  // namespace yeon::ingest
