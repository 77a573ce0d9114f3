#include "text/line_kind.h"

#include <optional>

#include "text/dateline.h"
#include "text/published.h"
#include "text/utf8.h"

namespace yeon::ingest {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}
bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return contains(text, part); });
}
bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

bool has_email(std::string_view line) {
  const std::size_t at = line.find('@');
  return at != std::string_view::npos && at > 0 && line[at - 1] != ' ' &&
         line.find('.', at) != std::string_view::npos;
}

/// Whether a line closes as statements do; headlines and captions mostly do not.
bool ends_like_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with("다”") || line.ends_with(".\"") ||
         line.ends_with(".”") || line.ends_with("?\"") || line.ends_with('?') ||
         line.ends_with('!') || line.ends_with(".)");
}

bool is_reporter_line(std::string_view line) {
  if (count_code_points(line) > 60) return false;
  if (line.starts_with("By ") && line.find('.') == std::string_view::npos) return true;
  return contains_any(line, {" 기자", " 특파원", "기자 "}) && !ends_like_sentence(line);
}

bool is_boilerplate(std::string_view line) {
  const std::uint32_t length = count_code_points(line);
  if (has_email(line) && length <= 60) return true;
  if (line == "(끝)" || line == "<끝>" || line == "-끝-" || line == "끝") return true;
  if (contains_any(line, {"저작권자", "무단 전재", "무단전재", "재배포 금지", "All rights reserved",
                          "ⓒ", "Copyright "}))
    return true;
  return starts_with_any(line, {"(Reporting by",
                                "Reporting by",
                                "(Editing by",
                                "Editing by",
                                "Our Standards:",
                                "Sign up",
                                "Subscribe",
                                "Read more",
                                "제보는",
                                "▶",
                                "☞",
                                "※ 저작권",
                                "관련기사",
                                "[관련기사]",
                                "<저작권",
                                "좋아요",
                                "공유",
                                "댓글",
                                "글자크기",
                                "페이스북",
                                "카카오톡",
                                "송고",
                                "#"});
}

bool is_caption(std::string_view line) {
  if (contains_any(line,
                   {"사진=",  "사진 =", "자료사진",    "사진제공",     "사진 제공", "자료 사진",
                    "/사진",  "사진/",  "제공=",       "캡처=",        "[그래픽",   "(그래픽",
                    "DB)",    "DB]",    "File photo",  "file photo",   "REUTERS/",  "Handout",
                    "(Photo", "Photo:", "Courtesy of", "Getty Images)"})) {
    return true;
  }
  return starts_with_any(
             line, {"[사진", "(사진", "▲사진", "Photo ", "FILE PHOTO", "Caption:", "사진:"}) ||
         line.ends_with(" 제공)") || line.ends_with(" 제공]") ||
         line.ends_with("재판매 및 DB 금지]");
}

/// Sections of a site, as its breadcrumb line lists them.
bool is_section_line(std::string_view line) {
  constexpr std::string_view kSections[] = {
      "경제",    "산업",     "사회",      "정치",       "국제",     "문화",    "과학",
      "기술",    "증권",     "금융",      "부동산",     "생활",     "연예",    "스포츠",
      "홈",      "전체기사", "경제단체",  "기업",       "산업일반", "IT",      "IT/과학",
      "IT·과학", "테크",     "전체",      "뉴스",       "최신기사", "건설",    "자동차",
      "바이오",  "게임",     "Business",  "Technology", "Tech",     "Markets", "World",
      "News",    "Home",     "Companies", "Finance",    "Science",  "Economy"};
  if (count_code_points(line) > 40) return false;
  bool any = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" >|", at), line.size());
    const std::string_view word = line.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (std::find(std::begin(kSections), std::end(kSections), word) == std::end(kSections))
      return false;
    any = true;
  }
  return any;
}

class LayoutReader {
 public:
  explicit LayoutReader(const std::vector<Line>& lines) : lines_(lines) {
    layout_.kinds.assign(lines.size(), SentenceKind::kBody);
  }

  Layout read() && {
    std::size_t next = read_title();
    while (next < lines_.size() && read_head_line(next)) ++next;
    for (; next < lines_.size(); ++next) read_body_line(next);
    return std::move(layout_);
  }

 private:
  std::size_t read_title() {
    std::size_t at = 0;
    while (at + 1 < lines_.size() && is_section_line(lines_[at].text)) {
      layout_.kinds[at++] = SentenceKind::kBoilerplate;
    }
    if (lines_.size() - at < 2) return at;
    const std::string_view line = lines_[at].text;
    const Dateline dateline = read_dateline(line);
    const bool statement = dateline.length > 0 && ends_like_sentence(line);
    const bool paragraph = ends_like_sentence(line) && count_code_points(line) > 120;
    if (statement || paragraph || is_date_line(line)) return at;
    layout_.kinds[at] = SentenceKind::kTitle;
    layout_.title = std::string(line);
    return at + 1;
  }

  /// False at the first line of the body.
  bool read_head_line(std::size_t at) {
    const std::string_view line = lines_[at].text;
    if (read_packed_line(at)) return true;
    if (is_date_line(line)) return take_date(at, line);
    if (is_reporter_line(line) && read_dateline(line).length == 0) return take_byline(at, line);
    if (is_boilerplate(line)) return set(at, SentenceKind::kBoilerplate);
    if (is_caption(line)) return set(at, SentenceKind::kCaption);
    if (ends_like_sentence(line) || read_dateline(line).length > 0) return false;
    constexpr std::uint32_t kLongestSource = 20;
    if (count_code_points(line) <= kLongestSource && layout_.source.empty()) {
      layout_.source = std::string(line);
      return set(at, SentenceKind::kByline);
    }
    // A line without an end before any date or byline is a sub-headline; behind those, body.
    const bool head_is_open = layout_.published.empty() && layout_.reporters.empty();
    return head_is_open && at + 1 < lines_.size() ? set(at, SentenceKind::kTitle) : false;
  }

  /// "Paper | 입력 2025-03-19 11:00 | 홍길동 기자 name@paper"
  bool read_packed_line(std::size_t at) {
    const std::string_view line = lines_[at].text;
    if (!contains(line, " | ") || !read_published(line)) return false;
    std::string_view rest = line;
    bool first = true;
    while (!rest.empty()) {
      const std::size_t bar = rest.find(" | ");
      const std::string_view part = strip(rest.substr(0, bar));
      rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 3);
      if (is_date_line(part))
        take_date(at, part);
      else if (is_reporter_line(part))
        take_byline(at, part);
      else if (first)
        layout_.source = std::string(part);
      first = false;
    }
    return set(at, SentenceKind::kByline);
  }

  bool take_date(std::size_t at, std::string_view line) {
    if (const auto published = read_published(line); published && layout_.published.empty()) {
      layout_.published = published->iso;
      layout_.day = published->day;
    }
    return set(at, SentenceKind::kByline);
  }

  bool take_byline(std::size_t at, std::string_view line) {
    for (std::string& name : reporters_in(line)) layout_.reporters.push_back(std::move(name));
    const std::size_t comma = line.find(", ");
    if (line.starts_with("By ") && comma != std::string_view::npos && layout_.source.empty()) {
      layout_.source = std::string(strip(line.substr(comma + 2)));
    }
    return set(at, SentenceKind::kByline);
  }

  void read_body_line(std::size_t at) {
    const std::string_view line = lines_[at].text;
    if (is_boilerplate(line)) {
      set(at, SentenceKind::kBoilerplate);
      take_copyright(line);
    } else if (is_caption(line) && !ends_like_sentence(line)) {
      set(at, SentenceKind::kCaption);
    } else if (is_date_line(line)) {
      take_date(at, line);
    } else if (is_reporter_line(line) && read_dateline(line).length == 0) {
      take_byline(at, line);
    }
  }

  /// "<저작권자(c) 한들통신, 무단 전재 금지>" names the paper.
  void take_copyright(std::string_view line) {
    const std::size_t word = line.find("저작권자");
    if (word == std::string_view::npos || !layout_.source.empty()) return;
    std::string_view rest = line.substr(word + std::string_view("저작권자").size());
    for (const std::string_view sign : {"(c)", "ⓒ", "©", "(C)"}) {
      rest = strip(rest);
      if (rest.starts_with(sign)) rest.remove_prefix(sign.size());
    }
    layout_.source = std::string(strip(rest.substr(0, rest.find_first_of(",.>"))));
  }

  bool set(std::size_t at, SentenceKind kind) {
    layout_.kinds[at] = kind;
    return true;
  }

  const std::vector<Line>& lines_;
  Layout layout_;
};

}  // namespace

Layout lay_out(const std::vector<Line>& lines) { return LayoutReader(lines).read(); }

}  // namespace yeon::ingest
