#pragma once

#include <cstdint>
#include <string_view>

namespace yeon::storage {

/// xxHash64 of the bytes. The same on every machine and in every release.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed);

}  // namespace yeon::storage
