// Prints the facts of the articles named on the command line as JSON lines.
//   yeon_extract_dev DATA DICTIONARY ARTICLE...     DICTIONARY may be "" for particle stripping

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "yeon/ingest/extractor.h"
#include "yeon/ingest/fact_lines.h"

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: yeon_extract_dev DATA DICTIONARY ARTICLE...\n", stderr);
    return 2;
  }
  const auto extractor = yeon::ingest::Extractor::create({argv[1], argv[2]});
  if (!extractor) {
    fmt::print(stderr, "{} ({})\n", extractor.error().message, extractor.error().hint);
    return 1;
  }
  std::size_t bytes = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 3; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    bytes += text.size();
    const auto facts = (*extractor)->extract(text, argv[i]);
    if (!facts) {
      fmt::print(stderr, "{}: {}\n", argv[i], facts.error().message);
      continue;
    }
    const std::string lines = to_json_lines(*facts);
    std::fwrite(lines.data(), 1, lines.size(), stdout);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  fmt::print(stderr, "{:.3f} s, {:.2f} MB/s\n", took.count(),
             static_cast<double>(bytes) / 1e6 / took.count());
  return 0;
}
