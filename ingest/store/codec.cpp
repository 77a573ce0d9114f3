#include "store/codec.h"

#include <bit>

namespace yeon::ingest::store {

void RecordWriter::number(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_.push_back(static_cast<char>((value & 0x7F) | 0x80));
    value >>= 7;
  }
  bytes_.push_back(static_cast<char>(value));
}

void RecordWriter::text(std::string_view value) {
  number(value.size());
  bytes_.append(value);
}

void RecordWriter::float64(double value) {
  auto bits = std::bit_cast<std::uint64_t>(value);
  for (int i = 0; i < 8; ++i, bits >>= 8) bytes_.push_back(static_cast<char>(bits & 0xFF));
}

RecordReader::RecordReader(std::string_view bytes, std::uint8_t newest_version)
    : rest_(bytes), newest_(newest_version) {
  if (rest_.empty()) {
    broken_ = true;
    return;
  }
  version_ = static_cast<std::uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  if (version_ == 0 || version_ > newest_) broken_ = true;
}

std::uint64_t RecordReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !broken_; shift += 7) {
    if (rest_.empty()) break;
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if ((byte & 0x80) == 0) return value;
  }
  broken_ = true;
  return 0;
}

std::string RecordReader::text() {
  const std::uint64_t size = number();
  if (broken_ || size > rest_.size()) {
    broken_ = true;
    return {};
  }
  std::string value(rest_.substr(0, size));
  rest_.remove_prefix(size);
  return value;
}

double RecordReader::float64() {
  if (broken_ || rest_.size() < 8) {
    broken_ = true;
    return 0;
  }
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    bits |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(rest_[i])) << (8 * i);
  }
  rest_.remove_prefix(8);
  return std::bit_cast<double>(bits);
}

std::size_t RecordReader::count() {
  const std::uint64_t value = number();
  if (value > rest_.size()) {
    broken_ = true;
    return 0;
  }
  return static_cast<std::size_t>(value);
}

Status RecordReader::finish(std::string_view what) const {
  if (version_ > newest_) {
    return fail(
        ErrorType::kFormatVersion,
        fmt::format("{} was written by a newer program (record version {})", what, version_),
        "use that program, or a newer one");
  }
  if (broken_ || !rest_.empty()) {
    return fail(ErrorType::kCorruption, fmt::format("{} cannot be read back", what),
                "run `yeon check`");
  }
  return {};
}

}  // namespace yeon::ingest::store
