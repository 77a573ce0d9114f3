#include "engine/merge_operator.h"

#include <deque>

#include "yeon/storage/fold.h"

namespace yeon::storage {
namespace {

std::string_view view(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

template <class Slices>
std::vector<std::string_view> views(const Slices& slices) {
  std::vector<std::string_view> all;
  all.reserve(slices.size());
  for (const rocksdb::Slice& slice : slices) all.push_back(view(slice));
  return all;
}

}  // namespace

bool SegmentMergeOperator::FullMergeV2(const MergeOperationInput& in,
                                       MergeOperationOutput* out) const {
  std::optional<std::string_view> base;
  if (in.existing_value != nullptr) base = view(*in.existing_value);
  const std::vector<std::string_view> deltas = views(in.operand_list);
  Result<std::string> folded = fold(base, deltas);
  out->new_value = folded ? std::move(*folded) : make_broken(folded.error().message, base, deltas);
  return true;
}

bool SegmentMergeOperator::PartialMergeMulti(const rocksdb::Slice&,
                                             const std::deque<rocksdb::Slice>& operands,
                                             std::string* joined, rocksdb::Logger*) const {
  Result<std::string> all = join_deltas(views(operands));
  if (!all) return false;  // kept apart, and found broken by the full merge
  *joined = std::move(*all);
  return true;
}

}  // namespace yeon::storage
