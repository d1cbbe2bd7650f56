// Any bytes as a file between two phases of dedup, under good checksums and a good head: what comes
// after it is done, or refused with a word on what to do. And any bytes as such a file at all.
//
//     the first byte says which file; then each section: two bytes for its size, and so many more
#include <filesystem>
#include <string>

#include "fuzz/require.h"
#include "reprise/error.h"
#include "support/files.h"
#include "support/phase_runs.h"

namespace {

using namespace reprise;
using namespace reprise::detail;
using fuzz::require;

const std::string one = R"({"text": "The ferry left the quay at noon with nobody on board."})";
const std::string other = R"({"text": "The old mill by the river burnt down on Tuesday night."})";

// A corpus of two shards with all that lies between its phases.
struct Work {
  support::TempFolder files;
  WorkFolder folder{files / "work"};
  DedupOptions options;
  std::vector<InputPath> inputs;

  Work() {
    options.threads = 1;
    const std::vector<std::string> paths{
        files.write("a.jsonl", one + "\n" + other + "\n" + one + "\n"),
        files.write("b.jsonl", one + "\n" + other.substr(0, 50) + "\"}\n")};
    inputs = list_inputs(paths, any_format, [](const Problem&) {});
    support::make_all_keys(folder, inputs, options);
    const PhaseDocuments documents(folder, 2, options);
    support::run_rounds(folder, documents, {});
  }
};

struct Target {
  PhaseFileKind kind;
  std::string path;
  PhaseHead head;
};

Target target_of(const Work& work, uint8_t number) {
  const PhaseDocuments documents(work.folder, 2, work.options);
  const auto of_round = [&](PhaseFileKind kind) {
    return Target{kind, work.folder.of_part(kind, 1, {}), documents.head_of_part(kind, 1, {})};
  };
  switch (number % 6) {
    case 0:
      return {PhaseFileKind::keys, work.folder.of_shard(PhaseFileKind::keys, 0),
              head_of_shard(work.options, 0)};
    case 1:
      return {PhaseFileKind::sets, work.folder.of_shard(PhaseFileKind::sets, 0),
              head_of_shard(work.options, 0)};
    case 2: return of_round(PhaseFileKind::buckets);
    case 3: return of_round(PhaseFileKind::pairs);
    case 4: return of_round(PhaseFileKind::similarities);
    default: return of_round(PhaseFileKind::states);
  }
}

void write_sections(const Target& target, std::string_view bytes) {
  PhaseFileWriter file(target.path, target.kind, target.head);
  for (int section = 1; section < 8; ++section) {
    size_t size = 0;
    if (bytes.size() >= 2) {
      size = static_cast<uint8_t>(bytes[0]) + 256u * static_cast<uint8_t>(bytes[1]);
      bytes.remove_prefix(2);
    }
    size = std::min(size, bytes.size());
    file.begin_section();
    file.append(std::span<const char>(bytes.substr(0, size)));
    bytes.remove_prefix(size);
  }
  file.commit();
}

// Does what reads a file, once what was made from it is gone.
void go_on(const Work& work, PhaseFileKind kind) {
  const auto forget = [&](PhaseFileKind made) {
    std::filesystem::remove(work.folder.of_part(made, 1, {}));
  };
  if (kind != PhaseFileKind::states) {
    forget(PhaseFileKind::states);
  }
  if (kind != PhaseFileKind::states && kind != PhaseFileKind::similarities) {
    forget(PhaseFileKind::similarities);
  }
  if (kind < PhaseFileKind::pairs) {
    forget(PhaseFileKind::pairs);
  }
  if (kind < PhaseFileKind::buckets) {
    forget(PhaseFileKind::buckets);
  }
  try {
    const PhaseDocuments documents(work.folder, 2, work.options);
    join_keys(work.folder, documents, {});
    verify_pairs_of_round(work.folder, documents, {});
    decide_round(work.folder, documents, {});
    support::decisions_of_all(work.folder, documents);
  } catch (const Error& e) {
    require(!e.problem().what.empty() && !e.problem().remedy.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Work good;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.empty()) {
    return 0;
  }
  const Target target = target_of(good, data[0]);
  const std::string kept = good.files / "kept";
  const auto all = std::filesystem::copy_options::recursive;
  std::filesystem::remove_all(kept);
  std::filesystem::copy(good.folder.path(), kept, all);
  std::filesystem::remove(target.path);  // in the place of a file, some disks wait for the bytes
  if (data[0] < 128) {
    write_sections(target, bytes.substr(1));
  } else {
    support::write_file(target.path, bytes.substr(1));
  }
  go_on(good, target.kind);
  std::filesystem::remove_all(good.folder.path());
  std::filesystem::rename(kept, good.folder.path());
  return 0;
}
