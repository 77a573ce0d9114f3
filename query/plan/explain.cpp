#include <limits>

#include "plan/plan.h"
#include "plan/show_expr.h"

namespace yeon::query {
namespace {

class Explainer {
 public:
  Explainer(const StatementPlan& plan, const std::function<std::string(const Step&)>& note)
      : plan_(plan), note_(note) {}

  void steps(const Plan& plan, std::size_t indent) {
    for (auto step = plan.steps.rbegin(); step != plan.steps.rend(); ++step) {
      const std::size_t rows = static_cast<std::size_t>(step->rows + 0.5);
      const std::string what =
          std::visit([&](const auto& body) { return describe(body); }, step->body);
      text_ += fmt::format("{}{} ~{}{}\n", std::string(indent * 2, ' '), what, rows,
                           note_ ? note_(*step) : "");
      if (const auto* s = std::get_if<Optional>(&step->body)) steps(*s->plan, indent + 1);
      if (const auto* s = std::get_if<MergeStep>(&step->body)) steps(*s->match, indent + 1);
      if (const auto* s = std::get_if<ForeachStep>(&step->body)) steps(*s->plan, indent + 1);
      if (const auto* s = std::get_if<ApplyStep>(&step->body)) steps(*s->plan, indent + 1);
      if (const auto* s = std::get_if<UnionStep>(&step->body)) {
        for (const auto& part : s->parts) steps(*part, indent + 1);
      }
    }
  }

  std::string take() { return std::move(text_); }

 private:
  std::string slot(SlotId id) const { return show_slot(id, plan_.variables); }
  std::string expr(const ExprPtr& e) const { return e ? show_expr(*e, plan_.variables) : "null"; }

  static std::string labels(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += ":" + name;
    return out;
  }
  static std::string arrow(Way way, const std::vector<std::string>& types, std::string_view name,
                           std::string_view range = {}) {
    std::string inner(name);
    if (!types.empty()) inner += fmt::format(":{}", fmt::join(types, "|"));
    inner += range;
    return fmt::format("{}[{}]{}", way == Way::kIncoming ? "<-" : "-", inner,
                       way == Way::kOutgoing ? "->" : "-");
  }

  std::string describe(const NodeScan& s) const {
    return fmt::format("NodeScan ({}{})", slot(s.slot), labels(s.labels));
  }
  std::string describe(const IndexSeek& s) const {
    return fmt::format("IndexSeek ({}:{} {{{}: {}}})", slot(s.slot), s.label, s.key, expr(s.value));
  }
  std::string describe(const Expand& s) const {
    return fmt::format("{} ({}){}({}{})", s.into ? "ExpandInto" : "Expand", slot(s.from),
                       arrow(s.way, s.types, slot(s.relationship)), slot(s.to),
                       labels(s.to_labels));
  }
  std::string describe(const ExpandVariable& s) const {
    const bool open = s.high == std::numeric_limits<std::uint64_t>::max();
    const std::string range =
        open ? fmt::format("*{}..", s.low) : fmt::format("*{}..{}", s.low, s.high);
    const std::string_view kind = s.selector == ast::PathSelector::kAll        ? "ExpandVariable"
                                  : s.selector == ast::PathSelector::kShortest ? "ShortestPath"
                                                                               : "AllShortestPaths";
    return fmt::format("{} ({}){}({}{})", kind, slot(s.from),
                       arrow(s.way, s.types, slot(s.relationships), range), slot(s.to),
                       labels(s.to_labels));
  }
  std::string describe(const ProjectEndpoints& s) const {
    return fmt::format("ProjectEndpoints ({}){}({})", slot(s.from),
                       arrow(s.way, s.types, slot(s.relationship)), slot(s.to));
  }
  std::string describe(const BuildPath& s) const { return "BuildPath " + slot(s.slot); }
  std::string describe(const Filter& s) const { return "Filter " + expr(s.predicate); }
  std::string describe(const Optional&) const { return "Optional"; }
  std::string describe(const UnwindStep& s) const {
    return fmt::format("Unwind {} AS {}", expr(s.list), slot(s.slot));
  }
  std::string describe(const Project& s) const {
    std::vector<std::string> parts;
    for (const BoundItem& i : s.items) {
      parts.push_back(fmt::format("{} AS {}", expr(i.expr), slot(i.slot)));
    }
    return fmt::format("Project {}", fmt::join(parts, ", "));
  }
  std::string describe(const AggregateStep& s) const {
    std::vector<std::string> parts;
    for (const BoundItem& i : s.keys) parts.push_back(expr(i.expr));
    for (const BoundAggregation& a : s.aggregations) {
      std::vector<std::string> arguments;
      for (const ExprPtr& e : a.arguments) arguments.push_back(expr(e));
      if (arguments.empty()) arguments.emplace_back("*");
      parts.push_back(fmt::format("{}({}{})", a.aggregate->name, a.distinct ? "DISTINCT " : "",
                                  fmt::join(arguments, ", ")));
    }
    return fmt::format("Aggregate {}", fmt::join(parts, ", "));
  }
  std::string describe(const Distinct& s) const {
    std::vector<std::string> parts;
    for (const SlotId id : s.slots) parts.push_back(slot(id));
    return fmt::format("Distinct {}", fmt::join(parts, ", "));
  }
  std::string describe(const Sort& s) const {
    std::vector<std::string> parts;
    for (const BoundSort& b : s.by) parts.push_back(expr(b.expr) + (b.descending ? " DESC" : ""));
    const std::string by = fmt::format("{}", fmt::join(parts, ", "));
    return s.limit ? fmt::format("TopK {} LIMIT {}", by, expr(s.limit)) : "Sort " + by;
  }
  std::string describe(const Skip& s) const { return "Skip " + expr(s.count); }
  std::string describe(const Limit& s) const { return "Limit " + expr(s.count); }
  std::string describe(const CreateStep&) const { return "Create"; }
  std::string describe(const MergeStep&) const { return "Merge"; }
  std::string describe(const SetStep&) const { return "Set"; }
  std::string describe(const DeleteStep& s) const { return s.detach ? "DetachDelete" : "Delete"; }
  std::string describe(const ForeachStep&) const { return "Foreach"; }
  std::string describe(const CallStep& s) const { return "Call " + s.procedure->name; }
  std::string describe(const ApplyStep&) const { return "Apply"; }
  std::string describe(const UnionStep& s) const { return s.distinct ? "Union" : "UnionAll"; }
  std::string describe(const Barrier&) const { return "Barrier"; }
  std::string describe(const NodeCount& s) const {
    return fmt::format("NodeCount {}", s.label ? ":" + *s.label : "*");
  }
  std::string describe(const RelationshipCount& s) const {
    return fmt::format("RelationshipCount {}", s.types.empty() ? "*" : labels(s.types));
  }
  std::string describe(const DegreeSum& s) const {
    return fmt::format("DegreeSum ({}){}()", slot(s.from), arrow(s.way, s.types, ""));
  }

  const StatementPlan& plan_;
  const std::function<std::string(const Step&)>& note_;
  std::string text_;
};

}  // namespace

std::string explain(const StatementPlan& plan,
                    const std::function<std::string(const Step&)>& note) {
  Explainer explainer(plan, note);
  explainer.steps(plan.plan, 0);
  return explainer.take();
}

}  // namespace yeon::query
