#include "korean/details.h"

namespace yeon::ingest::korean {
namespace {

/// The stretch of text, in code points, whose figures belong to a trigger: from the end of the
/// clause before to the end of what is said of it.
TextSpan reach(const Scene& scene, const DetailWish& wish) {
  std::uint32_t first = wish.trigger;
  while (first > 0) {
    const Chunk& before = scene.chunks[first - 1];
    const bool other_clause =
        before.kind == ChunkKind::kVerb &&
        (before.form.ending == Ending::kAnd || before.form.ending == Ending::kBut ||
         before.form.ending == Ending::kFinal || before.form.ending == Ending::kQuote);
    if (other_clause) break;
    --first;
  }
  const std::uint32_t last = std::min(std::max(wish.end, wish.trigger + 1),
                                      static_cast<std::uint32_t>(scene.chunks.size()));
  return {scene.chunks[first].span.start, scene.chunks[last - 1].span.end};
}

bool within(TextSpan inner, TextSpan outer) {
  return inner.start >= outer.start && inner.end <= outer.end + 1;
}

void add_dates(const Scene& scene, TextSpan span, RelationDraft& draft) {
  const bool due = draft.modality == Modality::kPlanned;
  for (const DateExpression& date : scene.quantities.dates) {
    if (date.reporting || !within(date.span, span)) continue;
    const PartialDate day = due ? date.due : date.past;
    const bool ends = draft.modality == Modality::kEnded || (date.until && !due);
    if (ends) {
      draft.valid_to = day;
    } else if (!draft.valid_from || date.from) {
      draft.valid_from = day;
    }
  }
}

// '지난해 9월 두 회사는 ...하고 ...했다': a date before the topic, at the head of the sentence,
// holds for every clause that tells none of its own.
void add_leading_date(const Scene& scene, RelationDraft& draft) {
  if (draft.modality != Modality::kAsserted || draft.valid_from || draft.valid_to) return;
  std::uint32_t topic = 0;
  while (topic < scene.chunks.size() && scene.chunks[topic].grammatical_case() != Case::kTopic) {
    if (scene.chunks[topic].kind == ChunkKind::kVerb) return;
    ++topic;
  }
  if (topic == scene.chunks.size()) return;
  const TextSpan lead{0, scene.chunks[topic].span.start};
  for (const DateExpression& date : scene.quantities.dates) {
    if (!date.reporting && !date.until && within(date.span, lead)) draft.valid_from = date.past;
  }
}

void add_deal(const Scene& scene, const DetailWish& wish, TextSpan span, RelationDraft& draft) {
  Deal deal;
  if (wish.money) {
    std::vector<const MoneyExpression*> sums;
    for (const MoneyExpression& money : scene.quantities.money) {
      if (within(money.span, span)) sums.push_back(&money);
    }
    // Several investors: each its own sum, or else nobody's.
    const bool each = sums.size() == wish.subjects;
    if (!sums.empty() && (wish.subjects == 1 || each)) {
      const MoneyExpression& money = *sums[each ? wish.nth : 0];
      deal.amount = money.amount;
      deal.currency = money.currency;
    }
  }
  if (wish.share) {
    for (const PercentExpression& percent : scene.quantities.percents) {
      if (within(percent.span, span)) deal.stake_percent = percent.percent;
    }
  }
  if (deal.amount || deal.stake_percent) draft.deal = std::move(deal);
}

}  // namespace

void add_details(const Scene& scene, const DetailWish& wish, RelationDraft& draft) {
  const TextSpan span = reach(scene, wish);
  if (wish.dates) {
    add_dates(scene, span, draft);
    add_leading_date(scene, draft);
  }
  if (wish.money || wish.share) add_deal(scene, wish, span, draft);
}

}  // namespace yeon::ingest::korean
