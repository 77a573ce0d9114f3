#include "yeon/storage/hash.h"

#include <xxhash.h>

namespace yeon::storage {

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
  return XXH64(bytes.data(), bytes.size(), seed);
}

}  // namespace yeon::storage
