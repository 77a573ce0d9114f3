#include "format/number.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace yeon::query {
namespace {

/// The digits and the decimal exponent of a finite number other than 0: 0.d1d2d3... * 10^exponent.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

Decimal decimal_of(double magnitude) {
  char buffer[64];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::scientific);
  const std::string_view written(buffer, static_cast<std::size_t>(end.ptr - buffer));
  const std::size_t e = written.find('e');
  Decimal decimal;
  for (const char c : written.substr(0, e)) {
    if (c != '.') decimal.digits += c;
  }
  const std::string_view power = written.substr(e + 1);
  const std::size_t skip = power.front() == '+' ? 1 : 0;
  std::from_chars(power.data() + skip, power.data() + power.size(), decimal.exponent);
  decimal.exponent += 1;
  return decimal;
}

}  // namespace

std::string float_to_text(double value) {
  if (std::isnan(value)) return "NaN";
  const std::string sign = std::signbit(value) ? "-" : "";
  if (std::isinf(value)) return sign + "Infinity";
  if (value == 0) return sign + "0.0";
  Decimal decimal = decimal_of(std::abs(value));
  std::string& digits = decimal.digits;
  // Plain notation within [10^-3, 10^7), as is customary for Cypher.
  if (decimal.exponent > -3 && decimal.exponent <= 7) {
    if (decimal.exponent <= 0) {
      return sign + "0." + std::string(static_cast<std::size_t>(-decimal.exponent), '0') + digits;
    }
    const auto whole = static_cast<std::size_t>(decimal.exponent);
    if (digits.size() < whole) digits.append(whole - digits.size(), '0');
    const std::string fraction = digits.size() > whole ? digits.substr(whole) : "0";
    return sign + digits.substr(0, whole) + "." + fraction;
  }
  const std::string fraction = digits.size() > 1 ? digits.substr(1) : "0";
  return fmt::format("{}{}.{}E{}", sign, digits.front(), fraction, decimal.exponent - 1);
}

std::optional<double> parse_float(std::string_view text) {
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  const bool negative = text.starts_with('-');
  std::string_view rest = text;
  if (negative || text.starts_with('+')) rest.remove_prefix(1);
  if (rest == "Infinity") {
    const double infinity = std::numeric_limits<double>::infinity();
    return negative ? -infinity : infinity;
  }
  // from_chars also reads "inf" and "nan", which are no numbers here.
  if (rest.empty() || !((rest.front() >= '0' && rest.front() <= '9') || rest.front() == '.')) {
    return std::nullopt;
  }
  double value = 0;
  const auto end = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  if (end.ptr != rest.data() + rest.size()) return std::nullopt;
  if (end.ec != std::errc()) return std::nullopt;
  return negative ? -value : value;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  std::int64_t value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

}  // namespace yeon::query
