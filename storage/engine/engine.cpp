#include "yeon/storage/engine.h"

#include <rocksdb/db.h>
#include <rocksdb/env.h>

#include "engine/batch_impl.h"
#include "engine/identity.h"
#include "engine/rocks_options.h"
#include "yeon/storage/bytes.h"
#include "yeon/storage/frame.h"

namespace yeon::storage {
namespace {

constexpr int kReadOnlyRetries = 5;

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view view(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }

tl::unexpected<Error> failed(const rocksdb::Status& status, std::string_view doing) {
  const std::string message = fmt::format("{}: {}", doing, status.ToString());
  if (status.IsCorruption()) {
    return fail(ErrorType::kCorruption, message, "run `yeon check`, or restore a backup");
  }
  if (status.IsIOError() && status.subcode() == rocksdb::Status::kNoSpace) {
    return fail(ErrorType::kIoError, message, "free disk space and try again");
  }
  if (status.IsBusy() || status.ToString().find("lock ") != std::string::npos) {
    return fail(ErrorType::kLocked, message,
                "wait for the other process to end, or open the database read-only");
  }
  return fail(ErrorType::kIoError, message);
}

}  // namespace

struct Engine::Impl {
  std::unique_ptr<rocksdb::Env> memory;  // owns the files of a database in memory
  Identity identity;
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  bool read_only = false;
  bool keep_log = true;

  ~Impl() {
    if (!db) return;
    if (!read_only && keep_log) flush();
    for (rocksdb::ColumnFamilyHandle* handle : families) db->DestroyColumnFamilyHandle(handle);
    db->Close();
  }

  // So that the next opening replays no log. What a flush cannot write, the log still holds.
  void flush() { db->Flush(rocksdb::FlushOptions(), families); }

  rocksdb::ColumnFamilyHandle* handle(Family family) const {
    return families[static_cast<std::size_t>(family)];
  }

  Status open(const std::string& path, bool create) {
    const bool in_memory = memory != nullptr;
    rocksdb::Env* env = in_memory ? memory.get() : rocksdb::Env::Default();
    rocksdb::DBOptions options = database_options(env, in_memory, read_only);
    options.create_if_missing = create;
    options.create_missing_column_families = create;
    rocksdb::DB* opened = nullptr;
    const auto descriptors = family_descriptors(in_memory);
    const rocksdb::Status status =
        read_only ? rocksdb::DB::OpenForReadOnly(options, path, descriptors, &families, &opened)
                  : rocksdb::DB::Open(options, path, descriptors, &families, &opened);
    if (!status.ok()) return failed(status, fmt::format("cannot open {}", path));
    db.reset(opened);
    return {};
  }

  Status write_format() {
    ByteWriter body;
    body.u32(kFormatVersion);
    rocksdb::WriteOptions options;
    options.sync = keep_log;
    options.disableWAL = !keep_log;
    const rocksdb::Status status = db->Put(options, handle(Family::kMeta), slice(kFormatKey),
                                           make_frame(FrameKind::kRecord, 1, body.view()));
    if (!status.ok()) return failed(status, "cannot write the format");
    return {};
  }

  Status check_format() {
    std::string bytes;
    const rocksdb::Status status =
        db->Get(rocksdb::ReadOptions(), handle(Family::kMeta), slice(kFormatKey), &bytes);
    if (!status.ok()) return failed(status, "cannot read the format");
    const Result<Frame> frame = open_frame(bytes, FrameKind::kRecord);
    if (!frame) return fail(frame.error());
    const std::uint32_t format = ByteReader(frame->body).u32();
    if (format > kFormatVersion) {
      return fail(ErrorType::kFormatVersion,
                  fmt::format("the database has format {}, this program knows up to {}", format,
                              kFormatVersion),
                  "use a newer yeon");
    }
    return {};
  }
};

class EngineSnapshot {
 public:
  EngineSnapshot(std::shared_ptr<const void> owner, rocksdb::DB& db)
      : owner_(std::move(owner)), db_(db), snapshot_(db.GetSnapshot()) {}
  ~EngineSnapshot() { db_.ReleaseSnapshot(snapshot_); }
  EngineSnapshot(const EngineSnapshot&) = delete;
  EngineSnapshot& operator=(const EngineSnapshot&) = delete;

  const rocksdb::Snapshot* get() const noexcept { return snapshot_; }

 private:
  std::shared_ptr<const void> owner_;
  rocksdb::DB& db_;
  const rocksdb::Snapshot* snapshot_;
};

struct Pinned::Slice {
  rocksdb::PinnableSlice bytes;
};
Pinned::Pinned() : slice_(std::make_unique<Slice>()) {}
Pinned::Pinned(Pinned&&) noexcept = default;
Pinned& Pinned::operator=(Pinned&&) noexcept = default;
Pinned::~Pinned() = default;
std::string_view Pinned::view() const noexcept {
  return {slice_->bytes.data(), slice_->bytes.size()};
}

Engine::Engine(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(const std::filesystem::path& folder,
                                             const EngineOptions& options) {
  auto impl = std::make_shared<Impl>();
  impl->read_only = options.read_only;
  const Status known = Identity::check(folder);
  const bool create = !known && options.create_if_missing && !options.read_only &&
                      (known.error().type == ErrorType::kNotFound ||
                       known.error().type == ErrorType::kNotADatabase);
  if (!known && !create) return fail(known.error());
  if (!options.read_only) {
    Result<Identity> identity = create ? Identity::begin(folder) : Identity::lock(folder);
    if (!identity) return fail(std::move(identity).error());
    impl->identity = std::move(*identity);
  }
  Status done = impl->open(folder.string(), create);
  // Beside a writer, files may go between being listed and being opened; then the list is new.
  for (int again = 0; !done && options.read_only && again < kReadOnlyRetries; ++again) {
    done = impl->open(folder.string(), create);
  }
  if (done) done = create ? impl->write_format() : impl->check_format();
  if (done && create) done = impl->identity.complete(folder);
  if (!done) return fail(std::move(done).error());
  return std::unique_ptr<Engine>(new Engine(std::move(impl)));
}

Result<std::unique_ptr<Engine>> Engine::open_in_memory() {
  auto impl = std::make_shared<Impl>();
  impl->memory.reset(rocksdb::NewMemEnv(rocksdb::Env::Default()));
  impl->keep_log = false;
  Status done = impl->open("/yeon", /*create=*/true);
  if (done) done = impl->write_format();
  if (!done) return fail(std::move(done).error());
  return std::unique_ptr<Engine>(new Engine(std::move(impl)));
}

bool Engine::read_only() const noexcept { return impl_->read_only; }

Result<std::optional<Pinned>> Engine::get(Family family, std::string_view key,
                                          const EngineSnapshot* snapshot) const {
  rocksdb::ReadOptions options;
  if (snapshot != nullptr) options.snapshot = snapshot->get();
  Pinned value;
  const rocksdb::Status status =
      impl_->db->Get(options, impl_->handle(family), slice(key), &value.slice_->bytes);
  if (status.IsNotFound()) return std::optional<Pinned>();
  if (!status.ok()) return failed(status, "cannot read");
  return std::optional<Pinned>(std::move(value));
}

Status Engine::scan(Family family, std::string_view low, const std::optional<std::string>& high,
                    const EngineSnapshot* snapshot,
                    const std::function<bool(std::string_view, std::string_view)>& visit) const {
  rocksdb::ReadOptions options;
  if (snapshot != nullptr) options.snapshot = snapshot->get();
  rocksdb::Slice upper;
  if (high) {
    upper = slice(*high);
    options.iterate_upper_bound = &upper;
  }
  const std::unique_ptr<rocksdb::Iterator> at(
      impl_->db->NewIterator(options, impl_->handle(family)));
  for (at->Seek(slice(low)); at->Valid(); at->Next()) {
    if (!visit(view(at->key()), view(at->value()))) break;
  }
  if (!at->status().ok()) return failed(at->status(), "cannot read");
  return {};
}

Status Engine::write(Batch& batch, bool sync) {
  if (impl_->read_only) {
    return fail(ErrorType::kReadOnly, "the database is open read-only");
  }
  rocksdb::WriteBatch writes(batch.bytes() + 32 * batch.impl_->entries.size() + 64);
  for (const Batch::Impl::Entry& entry : batch.impl_->entries) {
    rocksdb::ColumnFamilyHandle* const family = impl_->handle(entry.family);
    rocksdb::Status status;
    switch (entry.op) {
      case Batch::Impl::Op::kPut:
        status = writes.Put(family, slice(entry.key), slice(entry.value));
        break;
      case Batch::Impl::Op::kErase:
        status = writes.Delete(family, slice(entry.key));
        break;
      case Batch::Impl::Op::kEraseRange:
        status = writes.DeleteRange(family, slice(entry.key), slice(entry.value));
        break;
      case Batch::Impl::Op::kMerge:
        status = writes.Merge(family, slice(entry.key), slice(entry.value));
        break;
    }
    if (!status.ok()) return failed(status, "cannot write");
  }
  rocksdb::WriteOptions options;
  options.sync = sync && impl_->keep_log;
  options.disableWAL = !impl_->keep_log;
  const rocksdb::Status status = impl_->db->Write(options, &writes);
  if (!status.ok()) return failed(status, "cannot write");
  return {};
}

SharedEngineSnapshot Engine::snapshot() const {
  return std::make_shared<const EngineSnapshot>(impl_, *impl_->db);
}

std::uint64_t Engine::disk_bytes() const {
  if (!impl_->keep_log) return 0;
  std::uint64_t total = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(impl_->db->GetName(), error)) {
    const std::uintmax_t size = entry.file_size(error);
    if (!error) total += size;
  }
  return total;
}

}  // namespace yeon::storage
