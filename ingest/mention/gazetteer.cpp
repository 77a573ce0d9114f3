#include "mention/gazetteer.h"

#include <map>

#include "analysis/data_file.h"
#include "analysis/points.h"

namespace yeon::ingest {
namespace {

Status read_entries(const std::filesystem::path& file, std::vector<GazetteerEntry>& entries) {
  const Result<std::string> text = read_data_file(file);
  if (!text) return tl::unexpected(text.error());
  const std::string shown = file.filename().string();
  bool header = true;
  for (const DataLine& line : data_lines(*text)) {
    if (std::exchange(header, false)) continue;
    const auto cells = split(line.text, '\t');
    if (cells.size() < 3) return data_error(shown, line.number, "needs label, name, canonical");
    const auto label = entity_label(cells[0]);
    if (!label) return data_error(shown, line.number, fmt::format("no label `{}`", cells[0]));
    if (cells[1].empty() || cells[2].empty()) {
      return data_error(shown, line.number, "name and canonical must not be empty");
    }
    const std::string_view flags = cells.size() > 3 ? cells[3] : std::string_view();
    entries.push_back({*label, to_points(cells[1]), std::string(cells[2]), flags == "ambiguous"});
  }
  return {};
}

}  // namespace

Gazetteer::Gazetteer(std::vector<GazetteerEntry> entries) : entries_(std::move(entries)) {
  std::map<std::u32string_view, std::vector<std::uint32_t>> by_name;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) by_name[entries_[i].name].push_back(i);
  std::vector<std::u32string> patterns;
  for (const auto& [name, indices] : by_name) {
    patterns.emplace_back(name);
    same_name_begin_.push_back(static_cast<std::uint32_t>(same_name_.size()));
    same_name_.insert(same_name_.end(), indices.begin(), indices.end());
  }
  same_name_begin_.push_back(static_cast<std::uint32_t>(same_name_.size()));
  automaton_ = AhoCorasick::build(patterns);
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    if (file.path().extension() == ".tsv") files.push_back(file.path());
  }
  if (error || files.empty()) {
    return fail(ErrorType::kNotFound, fmt::format("no gazetteers in `{}`", folder.string()),
                "give the folder that holds yeon's gazetteers and rules");
  }
  std::sort(files.begin(), files.end());
  std::vector<GazetteerEntry> entries;
  for (const auto& file : files) {
    const Status read = read_entries(file, entries);
    if (!read) return tl::unexpected(read.error());
  }
  return Gazetteer(std::move(entries));
}

void Gazetteer::find(std::u32string_view text, std::vector<GazetteerHit>& hits) const {
  automaton_.find(text, [&](AhoCorasick::Hit hit) {
    for (std::uint32_t i = same_name_begin_[hit.pattern]; i < same_name_begin_[hit.pattern + 1];
         ++i) {
      const auto length = static_cast<std::uint32_t>(entries_[same_name_[i]].name.size());
      hits.push_back({same_name_[i], hit.end - length, hit.end});
    }
  });
}

std::span<const std::uint32_t> Gazetteer::lookup(std::u32string_view name) const {
  const auto pattern = automaton_.exact(name);
  if (!pattern) return {};
  return std::span(same_name_)
      .subspan(same_name_begin_[*pattern],
               same_name_begin_[*pattern + 1] - same_name_begin_[*pattern]);
}

}  // namespace yeon::ingest
