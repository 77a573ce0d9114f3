#include "english/conclusions.h"

#include "analysis/data_file.h"

namespace yeon::ingest::english {
namespace {

constexpr std::uint32_t kNone = ThingBuilder::kNone;

bool makes(const Claim& claim) {
  return claim.draft.predicate == Predicate::kDevelops ||
         claim.draft.predicate == Predicate::kPlansToDevelop;
}

std::uint32_t maker_of(const std::vector<Claim>& claims, std::uint32_t goods) {
  for (const Claim& claim : claims) {
    if (makes(claim) && claim.draft.object == goods) return claim.draft.subject;
  }
  return kNone;
}

/// The sentence of a thing's first name outside the headline, if it has one.
std::uint32_t first_sentence(const Article& article, std::uint32_t thing) {
  const auto& names = article.things[thing].names;
  for (const std::uint32_t name : names) {
    if (!article.is_title(article.names[name].sentence)) return article.names[name].sentence;
  }
  return article.names[names.front()].sentence;
}

Claim developed(const Article& article, std::uint32_t maker, std::uint32_t goods,
                std::uint32_t sentence, std::string_view rule) {
  Claim claim;
  claim.draft.subject = maker;
  claim.draft.predicate = Predicate::kDevelops;
  claim.draft.object = goods;
  claim.draft.modality = Modality::kAsserted;
  claim.draft.confidence = 0.65;
  claim.draft.rule = rule;
  claim.draft.sentence = sentence;
  claim.draft.from_title = article.is_title(sentence);
  return claim;
}

/// "Lark" and "Lark 2 mini" come from one maker; "Oakmere Compute" is Oakmere's.
void add_families(const Article& article, std::vector<Claim>& claims) {
  for (std::uint32_t t = 0; t < article.things.size(); ++t) {
    if (!article.is_product(t) || article.things[t].ignored || maker_of(claims, t) != kNone)
      continue;
    const std::string& name = article.things[t].name();
    for (std::uint32_t other = 0; other < article.things.size(); ++other) {
      if (other == t) continue;
      const bool begins = std::any_of(
          article.things[other].spellings.begin(), article.things[other].spellings.end(),
          [&](const std::string& spelling) { return name.starts_with(spelling + " "); });
      if (!begins) continue;
      const bool firm = article.things[other].is(EntityLabel::kFirm) && !name.ends_with(" Cloud");
      const std::uint32_t maker =
          firm ? other : (article.is_product(other) ? maker_of(claims, other) : kNone);
      if (maker == kNone || article.things[maker].ignored) continue;
      claims.push_back(
          developed(article, maker, t, first_sentence(article, t), "en.develop.family"));
      break;
    }
  }
}

/// Who manufactures what another makes supplies that other.
void turn_contract_makers(std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    if (claim.draft.predicate != Predicate::kDevelops || claim.draft.rule != "en.develop.verb")
      continue;
    for (const Claim& other : claims) {
      const bool owner = other.draft.rule == "en.develop.owner" &&
                         other.draft.object == claim.draft.object &&
                         other.draft.subject != claim.draft.subject;
      if (!owner) continue;
      claim.draft.predicate = Predicate::kSuppliesTo;
      claim.draft.object = other.draft.subject;
      claim.draft.rule = "en.supply.contract_maker";
      break;
    }
  }
}

/// "plans to launch its successor, Fen 3": the possessive alone does not make it exist.
void prefer_plans(std::vector<Claim>& claims) {
  const auto planned = [&](const Claim& claim) {
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
      return other.draft.predicate == Predicate::kPlansToDevelop &&
             other.draft.subject == claim.draft.subject && other.draft.object == claim.draft.object;
    });
  };
  std::vector<Claim> kept;
  for (const Claim& claim : claims) {
    const bool owner = claim.draft.predicate == Predicate::kDevelops &&
                       claim.draft.modality == Modality::kAsserted &&
                       claim.draft.rule == "en.develop.owner";
    if (!owner || !planned(claim)) kept.push_back(claim);
  }
  claims = std::move(kept);
}

/// Who resigns or leaves gives up the office told of them.
void end_left_offices(std::vector<Claim>& claims) {
  // Also where the office itself is told to be over: the day of leaving is its end.
  for (Claim& claim : claims) {
    const bool leaves = claim.draft.predicate == Predicate::kWorksFor &&
                        claim.draft.modality == Modality::kEnded &&
                        (claim.draft.rule.starts_with("en.work.leave") ||
                         claim.draft.rule.starts_with("en.work.retire") ||
                         claim.draft.rule.starts_with("en.work.fired"));
    if (!leaves) continue;
    for (Claim& office : claims) {
      const bool same = office.draft.predicate == Predicate::kLeads &&
                        office.draft.subject == claim.draft.subject &&
                        office.draft.object == claim.draft.object &&
                        office.draft.modality != Modality::kPlanned;
      if (!same) continue;
      claim.draft.predicate = Predicate::kLeads;
      claim.draft.title = office.draft.title;
    }
  }
}

}  // namespace

Result<Conclusions> Conclusions::load(const std::filesystem::path& folder) {
  Conclusions conclusions;
  const Result<std::string> makers = read_data_file(folder / "makers.tsv");
  if (!makers) return fail(makers.error());
  for (const DataLine& line : data_lines(*makers)) {
    const auto columns = split(line.text, '\t');
    if (columns.size() != 2)
      return data_error("makers.tsv", line.number, "a maker, a tab and products are wanted");
    for (const std::string_view product : split(columns[1], ',')) {
      conclusions.makers_.emplace(product, columns[0]);
    }
  }
  const Result<std::string> sports = read_data_file(folder / "sports.txt");
  if (!sports) return fail(sports.error());
  for (const DataLine& line : data_lines(*sports)) conclusions.sports_.emplace(trim(line.text));
  return conclusions;
}

void Conclusions::vote(Article& article) const {
  for (Thing& thing : article.things) {
    if (!thing.label() && makers_.contains(thing.name())) thing.vote(EntityLabel::kProduct, 1.5);
  }
}

void Conclusions::add_makers(const Article& article, std::vector<Claim>& claims) const {
  for (std::uint32_t t = 0; t < article.things.size(); ++t) {
    if (!article.is_product(t) || maker_of(claims, t) != kNone) continue;
    // "Gemini 2.0" is a Gemini.
    const std::string& name = article.things[t].name();
    auto found = makers_.find(name);
    for (std::size_t end = name.rfind(' ');
         found == makers_.end() && end != std::string::npos && end > 0;
         end = name.rfind(' ', end - 1)) {
      found = makers_.find(name.substr(0, end));
    }
    if (found == makers_.end()) continue;
    for (std::uint32_t maker = 0; maker < article.things.size(); ++maker) {
      const auto& spellings = article.things[maker].spellings;
      if (!article.is_firm(maker) ||
          std::find(spellings.begin(), spellings.end(), found->second) == spellings.end())
        continue;
      for (const std::uint32_t one : article.things[t].names) {
        const std::uint32_t sentence = article.names[one].sentence;
        const bool together = std::any_of(
            article.things[maker].names.begin(), article.things[maker].names.end(),
            [&](std::uint32_t other) { return article.names[other].sentence == sentence; });
        if (!together) continue;
        claims.push_back(developed(article, maker, t, sentence, "en.develop.known"));
        break;
      }
    }
  }
}

bool Conclusions::is_sport(const Article& article) const {
  constexpr std::size_t kDistinct = 7;
  StringSet seen;
  std::size_t firms = 0;
  for (const Parse& parse : article.parses) {
    for (const Word& word : parse.words) {
      if (sports_.contains(word.lower)) seen.insert(word.lower);
    }
  }
  for (const Thing& thing : article.things) {
    const auto label = thing.label();
    if (label == EntityLabel::kFirm && thing.votes[0] >= 3) ++firms;
  }
  return seen.size() >= kDistinct && seen.size() > firms * 3;
}

void Conclusions::draw(const Article& article, std::vector<Claim>& claims) const {
  if (is_sport(article)) {
    claims.clear();
    return;
  }
  turn_contract_makers(claims);
  end_left_offices(claims);
  prefer_plans(claims);
  add_families(article, claims);
  add_makers(article, claims);
}

}  // namespace yeon::ingest::english
