#include "english/words.h"

#include "text/utf8.h"

namespace yeon::ingest::english {
namespace {

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    if (c.value == U'’')
      out += '\'';
    else if (c.value < 0x80)
      out += static_cast<char>(is_upper(static_cast<char>(c.value)) ? c.value + 32 : c.value);
    else
      append_utf8(out, c.value);
  }
  return out;
}

bool is_opening(char32_t c) {
  return std::u32string_view(U"\"'“‘([{«*•").find(c) != std::u32string_view::npos;
}
bool is_closing(char32_t c) {
  return std::u32string_view(U"\"'”’)]}»,;:!?…").find(c) != std::u32string_view::npos;
}

// Words that keep their full stop.
bool keeps_stop(std::string_view word) {
  constexpr std::string_view kAbbreviations[] = {"inc.", "corp.", "co.",  "ltd.", "st.",
                                                 "mr.",  "mrs.",  "ms.",  "dr.",  "jr.",
                                                 "sr.",  "prof.", "bros."};
  const std::string lower = lower_case(word);
  if (std::find(std::begin(kAbbreviations), std::end(kAbbreviations), lower) !=
      std::end(kAbbreviations)) {
    return true;
  }
  // U.S., J., S.p.A.: letters and stops in turn.
  return word.size() >= 2 && word[1] == '.' && is_upper(word[0]);
}

class Tokenizer {
 public:
  Tokenizer(const Document& document, const Sentence& sentence) : document_(document) {
    begin_ = document.byte_offsets[sentence.content_start];
    end_ = document.byte_offsets[sentence.span.end];
  }

  std::vector<Word> run() && {
    const std::string_view text = document_.text;
    for (std::size_t at = begin_; at < end_;) {
      if (text[at] == ' ' || text[at] == '\t') {
        ++at;
        continue;
      }
      std::size_t stop = at;
      while (stop < end_ && text[stop] != ' ' && text[stop] != '\t') ++stop;
      split_chunk(at, stop);
      at = stop;
    }
    return std::move(words_);
  }

 private:
  void split_chunk(std::size_t begin, std::size_t end) {
    const std::string_view text = document_.text;
    while (begin < end) {
      const CodePoint c = code_point_at(text, begin);
      if (!is_opening(c.value)) break;
      // 'll at a word's start is no quotation mark; it never stands alone though.
      add(begin, begin + c.length);
      begin += c.length;
    }
    std::vector<std::pair<std::size_t, std::size_t>> tail;
    while (begin < end) {
      const CodePoint c = code_point_before(text, end);
      const bool keeps = end != end_ && keeps_stop(text.substr(begin, end - begin));
      if (!is_closing(c.value) && (c.value != U'.' || keeps)) break;
      tail.emplace_back(end - c.length, end);
      end -= c.length;
    }
    if (begin < end) split_word(begin, end);
    for (auto piece = tail.rbegin(); piece != tail.rend(); ++piece)
      add(piece->first, piece->second);
  }

  /// Cuts off 's, n't and the like; takes words with a dash apart ("Oakmere—a").
  void split_word(std::size_t begin, std::size_t end) {
    const std::string_view text = document_.text;
    for (const std::string_view dash : {"—", "–", "--"}) {
      const std::size_t at = text.substr(begin, end - begin).find(dash);
      if (at == std::string_view::npos || at == 0) continue;
      split_word(begin, begin + at);
      add(begin + at, begin + at + dash.size());
      if (begin + at + dash.size() < end) split_word(begin + at + dash.size(), end);
      return;
    }
    const std::string lower = lower_case(text.substr(begin, end - begin));
    for (const std::string_view clitic : {"n't", "'s", "'ll", "'d", "'re", "'ve", "'m"}) {
      if (lower.size() <= clitic.size() || !std::string_view(lower).ends_with(clitic)) continue;
      // The straightened copy may be shorter: a curly apostrophe takes three bytes.
      const bool curly = text.substr(begin, end - begin).find("’") != std::string_view::npos;
      const std::size_t length = clitic.size() + (curly ? 2 : 0);
      add(begin, end - length);
      add(end - length, end);
      return;
    }
    add(begin, end);
  }

  std::uint32_t point(std::size_t byte) const {
    const auto& offsets = document_.byte_offsets;
    return static_cast<std::uint32_t>(
        std::lower_bound(offsets.begin(), offsets.end(), static_cast<std::uint32_t>(byte)) -
        offsets.begin());
  }

  void add(std::size_t begin, std::size_t end) {
    Word word;
    word.span = {point(begin), point(end)};
    word.surface = std::string_view(document_.text).substr(begin, end - begin);
    word.lower = lower_case(word.surface);
    word.lemma = word.lower;
    if (word.lower == "\"" || word.lower == "“" || word.lower == "”") in_quotes_ = !in_quotes_;
    word.in_quotes = in_quotes_;
    words_.push_back(std::move(word));
  }

  const Document& document_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool in_quotes_ = false;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> tokenize(const Document& document, const Sentence& sentence) {
  return Tokenizer(document, sentence).run();
}

}  // namespace yeon::ingest::english
