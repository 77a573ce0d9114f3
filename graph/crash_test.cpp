// A process that is killed loses nothing it acknowledged, and leaves no half of a commit.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>

#include "test_folder.h"
#include "yeon/graph/database.h"

extern char** environ;

using namespace yeon;
using namespace yeon::graph;

namespace {

constexpr const char* kFolder = "YEON_CRASH_FOLDER";
constexpr const char* kChild = "A child commits until it is killed";

/// Starts this program again as the child, its standard output in a pipe.
pid_t start_child(const std::filesystem::path& folder, int& output) {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  const std::string only = fmt::format("--test-case={}", kChild);
  const std::string where = fmt::format("{}={}", kFolder, folder.string());
  std::vector<char*> environment;
  for (char** entry = environ; *entry != nullptr; ++entry) environment.push_back(*entry);
  environment.push_back(const_cast<char*>(where.c_str()));
  environment.push_back(nullptr);
  std::string program = "/proc/self/exe";
  std::string no_skip = "--no-skip";
  std::string filter = only;
  char* arguments[] = {program.data(), filter.data(), no_skip.data(), nullptr};
  pid_t child = 0;
  REQUIRE(::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments,
                        environment.data()) == 0);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  output = ends[0];
  return child;
}

/// Reads acknowledged numbers until `enough`, kills the child, and gives the last one it said.
std::int64_t last_acknowledged(pid_t child, int output, std::size_t enough) {
  std::string said;
  char buffer[4096];
  for (;;) {
    const ssize_t length = ::read(output, buffer, sizeof(buffer));
    if (length <= 0) break;
    said.append(buffer, static_cast<std::size_t>(length));
    if (static_cast<std::size_t>(std::count(said.begin(), said.end(), '\n')) >= enough) {
      ::kill(child, SIGKILL);
    }
  }
  ::close(output);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  std::int64_t last = -1;
  std::size_t line = 0;
  for (std::size_t end = said.find('\n'); end != std::string::npos; end = said.find('\n', line)) {
    if (said.compare(line, 4, "ack ") == 0) last = std::atoll(said.c_str() + line + 4);
    line = end + 1;
  }
  return last;
}

}  // namespace

TEST_CASE("A child commits until it is killed" * doctest::skip()) {
  const char* const folder = std::getenv(kFolder);
  if (folder == nullptr) return;
  const auto db = *Database::open(folder, {.create_if_missing = true});
  for (auto number = static_cast<std::int64_t>(db->snapshot().count_nodes() / 2);; ++number) {
    Transaction tx = *db->begin();
    const LabelId label = tx.label("Step");
    const NodeId a = *tx.create_node({&label, 1});
    const NodeId b = *tx.create_node({&label, 1});
    if (!tx.set_property(a, tx.key("number"), Value(number))) return;
    if (!tx.set_property(b, tx.key("number"), Value(number))) return;
    if (!tx.create_relationship(a, tx.type("NEXT"), b)) return;
    if (!tx.put_record(Space::kLedger, "cursor", std::to_string(number))) return;
    if (!tx.commit()) return;
    const std::string line = fmt::format("ack {}\n", number);
    if (::write(1, line.data(), line.size()) < 0) return;
  }
}

TEST_CASE("After kill -9 every acknowledged commit is there and none is half there") {
  const TestFolder folder("crash");
  for (const std::size_t round : {1u, 2u, 3u, 4u, 5u}) {
    CAPTURE(round);
    int output = -1;
    const pid_t child = start_child(folder.path(), output);
    const std::int64_t last = last_acknowledged(child, output, round * 23);
    REQUIRE(last >= 0);
    const auto db = Database::open(folder.path(), {});
    REQUIRE(db);
    const Snapshot now = (*db)->snapshot();
    const std::uint64_t steps = now.count_relationships();
    CHECK(steps >= static_cast<std::uint64_t>(last) + 1);
    CHECK(now.count_nodes() == 2 * steps);
    CHECK(*now.record(Space::kLedger, "cursor") == std::to_string(steps - 1));
    const PropertyKeyId key = *now.catalog().find_key("number");
    const RelationshipTypeId type = *now.catalog().find_type("NEXT");
    for (std::uint64_t step = 0; step < steps; ++step) {
      const RelationshipId id{step};
      const auto record = *now.relationship(id);
      REQUIRE(record);
      CHECK(now.property(record->start, key)->integer() == static_cast<std::int64_t>(step));
      CHECK(now.property(record->end, key)->integer() == static_cast<std::int64_t>(step));
      const Adjacency out = *now.adjacency(group_of(record->start), type, Direction::kOutgoing);
      REQUIRE(out.degree(slot_of(record->start)) == 1);
      CHECK(out.relationships(slot_of(record->start))[0] == id);
      const Adjacency in = *now.adjacency(group_of(record->end), type, Direction::kIncoming);
      REQUIRE(in.degree(slot_of(record->end)) == 1);
      CHECK(in.neighbours(slot_of(record->end))[0] == record->start);
    }
  }
}
