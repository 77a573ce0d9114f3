#include "mention/gazetteer.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace yeon::ingest {
namespace {

// A folder of its own with one gazetteer, gone with the object.
class DataFolder {
 public:
  explicit DataFolder(std::string_view content) {
    std::filesystem::create_directories(path_);
    std::ofstream(path_ / "names.tsv") << content;
  }
  ~DataFolder() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / "yeon_gazetteer_test_folder";
};

}  // namespace

TEST_CASE("Gazetteer: a name that stands for two things gives both entries") {
  const Gazetteer gazetteer({{EntityLabel::kFirm, U"한별", "hanbyeol", false},
                             {EntityLabel::kModel, U"한별", "hanbyeol-model", true},
                             {EntityLabel::kFirm, U"한별전자", "hanbyeol-e", false}});
  CHECK(gazetteer.lookup(U"한별").size() == 2);
  CHECK(gazetteer.lookup(U"한별전자").size() == 1);
  CHECK(gazetteer.lookup(U"한").empty());
  std::vector<GazetteerHit> hits;
  gazetteer.find(U"한별전자는", hits);
  REQUIRE(hits.size() == 3);
  CHECK(hits.back().start == 0);
  CHECK(hits.back().end == 4);
}

TEST_CASE("Gazetteer: files are read, and a broken line is named") {
  {
    const DataFolder folder("label\tname\tcanonical\tflags\nFirm\t한별\thanbyeol\tambiguous\n");
    const auto gazetteer = Gazetteer::load(folder.path());
    REQUIRE(gazetteer.has_value());
    CHECK(gazetteer->entry(0).ambiguous);
  }
  {
    const DataFolder folder("label\tname\tcanonical\tflags\nPlanet\t한별\thanbyeol\t\n");
    const auto gazetteer = Gazetteer::load(folder.path());
    REQUIRE_FALSE(gazetteer.has_value());
    CHECK(gazetteer.error().message.find("names.tsv:2") != std::string::npos);
  }
  CHECK_FALSE(Gazetteer::load("/nonexistent/folder").has_value());
}

}  // namespace yeon::ingest
