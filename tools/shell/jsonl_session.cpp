#include "shell/jsonl_session.h"

#include <fmt/format.h>

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "build_config.h"
#include "shell/table_procedure.h"
#include "yeon/query/typed_json.h"

namespace yeon::tools {

namespace {

using nlohmann::json;

std::string refuse(std::string message, std::string hint = {}) {
  return query::to_typed_json(Error{
      .type = ErrorType::kInvalidInput, .message = std::move(message), .hint = std::move(hint)});
}

// Depth is bounded so that a hostile line cannot exhaust the parser's stack.
json parse_request(std::string_view request) {
  constexpr int kDeepest = 2000;
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= kDeepest; };
  return json::parse(request, shallow, /*allow_exceptions=*/false);
}

std::string run_query(query::Engine& engine, const json& request) {
  if (!request.at("query").is_string()) return refuse("query must be a string");
  query::RunOptions options;
  if (request.contains("parameters")) {
    auto parameters = query::parse_typed_parameters(request.at("parameters").dump());
    if (!parameters) return query::to_typed_json(parameters.error());
    options.parameters = *std::move(parameters);
  }
  const auto result = engine.run(request.at("query").get<std::string>(), options);
  return result ? query::to_typed_json(*result) : query::to_typed_json(result.error());
}

std::string add_procedure(query::Engine& engine, const json& definition) {
  auto procedure = table_procedure(definition);
  if (!procedure) return query::to_typed_json(procedure.error());
  engine.procedures().add(*std::move(procedure));
  return R"({"ok":true})";
}

}  // namespace

std::string JsonlSession::reset() {
  // A new engine forgets registered procedures; the old one must let go of the database first.
  session_.engine.reset();
  const Status cleared = session_.database->clear();
  session_.engine = make_engine(*session_.database);
  if (!cleared) return query::to_typed_json(cleared.error());
  return fmt::format(R"({{"ok":true,"version":"{}"}})", kVersion);
}

std::string JsonlSession::answer(std::string_view line) {
  const json request = parse_request(line);
  if (!request.is_object()) {
    return refuse("the request is not a JSON object", "send one JSON object a line");
  }
  if (request.contains("query")) return run_query(*session_.engine, request);
  if (request.contains("reset")) return reset();
  if (request.contains("procedure")) {
    return add_procedure(*session_.engine, request.at("procedure"));
  }
  return refuse("the request has none of query, reset and procedure");
}

Status run_jsonl(Session& session, std::istream& in, std::ostream& out) {
  JsonlSession answers(session);
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    out << answers.answer(line) << '\n' << std::flush;
    if (!out) return fail(ErrorType::kIoError, "cannot write to standard output");
  }
  return {};
}

}  // namespace yeon::tools
