#include <doctest/doctest.h>

#include <random>

#include "functions/operators.h"
#include "functions/testing.h"

namespace yeon::query {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the tables' words

struct Case {
  std::string_view function;
  std::vector<Value> arguments;
  std::string_view expected;
};

void check(const std::vector<Case>& cases) {
  for (std::size_t n = 0; n < cases.size(); ++n) {
    CAPTURE(n);
    CAPTURE(cases[n].function);
    CHECK(answer(cases[n].function, cases[n].arguments) == cases[n].expected);
  }
}

Value made(std::string_view function, std::string_view text) { return *ask(function, {s(text)}); }
Value date(std::string_view text) { return made("date", text); }
Value localtime(std::string_view text) { return made("localtime", text); }
Value time(std::string_view text) { return made("time", text); }
Value local(std::string_view text) { return made("localdatetime", text); }
Value zoned(std::string_view text) { return made("datetime", text); }
Value span(std::string_view text) { return made("duration", text); }

constexpr std::string_view kInvalid = "ArgumentError InvalidArgumentValue";
constexpr std::string_view kWrongType = "TypeError InvalidArgumentType";

}  // namespace

TEST_CASE("dates are read in every ISO form") {
  check({{"date", {s("2015-07-21")}, "2015-07-21"},
         {"date", {s("20150721")}, "2015-07-21"},
         {"date", {s("2015-07")}, "2015-07-01"},
         {"date", {s("201507")}, "2015-07-01"},
         {"date", {s("2015-W30-2")}, "2015-07-21"},
         {"date", {s("2015W302")}, "2015-07-21"},
         {"date", {s("2015-W30")}, "2015-07-20"},
         {"date", {s("2015-202")}, "2015-07-21"},
         {"date", {s("2015202")}, "2015-07-21"},
         {"date", {s("2015-Q2-60")}, "2015-05-30"},
         {"date", {s("2015")}, "2015-01-01"},
         {"date", {s("-0001-02-03")}, "-0001-02-03"},
         {"date", {s("+12345-01-01")}, "+12345-01-01"},
         {"date", {s("2015-02-29")}, kInvalid},
         {"date", {s("2016-02-29")}, "2016-02-29"},
         {"date", {s("2015-W54")}, kInvalid},
         {"date", {s("2015-366")}, kInvalid},
         {"date", {s("")}, kInvalid},
         {"date", {s("2015-07-21x")}, kInvalid},
         {"date", {s("+9999999999-01-01")}, kInvalid}});
}

TEST_CASE("times are read with and without colons, fractions and offsets") {
  check({{"localtime", {s("21:40:32.142")}, "21:40:32.142"},
         {"localtime", {s("214032.142")}, "21:40:32.142"},
         {"localtime", {s("2140")}, "21:40"},
         {"localtime", {s("21")}, "21:00"},
         {"localtime", {s("24:00")}, kInvalid},
         {"localtime", {s("21:4")}, kInvalid},
         {"time", {s("21:40:32.142+0100")}, "21:40:32.142+01:00"},
         {"time", {s("2140-00:00")}, "21:40Z"},
         {"time", {s("22+18:00")}, "22:00+18:00"},
         {"time", {s("22+18:01")}, kInvalid},
         {"time", {s("21:40")}, "21:40Z"},
         {"time", {s("12:00[Europe/London]")}, kInvalid}});
}

TEST_CASE("date-times know zones, also those of long ago and of years to come") {
  check({{"localdatetime", {s("2015-W30-2T214032.142")}, "2015-07-21T21:40:32.142"},
         {"localdatetime", {s("2015202T21")}, "2015-07-21T21:00"},
         {"localdatetime", {s("2015202T")}, kInvalid},
         {"datetime", {s("2015-W30T2140-02")}, "2015-07-20T21:40-02:00"},
         {"datetime",
          {s("2015-07-21T21:40:32.142+0845[Australia/Eucla]")},
          "2015-07-21T21:40:32.142+08:45[Australia/Eucla]"},
         {"datetime",
          {s("2015-07-21T21:40:32.142[Europe/London]")},
          "2015-07-21T21:40:32.142+01:00[Europe/London]"},
         {"datetime",
          {s("1818-07-21T21:40:32.142[Europe/Stockholm]")},
          "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]"},
         {"datetime",
          {s("2050-07-21T12:00[Europe/Stockholm]")},
          "2050-07-21T12:00+02:00[Europe/Stockholm]"},
         {"datetime",
          {s("2050-12-21T12:00[Europe/Stockholm]")},
          "2050-12-21T12:00+01:00[Europe/Stockholm]"},
         {"datetime", {s("2015-07-21T21:40+05:00[Europe/London]")}, kInvalid},
         {"datetime", {s("2015-07-21T21:40[Moon/Crater]")}, kInvalid},
         {"datetime", {s("2015-07-21T21:40[../../etc/passwd]")}, kInvalid}});
}

TEST_CASE("a local time that is skipped moves on, one that comes twice is the earlier") {
  check({{"datetime",
          {s("2017-03-26T02:30[Europe/Stockholm]")},
          "2017-03-26T03:30+02:00[Europe/Stockholm]"},
         {"datetime",
          {s("2017-10-29T02:30[Europe/Stockholm]")},
          "2017-10-29T02:30+02:00[Europe/Stockholm]"},
         {"datetime",
          {s("2017-10-29T02:30+01:00[Europe/Stockholm]")},
          "2017-10-29T02:30+01:00[Europe/Stockholm]"}});
}

TEST_CASE("durations are read with fractions and signs") {
  check({{"duration", {s("P14DT16H12M")}, "P14DT16H12M"},
         {"duration", {s("P5M1.5D")}, "P5M1DT12H"},
         {"duration", {s("P0.75M")}, "P22DT19H51M49.5S"},
         {"duration", {s("PT0.75M")}, "PT45S"},
         {"duration", {s("P2.5W")}, "P17DT12H"},
         {"duration", {s("P12Y5M14DT16H12M70S")}, "P12Y5M14DT16H13M10S"},
         {"duration", {s("P2012-02-02T14:37:21.545")}, "P2012Y2M2DT14H37M21.545S"},
         {"duration", {s("PT-1M-0.001S")}, "PT-1M-0.001S"},
         {"duration", {s("-P1DT-1S")}, "P-1DT1S"},
         {"duration", {s("P")}, kInvalid},
         {"duration", {s("P1DT")}, kInvalid},
         {"duration", {s("P1D2Y")}, kInvalid},
         {"duration", {s("P9223372036854775808Y")}, kInvalid},
         {"duration", {s("P999999999999999999Y")}, "ArithmeticError IntegerOverflow"}});
}

TEST_CASE("durations are made of maps of whole and broken numbers") {
  check({{"duration",
          {m({{"years", i(12)}, {"months", i(5)}, {"days", i(-14)}, {"hours", i(16)}})},
          "P12Y5M-14DT16H"},
         {"duration", {m({{"seconds", i(-2)}, {"milliseconds", i(1)}})}, "PT-1.999S"},
         {"duration", {m({{"seconds", i(-60)}, {"milliseconds", i(-1)}})}, "PT-1M-0.001S"},
         {"duration", {m({{"days", i(1)}, {"milliseconds", i(-1)}})}, "P1DT-0.001S"},
         {"duration", {m({{"months", f(0.1)}, {"days", f(0.1)}})}, "P3DT3H26M54.6S"},
         {"duration", {m({{"fortnights", i(1)}})}, kInvalid},
         {"duration", {m({{"days", s("1")}})}, kWrongType},
         {"duration", {m({{"days", f(1e300)}})}, "ArithmeticError IntegerOverflow"},
         {"duration", {i(1)}, kWrongType}});
}

TEST_CASE("dates are made of the fields of one calendar") {
  check(
      {{"date", {m({{"year", i(1984)}, {"month", i(10)}, {"day", i(11)}})}, "1984-10-11"},
       {"date", {m({{"year", i(1984)}, {"week", i(10)}, {"dayOfWeek", i(3)}})}, "1984-03-07"},
       {"date", {m({{"year", i(1817)}, {"week", i(1)}})}, "1816-12-30"},
       {"date", {m({{"year", i(1984)}, {"ordinalDay", i(202)}})}, "1984-07-20"},
       {"date", {m({{"year", i(1984)}, {"quarter", i(3)}, {"dayOfQuarter", i(45)}})}, "1984-08-14"},
       {"date", {m({{"year", i(1984)}})}, "1984-01-01"},
       {"date", {m({{"month", i(1)}})}, kInvalid},
       {"date", {m({{"year", i(1984)}, {"day", i(1)}})}, kInvalid},
       {"date", {m({{"year", i(1984)}, {"month", i(2)}, {"day", i(30)}})}, kInvalid},
       {"date", {m({{"year", i(1984)}, {"month", i(2)}, {"week", i(3)}})}, kInvalid},
       {"date", {m({{"year", i(1984)}, {"mouth", i(2)}})}, kInvalid},
       {"date", {m({{"year", f(1984)}})}, kWrongType},
       {"date", {m({{"year", null()}})}, "null"},
       {"date", {i(1)}, kWrongType}});
}

TEST_CASE("other temporal values are taken as a base, and fields change it") {
  const Value base = date("1984-11-11");
  const Value paris = zoned("1984-10-11T12:00[Europe/Stockholm]");
  const Value clock = time("12:31:14.645876+01:00");
  check({{"date", {m({{"date", base}, {"year", i(28)}})}, "0028-11-11"},
         {"date", {m({{"date", base}, {"week", i(1)}})}, "1984-01-08"},
         {"date", {m({{"date", base}, {"quarter", i(3)}})}, "1984-08-11"},
         {"date",
          {m({{"date", date("1816-12-31")}, {"year", i(1817)}, {"week", i(2)}})},
          "1817-01-07"},
         {"date", {m({{"date", date("1984-01-31")}, {"month", i(2)}})}, "1984-02-29"},
         {"date", {clock}, kInvalid},
         {"localtime", {base}, kInvalid},
         {"localtime", {m({{"time", clock}, {"second", i(42)}})}, "12:31:42.645876"},
         {"time",
          {m({{"time", clock}, {"second", i(42)}, {"timezone", s("+05:00")}})},
          "16:31:42.645876+05:00"},
         {"time", {m({{"time", localtime("12:00")}, {"timezone", s("+05:00")}})}, "12:00+05:00"},
         {"time", {paris}, "12:00+01:00"},
         {"datetime",
          {m({{"date", base}, {"time", paris}})},
          "1984-11-11T12:00+01:00[Europe/Stockholm]"},
         {"datetime",
          {m({{"datetime", paris},
              {"day", i(28)},
              {"second", i(42)},
              {"timezone", s("Pacific/Honolulu")}})},
          "1984-10-28T01:00:42-10:00[Pacific/Honolulu]"},
         {"datetime", {m({{"date", paris}, {"hour", i(10)}})}, "1984-10-11T10:00Z"},
         {"localdatetime", {m({{"date", base}, {"time", base}})}, kInvalid}});
}

TEST_CASE("subseconds add up, each below the unit above it") {
  const auto clock = [](Map rest) {
    rest.insert(rest.end(), {{"hour", i(12)}, {"minute", i(31)}, {"second", i(14)}});
    return m(std::move(rest));
  };
  check({{"localtime",
          {clock({{"nanosecond", i(789)}, {"millisecond", i(123)}, {"microsecond", i(456)}})},
          "12:31:14.123456789"},
         {"localtime", {clock({{"microsecond", i(645876)}})}, "12:31:14.645876"},
         {"localtime", {clock({{"millisecond", i(1)}, {"microsecond", i(1000)}})}, kInvalid},
         {"localtime", {m({{"minute", i(1)}})}, kInvalid},
         {"localtime", {m({{"hour", i(24)}})}, kInvalid},
         {"datetime",
          {m({{"epochSeconds", i(416779)}, {"nanosecond", i(123456789)}})},
          "1970-01-05T19:46:19.123456789Z"},
         {"datetime", {m({{"epochMillis", i(237821673987)}})}, "1977-07-15T13:34:33.987Z"},
         {"datetime.fromepoch", {i(1), i(-1)}, "1970-01-01T00:00:00.999999999Z"},
         {"datetime.fromepochmillis", {i(-1)}, "1969-12-31T23:59:59.999Z"}});
}

TEST_CASE("the present is one moment, in the zone asked for") {
  check({{"date", {}, "2020-02-03"},
         {"datetime", {}, "2020-02-03T04:05:06.007Z"},
         {"localtime.statement", {s("Asia/Seoul")}, "13:05:06.007"},
         {"date.transaction", {s("-05:00")}, "2020-02-02"},
         {"timestamp", {}, "1580702706007"},
         {"date", {null()}, "null"}});
}

TEST_CASE("truncation keeps the beginning of a unit, and fields set what is smaller") {
  const Value at = zoned("1984-10-11T12:31:14.645876123-01:00");
  check({{"date.truncate", {s("millennium"), date("2017-11-11")}, "2000-01-01"},
         {"date.truncate", {s("century"), date("1984-11-11"), m({{"day", i(2)}})}, "1900-01-02"},
         {"date.truncate", {s("decade"), at}, "1980-01-01"},
         {"date.truncate", {s("weekYear"), date("1984-01-01")}, "1983-01-03"},
         {"date.truncate", {s("quarter"), at}, "1984-10-01"},
         {"date.truncate", {s("week"), at, m({{"dayOfWeek", i(2)}})}, "1984-10-09"},
         {"date.truncate", {s("hour"), at}, kInvalid},
         {"date.truncate", {s("aeon"), at}, kInvalid},
         {"datetime.truncate",
          {s("month"), at, m({{"timezone", s("Europe/Stockholm")}})},
          "1984-10-01T00:00+01:00[Europe/Stockholm]"},
         {"datetime.truncate",
          {s("millisecond"), at, m({{"nanosecond", i(2)}})},
          "1984-10-11T12:31:14.645000002-01:00"},
         {"localdatetime.truncate",
          {s("microsecond"), at, m({{"nanosecond", i(2)}})},
          "1984-10-11T12:31:14.645876002"},
         {"localtime.truncate", {s("day"), at}, "00:00"},
         {"localtime.truncate", {s("minute"), at, m({{"nanosecond", i(2)}})}, "12:31:00.000000002"},
         {"time.truncate", {s("hour"), at, m({{"timezone", s("+01:00")}})}, "12:00+01:00"},
         {"time.truncate", {s("day"), localtime("12:00")}, "00:00Z"},
         {"time.truncate", {s("week"), at}, kInvalid}});
}

TEST_CASE("a duration moves months first, then days, then seconds") {
  const Value x = span("P12Y5M14DT16H13M10.000000002S");
  const Value y = *ask("duration", {m({{"years", f(12.5)},
                                       {"months", f(5.5)},
                                       {"days", f(14.5)},
                                       {"hours", f(16.5)},
                                       {"minutes", f(12.5)},
                                       {"seconds", f(70.5)},
                                       {"nanoseconds", i(3)}})});
  const Value day = date("1984-10-11");
  CHECK(show(op::add(day, x)) == "1997-03-25");
  CHECK(show(op::subtract(day, x)) == "1972-04-27");
  CHECK(show(op::add(day, y)) == "1997-10-11");
  CHECK(show(op::subtract(day, y)) == "1971-10-12");
  CHECK(show(op::add(localtime("12:31:14.000000001"), x)) == "04:44:24.000000003");
  CHECK(show(op::subtract(time("12:31:14.000000001+01:00"), y)) == "02:33:00.499999998+01:00");
  CHECK(show(op::subtract(local("1984-10-11T12:31:14.000000001"), x)) ==
        "1972-04-26T20:18:03.999999999");
  CHECK(show(op::add(date("2024-01-31"), span("P1M"))) == "2024-02-29");
  CHECK(show(op::add(zoned("2017-10-28T12:00[Europe/Stockholm]"), span("P1D"))) ==
        "2017-10-29T12:00+01:00[Europe/Stockholm]");
  CHECK(show(op::add(zoned("2017-10-28T12:00[Europe/Stockholm]"), span("PT24H"))) ==
        "2017-10-29T11:00+01:00[Europe/Stockholm]");
  CHECK(show(op::add(date("+999999999-12-31"), span("P1D"))) == kInvalid);
  CHECK(show(op::add(day, span("P99999999999999Y"))) == "ArithmeticError IntegerOverflow");
  CHECK(show(op::add(day, day)) == kWrongType);
}

TEST_CASE("durations add up and scale, fractions moving to smaller units") {
  const Value x = span("P12Y5M14DT16H13M10.000000001S");
  CHECK(show(op::add(x, x)) == "P24Y10M28DT32H26M20.000000002S");
  CHECK(show(op::subtract(x, x)) == "PT0S");
  CHECK(show(op::multiply(x, i(2))) == "P24Y10M28DT32H26M20.000000002S");
  CHECK(show(op::multiply(f(0.5), x)) == "P6Y2M22DT13H21M8S");
  CHECK(show(op::divide(x, i(2))) == "P6Y2M22DT13H21M8S");
  CHECK(show(op::divide(x, f(0.5))) == "P24Y10M28DT32H26M20.000000002S");
  CHECK(show(op::divide(x, i(0))) == "ArithmeticError DivisionByZero");
  CHECK(show(op::negate(span("PT1.5S"))) == "PT-1.5S");
}

TEST_CASE("differences are said in months, days and seconds, or in one of them") {
  const Value at = local("2015-07-21T21:40:32.142");
  check({{"duration.between", {date("1984-10-11"), date("2015-06-24")}, "P30Y8M13D"},
         {"duration.between", {at, date("2015-06-24")}, "P-27DT-21H-40M-32.142S"},
         {"duration.between",
          {time("14:30"), zoned("2015-07-21T21:40:32.142+0100")},
          "PT6H10M32.142S"},
         {"duration.between",
          {zoned("2014-07-21T21:40:36.143+0200"), time("16:30+0100")},
          "PT-4H-10M-36.143S"},
         {"duration.between",
          {zoned("2017-10-28T23:00+02:00[Europe/Stockholm]"),
           zoned("2017-10-29T04:00+01:00[Europe/Stockholm]")},
          "PT6H"},
         {"duration.between",
          {date("-999999999-01-01"), date("+999999999-12-31")},
          "P1999999998Y11M30D"},
         {"duration.inmonths", {date("2018-03-11"), date("2016-06-24")}, "P-1Y-8M"},
         {"duration.inmonths",
          {date("2018-07-21"), zoned("2016-07-21T21:40:32.142+0100")},
          "P-1Y-11M"},
         {"duration.indays", {date("1984-10-11"), date("2015-06-24")}, "P11213D"},
         {"duration.indays", {localtime("14:30"), date("2015-06-24")}, "PT0S"},
         {"duration.inseconds", {localtime("12:44:54.7"), localtime("12:34:55.3")}, "PT-9M-59.4S"},
         {"duration.inseconds",
          {zoned("2017-10-29T00:00[Europe/Stockholm]"), date("2017-10-30")},
          "PT25H"},
         {"duration.between", {i(1), at}, kWrongType}});
}

TEST_CASE("components") {
  struct Part {
    Value value;
    std::string_view name;
    std::string_view expected;
  };
  const Value at = zoned("1984-11-11T12:31:14.645876123[Europe/Stockholm]");
  const Value length = span("P1Y4M10DT1H1M1.111111111S");
  const Part parts[] = {
      {date("1984-01-01"), "weekYear", "1983"},
      {date("1984-01-01"), "week", "52"},
      {date("1984-01-01"), "weekDay", "7"},
      {at, "dayOfQuarter", "42"},
      {at, "ordinalDay", "316"},
      {at, "microsecond", "645876"},
      {at, "timezone", "'Europe/Stockholm'"},
      {at, "offset", "'+01:00'"},
      {at, "offsetMinutes", "60"},
      {at, "epochMillis", "469020674645"},
      {length, "quarters", "5"},
      {length, "monthsOfYear", "4"},
      {length, "daysOfWeek", "3"},
      {length, "minutes", "61"},
      {length, "nanoseconds", "3661111111111"},
      {length, "millisecondsOfSecond", "111"},
      {span("PT-23H-59M-59.9S"), "seconds", "-86400"},
      {date("1984-01-01"), "hour", kWrongType},
      {zoned("+999999999-01-01"), "epochMillis", "null"},
      {span("P1DT999999999999S"), "nanoseconds", "null"},
  };
  for (const Part& part : parts) {
    CAPTURE(part.name);
    CHECK(show(op::component(part.value, part.name)) == part.expected);
  }
}

TEST_CASE(
    "whatever the text, it is read or refused, and what is read can be written and read again") {
  constexpr std::string_view kSeeds[] = {"2015-07-21T21:40:32.142+0845[Australia/Eucla]",
                                         "-999999999-W30-2T214032.142Z",
                                         "2015202T21+18:00",
                                         "P12Y5M14DT16H12M70.5S",
                                         "P2012-02-02T14:37:21.545",
                                         "21:40:32.142-01"};
  constexpr std::string_view kAlphabet = "0123456789-+:.TWPQZYMDHS[]/e ";
  std::mt19937 random(1);
  std::size_t read_back = 0;
  for (int n = 0; n < 20'000; ++n) {
    std::string text(kSeeds[random() % std::size(kSeeds)]);
    for (unsigned edits = random() % 4; edits > 0; --edits) {
      text[random() % text.size()] = kAlphabet[random() % kAlphabet.size()];
    }
    text.resize(text.size() - random() % 3);
    for (const char* function :
         {"date", "localtime", "time", "localdatetime", "datetime", "duration"}) {
      const Result<Value> value = ask(function, {s(text)});
      if (!value) continue;
      CAPTURE(text);
      const std::string written = to_text(*value, QueryResult());
      CHECK(answer(function, {s(written)}) == written);
      ++read_back;
    }
  }
  CHECK(read_back > 1'000);
}

}  // namespace yeon::query
