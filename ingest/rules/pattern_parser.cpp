#include "rules/pattern_parser.h"

#include <charconv>

#include "analysis/data_file.h"

namespace yeon::ingest::rules {
namespace {

constexpr int kDeepest = 8;
constexpr std::uint16_t kManyTimes = 64;
constexpr std::string_view kStops = " \t<>()|?*+{}/:";

struct PosName {
  std::string_view name;
  PartOfSpeech pos;
};
constexpr PosName kPosNames[] = {
    {"NOUN", PartOfSpeech::kNoun},       {"NAME", PartOfSpeech::kProperNoun},
    {"PRON", PartOfSpeech::kPronoun},    {"NUM", PartOfSpeech::kNumber},
    {"VERB", PartOfSpeech::kVerb},       {"ADJ", PartOfSpeech::kAdjective},
    {"ADV", PartOfSpeech::kAdverb},      {"DET", PartOfSpeech::kDeterminer},
    {"ADP", PartOfSpeech::kAdposition},  {"CONJ", PartOfSpeech::kConjunction},
    {"ENDING", PartOfSpeech::kEnding},   {"COPULA", PartOfSpeech::kCopula},
    {"AFFIX", PartOfSpeech::kAffix},     {"SYM", PartOfSpeech::kSymbol},
    {"FOREIGN", PartOfSpeech::kForeign}, {"X", PartOfSpeech::kUnknown},
};

}  // namespace

tl::expected<Sequence, std::string> PatternParser::parse() {
  auto elements = sequence(0);
  if (!elements) return elements;
  if (!at_end()) return Failure(fmt::format("`{}` is out of place", peek()));
  if (elements->empty()) return Failure("a pattern needs an element");
  return elements;
}

void PatternParser::skip_blank() {
  while (peek() == ' ' || peek() == '\t') ++at_;
}

bool PatternParser::accept(char c) {
  if (peek() != c || at_end()) return false;
  ++at_;
  return true;
}

std::string_view PatternParser::take_name(std::string_view stops) {
  const std::size_t begin = at_;
  at_ = std::min(text_.find_first_of(stops, at_), text_.size());
  return text_.substr(begin, at_ - begin);
}

tl::expected<Sequence, std::string> PatternParser::sequence(int depth) {
  if (depth > kDeepest) return Failure("groups are nested too deep");
  Sequence elements;
  for (skip_blank(); !at_end() && peek() != ')' && peek() != '|'; skip_blank()) {
    auto one = element(depth);
    if (!one) return Failure(one.error());
    elements.push_back(std::move(*one));
  }
  return elements;
}

tl::expected<Element, std::string> PatternParser::element(int depth) {
  const bool negated = accept('!');
  tl::expected<Element, std::string> result = Element{};
  if (accept('(')) {
    result = group(depth);
  } else if (accept('<')) {
    result = mention();
  } else if (accept('@')) {
    const std::string_view name = take_name(kStops);
    const auto found = program_.list_names.find(name);
    if (found == program_.list_names.end()) return Failure(fmt::format("no list `{}`", name));
    result->kind = ElementKind::kList;
    result->list = found->second;
  } else if (accept('#')) {
    const std::string_view name = take_name(kStops);
    const auto* found = std::find_if(std::begin(kPosNames), std::end(kPosNames),
                                     [&](const PosName& known) { return known.name == name; });
    if (found == std::end(kPosNames)) return Failure(fmt::format("no part of speech `{}`", name));
    result->kind = ElementKind::kPos;
    result->pos = found->pos;
  } else if (text_.substr(at_).starts_with("..")) {
    at_ += 2;
    result->kind = ElementKind::kGap;
    result->least = 0;
    result->most = 3;
  } else {
    if (accept('=')) result->kind = ElementKind::kSurface;
    if (accept('"')) {
      result->text = take_name("\"");
      if (!accept('"')) return Failure("a quotation is not closed");
    } else {
      result->text = take_name(kStops);
    }
    if (result->text.empty()) return Failure(fmt::format("`{}` is out of place", peek()));
  }
  if (!result) return result;
  if (negated && (result->kind == ElementKind::kGroup || result->kind == ElementKind::kGap)) {
    return Failure("only a single unit can be negated");
  }
  result->negated = negated;
  if (auto done = suffixes(*result); !done) return Failure(done.error());
  return result;
}

tl::expected<Element, std::string> PatternParser::group(int depth) {
  Element result;
  result.kind = ElementKind::kGroup;
  do {
    auto alternative = sequence(depth + 1);
    if (!alternative) return Failure(alternative.error());
    if (alternative->empty()) return Failure("an alternative is empty; use ? instead");
    result.alternatives.push_back(std::move(*alternative));
  } while (accept('|'));
  if (!accept(')')) return Failure("a group is not closed");
  return result;
}

tl::expected<Element, std::string> PatternParser::mention() {
  Element result;
  result.kind = ElementKind::kMention;
  const std::string_view inner = take_name(">");
  if (!accept('>')) return Failure("`<` is not closed");
  const auto words = split_words(inner);
  if (words.empty() || words.size() > 2) return Failure("a mention is <Label|Label name>");
  for (const std::string_view label : split(words[0], '|')) {
    if (label == "*") {
      result.labels = 0xFF;
    } else if (const auto known = entity_label(label)) {
      result.labels =
          static_cast<std::uint8_t>(result.labels | 1U << static_cast<unsigned>(*known));
    } else {
      return Failure(fmt::format("no label `{}`", label));
    }
  }
  if (words.size() == 2) result.capture = words[1];
  return result;
}

tl::expected<void, std::string> PatternParser::suffixes(Element& element) {
  for (;;) {
    if (accept(':')) {
      element.capture = take_name(kStops);
      if (element.capture.empty()) return Failure("a capture needs a name");
    } else if (accept('?')) {
      element.least = 0;
    } else if (accept('*')) {
      element.least = 0;
      element.most = kManyTimes;
    } else if (accept('+')) {
      element.most = kManyTimes;
    } else if (accept('{')) {
      if (auto done = range(element); !done) return done;
    } else if (accept('/')) {
      const std::string_view particles = take_name(" \t()");
      for (const std::string_view particle : split(particles, '|')) {
        element.particles.emplace_back(particle);
      }
      return {};
    } else {
      return {};
    }
  }
}

tl::expected<void, std::string> PatternParser::range(Element& element) {
  const std::string_view inner = take_name("}");
  if (!accept('}')) return Failure("`{` is not closed");
  const auto bounds = split(inner, ',');
  const auto number = [](std::string_view text, std::uint16_t& value) {
    text = trim(text);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
  };
  if (bounds.size() != 2 || !number(bounds[0], element.least) || !number(bounds[1], element.most) ||
      element.least > element.most || element.most > kManyTimes) {
    return Failure("a repeat is {least,most}, most at most 64");
  }
  return {};
}

}  // namespace yeon::ingest::rules
