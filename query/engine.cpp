#include "yeon/query/engine.h"

#include <unistd.h>

#include "bind/bind.h"
#include "execute/operators/operators.h"
#include "execute/program.h"
#include "parser/parser.h"
#include "plan/planner.h"
#include "procedures/builtin.h"
#include "result_images.h"
#include "schema_statement.h"

namespace yeon::query {
namespace {

std::uint64_t quarter_of_memory() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long page_bytes = sysconf(_SC_PAGE_SIZE);
  if (pages <= 0 || page_bytes <= 0) return 0;
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_bytes) / 4;
}

Limits limits_of(const RunOptions& options) {
  Limits out;
  out.cancelled = options.cancelled;
  if (options.timeout.count() > 0) {
    out.deadline = std::chrono::steady_clock::now() + options.timeout;
  }
  out.memory_bytes = options.memory_bytes != 0 ? options.memory_bytes : quarter_of_memory();
  return out;
}

/// A plan's text as rows, one line each.
QueryResult lines_of(const std::string& text) {
  QueryResult out;
  out.columns = {"plan"};
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t to = text.find('\n', from);
    out.rows.push_back({Value(text.substr(from, to - from))});
    from = to + 1;
  }
  return out;
}

void take_rows(const std::vector<Batch>& batches, const std::vector<SlotId>& slots,
               QueryResult& result) {
  std::size_t rows = 0;
  for (const Batch& batch : batches) rows += batch.rows;
  result.rows.reserve(rows);
  for (const Batch& batch : batches) {
    for (std::size_t row = 0; row < batch.rows; ++row) {
      std::vector<Value> values;
      values.reserve(slots.size());
      for (const SlotId slot : slots) values.push_back(batch[slot].at(row));
      result.rows.push_back(std::move(values));
    }
  }
}

}  // namespace

class Engine::Impl {
 public:
  explicit Impl(graph::Database& database) : database_(database) {
    add_builtin_procedures(procedures_);
  }

  Result<QueryResult> run(std::string_view statement, const RunOptions& options) {
    Result<ast::Statement> tree = parse(statement);
    if (!tree) return fail(std::move(tree).error());
    if (const auto* schema = std::get_if<ast::Schema>(&tree->body)) return run_schema_in(*schema);
    const graph::Snapshot before = transaction_ ? transaction_->snapshot() : database_.snapshot();
    Result<BoundStatement> bound =
        bind(std::get<ast::Query>(tree->body), {procedures_, options.parameters, before.catalog()});
    if (!bound) return fail(std::move(bound).error());
    const StatementPlan plan = make_plan(*std::move(bound), before);
    if (tree->mode == ast::Mode::kExplain) return lines_of(explain(plan));
    const Program program = make_program(plan);
    profiling_ = tree->mode == ast::Mode::kProfile;
    if (!plan.updates) return execute(plan, program, before, nullptr, before, options);
    return update(plan, program, before, options);
  }

  Status begin() {
    if (transaction_) return fail(ErrorType::kArgumentError, "a transaction is already open");
    Result<graph::Transaction> opened = database_.begin();
    if (!opened) return fail(std::move(opened).error());
    transaction_.emplace(*std::move(opened));
    return {};
  }

  Status commit() {
    if (!transaction_) return fail(ErrorType::kArgumentError, "no transaction is open");
    Status done = transaction_->commit();
    transaction_.reset();
    return done;
  }

  Status rollback() {
    if (!transaction_) return fail(ErrorType::kArgumentError, "no transaction is open");
    transaction_->rollback();
    transaction_.reset();
    return {};
  }

  bool in_transaction() const noexcept { return transaction_.has_value(); }
  ProcedureRegistry& procedures() noexcept { return procedures_; }

 private:
  /// Runs an updating statement in a transaction of its own, or in the open one.
  Result<QueryResult> update(const StatementPlan& plan, const Program& program,
                             const graph::Snapshot& before, const RunOptions& options) {
    if (transaction_) {
      Result<QueryResult> out =
          execute(plan, program, transaction_->snapshot(), &*transaction_, before, options);
      // Half a statement must not stay: without savepoints, the whole transaction goes.
      if (!out) {
        transaction_->rollback();
        transaction_.reset();
        out.error().hint += out.error().hint.empty() ? "the transaction was rolled back"
                                                     : "; the transaction was rolled back";
      }
      return out;
    }
    Result<graph::Transaction> transaction = database_.begin();
    if (!transaction) return fail(std::move(transaction).error());
    Result<QueryResult> out =
        execute(plan, program, transaction->snapshot(), &*transaction, before, options);
    if (!out) return out;
    if (Status done = transaction->commit(); !done) {
      Error error = std::move(done).error();
      if (error.phase == ErrorPhase::kNone) error.phase = ErrorPhase::kRuntime;
      return fail(std::move(error));
    }
    return out;
  }

  Result<QueryResult> execute(const StatementPlan& plan, const Program& program,
                              const graph::Snapshot& snapshot, graph::Transaction* transaction,
                              const graph::Snapshot& before, const RunOptions& options) {
    Worker worker(snapshot, options.parameters, program.slots);
    worker.transaction = transaction;
    worker.limits = limits_of(options);
    worker.profiling = profiling_;
    worker.subqueries = program.subqueries;
    if (transaction != nullptr) worker.functions.before = &before;
    program.pipeline->run(Batch(1, program.slots), worker);
    if (!worker.failed() && worker.cache.error()) worker.fail(*worker.cache.error());
    if (worker.failed()) return fail(*std::move(worker.error));
    if (profiling_) return profile(plan, program, worker);
    QueryResult out;
    out.columns = plan.columns;
    out.counters = worker.counters;
    if (!plan.columns.empty()) {
      take_rows(batches_of(*program.pipeline, worker), plan.outputs, out);
    }
    const graph::Snapshot* fallback = transaction != nullptr ? &before : nullptr;
    if (Status added = add_images(out, snapshot, fallback); !added) return fail(added.error());
    return out;
  }

  /// The plan with the rows that each step really gave.
  static QueryResult profile(const StatementPlan& plan, const Program& program,
                             const Worker& worker) {
    QueryResult out = lines_of(explain(plan, [&](const Step& step) {
      const auto id = program.operator_ids.find(&step);
      const bool gave = id != program.operator_ids.end() && id->second < worker.rows_given.size();
      return fmt::format(" rows {}", gave ? worker.rows_given[id->second] : 0);
    }));
    out.counters = worker.counters;
    return out;
  }

  Result<QueryResult> run_schema_in(const ast::Schema& schema) {
    if (transaction_) return run_schema(schema, database_, *transaction_, procedures_);
    Result<graph::Transaction> transaction = database_.begin();
    if (!transaction) return fail(std::move(transaction).error());
    Result<QueryResult> out = run_schema(schema, database_, *transaction, procedures_);
    if (!out || !out->counters.any()) return out;
    if (Status done = transaction->commit(); !done) return fail(std::move(done).error());
    return out;
  }

  graph::Database& database_;
  std::optional<graph::Transaction> transaction_;
  ProcedureRegistry procedures_;
  bool profiling_ = false;
};

Engine::Engine(graph::Database& database) : impl_(std::make_unique<Impl>(database)) {}
Engine::~Engine() = default;

Result<QueryResult> Engine::run(std::string_view statement, const RunOptions& options) {
  return impl_->run(statement, options);
}
Status Engine::begin() { return impl_->begin(); }
Status Engine::commit() { return impl_->commit(); }
Status Engine::rollback() { return impl_->rollback(); }
bool Engine::in_transaction() const noexcept { return impl_->in_transaction(); }
ProcedureRegistry& Engine::procedures() noexcept { return impl_->procedures(); }

}  // namespace yeon::query
