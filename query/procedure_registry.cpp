#include "yeon/query/procedure.h"

namespace yeon::query {

void ProcedureRegistry::add(Procedure procedure) {
  std::string name = procedure.name;
  procedures_.insert_or_assign(std::move(name), std::move(procedure));
}

void ProcedureRegistry::remove(std::string_view name) {
  const auto found = procedures_.find(name);
  if (found != procedures_.end()) procedures_.erase(found);
}

const Procedure* ProcedureRegistry::find(std::string_view name) const {
  const auto found = procedures_.find(name);
  return found == procedures_.end() ? nullptr : &found->second;
}

std::vector<const Procedure*> ProcedureRegistry::all() const {
  std::vector<const Procedure*> out;
  for (const auto& [name, procedure] : procedures_) out.push_back(&procedure);
  return out;
}

}  // namespace yeon::query
