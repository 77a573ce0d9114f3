#include "yeon/base/value.h"

#include <cmath>

namespace yeon {
namespace {

bool same_lists(const List& a, const List& b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!same(a[i], b[i])) return false;
  }
  return true;
}

bool same_maps(const Map& a, const Map& b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].first != b[i].first || !same(a[i].second, b[i].second)) return false;
  }
  return true;
}

bool same_floats(double a, double b) noexcept { return a == b || (std::isnan(a) && std::isnan(b)); }

}  // namespace

std::string_view name(Kind kind) noexcept {
  switch (kind) {
    case Kind::kNull:
      return "NULL";
    case Kind::kBoolean:
      return "BOOLEAN";
    case Kind::kInteger:
      return "INTEGER";
    case Kind::kFloat:
      return "FLOAT";
    case Kind::kString:
      return "STRING";
    case Kind::kList:
      return "LIST";
    case Kind::kMap:
      return "MAP";
    case Kind::kNode:
      return "NODE";
    case Kind::kRelationship:
      return "RELATIONSHIP";
    case Kind::kPath:
      return "PATH";
    case Kind::kDate:
      return "DATE";
    case Kind::kLocalTime:
      return "LOCAL TIME";
    case Kind::kTime:
      return "TIME";
    case Kind::kLocalDateTime:
      return "LOCAL DATETIME";
    case Kind::kZonedDateTime:
      return "DATETIME";
    case Kind::kDuration:
      return "DURATION";
    case Kind::kPoint:
      return "POINT";
  }
  return "NULL";
}

bool same(const Value& a, const Value& b) noexcept {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::kNull:
      return true;
    case Kind::kBoolean:
      return a.boolean() == b.boolean();
    case Kind::kInteger:
      return a.integer() == b.integer();
    case Kind::kFloat:
      return same_floats(a.floating(), b.floating());
    case Kind::kString:
      return a.string() == b.string();
    case Kind::kList:
      return same_lists(a.list(), b.list());
    case Kind::kMap:
      return same_maps(a.map(), b.map());
    case Kind::kNode:
      return a.node() == b.node();
    case Kind::kRelationship:
      return a.relationship() == b.relationship();
    case Kind::kPath:
      return a.path() == b.path();
    case Kind::kDate:
      return a.date() == b.date();
    case Kind::kLocalTime:
      return a.local_time() == b.local_time();
    case Kind::kTime:
      return a.time() == b.time();
    case Kind::kLocalDateTime:
      return a.local_date_time() == b.local_date_time();
    case Kind::kZonedDateTime:
      return a.zoned_date_time() == b.zoned_date_time();
    case Kind::kDuration:
      return a.duration() == b.duration();
    case Kind::kPoint:
      return a.point() == b.point();
  }
  return false;
}

}  // namespace yeon
