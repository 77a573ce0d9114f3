#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "yeon/base/value.h"

namespace yeon::storage {

// Keys whose byte order is the order of the values they encode, within one family (numbers,
// strings, dates, ...). No key is a prefix of another key of the same family.
//
// ordered := family:u8 payload
// number  := double:8 rest:2      the double nearest, then (integer - double), so 2^53 + 1 follows
//                                 2^53 and 1 equals 1.0
// string  := bytes, with 0x00 as 0x00 0xff, then 0x00 0x00
// list    := (0x01 ordered)* 0x00

void append_big_endian(std::uint32_t value, std::string& out);
void append_big_endian(std::uint64_t value, std::string& out);
/// Up to eight bytes.
std::uint64_t read_big_endian(std::string_view bytes);

/// Appends the key of a storable value. Equal values (openCypher's `=`) have equal keys.
void append_ordered(const Value& value, std::string& out);

/// Appends the part of a string's key that all strings starting with `prefix` share.
void append_ordered_prefix(std::string_view prefix, std::string& out);

/// The first byte of every key comparable with `value`, so that a range stays in its family.
char ordered_family(const Value& value);

/// The smallest string greater than every string starting with `prefix`; nullopt if there is none.
std::optional<std::string> after_prefix(std::string_view prefix);

}  // namespace yeon::storage
