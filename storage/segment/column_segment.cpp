#include "yeon/storage/column_segment.h"

namespace yeon::storage {
namespace {

constexpr std::size_t kManyArenas = 8;

ColumnType type_for(const Value& value) {
  switch (value.kind()) {
    case Kind::kBoolean:
      return ColumnType::kBoolean;
    case Kind::kInteger:
      return ColumnType::kInteger;
    case Kind::kFloat:
      return ColumnType::kFloat;
    case Kind::kString:
      return ColumnType::kString;
    case Kind::kDate:
      return ColumnType::kDate;
    case Kind::kLocalDateTime:
      return ColumnType::kLocalDateTime;
    default:
      return ColumnType::kMixed;
  }
}

void allocate(ColumnSegment& column, ColumnType type) {
  column.type = type;
  switch (type) {
    case ColumnType::kEmpty:
      return;
    case ColumnType::kBoolean:
      return column.booleans.resize(kGroupSize);
    case ColumnType::kInteger:
    case ColumnType::kDate:
      return column.integers.resize(kGroupSize);
    case ColumnType::kFloat:
      return column.floats.resize(kGroupSize);
    case ColumnType::kString:
      return column.strings.resize(kGroupSize);
    case ColumnType::kLocalDateTime:
    case ColumnType::kMixed:
      return column.values.resize(kGroupSize);
  }
}

void become_mixed(ColumnSegment& column) {
  if (column.type != ColumnType::kLocalDateTime) {
    std::vector<Value> values(kGroupSize);
    column.present.for_each([&](Slot slot) { values[slot] = column.value(slot); });
    column = ColumnSegment{.present = column.present, .values = std::move(values)};
  }
  column.type = ColumnType::kMixed;
}

void rewrite_strings(ColumnSegment& column) {
  auto fresh = std::make_shared<StringArena>();
  column.present.for_each(
      [&](Slot slot) { column.strings[slot] = fresh->add(column.strings[slot]); });
  column.arenas.clear();
  column.arenas.push_back(std::move(fresh));
}

}  // namespace

Value ColumnSegment::value(Slot slot) const {
  if (!present.test(slot)) return {};
  switch (type) {
    case ColumnType::kEmpty:
      return {};
    case ColumnType::kBoolean:
      return Value(booleans[slot] != 0);
    case ColumnType::kInteger:
      return Value(integers[slot]);
    case ColumnType::kDate:
      return Value(Date{integers[slot]});
    case ColumnType::kFloat:
      return Value(floats[slot]);
    case ColumnType::kString:
      return Value(strings[slot]);
    case ColumnType::kLocalDateTime:
    case ColumnType::kMixed:
      return values[slot];
  }
  return {};
}

void ColumnSegment::set(Slot slot, const Value& value) {
  if (value.is_null()) {
    if (!values.empty()) values[slot] = Value();
    return present.reset(slot);
  }
  const ColumnType wanted = type_for(value);
  if (type == ColumnType::kEmpty || (type != wanted && present.none())) {
    *this = ColumnSegment{};
    allocate(*this, wanted);
  } else if (type != wanted && type != ColumnType::kMixed) {
    become_mixed(*this);
  }
  present.set(slot);
  switch (type) {
    case ColumnType::kEmpty:
      return;
    case ColumnType::kBoolean:
      booleans[slot] = value.boolean() ? 1 : 0;
      return;
    case ColumnType::kInteger:
      integers[slot] = value.integer();
      return;
    case ColumnType::kDate:
      integers[slot] = value.date().days;
      return;
    case ColumnType::kFloat:
      floats[slot] = value.floating();
      return;
    case ColumnType::kString:
      if (arenas.empty()) arenas.push_back(std::make_shared<StringArena>());
      strings[slot] = arenas.back()->add(value.string());
      return;
    case ColumnType::kLocalDateTime:
    case ColumnType::kMixed:
      values[slot] = value;
      return;
  }
}

void ColumnSegment::own_arena() {
  if (type != ColumnType::kString) return;
  if (arenas.size() >= kManyArenas) return rewrite_strings(*this);
  arenas.push_back(std::make_shared<StringArena>());
}

std::size_t ColumnSegment::bytes() const noexcept {
  std::size_t total =
      sizeof(ColumnSegment) + booleans.capacity() + integers.capacity() * sizeof(std::int64_t) +
      floats.capacity() * sizeof(double) + strings.capacity() * sizeof(std::string_view) +
      values.capacity() * sizeof(Value);
  for (const auto& arena : arenas) total += arena->bytes();
  if (type == ColumnType::kMixed) total += present.count() * 64;  // what values share, about
  return total;
}

void apply_delta(const ColumnDelta& delta, ColumnSegment& segment) {
  for (const auto& [slot, value] : delta) segment.set(slot, value);
}

}  // namespace yeon::storage
