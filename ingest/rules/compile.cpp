#include <charconv>

#include "analysis/data_file.h"
#include "rules/pattern_parser.h"
#include "rules/program.h"

namespace yeon::ingest::rules {
namespace {

/// Reads a rule file line by line; what belongs to a rule stands indented below it.
class Compiler {
 public:
  explicit Compiler(std::string_view file_name) : file_(file_name) {}

  Status line(const DataLine& line) {
    number_ = line.number;
    const bool indented = line.text.front() == ' ' || line.text.front() == '\t';
    const std::string_view text = trim(line.text);
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view key = text.substr(0, space);
    const std::string_view value = trim(text.substr(space));
    if (indented) return rule_field(key, value);
    if (key == "list") return list(value);
    if (key == "rule") return rule(value);
    return error(fmt::format("`{}` begins nothing; `list` or `rule` does", key));
  }

  Result<ProgramData> finish() {
    for (std::size_t r = 0; r < program_.rules.size(); ++r) {
      if (!program_.patterns[r].empty()) continue;
      return data_error(file_, number_,
                        fmt::format("rule `{}` has no match", program_.rules[r].id));
    }
    return std::move(program_);
  }

 private:
  tl::unexpected<Error> error(std::string_view message) const {
    return data_error(file_, number_, message);
  }

  Status list(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return error("a list is `list NAME = word | word`");
    const std::string name(trim(text.substr(0, equals)));
    const auto known =
        program_.list_names.try_emplace(name, static_cast<std::uint32_t>(program_.lists.size()));
    if (known.second) program_.lists.emplace_back();
    Phrases& phrases = program_.lists[known.first->second];
    for (const std::string_view item : split(text.substr(equals + 1), '|')) {
      const auto words = split_words(item);
      if (words.empty()) return error("a list's item is empty");
      phrases.emplace_back(words.begin(), words.end());
    }
    // Longest first, so that "chief executive officer" is not cut to "chief executive".
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return {};
  }

  Status rule(std::string_view id) {
    if (id.empty()) return error("a rule needs an id");
    for (const Rule& other : program_.rules) {
      if (other.id == id) return error(fmt::format("rule `{}` stands twice", id));
    }
    program_.rules.push_back({std::string(id), {}, {}, {}, 0.7});
    program_.patterns.emplace_back();
    return {};
  }

  Status rule_field(std::string_view key, std::string_view value) {
    if (program_.rules.empty()) return error("this belongs to no rule");
    Rule& rule = program_.rules.back();
    if (key == "match") {
      auto pattern = PatternParser(value, program_).parse();
      if (!pattern) return error(pattern.error());
      program_.patterns.back().push_back(std::move(*pattern));
    } else if (key == "relation") {
      rule.predicate = predicate(value);
      if (!rule.predicate) return error(fmt::format("no relation `{}`", value));
    } else if (key == "modality") {
      rule.modality = modality(value);
      if (!rule.modality) return error(fmt::format("no modality `{}`", value));
    } else if (key == "tag") {
      rule.tag = value;
    } else if (key == "confidence") {
      const auto [end, failed] =
          std::from_chars(value.data(), value.data() + value.size(), rule.confidence);
      if (failed != std::errc() || end != value.data() + value.size() || rule.confidence < 0 ||
          rule.confidence > 1) {
        return error("a confidence is a number from 0 to 1");
      }
    } else {
      return error(fmt::format("a rule has no `{}`", key));
    }
    return {};
  }

  std::string_view file_;
  std::uint32_t number_ = 0;
  ProgramData program_;
};

}  // namespace

Result<ProgramData> compile(std::string_view text, std::string_view file_name) {
  Compiler compiler(file_name);
  for (const DataLine& line : data_lines(text)) {
    const Status done = compiler.line(line);
    if (!done) return tl::unexpected(done.error());
  }
  return compiler.finish();
}

}  // namespace yeon::ingest::rules
