#include "text/read_article.h"

#include "normalize/calendar.h"
#include "text/dateline.h"
#include "text/decode.h"
#include "text/infer_year.h"
#include "text/language.h"
#include "text/line_kind.h"
#include "text/lines.h"
#include "text/published.h"
#include "text/utf8.h"

namespace yeon::ingest {
namespace {

void index_code_points(Document& document) {
  const std::string_view text = document.text;
  document.points.reserve(text.size());
  document.byte_offsets.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    document.points.push_back(c.value);
    document.byte_offsets.push_back(static_cast<std::uint32_t>(at));
    at += c.length;
  }
  document.byte_offsets.push_back(static_cast<std::uint32_t>(text.size()));
}

std::uint32_t point_at(const Document& document, std::size_t byte) {
  const auto& offsets = document.byte_offsets;
  return static_cast<std::uint32_t>(
      std::lower_bound(offsets.begin(), offsets.end(), static_cast<std::uint32_t>(byte)) -
      offsets.begin());
}

void ignore(Document& document, std::string name) {
  if (name.empty()) return;
  auto& names = document.ignored_names;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

/// The first dateline tells what the head left open.
void take_dateline(Document& document, const Dateline& dateline, Dateline& first) {
  ignore(document, dateline.agency);
  for (const std::string& reporter : dateline.reporters) ignore(document, reporter);
  if (document.source.empty()) document.source = dateline.agency;
  if (first.month == 0) first = dateline;
}

void infer_published(Document& document, const Dateline& dateline) {
  if (document.published_day || dateline.month == 0 || dateline.day == 0) return;
  std::vector<std::string_view> body;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.kind == SentenceKind::kBody) {
      body.push_back(document.slice({sentence.content_start, sentence.span.end}));
    }
  }
  std::optional<std::int32_t> year;
  if (dateline.year != 0) {
    year = dateline.year;
  } else {
    year = infer_year(dateline.month, dateline.day, body);
  }
  if (!year) return;
  const PartialDate date = day_of(*year, dateline.month, dateline.day);
  if (!is_valid(date)) return;
  document.published_day = Day{date.year, date.month, date.day};
  document.published = to_string(date);
}

void cut_sentences(Document& document, const std::vector<Line>& lines, const Layout& layout) {
  Dateline first;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    Dateline dateline;
    if (layout.kinds[i] == SentenceKind::kBody) dateline = read_dateline(line.text);
    if (dateline.length > 0) take_dateline(document, dateline, first);
    for (const Piece& piece : split_sentences(line.text)) {
      Sentence sentence;
      sentence.index = static_cast<std::uint32_t>(document.sentences.size() + 1);
      sentence.span = {point_at(document, line.begin + piece.begin),
                       point_at(document, line.begin + piece.end)};
      sentence.kind = layout.kinds[i];
      const std::size_t content = std::clamp(dateline.length, piece.begin, piece.end);
      sentence.content_start = point_at(document, line.begin + content);
      document.sentences.push_back(std::move(sentence));
    }
  }
  infer_published(document, first);
}

}  // namespace

Result<Document> read_article(std::string_view bytes, std::string_view source_path) {
  Result<std::string> text = decode_text(bytes);
  if (!text) return fail(std::move(text).error());

  Document document;
  document.source_path = std::string(source_path);
  document.text = *std::move(text);
  document.language = guess_language(document.text);
  index_code_points(document);

  const std::vector<Line> lines = split_lines(document.text);
  Layout layout = lay_out(lines);
  document.title = std::move(layout.title);
  document.source = std::move(layout.source);
  document.published = std::move(layout.published);
  document.published_day = layout.day;
  ignore(document, document.source);
  for (std::string& reporter : layout.reporters) ignore(document, std::move(reporter));
  cut_sentences(document, lines, layout);
  return document;
}

}  // namespace yeon::ingest
