#include "rules/rule_set.h"

#include "analysis/data_file.h"
#include "rules/program.h"

namespace yeon::ingest {

RuleSet::RuleSet(std::unique_ptr<const Program> program) : program_(std::move(program)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

Result<RuleSet> RuleSet::load(const std::filesystem::path& file) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return tl::unexpected(text.error());
  return parse(*text, file.filename().string());
}

Result<RuleSet> RuleSet::parse(std::string_view text, std::string_view file_name) {
  Result<rules::ProgramData> data = rules::compile(text, file_name);
  if (!data) return tl::unexpected(data.error());
  auto program = std::make_unique<Program>();
  program->data = std::move(*data);
  return RuleSet(std::move(program));
}

void RuleSet::find(std::span<const Unit> units, std::vector<RuleMatch>& matches) const {
  rules::Matcher matcher(program_->data, units);
  for (std::uint32_t r = 0; r < program_->data.rules.size(); ++r) {
    for (const rules::Sequence& pattern : program_->data.patterns[r]) {
      for (std::uint32_t at = 0; at < units.size(); ++at) {
        RuleMatch match;
        if (!matcher.match(pattern, at, match)) continue;
        match.rule = r;
        matches.push_back(std::move(match));
      }
    }
  }
}

const Rule& RuleSet::rule(std::uint32_t index) const { return program_->data.rules[index]; }
std::size_t RuleSet::size() const noexcept { return program_->data.rules.size(); }

}  // namespace yeon::ingest
