#include "yeon/storage/batch.h"

#include "engine/batch_impl.h"

namespace yeon::storage {

Batch::Batch() : impl_(std::make_unique<Impl>()) {}
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;
Batch::~Batch() = default;

void Batch::put(Family family, std::string_view key, std::string_view value) {
  impl_->add(Impl::Op::kPut, family, key, value);
}

void Batch::erase(Family family, std::string_view key) {
  impl_->add(Impl::Op::kErase, family, key, {});
}

void Batch::erase_range(Family family, std::string_view low, std::string_view high) {
  impl_->add(Impl::Op::kEraseRange, family, low, high);
}

void Batch::merge(std::string_view segment_key, std::string_view delta) {
  impl_->add(Impl::Op::kMerge, Family::kSegments, segment_key, delta);
}

bool Batch::empty() const noexcept { return impl_->entries.empty(); }
std::size_t Batch::bytes() const noexcept { return impl_->bytes; }

}  // namespace yeon::storage
