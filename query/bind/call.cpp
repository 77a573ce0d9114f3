#include "bind/binder.h"
#include "bind/nearest_name.h"

namespace yeon::query {
namespace {

/// The kinds a procedure's field admits, by the name of its type.
KindSet kinds_of(std::string_view type) {
  const std::string name = lower(type.substr(0, type.find('?')));
  if (name == "integer") return kinds(Kind::kInteger);
  if (name == "float" || name == "number") return kinds(Kind::kInteger, Kind::kFloat);
  if (name == "string") return kinds(Kind::kString);
  if (name == "boolean") return kinds(Kind::kBoolean);
  if (name == "map") return kinds(Kind::kMap);
  if (name == "node") return kinds(Kind::kNode);
  if (name == "relationship") return kinds(Kind::kRelationship);
  if (name == "path") return kinds(Kind::kPath);
  if (name.starts_with("list")) return kinds(Kind::kList);
  return kAnyKind;
}

std::string signature_of(const Procedure& procedure) {
  std::vector<std::string> inputs, outputs;
  for (const Field& f : procedure.inputs) inputs.push_back(f.name + " :: " + f.type);
  for (const Field& f : procedure.outputs) outputs.push_back(f.name + " :: " + f.type);
  return fmt::format("{}({}) :: ({})", procedure.name, fmt::join(inputs, ", "),
                     fmt::join(outputs, ", "));
}

}  // namespace

BoundCall Binder::call(const ast::Call& call, BoundSingleQuery& query,
                       std::vector<std::string>& columns, bool standalone) {
  BoundCall out;
  const Procedure* found = context_.procedures.find(call.procedure);
  if (found == nullptr) {
    std::vector<std::string> names;
    for (const Procedure* p : context_.procedures.all()) names.push_back(p->name);
    error(call.procedure_span, "ProcedureNotFound",
          fmt::format("there is no procedure `{}`", call.procedure),
          did_you_mean(call.procedure, names), ErrorType::kProcedureError);
    return out;
  }
  out.procedure = found;
  call_arguments(call, *found, standalone, out);
  if (failed()) return out;
  call_yields(call, *found, standalone, out);
  out.passes_rows = found->outputs.empty();
  if (call.where) out.where = where(*call.where);
  if (standalone) {
    columns.clear();
    for (const auto& [column, slot] : out.yields) {
      columns.push_back(failed() ? "" : variables_[slot].name);
      query.columns.push_back(slot);
    }
  }
  return out;
}

void Binder::call_arguments(const ast::Call& call, const Procedure& procedure, bool standalone,
                            BoundCall& out) {
  if (!call.explicit_arguments) {
    if (!standalone && !procedure.inputs.empty()) {
      error(call.procedure_span, "InvalidArgumentPassingMode",
            "inside a query the arguments of a procedure must be written", signature_of(procedure));
    }
    for (const Field& field : procedure.inputs) {
      ast::Expression argument;
      argument.kind = ast::ExpressionKind::kParameter;
      argument.text = field.name;
      argument.span = call.procedure_span;
      out.arguments.push_back(expression(argument));
    }
    return;
  }
  std::size_t least = procedure.inputs.size();
  while (least > 0 && procedure.inputs[least - 1].default_value) --least;
  if (call.arguments.size() < least || call.arguments.size() > procedure.inputs.size()) {
    error(call.procedure_span, "InvalidNumberOfArguments",
          fmt::format("`{}` takes {} arguments, not {}", procedure.name, procedure.inputs.size(),
                      call.arguments.size()),
          signature_of(procedure));
    return;
  }
  for (std::size_t i = 0; i < procedure.inputs.size(); ++i) {
    if (i >= call.arguments.size()) {
      ExprPtr constant = std::make_unique<Expr>();
      constant->constant = *procedure.inputs[i].default_value;
      out.arguments.push_back(std::move(constant));
      continue;
    }
    const ast::Expression& syntax = *call.arguments[i];
    if (has_aggregate(syntax)) {
      error(syntax.span, "InvalidAggregation", "an argument of a procedure cannot aggregate",
            "aggregate in a WITH before it");
    }
    ExprPtr argument = expression(syntax);
    if (argument->type.excludes(kinds_of(procedure.inputs[i].type))) {
      error(syntax.span, "InvalidArgumentType",
            fmt::format("`{}` takes {} here", procedure.name, procedure.inputs[i].type),
            signature_of(procedure));
    }
    out.arguments.push_back(std::move(argument));
  }
}

void Binder::call_yields(const ast::Call& call, const Procedure& procedure, bool standalone,
                         BoundCall& out) {
  const bool all = call.yield_star || (!call.has_yield && standalone);
  if (call.yield_star && !standalone) {
    error(call.procedure_span, "UnexpectedSyntax", "YIELD * is for a CALL that stands alone",
          "name the columns");
  }
  const auto add = [&](std::size_t column, const std::string& name, const SourceSpan& span) {
    if (scope_.find(name)) error_already_bound(name, span);
    const KindSet set = kinds_of(procedure.outputs[column].type);
    out.yields.emplace_back(column, declare(name, {set, kAnyKind}));
  };
  if (all) {
    for (std::size_t i = 0; i < procedure.outputs.size(); ++i) {
      add(i, procedure.outputs[i].name, call.procedure_span);
    }
    return;
  }
  for (const ast::YieldItem& item : call.yields) {
    std::size_t column = 0;
    while (column < procedure.outputs.size() && procedure.outputs[column].name != item.column) {
      ++column;
    }
    if (column == procedure.outputs.size()) {
      std::vector<std::string> names;
      for (const Field& f : procedure.outputs) names.push_back(f.name);
      error(item.span, "UndefinedVariable",
            fmt::format("`{}` yields no column `{}`", procedure.name, item.column),
            did_you_mean(item.column, names));
      return;
    }
    add(column, item.name, item.span);
  }
}

}  // namespace yeon::query
