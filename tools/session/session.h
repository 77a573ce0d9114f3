#pragma once

#include <memory>
#include <string>

#include "yeon/base/result.h"
#include "yeon/graph/database.h"
#include "yeon/query/engine.h"

namespace CLI {
class App;
}

namespace yeon::tools {

/// The options by which every subcommand names its database.
struct DatabaseArguments {
  std::string folder;  ///< or ":memory:"
  bool create = false;
  bool read_only = false;
  std::string durability = "sync";
  std::string memory;  ///< "512M"; empty: a quarter of the machine's
};

/// What a subcommand may do with its database.
enum class DatabaseUse { kRead, kReadOrWrite, kCreate };

/// Declares --db (or YEON_DB) and the rest: --read-only unless the subcommand always writes,
/// --create where writing is a choice, --durability and --memory.
void add_database_options(CLI::App& app, DatabaseArguments& arguments, DatabaseUse use);

Result<std::unique_ptr<graph::Database>> open_database(const DatabaseArguments& arguments);

/// A database with an engine on it that knows every procedure, those of ingest too.
struct Session {
  std::unique_ptr<graph::Database> database;
  std::unique_ptr<query::Engine> engine;

  static Result<Session> open(const DatabaseArguments& arguments);
};

/// An engine on `database` that knows every procedure.
std::unique_ptr<query::Engine> make_engine(graph::Database& database);

/// "64", "64K", "512M", "2G" in bytes.
/// Errors: InvalidInput.
Result<std::uint64_t> parse_bytes(std::string_view text);

}  // namespace yeon::tools
