#include "tck/gherkin.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

// feature  := "Feature:" line {scenario}
// scenario := ("Background:" | "Scenario:" | "Scenario Outline:") name {step} {"Examples:" table}
// step     := keyword text [""" document """ | table]

namespace yeon::tck {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t start = text.find_first_not_of(kBlank);
  if (start == std::string_view::npos) return "";
  return text.substr(start, text.find_last_not_of(kBlank) - start + 1);
}

/// What follows `prefix`; nullopt where the text begins otherwise.
std::optional<std::string_view> after(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return std::nullopt;
  return trimmed(text.substr(prefix.size()));
}

/// The cells of "| a | b |". A backslash escapes a bar, itself, and n for a new line.
std::vector<std::string> read_row(std::string_view line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const char c = line[i];
    const char next = i + 1 < line.size() ? line[i + 1] : '\0';
    if (c == '\\' && (next == '|' || next == '\\' || next == 'n')) {
      cell += next == 'n' ? '\n' : next;
      ++i;
    } else if (c == '|') {
      cells.emplace_back(trimmed(cell));
      cell.clear();
    } else {
      cell += c;
    }
  }
  return cells;
}

struct Block {
  enum class Kind { kBackground, kScenario, kOutline };
  Kind kind = Kind::kScenario;
  std::string name;
  std::vector<Step> steps;
  std::vector<Table> examples;
};

std::string replaced(std::string text, const std::vector<std::string>& names,
                     const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) {
    const std::string mark = fmt::format("<{}>", names[i]);
    std::size_t from = 0;
    for (std::size_t at; (at = text.find(mark, from)) != std::string::npos;) {
      text.replace(at, mark.size(), values[i]);
      from = at + values[i].size();
    }
  }
  return text;
}

Step filled(Step step, const std::vector<std::string>& names,
            const std::vector<std::string>& values) {
  step.text = replaced(std::move(step.text), names, values);
  step.document = replaced(std::move(step.document), names, values);
  for (auto& row : step.table) {
    for (std::string& cell : row) cell = replaced(std::move(cell), names, values);
  }
  return step;
}

class Parser {
 public:
  explicit Parser(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      lines_.push_back(text.substr(0, end));
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
  }

  Result<std::vector<Scenario>> run() {
    for (; at_ < lines_.size(); ++at_) {
      if (Status status = line(trimmed(lines_[at_])); !status) {
        return fail(std::move(status).error());
      }
    }
    return expand();
  }

 private:
  Status refuse(std::string_view why) const {
    return fail(ErrorType::kInvalidInput, fmt::format("line {}: {}", at_ + 1, why));
  }

  Status line(std::string_view text) {
    if (text.empty() || text.front() == '#' || text.front() == '@') return {};
    if (after(text, "Feature:")) return {};
    if (after(text, "Background:")) return open(Block::Kind::kBackground, "");
    if (const auto name = after(text, "Scenario Outline:")) {
      return open(Block::Kind::kOutline, *name);
    }
    if (const auto name = after(text, "Scenario:")) return open(Block::Kind::kScenario, *name);
    if (blocks_.empty()) return {};  // the feature's own description
    Block& block = blocks_.back();
    if (after(text, "Examples:")) {
      block.examples.emplace_back();
      return {};
    }
    if (text.front() == '|') return row(block, text);
    if (text.starts_with("\"\"\"")) return document(block);
    for (const std::string_view keyword : {"Given ", "When ", "Then ", "And ", "But ", "* "}) {
      if (const auto rest = after(text, keyword)) {
        block.steps.push_back(Step{std::string(*rest), "", {}});
        return {};
      }
    }
    return refuse(fmt::format("`{}` is not Gherkin", text));
  }

  Status open(Block::Kind kind, std::string_view name) {
    blocks_.push_back(Block{kind, std::string(name), {}, {}});
    return {};
  }

  Status row(Block& block, std::string_view text) {
    if (!block.examples.empty()) {
      block.examples.back().push_back(read_row(text));
    } else if (!block.steps.empty()) {
      block.steps.back().table.push_back(read_row(text));
    } else {
      return refuse("a table without a step");
    }
    return {};
  }

  Status document(Block& block) {
    if (block.steps.empty()) return refuse("a document without a step");
    const std::size_t indent = lines_[at_].find('"');
    std::string& text = block.steps.back().document;
    for (++at_; at_ < lines_.size(); ++at_) {
      std::string_view content = lines_[at_];
      if (trimmed(content) == "\"\"\"") return {};
      if (content.ends_with('\r')) content.remove_suffix(1);
      const std::size_t blank = std::min(indent, content.find_first_not_of(' '));
      content.remove_prefix(std::min(blank, content.size()));
      if (!text.empty()) text += '\n';
      text += content;
    }
    return refuse("a document without an end");
  }

  std::vector<Scenario> expand() const {
    std::vector<Scenario> scenarios;
    std::vector<Step> background;
    for (const Block& block : blocks_) {
      if (block.kind == Block::Kind::kBackground) {
        background = block.steps;
        continue;
      }
      if (block.kind == Block::Kind::kScenario) {
        scenarios.push_back({block.name, background});
        append(scenarios.back().steps, block.steps);
        continue;
      }
      std::size_t count = 0;
      for (const Table& examples : block.examples) {
        for (std::size_t row = 1; row < examples.size(); ++row) {
          Scenario scenario{fmt::format("{} (example {})",
                                        replaced(block.name, examples[0], examples[row]), ++count),
                            background};
          for (const Step& step : block.steps) {
            scenario.steps.push_back(filled(step, examples[0], examples[row]));
          }
          scenarios.push_back(std::move(scenario));
        }
      }
    }
    return scenarios;
  }

  static void append(std::vector<Step>& steps, const std::vector<Step>& more) {
    steps.insert(steps.end(), more.begin(), more.end());
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace

Result<std::vector<Scenario>> parse_feature(std::string_view text) { return Parser(text).run(); }

Result<std::vector<Feature>> read_features(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end;
       !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".feature") paths.push_back(entry->path());
  }
  if (error) {
    return fail(ErrorType::kIoError,
                fmt::format("{} cannot be read: {}", folder.string(), error.message()));
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Feature> features;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    Result<std::vector<Scenario>> scenarios = parse_feature(text);
    if (!scenarios) {
      return fail(ErrorType::kInvalidInput,
                  fmt::format("{}: {}", path.string(), scenarios.error().message));
    }
    features.push_back({path.parent_path().lexically_relative(folder).string(),
                        path.stem().string(), *std::move(scenarios)});
  }
  return features;
}

}  // namespace yeon::tck
