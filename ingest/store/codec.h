#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yeon/base/result.h"

namespace yeon::ingest::store {

/// Builds the bytes of one record.
///
///   record  := version:u8 field*
///   field   := varint (LEB128) | text (varint length, bytes) | float64 (8 bytes, little-endian)
///
/// Storage adds the checksum, so none stands here.
class RecordWriter {
 public:
  explicit RecordWriter(std::uint8_t version) { bytes_.push_back(static_cast<char>(version)); }

  void number(std::uint64_t value);
  void text(std::string_view value);
  void float64(double value);

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads a record back. After the first field that does not fit, every read gives an empty value
/// and finish() tells; so a reader checks once, at its end.
class RecordReader {
 public:
  RecordReader(std::string_view bytes, std::uint8_t newest_version);

  std::uint64_t number();
  std::string text();
  double float64();
  /// A count of things that take at least one byte each; 0 where it exceeds what is left.
  std::size_t count();

  /// Corruption where a field did not fit or bytes are left over; FormatVersion where the record is
  /// newer than this program.
  Status finish(std::string_view what) const;

 private:
  std::string_view rest_;
  std::uint8_t version_ = 0;
  std::uint8_t newest_ = 0;
  bool broken_ = false;
};

}  // namespace yeon::ingest::store
