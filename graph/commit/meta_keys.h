#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yeon/storage/ordered_key.h"

namespace yeon::graph {

// Keys of the meta family: a letter, then an id (big-endian); `format` is the engine's own.
enum class MetaKey : char {
  kLabelName = 'L',          // id:u32 -> record of the name
  kTypeName = 'T',           // id:u32
  kKeyName = 'K',            // id:u32
  kNodeGroup = 'N',          // group:u64 -> NodeGroup
  kRelationshipGroup = 'R',  // group:u64 -> RelationshipGroup
  kLabelCount = 'l',         // label:u32 -> record of u64
  kTypeCount = 't',          // type:u32 -> record of u64
  kNodeCount = 'n',          // 0:u32 -> record of u64
  kRelationshipCount = 'r',  // 0:u32 -> record of u64
  kIndex = 'X',              // id:u32 -> record of a definition
  kNextIndex = 'x',          // 0:u32 -> record of u64
};

template <class Id>
std::string meta_key(MetaKey kind, Id id) {
  std::string key(1, static_cast<char>(kind));
  storage::append_big_endian(id, key);
  return key;
}

/// All keys of a kind lie in [first, second).
inline std::pair<std::string, std::string> meta_range(MetaKey kind) {
  return {std::string(1, static_cast<char>(kind)),
          std::string(1, static_cast<char>(static_cast<char>(kind) + 1))};
}

}  // namespace yeon::graph
