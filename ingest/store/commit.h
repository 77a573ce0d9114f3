#pragma once

#include "yeon/base/result.h"
#include "yeon/graph/database.h"

namespace yeon::ingest::store {

/// Runs `work(transaction)` in a transaction and commits it; again, while other writers are faster.
template <class T, class Work>
Result<T> committed(graph::Database& database, const Work& work) {
  constexpr int kAttempts = 8;
  for (int attempt = 1;; ++attempt) {
    auto transaction = database.begin();
    if (!transaction) return fail(std::move(transaction).error());
    Result<T> result = work(*transaction);
    if (!result) return result;
    Status status = transaction->commit();
    if (status) return result;
    if (status.error().type != ErrorType::kWriteConflict || attempt == kAttempts) {
      return fail(std::move(status).error());
    }
  }
}

}  // namespace yeon::ingest::store
