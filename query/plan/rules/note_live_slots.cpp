#include "plan/rules/rules.h"

namespace yeon::query {

void note_live_slots(Plan& plan, std::set<SlotId> outputs) {
  for (std::size_t i = plan.steps.size(); i-- > 0;) {
    Step& step = plan.steps[i];
    step.live.assign(outputs.begin(), outputs.end());
    if (auto* s = std::get_if<Optional>(&step.body)) note_live_slots(*s->plan, outputs);
    if (auto* s = std::get_if<MergeStep>(&step.body)) {
      std::set<SlotId> inner = outputs;
      slots_read(step, inner);
      note_live_slots(*s->match, std::move(inner));
    }
    if (auto* s = std::get_if<ForeachStep>(&step.body)) note_live_slots(*s->plan, {});
    if (auto* s = std::get_if<ApplyStep>(&step.body)) {
      note_live_slots(*s->plan, {s->outputs.begin(), s->outputs.end()});
    }
    if (auto* s = std::get_if<UnionStep>(&step.body)) {
      for (std::size_t p = 0; p < s->parts.size(); ++p) {
        note_live_slots(*s->parts[p], {s->columns[p].begin(), s->columns[p].end()});
      }
    }
    slots_read(step, outputs);
  }
}

}  // namespace yeon::query
