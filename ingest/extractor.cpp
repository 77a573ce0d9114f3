#include "yeon/ingest/extractor.h"
namespace yeon::ingest {
class Extractor::Impl {};
Extractor::Extractor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Extractor::~Extractor() = default;
Result<std::unique_ptr<Extractor>> Extractor::create(const ExtractorOptions&) {
  return fail(ErrorType::kInternal, "not there yet");
}
Result<ArticleFacts> Extractor::extract(std::string_view, std::string_view) const {
  return fail(ErrorType::kInternal, "not there yet");
}
bool Extractor::has_morphology() const noexcept { return false; }
}
