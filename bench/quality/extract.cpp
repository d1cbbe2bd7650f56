// Reads web pages, or an archive of them, as the program will: what comes out, and how fast.
//
//     reprise_extract FOLDER      {"name of a page": {"text": …, "title": …, "date": …}, …}
//     reprise_extract a.warc.gz   {"records": 181, "bytes": …}
//
// Each is read several times on one thread, and the fastest time counts, by the clock of the
// processor. Bytes are those of pages as they lie in the folder, or of the inflated archive.
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "reprise/extract/html.h"
#include "reprise/extract/warc.h"
#include "reprise/io/input_file.h"

namespace {

using reprise::detail::Extracted;
using reprise::detail::Extraction;

constexpr int rounds = 5;

// Calls the work several times and prints what the fastest time makes of that many bytes.
template <typename Work>
void measure(const std::string& what, size_t bytes, Work work) {
  double fastest = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const std::clock_t begin = std::clock();
    work();
    fastest = std::min(fastest, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::cerr << what << ": " << static_cast<double>(bytes) / 1e6 / fastest << " MB/s\n";
}

nlohmann::json json_of(const Extraction& extraction) {
  nlohmann::json fields = {{"text", ""}};
  if (extraction.documents.empty()) {
    return fields;
  }
  const Extracted& document = extraction.documents[0];
  fields = {{"text", document.text},
            {"title", document.title.value_or("")},
            {"date", document.date.value_or("")},
            {"source", document.source.value_or("")},
            {"url", document.url.value_or("")}};
  return fields;
}

void read_pages(const std::string& folder) {
  std::map<std::string, std::string> pages;
  size_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::string page((std::istreambuf_iterator<char>(file)), {});
    bytes += page.size();
    pages.emplace(entry.path().stem().string(), std::move(page));
  }
  measure("pages", bytes, [&] {
    for (const auto& [name, page] : pages) {
      reprise::detail::extract_html(page, name, {});
    }
  });
  nlohmann::json all = nlohmann::json::object();
  for (const auto& [name, page] : pages) {
    all[name] = json_of(reprise::detail::extract_html(page, name, {}));
  }
  std::cout << all.dump() << '\n';
}

struct Archive {
  size_t documents = 0;
  size_t records = 0;
  size_t bytes = 0;
};

// Reads an archive as a stream, inflating it on the way.
Archive read_archive(const std::string& path) {
  using Kind = reprise::detail::WarcStep::Kind;
  constexpr size_t piece = 1 << 20;
  reprise::detail::InputFile file(path);
  std::string buffer;
  size_t begin = 0;
  bool at_end = false;
  Archive archive;
  while (true) {
    const auto step = reprise::detail::warc_step(std::string_view(buffer).substr(begin), at_end);
    if (step.kind == Kind::end) {
      return archive;
    }
    if (step.kind == Kind::more) {
      buffer.erase(0, begin);
      begin = 0;
      const size_t before = buffer.size();
      buffer.resize(std::max(before + piece, step.bytes));
      const size_t read = file.read(std::span(buffer).subspan(before));
      at_end = before + read < buffer.size();
      buffer.resize(before + read);
      archive.bytes += read;
      continue;
    }
    archive.documents +=
        reprise::detail::extract_warc_record(step.record, path, {}).documents.size();
    ++archive.records;
    begin += step.bytes;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: reprise_extract FOLDER | FILE.warc[.gz]\n";
    return 2;
  }
  const std::string path = argv[1];
  if (std::filesystem::is_directory(path)) {
    read_pages(path);
    return 0;
  }
  const Archive archive = read_archive(path);
  measure("archive", archive.bytes, [&] { read_archive(path); });
  std::cout << nlohmann::json{{"records", archive.records},
                              {"documents", archive.documents},
                              {"bytes", archive.bytes}}
            << '\n';
}
