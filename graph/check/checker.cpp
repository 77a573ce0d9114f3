#include "check/checker.h"

#include "check/snapshot_access.h"
#include "read/decode.h"

namespace yeon::graph {
namespace {

using storage::SegmentKey;
using storage::SegmentKind;

Status decoded(const SegmentKey& key, std::string_view value) {
  const auto outcome = [](const auto& result) { return result ? Status() : fail(result.error()); };
  switch (key.kind) {
    case SegmentKind::kNodeLabels:
      return outcome(storage::decode_labels(value));
    case SegmentKind::kNodeColumn:
    case SegmentKind::kRelationshipColumn:
      return outcome(storage::decode_column(value));
    case SegmentKind::kOutgoing:
    case SegmentKind::kIncoming:
      return outcome(storage::decode_adjacency(value));
    case SegmentKind::kRelationships:
      return outcome(storage::decode_relationships(value));
  }
  return fail(ErrorType::kCorruption, "a segment of an unknown kind");
}

}  // namespace

Result<CheckReport> check(const Snapshot& snapshot, const CheckProgress& progress) {
  return Checker(SnapshotAccess::state(snapshot), progress).run();
}

Result<CheckReport> Checker::run() {
  using Step = Status (Checker::*)();
  for (const Step step :
       {&Checker::check_segments, &Checker::check_nodes, &Checker::check_relationships}) {
    if (Status done = (this->*step)(); !done) return fail(std::move(done).error());
  }
  check_counts();
  for (const IndexInfo& index : state_.indexes()) {
    if (Status done = check_index(index); !done) return fail(std::move(done).error());
  }
  if (Status done = advance(1); !done) return fail(std::move(done).error());
  return std::move(report_);
}

void Checker::problem(std::string line) {
  ++report_.problem_count;
  if (report_.problems.size() < CheckReport::kMostProblems) {
    report_.problems.push_back(std::move(line));
  }
}

Status Checker::failed(const Error& error, std::string_view where) {
  if (error.type != ErrorType::kCorruption && error.type != ErrorType::kFormatVersion) {
    return fail(error);
  }
  problem(fmt::format("{}: {}", where, error.message));
  return {};
}

Status Checker::advance(double done) const {
  if (!progress_ || progress_(done)) return {};
  return fail(ErrorType::kCancelled, "the check was stopped");
}

// Read past the cache, so that it is the stored bytes that are checked.
Status Checker::check_segments() {
  const CommittedState& at = state_.committed();
  Status stopped;
  const Status scanned = at.source->engine->scan(
      storage::Family::kSegments, {}, std::nullopt, at.engine_snapshot.get(),
      [&](std::string_view key, std::string_view value) {
        const auto name = storage::decode_segment_key(key);
        if (name) {
          check_segment(*name, value);
        } else {
          problem("a segment has a key that is none");
        }
        ++report_.segments;
        report_.bytes += value.size();
        if (report_.segments % 1024 == 0) stopped = advance(0);
        return stopped.has_value();
      });
  if (!stopped) return stopped;
  if (scanned) return {};
  return failed(scanned.error(), "reading all segments");
}

void Checker::check_segment(const SegmentKey& key, std::string_view value) {
  const Status opened = decoded(key, value);
  if (opened) return;
  problem(fmt::format("segment of kind {}, name {}, group {}: {}", static_cast<int>(key.kind),
                      key.name, key.group, opened.error().message));
}

void Checker::check_counts() {
  const Counts& kept = state_.committed().counts;
  const auto compare = [&](std::string_view what, std::uint64_t said, std::uint64_t is) {
    if (said != is) problem(fmt::format("{}: the count says {}, there are {}", what, said, is));
  };
  compare("nodes", kept.nodes, found_.nodes);
  compare("relationships", kept.relationships, found_.relationships);
  compare("outgoing ties", found_.relationships, ties_[0]);
  compare("incoming ties", found_.relationships, ties_[1]);
  const Catalog& catalog = state_.catalog();
  for (std::uint32_t i = 0; i < catalog.label_count(); ++i) {
    compare(fmt::format("label `{}`", catalog.name(LabelId{i})), kept.of(LabelId{i}),
            found_.of(LabelId{i}));
  }
  for (std::uint32_t i = 0; i < catalog.type_count(); ++i) {
    compare(fmt::format("type `{}`", catalog.name(RelationshipTypeId{i})),
            kept.of(RelationshipTypeId{i}), found_.of(RelationshipTypeId{i}));
  }
}

}  // namespace yeon::graph
