#pragma once

#include "yeon/base/result.h"
#include "yeon/base/value.h"
#include "yeon/storage/bytes.h"

namespace yeon::storage {

// value := kind:u8 payload; the payload of a list is a count and so many values.

/// Whether a value may be a property: everything but maps, nodes, relationships and paths; lists
/// hold no lists and no nulls. Null itself is not stored.
bool storable(const Value& value) noexcept;

/// Requires storable(value) or null.
void encode_value(const Value& value, ByteWriter& out);

/// On malformed input the reader fails and the result is null.
Value decode_value(ByteReader& in);

}  // namespace yeon::storage
