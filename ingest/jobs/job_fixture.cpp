#include "jobs/job_fixture.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <fstream>
#include <sstream>

namespace yeon::ingest::jobs {
namespace {

std::size_t entity_index(ArticleFacts& facts, const std::string& name) {
  for (std::size_t i = 0; i < facts.entities.size(); ++i) {
    if (facts.entities[i].name == name) return i;
  }
  Entity entity;
  entity.name = name;
  facts.entities.push_back(std::move(entity));
  return facts.entities.size() - 1;
}

}  // namespace

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "yeon-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void TestFolder::write(const std::string& file, const std::string& text) const {
  const std::filesystem::path whole = path_ / file;
  std::filesystem::create_directories(whole.parent_path());
  std::ofstream(whole, std::ios::binary) << text;
}

Result<ArticleFacts> read_lines(std::string_view bytes, std::string_view source_path) {
  if (bytes.starts_with("bad")) {
    return fail(ErrorType::kInvalidInput, fmt::format("{} is bad", source_path), "mend it");
  }
  ArticleFacts facts;
  facts.source_path = source_path;
  facts.text = bytes;
  facts.published = "2025-01-02";
  std::istringstream words{std::string(bytes)};
  for (std::string subject, verb, object; words >> subject >> verb >> object;) {
    Relation relation;
    relation.subject = entity_index(facts, subject);
    relation.object = entity_index(facts, object);
    relation.predicate = predicate(verb).value_or(Predicate::kUses);
    relation.confidence = 1;
    facts.relations.push_back(std::move(relation));
  }
  return facts;
}

}  // namespace yeon::ingest::jobs
