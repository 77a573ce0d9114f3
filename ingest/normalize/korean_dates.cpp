// date    := [지난|오는] (year [part] | year half | [year] month [part] [day] | rel-month [part]
// [day] | day)
//          | 이날 | 전날 | 어제 | 오늘 | 내일 | 지난주 | 이번 주 | 다음 주 | 연말 | 연내 | 연초
// year    := 지난해 | 올해 | 내년 | 2024년 | 같은 해 ...        half := 상반기 | 하반기 | 3분기
// part    := 초 | 말 | 중순 | 가을 ...
// behind it: 부터, 이후 (from); 까지, 안에 (until)
#include "normalize/calendar.h"
#include "normalize/found.h"
#include "normalize/korean_cursor.h"

namespace yeon::ingest {
namespace {

enum class Bias : std::uint8_t { kNone, kPast, kFuture };

struct Parsed {
  PartialDate past;
  PartialDate due;
};

constexpr Parsed both(const PartialDate& date) { return {date, date}; }

class KoreanDateParser {
 public:
  KoreanDateParser(std::string_view text, std::size_t at, const DateContext& context)
      : cursor_(text, at), published_(context.published), antecedent_(context.antecedent) {}

  std::optional<Parsed> parse() {
    if (auto special = parse_special()) return special;
    take_bias();
    if (auto year = take_year()) return parse_behind_year(*year);
    if (published_.year == 0) return std::nullopt;
    if (auto half = take_half(published_.year)) return half;
    if (has_month(published_)) {
      if (auto month = take_relative_month()) return parse_behind_month(*month);
      if (auto month = cursor_.take_number_with("월")) return parse_bare_month(*month);
      if (auto day = cursor_.take_number_with("일")) return parse_bare_day(*day);
    }
    return std::nullopt;
  }

  KoreanCursor& cursor() noexcept { return cursor_; }

 private:
  std::optional<Parsed> parse_special() {
    if (published_.year == 0) return std::nullopt;
    if (has_day(published_)) {
      if (cursor_.take_any({"이날", "오늘"})) return both(published_);
      if (cursor_.take_any({"전날", "어제"})) return both(add_days(published_, -1));
      if (cursor_.take("내일")) return both(add_days(published_, 1));
      if (cursor_.take_any({"지난주", "지난 주"})) return week(-7);
      if (cursor_.take_any({"이번 주", "이번주"})) return week(0);
      if (cursor_.take_any({"다음 주", "다음주", "내주"})) return week(7);
    }
    if (cursor_.take("연말")) return both(month_of(published_.year, 12));
    if (cursor_.take_any({"연내", "연초"})) return both(year_only(published_.year));
    return std::nullopt;
  }

  // A week is told as its month.
  std::optional<Parsed> week(int days) const {
    const PartialDate day = add_days(published_, days);
    return both(month_of(day.year, day.month));
  }

  void take_bias() {
    if (cursor_.take_any({"지난 ", "앞선 "}))
      bias_ = Bias::kPast;
    else if (cursor_.take_any({"오는 ", "돌아오는 "}))
      bias_ = Bias::kFuture;
  }

  std::optional<std::int32_t> take_year() {
    const KoreanCursor before = cursor_;
    if (const auto year = cursor_.take_number_with("년")) {
      // Four digits are a year of the calendar; 2년, 10년 are spans of time.
      if (*year >= 1000 && *year <= 9999 && !cursor_.rest().starts_with("간")) return year;
      cursor_ = before;
      return take_years_ago();
    }
    if (published_.year == 0) return std::nullopt;
    if (cursor_.take_any({"지지난해", "재작년"})) return published_.year - 2;
    if (cursor_.take_any({"지난해", "작년", "전년도"})) return published_.year - 1;
    if (cursor_.take_any({"올해", "금년"})) return published_.year;
    if (cursor_.take("올 ")) return take_only_before_part(before);
    if (cursor_.take("내후년")) return published_.year + 2;
    if (cursor_.take("내년")) return published_.year + 1;
    if (antecedent_.year != 0) {
      if (cursor_.take_any({"같은 해", "그해", "그 해"})) return antecedent_.year;
      if (cursor_.take("이듬해")) return antecedent_.year + 1;
    }
    return std::nullopt;
  }

  std::optional<std::int32_t> take_years_ago() {
    const KoreanCursor before = cursor_;
    const auto count = cursor_.take_number_with("년 전");
    if (count && *count > 0 && *count < 100 && published_.year != 0)
      return published_.year - *count;
    cursor_ = before;
    return std::nullopt;
  }

  // 올 상반기, 올 3월, 올 가을; 올 alone is also the future of 오다.
  std::optional<std::int32_t> take_only_before_part(const KoreanCursor& before) {
    KoreanCursor ahead = cursor_;
    const bool part =
        ahead.take_any({"상반기", "하반기", "봄", "여름", "가을", "겨울", "초", "연말"}) ||
        ahead.take_number_with("월") || ahead.take_number_with("분기");
    if (part) return published_.year;
    cursor_ = before;
    return std::nullopt;
  }

  std::optional<Parsed> parse_behind_year(std::int32_t year) {
    const KoreanCursor year_end = cursor_;
    cursor_.skip_spaces();
    if (auto half = take_half(year)) return half;
    if (const auto month = cursor_.take_number_with("월"); month && *month >= 1 && *month <= 12) {
      return parse_behind_month(month_of(year, *month));
    }
    if (cursor_.take_any({"연말", "말"})) return both(month_of(year, 12));
    if (cursor_.take_any({"초", "중반", "안", "봄", "여름", "가을", "겨울", "중"})) {
      return both(year_only(year));
    }
    cursor_ = year_end;
    return both(year_only(year));
  }

  /// What happened in a half or quarter is told by its first month, what is due by its last.
  std::optional<Parsed> take_half(std::int32_t year) {
    if (cursor_.take("상반기")) return Parsed{month_of(year, 1), month_of(year, 6)};
    if (cursor_.take("하반기")) return Parsed{month_of(year, 7), month_of(year, 12)};
    const KoreanCursor before = cursor_;
    auto quarter = cursor_.take_number_with("분기");
    if (!quarter) quarter = cursor_.take_number_with("/4분기");
    if (quarter && *quarter >= 1 && *quarter <= 4) {
      return Parsed{month_of(year, *quarter * 3 - 2), month_of(year, *quarter * 3)};
    }
    cursor_ = before;
    return std::nullopt;
  }

  std::optional<PartialDate> take_relative_month() {
    const PartialDate now = month_of(published_.year, published_.month);
    if (cursor_.take_any({"이달", "이번 달", "이번달"})) return now;
    if (bias_ == Bias::kPast && cursor_.take("달 ")) return add_months(now, -1);
    if (cursor_.take_any({"지난달", "전월"})) return add_months(now, -1);
    if (cursor_.take_any({"다음 달", "다음달", "내달"})) return add_months(now, 1);
    if (has_month(antecedent_) && cursor_.take("같은 달")) {
      return month_of(antecedent_.year, antecedent_.month);
    }
    return std::nullopt;
  }

  std::optional<Parsed> parse_behind_month(const PartialDate& month) {
    return both(take_part_or_day(month));
  }

  PartialDate take_part_or_day(const PartialDate& month) {
    const KoreanCursor before = cursor_;
    cursor_.skip_spaces();
    if (cursor_.take_any({"초순", "중순", "하순", "초", "말", "중"})) return month;
    const auto day = cursor_.take_number_with("일");
    if (!day) cursor_ = before;
    // A day the month does not have is a slip of the pen: the month still holds.
    const bool exists = day && *day >= 1 && *day <= days_in_month(month.year, month.month);
    return exists ? day_of(month.year, month.month, *day) : month;
  }

  std::optional<Parsed> parse_bare_month(std::int32_t month) {
    if (month < 1 || month > 12) return std::nullopt;
    const PartialDate this_year = take_part_or_day(month_of(published_.year, month));
    return nearest(this_year, [](PartialDate date, int years) {
      date.year += years;
      return date;
    });
  }

  std::optional<Parsed> parse_bare_day(std::int32_t day) {
    if (day < 1 || day > days_in_month(published_.year, published_.month)) {
      if (bias_ != Bias::kPast || day < 1 || day > 31) return std::nullopt;
    }
    const PartialDate this_month = day_of(published_.year, published_.month, day);
    if (bias_ == Bias::kNone || !has_day(published_)) return both(this_month);
    return nearest(this_month, [](const PartialDate& date, int months) {
      const PartialDate month = add_months(date, months);
      return day_of(month.year, month.month, date.day);
    });
  }

  /// The nearest such date up to, and from, the day of publication.
  template <class Move>
  Parsed nearest(const PartialDate& date, Move move) const {
    PartialDate now = published_;
    if (!has_day(date)) now.day = 0;
    const PartialDate past = date <= now ? date : move(date, -1);
    const PartialDate due = date >= now ? date : move(date, 1);
    if (bias_ == Bias::kPast) return both(past);
    if (bias_ == Bias::kFuture) return both(due);
    return {past, due};
  }

  KoreanCursor cursor_;
  PartialDate published_;
  PartialDate antecedent_;
  Bias bias_ = Bias::kNone;
};

/// Behind 10일: 10일간, 10일 만에, 100일째 are spans of time, and 3월드컵 is no month.
bool is_span_of_time(std::string_view rest) {
  for (const std::string_view sign : {"간", " 간", "째", " 만에", "만에", " 동안", "치 ", " 이내",
                                      " 이상", " 넘게", " 가까이", "여"}) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

/// A date may not begin inside a number (the 5월 of 15월) or a word.
bool may_begin(std::string_view sentence, std::size_t at) {
  if (at == 0) return true;
  const char before = sentence[at - 1];
  if (before >= '0' && before <= '9') return false;
  if (before == '.' && sentence[at] >= '0' && sentence[at] <= '9') return false;
  // 이달, 올해 after a Hangul syllable are parts of words; a digit may follow one (총5월?) rarely.
  return static_cast<unsigned char>(before) < 0x80 || sentence[at] == ' ';
}

bool is_reporting(std::string_view rest) {
  for (const std::string_view particle : {"에 ", "에는 ", " "}) {
    if (!rest.starts_with(particle)) continue;
    rest.remove_prefix(particle.size());
    break;
  }
  for (const std::string_view sign :
       {"밝혔", "밝힌", "전했", "말했", "공시했", "공시한", "알려졌", "보도했", "업계에",
        "관련 업계", "관련업계", "금융감독원", "전자공시", "투자은행", "재계에", "게임업계",
        "반도체업계", "발표했다고"}) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

}  // namespace

std::vector<FoundDate> find_korean_dates(std::string_view sentence, const DateContext& context) {
  std::vector<FoundDate> found;
  DateContext now = context;
  for (std::size_t at = 0; at < sentence.size();) {
    if ((static_cast<unsigned char>(sentence[at]) & 0xC0U) == 0x80U || !may_begin(sentence, at)) {
      ++at;
      continue;
    }
    KoreanDateParser parser(sentence, at, now);
    const auto parsed = parser.parse();
    KoreanCursor& cursor = parser.cursor();
    if (!parsed || is_span_of_time(cursor.rest()) || !is_valid(parsed->past)) {
      ++at;
      continue;
    }
    FoundDate date{.begin = at, .end = cursor.at(), .past = parsed->past, .due = parsed->due};
    KoreanCursor behind = cursor;
    behind.skip_spaces();
    date.from = behind.take_any({"부터", "이후", "이래"});
    date.until = !date.from && behind.take_any({"까지", "안에", "내에", "안으로", "이전"});
    date.reporting = has_day(date.past) && is_reporting(cursor.rest());
    now.antecedent = date.past;
    at = date.end;
    found.push_back(std::move(date));
  }
  return found;
}

}  // namespace yeon::ingest
