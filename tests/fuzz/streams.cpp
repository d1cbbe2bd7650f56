// Any bytes as a file of every format: whole, cut, doubled and with a byte flipped, plain and
// packed. A stream gives the content of the file, no more and no less; texts alone are those of the
// whole documents; what is said is said of this file, with a remedy.
#include <string>
#include <vector>

#include "fuzz/require.h"
#include "reprise/base/utf8.h"
#include "reprise/corpus/file_problems.h"
#include "reprise/corpus/formats.h"
#include "support/files.h"

namespace {

using namespace reprise;
using namespace reprise::detail;
using fuzz::require;

struct Streamed {
  std::string bytes;
  std::vector<std::string> texts;
  std::vector<Problem> problems;
  bool refused = false;
};

Streamed stream(const InputPath& input, bool whole) {
  StreamOptions options;
  options.values = {"n"};
  options.whole = whole;
  Streamed all;
  const OpenInput open = open_input(input);
  if (open.refusal) {
    all.refused = true;
    all.problems = {*open.refusal};
    return all;
  }
  require(open.format != nullptr && (input.format.empty() || open.format->name == input.format));
  options.head = open.stream->head();
  const auto parser = open.format->make_parser(input, options);
  FileProblems problems(input.path);
  FileBlock block;
  while (open.stream->next(block)) {
    all.bytes += block.bytes;
    const size_t size = block.bytes.size();
    block.first_line = problems.lines();
    parser->parse(block, [&](StreamRecord& record) {
      require(!open.format->in_lines() || record.place.begin + record.place.size <= size);
      require(!whole || (record.whole && record.whole->text == record.text));
      require(!open.format->in_lines() || is_valid_utf8(record.text));
      all.texts.emplace_back(record.text);
    });
    problems.add(block);
  }
  all.problems = problems.all(open.stream->file().damage());
  return all;
}

void check(const InputPath& input) {
  std::optional<std::string> damage;
  const std::string content = read_whole(input.path, damage);
  const Streamed alone = stream(input, false), whole = stream(input, true);
  require(alone.texts == whole.texts && alone.refused == whole.refused);
  require(alone.refused || alone.bytes == content);
  require(alone.refused || !damage || (!alone.problems.empty() && alone.problems[0].rejected));
  for (const Problem& problem : whole.problems) {
    require(problem.where.starts_with(input.path) && !problem.what.empty());
    require(!problem.remedy.empty());
  }
}

void check_file(const std::string& path, std::string_view bytes) {
  support::write_file(path, bytes);
  check({path, path, {}, ""});
  for (const Format& format : formats) {
    if (format.name == "pdf") {  // a process of its own each time
      continue;
    }
    check({path, path, {}, std::string(format.name)});
  }
}

// The formats that most files have.
void check_lines(const std::string& path, std::string_view bytes) {
  support::write_file(path, bytes);
  for (const char* format : {"", "text", "jsonl", "csv"}) {
    check({path, path, {}, format});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const support::TempFolder folder;
  const std::string path = folder / "in";
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const size_t middle = size / 2;
  std::string flipped = bytes;
  if (size > 0) {
    flipped[middle] = static_cast<char>(flipped[middle] ^ 0x20);
  }
  check_file(path, bytes);
  check_file(path, flipped);
  for (const std::string& variant : {bytes.substr(0, middle), bytes + bytes}) {
    check_lines(path, variant);
  }
  // Whether a file is packed, and damaged, no format knows.
  for (const std::string& packed : {support::gzipped(bytes), support::zstandard(bytes)}) {
    check_lines(path, packed);
    check_lines(path, packed + packed);
    check_lines(path, packed.substr(0, packed.size() - 1 - middle % packed.size()));
  }
  return 0;
}
