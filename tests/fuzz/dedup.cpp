// Any bytes as a JSONL file: every line stays, leaves or is refused; what stays are lines of the
// file, in their order, and a second run removes nothing. The first byte chooses the options.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "fuzz/require.h"
#include "reprise/corpus/foreign.h"
#include "reprise/dedup/outputs.h"
#include "reprise/dedup/records.h"
#include "support/files.h"

namespace {

using namespace reprise;
using namespace reprise::detail;
using fuzz::require;

DedupOptions options_of(uint8_t choice) {
  DedupOptions options;
  options.threads = 1;
  options.threshold = 0.6;
  options.shingles.size = 2;
  if (choice & 1) {
    options.measure = Measure::containment;
  }
  if (choice & 2) {
    options.joining = Joining::chain;
  }
  if (choice & 4) {
    options.keep = {KeepRule::Kind::largest, "n"};
  }
  if (choice & 8) {
    options.within = "a.b";
  }
  if (choice & 16) {
    options.memory = 1;
  }
  const bool needs_exact = (choice & 3) == 3;  // chains of containment
  if (choice & 32 && !needs_exact) {
    options.verify = Verification::estimate;
  }
  return options;
}

struct Outcome {
  std::string kept, annotated, removed;
  size_t records = 0, leave = 0, refused = 0;
};

Outcome run(const support::TempFolder& folder, const std::string& path,
            const DedupOptions& options) {
  Outcome outcome;
  const DedupCallbacks callbacks{[&](const Problem& problem) {
    outcome.refused += problem.rejected;
  }};
  const auto inputs = list_inputs(std::vector{path}, "jsonl", callbacks.on_problem);
  DedupOutputs plain({folder / "kept", folder / "removed", folder / "clusters", Annotation::none},
                     inputs);
  DedupOutputs all({folder / "all", "", "", Annotation::all}, inputs);
  const DedupResult result = find_duplicates(inputs, options, 3, callbacks);
  plain.write(result, options);
  all.write(result, options);
  plain.commit();
  all.commit();
  outcome.records = result.records->count;
  outcome.leave = static_cast<size_t>(std::count(result.keeps.begin(), result.keeps.end(), false));
  for (uint32_t r = 0; r < result.records->count; ++r) {
    const uint32_t kept = result.decisions[r].kept;
    require(result.decisions[kept].kept == kept && result.keeps[kept]);
  }
  outcome.kept = support::read_file(folder / "kept");
  outcome.removed = support::read_file(folder / "removed");
  outcome.annotated = support::read_file(folder / "all");
  return outcome;
}

std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', begin), bytes.size());
    lines.push_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  for (std::string& line : lines) {  // a mark is no part of a record
    if (line.starts_with("\xEF\xBB\xBF")) {
      line.erase(0, 3);
    }
  }
  std::erase_if(
      lines, [](const std::string& line) { return line.find_first_not_of(" \t\r") == line.npos; });
  return lines;
}

// Bytes that are read otherwise than as lines of UTF-8.
bool is_special(std::string_view bytes) {
  return foreign_problem(bytes.substr(0, foreign_head), "in") || bytes.starts_with("\x1f\x8b") ||
         bytes.starts_with("\x28\xb5\x2f\xfd") || bytes.starts_with("\xff\xfe") ||
         bytes.starts_with("\xfe\xff") ||
         (bytes.size() > 1 && bytes.substr(1).starts_with("\x2a\x4d\x18"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const support::TempFolder folder;
  const DedupOptions options = options_of(size > 0 ? data[0] : 0);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  bytes.erase(0, 1);
  support::write_file(folder / "in.jsonl", bytes);
  Outcome first;
  try {
    first = run(folder, folder / "in.jsonl", options);
  } catch (const Error& e) {
    require(e.kind() == ErrorKind::usage);  // no record has the field that the options ask for
    return 0;
  }

  const std::vector<std::string> kept = lines_of(first.kept), removed = lines_of(first.removed);
  require(kept.size() + removed.size() == first.records && removed.size() == first.leave);
  for (const std::string& line : removed) {
    require(nlohmann::json::accept(line));
  }
  require(lines_of(first.annotated).size() == first.records);
  if (!is_special(bytes)) {
    const std::vector<std::string> lines = lines_of(bytes);
    const bool is_told_once = first.records == 0;  // that no record has a text of that name
    require(is_told_once || kept.size() + removed.size() + first.refused == lines.size());
    auto next = lines.begin();
    for (const std::string& line : kept) {
      next = std::find(next, lines.end(), line);
      require(next != lines.end());
      ++next;
    }
  }

  support::write_file(folder / "again.jsonl", first.kept);
  const Outcome second = run(folder, folder / "again.jsonl", options);
  require(second.leave == 0 && second.refused == 0 && second.kept == first.kept);
  return 0;
}
