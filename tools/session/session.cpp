#include "session/session.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <limits>

#include "session/fact_procedures.h"

namespace yeon::tools {

namespace {

constexpr std::string_view kInMemory = ":memory:";

Error with_database_hint(Error error, const DatabaseArguments& arguments) {
  if (!error.hint.empty()) return error;
  if (error.type == ErrorType::kNotFound) {
    error.hint = "make one with `yeon ingest`, or with --create";
  } else if (error.type == ErrorType::kLocked && !arguments.read_only) {
    error.hint = "end the other process, or read beside it with --read-only";
  }
  return error;
}

}  // namespace

Result<std::uint64_t> parse_bytes(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  unsigned shift = 0;
  if (unit == "K" || unit == "k") shift = 10;
  if (unit == "M" || unit == "m") shift = 20;
  if (unit == "G" || unit == "g") shift = 30;
  const bool known_unit = unit.empty() || shift > 0;
  if (error != std::errc() || !known_unit ||
      number > (std::numeric_limits<std::uint64_t>::max() >> shift)) {
    return fail(ErrorType::kInvalidInput, fmt::format("{} is no size", text),
                "write a number with K, M or G behind it, such as 512M");
  }
  return number << shift;
}

void add_database_options(CLI::App& app, DatabaseArguments& arguments, DatabaseUse use) {
  app.add_option("--db", arguments.folder, "Folder of the database, or :memory:")
      ->envname("YEON_DB")
      ->required()
      ->type_name("DIR");
  if (use != DatabaseUse::kCreate) {
    app.add_flag("--read-only", arguments.read_only, "Read beside a process that writes");
  }
  if (use == DatabaseUse::kReadOrWrite) {
    app.add_flag("--create", arguments.create, "Make the database where there is none");
  }
  if (use == DatabaseUse::kCreate) arguments.create = true;
  if (use != DatabaseUse::kRead) {
    app.add_option("--durability", arguments.durability,
                   "sync: a commit is on disk when it returns; async: soon after")
        ->check(CLI::IsMember({"sync", "async"}))
        ->type_name("sync|async");
  }
  app.add_option("--memory", arguments.memory, "Bound of the cache, such as 512M")
      ->type_name("SIZE");
}

Result<std::unique_ptr<graph::Database>> open_database(const DatabaseArguments& arguments) {
  graph::DatabaseOptions options;
  options.create_if_missing = arguments.create;
  options.read_only = arguments.read_only;
  options.durability =
      arguments.durability == "async" ? graph::Durability::kAsync : graph::Durability::kSync;
  if (!arguments.memory.empty()) {
    const Result<std::uint64_t> bytes = parse_bytes(arguments.memory);
    if (!bytes) return fail(bytes.error());
    options.memory_bytes = *bytes;
  }
  if (arguments.folder == kInMemory) return graph::Database::open_in_memory(options);
  auto database = graph::Database::open(arguments.folder, options);
  if (!database) return fail(with_database_hint(std::move(database).error(), arguments));
  return database;
}

std::unique_ptr<query::Engine> make_engine(graph::Database& database) {
  auto engine = std::make_unique<query::Engine>(database);
  add_fact_procedures(engine->procedures());
  return engine;
}

Result<Session> Session::open(const DatabaseArguments& arguments) {
  auto database = open_database(arguments);
  if (!database) return fail(std::move(database).error());
  Session session{.database = *std::move(database), .engine = nullptr};
  session.engine = make_engine(*session.database);
  return session;
}

}  // namespace yeon::tools
