#include "yeon/graph/column.h"

#include "segments/column_data.h"

namespace yeon::graph {
namespace {

constexpr SlotMask kNone{};

static_assert(static_cast<int>(ColumnType::kMixed) ==
              static_cast<int>(storage::ColumnType::kMixed));
static_assert(static_cast<int>(ColumnType::kString) ==
              static_cast<int>(storage::ColumnType::kString));

}  // namespace

Column::Column() = default;
Column::Column(std::shared_ptr<const ColumnData> data) : data_(std::move(data)) {}
Column::Column(const Column&) = default;
Column::Column(Column&&) noexcept = default;
Column& Column::operator=(const Column&) = default;
Column& Column::operator=(Column&&) noexcept = default;
Column::~Column() = default;

ColumnType Column::type() const noexcept {
  if (!data_ || data_->segment.present.none()) return ColumnType::kEmpty;
  return static_cast<ColumnType>(data_->segment.type);
}
const SlotMask& Column::present() const noexcept { return data_ ? data_->segment.present : kNone; }

std::span<const std::uint8_t> Column::booleans() const noexcept { return data_->segment.booleans; }
std::span<const std::int64_t> Column::integers() const noexcept { return data_->segment.integers; }
std::span<const double> Column::floats() const noexcept { return data_->segment.floats; }
std::string_view Column::string(Slot slot) const noexcept { return data_->segment.strings[slot]; }

Value Column::value(Slot slot) const { return data_ ? data_->segment.value(slot) : Value(); }

}  // namespace yeon::graph
