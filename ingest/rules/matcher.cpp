#include "rules/program.h"

namespace yeon::ingest::rules {
namespace {

// Enough for any honest pattern over a long sentence; a hostile rule file stops here.
constexpr std::uint32_t kMostSteps = 200'000;

bool ends_clause(const Unit& unit) {
  return !unit.is_mention() &&
         (unit.surface == "." || unit.surface == "!" || unit.surface == "?" || unit.surface == ";");
}

}  // namespace

struct Matcher::Rest {
  const Sequence* elements;
  std::size_t index;
  std::uint32_t begin;
  std::uint16_t count;
  const Rest* rest;
};

bool Matcher::match(const Sequence& pattern, std::uint32_t at, RuleMatch& result) {
  captures_.clear();
  steps_ = 0;
  if (!sequence(pattern, 0, at, nullptr)) return false;
  result.begin = at;
  result.end = end_;
  result.captures = captures_;
  return true;
}

bool Matcher::sequence(const Sequence& elements, std::size_t index, std::uint32_t at,
                       const Rest* rest) {
  if (index == elements.size()) return finish(rest, at);
  return repeat(elements, index, at, at, 0, rest);
}

bool Matcher::finish(const Rest* rest, std::uint32_t at) {
  if (rest == nullptr) {
    end_ = at;
    return true;
  }
  return repeat(*rest->elements, rest->index, at, rest->begin, rest->count, rest->rest);
}

bool Matcher::repeat(const Sequence& elements, std::size_t index, std::uint32_t at,
                     std::uint32_t begin, std::uint16_t count, const Rest* rest) {
  if (++steps_ > kMostSteps) return false;
  const Element& element = elements[index];
  const auto go_on = [&] {
    if (count < element.least) return false;
    if (count > 0 && !particle_fits(element, at)) return false;
    const std::size_t kept = captures_.size();
    if (!element.capture.empty() && count > 0) captures_.push_back({element.capture, begin, at});
    if (sequence(elements, index + 1, at, rest)) return true;
    captures_.resize(kept);
    return false;
  };
  const auto one_more = [&] {
    if (count >= element.most) return false;
    const auto next = static_cast<std::uint16_t>(count + 1);
    if (element.kind == ElementKind::kGroup) {
      const Rest back{&elements, index, begin, next, rest};
      const std::size_t kept = captures_.size();
      for (const Sequence& alternative : element.alternatives) {
        if (sequence(alternative, 0, at, &back)) return true;
        captures_.resize(kept);
      }
      return false;
    }
    if (element.kind == ElementKind::kList && !element.negated) {
      for (const auto& phrase : program_.lists[element.list]) {
        const std::uint32_t end = phrase_end({phrase}, at);
        if (end != at && repeat(elements, index, end, begin, next, rest)) return true;
      }
      return false;
    }
    return one_unit(element, at) && repeat(elements, index, at + 1, begin, next, rest);
  };
  if (element.kind == ElementKind::kGap) return go_on() || one_more();
  return one_more() || go_on();
}

std::uint32_t Matcher::phrase_end(const Phrases& phrases, std::uint32_t at) const {
  for (const auto& phrase : phrases) {
    if (phrase.size() > units_.size() - at) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < phrase.size(); ++i) {
      const Unit& unit = units_[at + i];
      same = !unit.is_mention() && (unit.lemma == phrase[i] || unit.surface == phrase[i]);
    }
    if (same) return at + static_cast<std::uint32_t>(phrase.size());
  }
  return at;
}

bool Matcher::one_unit(const Element& element, std::uint32_t at) const {
  if (at >= units_.size()) return false;
  const Unit& unit = units_[at];
  const auto fits = [&] {
    switch (element.kind) {
      case ElementKind::kWord:
        return !unit.is_mention() && (unit.lemma == element.text || unit.surface == element.text);
      case ElementKind::kSurface:
        return !unit.is_mention() && unit.surface == element.text;
      case ElementKind::kMention:
        return unit.is_mention() && (element.labels >> static_cast<unsigned>(unit.label) & 1U) != 0;
      case ElementKind::kPos:
        return !unit.is_mention() && unit.pos == element.pos;
      case ElementKind::kList:
        return phrase_end(program_.lists[element.list], at) != at;
      case ElementKind::kGap:
        return !ends_clause(unit);
      case ElementKind::kGroup:
        return false;
    }
    return false;
  };
  return fits() != element.negated;
}

bool Matcher::particle_fits(const Element& element, std::uint32_t end) const {
  if (element.particles.empty()) return true;
  const std::string_view particle = units_[end - 1].particle;
  return std::find(element.particles.begin(), element.particles.end(), particle) !=
         element.particles.end();
}

}  // namespace yeon::ingest::rules
