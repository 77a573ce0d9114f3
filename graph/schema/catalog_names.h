#pragma once

#include "schema/name_table.h"
#include "yeon/graph/catalog.h"

namespace yeon::graph {

/// The tables behind every version of one database's catalog. They also hold names of transactions
/// not committed; a version shows the first so many.
struct NameTables {
  NameTable labels;
  NameTable types;
  NameTable keys;
};

/// How many names of each sort a version shows.
struct NameCounts {
  std::uint32_t labels = 0;
  std::uint32_t types = 0;
  std::uint32_t keys = 0;
};

struct Catalog::Names {
  std::shared_ptr<const NameTables> tables;
  NameCounts counts;
};

/// Makes versions of the catalog.
class CatalogBuilder {
 public:
  static Catalog build(std::shared_ptr<const NameTables> tables, const NameCounts& counts);
};

}  // namespace yeon::graph
