#include "formats/text_table.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "console/width.h"

namespace yeon::tools {

namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastWidth = 6;
constexpr std::string_view kBold = "\x1B[1m";
constexpr std::string_view kFaint = "\x1B[2m";
constexpr std::string_view kPlain = "\x1B[0m";

std::vector<std::size_t> natural_widths(const TextTable& table) {
  std::vector<std::size_t> widths;
  for (const std::string& column : table.columns) {
    widths.push_back(std::max<std::size_t>(1, display_width(column)));
  }
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i].text));
    }
  }
  return widths;
}

// The widest columns lose cells first, so that narrow ones stay whole.
void shrink(std::vector<std::size_t>& widths, std::size_t available) {
  const std::size_t gaps = widths.empty() ? 0 : kGap * (widths.size() - 1);
  std::size_t total = std::accumulate(widths.begin(), widths.end(), gaps);
  while (total > available) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= kLeastWidth) return;
    // Down to the next width below, or as far as needed.
    std::size_t second = kLeastWidth;
    for (const std::size_t width : widths) {
      if (width < *widest) second = std::max(second, width);
    }
    const std::size_t cut = std::max<std::size_t>(1, std::min(*widest - second, total - available));
    *widest -= cut;
    total -= cut;
  }
}

void append_cell(std::string& line, std::string_view text, std::size_t width, bool right,
                 bool last) {
  const std::string cut = fit(text, width);
  const std::string padding(width - std::min(width, display_width(cut)), ' ');
  if (right) line += padding;
  line += cut;
  if (!right && !last) line += padding;
  if (!last) line.append(kGap, ' ');
}

}  // namespace

std::string lay_out(const TextTable& table, const Terminal& terminal) {
  std::vector<std::size_t> widths = natural_widths(table);
  if (terminal.columns > 0) shrink(widths, terminal.columns);
  const std::size_t count = table.columns.size();

  std::string out;
  if (terminal.colours) out += kBold;
  for (std::size_t i = 0; i < count; ++i) {
    append_cell(out, printable(table.columns[i]), widths[i], table.right_aligned[i],
                i + 1 == count);
  }
  if (terminal.colours) out += kPlain;
  out += '\n';
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t cell = 0; cell < widths[i]; ++cell) out += "─";
    if (i + 1 < count) out.append(kGap, ' ');
  }
  out += '\n';
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < count; ++i) {
      const bool faint = terminal.colours && row[i].faint;
      if (faint) out += kFaint;
      append_cell(out, row[i].text, widths[i], table.right_aligned[i], i + 1 == count);
      if (faint) out += kPlain;
    }
    out += '\n';
  }
  return out;
}

}  // namespace yeon::tools
