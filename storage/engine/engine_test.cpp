#include "yeon/storage/engine.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>

#include "yeon/storage/column_segment.h"
#include "yeon/storage/segment_key.h"

using namespace yeon;
using namespace yeon::storage;
namespace fs = std::filesystem;

namespace {

/// A folder of the test's own, gone at its end.
struct Folder {
  fs::path path;
  explicit Folder(std::string_view name)
      : path(fs::temp_directory_path() / fmt::format("yeon_engine_{}_{}", name, ::getpid())) {
    fs::remove_all(path);
  }
  ~Folder() { fs::remove_all(path); }
  std::set<std::string> files() const {
    std::set<std::string> names;
    if (!fs::exists(path)) return names;
    for (const auto& entry : fs::directory_iterator(path)) {
      names.insert(fmt::format("{} {}", entry.path().filename().string(), entry.file_size()));
    }
    return names;
  }
};

std::string text(const Engine& engine, Family family, std::string_view key,
                 const EngineSnapshot* snapshot = nullptr) {
  const auto found = engine.get(family, key, snapshot);
  REQUIRE(found);
  return *found ? std::string((*found)->view()) : "(nothing)";
}

void put(Engine& engine, std::string_view key, std::string_view value) {
  Batch batch;
  batch.put(Family::kLedger, key, value);
  REQUIRE(engine.write(batch, true));
}

}  // namespace

TEST_CASE("An engine reads what was written, in a folder and in memory") {
  const Folder folder("reads");
  for (auto* engine : {new std::unique_ptr<Engine>(*Engine::open_in_memory()),
                       new std::unique_ptr<Engine>(*Engine::open(folder.path, {true, false}))}) {
    const std::unique_ptr<std::unique_ptr<Engine>> owner(engine);
    put(**engine, "a", "1");
    const SharedEngineSnapshot before = (*engine)->snapshot();
    put(**engine, "a", "2");
    CHECK(text(**engine, Family::kLedger, "a") == "2");
    CHECK(text(**engine, Family::kLedger, "a", before.get()) == "1");
    CHECK(text(**engine, Family::kJobs, "a") == "(nothing)");
  }
}

TEST_CASE("A folder keeps what was written, over closing and opening") {
  const Folder folder("keeps");
  put(**Engine::open(folder.path, {true, false}), "a", "1");
  CHECK(text(**Engine::open(folder.path, {}), Family::kLedger, "a") == "1");
}

TEST_CASE("Deltas merge into a segment, and a delta that is damaged spoils only its own segment") {
  const auto engine = *Engine::open_in_memory();
  const std::string key = encode(SegmentKey{SegmentKind::kNodeColumn, 1, 2});
  Batch batch;
  batch.merge(key, encode(ColumnDelta{{5, Value("five")}}));
  batch.merge(key, encode(ColumnDelta{{6, Value("six")}, {5, Value()}}));
  batch.merge("broken", "no frame");
  REQUIRE(engine->write(batch, false));
  const auto column = decode_column(text(*engine, Family::kSegments, key));
  REQUIRE(column);
  CHECK(column->present.count() == 1);
  CHECK(column->value(6).string() == "six");
  CHECK(decode_column(text(*engine, Family::kSegments, "broken")).error().type ==
        ErrorType::kCorruption);
}

TEST_CASE("A refusal says why and writes nothing") {
  const Folder folder("refusal");
  const auto refused = [&](EngineOptions options) {
    const auto before = folder.files();
    const auto opened = Engine::open(folder.path, options);
    CHECK(folder.files() == before);
    return opened ? ErrorType::kInternal : opened.error().type;
  };
  CHECK(refused({}) == ErrorType::kNotFound);
  CHECK_FALSE(fs::exists(folder.path));

  fs::create_directory(folder.path);
  CHECK(refused({}) == ErrorType::kNotADatabase);
  std::ofstream(folder.path / "notes.txt") << "someone's notes";
  CHECK(refused({}) == ErrorType::kNotADatabase);
  CHECK(refused({true, false}) == ErrorType::kNotADatabase);
  CHECK(refused({false, true}) == ErrorType::kNotADatabase);

  std::ofstream(folder.path / "YEON") << "yeon database\nformat 99\n";
  CHECK(refused({}) == ErrorType::kFormatVersion);
  CHECK(refused({true, false}) == ErrorType::kFormatVersion);
  CHECK(refused({false, true}) == ErrorType::kFormatVersion);
  std::ofstream(folder.path / "YEON") << "something else";
  CHECK(refused({}) == ErrorType::kNotADatabase);
}

TEST_CASE("A file in place of the folder is no database") {
  const Folder folder("file");
  std::ofstream(folder.path) << "a file";
  CHECK(Engine::open(folder.path, {}).error().type == ErrorType::kNotADatabase);
  CHECK_FALSE(Engine::open(folder.path, {true, false}));
}

TEST_CASE("A second writer is refused, a reader is let in beside the writer") {
  const Folder folder("lock");
  const auto writer = *Engine::open(folder.path, {true, false});
  put(*writer, "a", "1");
  const auto before = folder.files();
  CHECK(Engine::open(folder.path, {}).error().type == ErrorType::kLocked);
  CHECK(Engine::open(folder.path, {true, false}).error().type == ErrorType::kLocked);
  CHECK(folder.files() == before);
  const auto reader = Engine::open(folder.path, {false, true});
  REQUIRE(reader);
  CHECK(text(**reader, Family::kLedger, "a") == "1");
  CHECK(folder.files() == before);
  put(*writer, "a", "2");
  CHECK(text(**reader, Family::kLedger, "a") == "1");
  Batch batch;
  batch.put(Family::kLedger, "b", "1");
  CHECK((*reader)->write(batch, true).error().type == ErrorType::kReadOnly);
}

TEST_CASE("A creation that was interrupted can be done again") {
  const Folder folder("interrupted");
  put(**Engine::open(folder.path, {true, false}), "a", "1");
  fs::rename(folder.path / "YEON", folder.path / "YEON.new");
  CHECK(Engine::open(folder.path, {}).error().type == ErrorType::kNotADatabase);
  CHECK(Engine::open(folder.path, {true, false}));
  CHECK(Engine::open(folder.path, {}));
}

TEST_CASE("A missing or damaged file of the engine is an error, never an empty database") {
  const Folder folder("damaged");
  put(**Engine::open(folder.path, {true, false}), "a", "1");
  fs::remove(folder.path / "CURRENT");
  CHECK_FALSE(Engine::open(folder.path, {}));
  CHECK_FALSE(Engine::open(folder.path, {true, false}));
}
