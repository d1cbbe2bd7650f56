// Steps: the shard is read for its places and texts alone; its texts have the hash that the keys
// have, or the run ends; decisions become those of a run of dedup over this shard, whose writer
// does the rest. At last a file in the work folder says which output stands where, with its size
// and time, so that a second call has nothing to do.
#include "reprise/phases/filter.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/dedup/listings.h"
#include "reprise/dedup/output_kinds.h"
#include "reprise/dedup/outputs.h"
#include "reprise/dedup/scan.h"
#include "reprise/error.h"
#include "reprise/io/output_set.h"
#include "reprise/io/piece_writer.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// Where records stand, and what their texts are.
class TextSink final : public RecordSink {
 public:
  void add(std::string_view text, const RecordPlace& place,
           std::span<const std::optional<std::string>>, Block& block) override {
    block.places.push_back(place);
    block.texts.push_back(hash_text(text));
  }
};

Records read_again(const InputPath& input, const DedupOptions& options,
                   const ProblemSink& on_problem) {
  const ScanCallbacks scanning{[] { return std::make_unique<TextSink>(); }, [](uint64_t) {},
                               on_problem};
  return scan(std::span(&input, 1), {options.read, {}, false}, scanning);
}

void check_unchanged(const Records& records, const KeysFacts& facts, const InputPath& input) {
  std::vector<TextHash> texts;
  for (const Block& block : records.blocks) {
    texts.insert(texts.end(), block.texts.begin(), block.texts.end());
  }
  if (records.count != facts.documents || hash_numbers(texts) != facts.texts) {
    throw Error(ErrorKind::input,
                {repaired_utf8(input.path), "was changed since its keys were made",
                 "put it back as it was, or begin anew in another folder", false});
  }
}

std::string where(const PhaseDocuments& documents, std::span<const InputPath> inputs,
                  DocumentName name) {
  return repaired_utf8(inputs[shard_of(name)].path) + ":" + std::to_string(documents.line(name));
}

// Writes what leaves of the shard, an object a line.
void write_leaving(const PhaseDocuments& documents, std::span<const InputPath> inputs,
                   uint32_t shard, std::span<const NamedDecision> decisions, OutputFile& file) {
  PieceWriter lines(file);
  for (uint32_t record = 0; record < decisions.size(); ++record) {
    const NamedDecision& decision = decisions[record];
    const DocumentName name = document_name(shard, record);
    if (decision.kept == name) {
      continue;
    }
    const Json line{{"where", where(documents, inputs, name)},
                    {"kept_where", where(documents, inputs, decision.kept)},
                    {"similarity", rounded_similarity(decision.similarity)}};
    lines.text() += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    lines.pass_on();
  }
  lines.finish();
}

std::string in_folder(const std::string& folder, const InputPath& input) {
  return folder + (folder.ends_with('/') ? "" : "/") + mirrored_name(input);
}

// Returns where the list of what leaves of an input goes.
std::string list_path(const FilterPaths& paths, const InputPath& input) {
  return in_folder(paths.removed, input) + ".jsonl";
}

// What says that a shard is filtered: numbers about its outputs, and which decisions they follow.
struct FilteredFacts {
  uint64_t decisions = 0;  // a hash of them
  uint64_t kept_path = 0, removed_path = 0;
  FileVersion kept{}, removed{};
  friend bool operator==(const FilteredFacts&, const FilteredFacts&) = default;
};

FilteredFacts facts_of(const FilterPaths& paths, const InputPath& input,
                       std::span<const NamedDecision> decisions) {
  FilteredFacts facts;
  for (const NamedDecision& decision : decisions) {
    facts.decisions = mix(facts.decisions ^ decision.kept);
  }
  const std::string kept = in_folder(paths.kept, input);
  facts.kept_path = hash_bytes(kept);
  facts.kept = version_of(kept);
  if (!paths.removed.empty()) {
    const std::string removed = list_path(paths, input);
    facts.removed_path = hash_bytes(removed);
    facts.removed = version_of(removed);
  }
  return facts;
}

bool is_filtered(const std::string& marker, const PhaseHead& head, const FilteredFacts& facts) {
  try {
    const PhaseFile file(marker, PhaseFileKind::filtered, head);
    return facts.kept != FileVersion{} && file.at<FilteredFacts>(1, 0) == facts;
  } catch (const Error&) {
    return false;
  }
}

// Returns the decisions as those of a run over this shard alone; who stands for a record that
// leaves may be no record of it.
DedupResult result_of(Records records, std::span<const NamedDecision> decisions, uint32_t shard) {
  DedupResult result;
  result.records = std::make_shared<Records>(std::move(records));
  for (uint32_t record = 0; record < decisions.size(); ++record) {
    result.decisions.push_back({record, decisions[record].similarity});
    result.keeps.push_back(decisions[record].kept == document_name(shard, record));
  }
  return result;
}

void write_outputs(const PhaseDocuments& documents, std::span<const InputPath> inputs,
                   uint32_t shard, const FilterPaths& paths,
                   std::span<const NamedDecision> decisions, const DedupResult& result) {
  DedupOutputPaths kept;
  kept.kept = paths.kept;
  DedupOutputs outputs(kept, inputs.subspan(shard, 1));
  outputs.write(result, documents.options());
  OutputSet set;
  outputs.add_to(set);
  std::optional<OutputFile> removed;
  if (!paths.removed.empty()) {
    const std::string path = list_path(paths, inputs[shard]);
    WorkFolder::make_room(path);
    removed.emplace(path, Durability::buffered);
    write_leaving(documents, inputs, shard, decisions, *removed);
    set.add(*removed);
  }
  set.commit();
}

}  // namespace

void check_filter_paths(const FilterPaths& paths, std::span<const InputPath> inputs) {
  check_folder(paths.kept, inputs);
  if (paths.removed.empty()) {
    return;
  }
  check_folder(paths.removed, inputs);
  std::set<fs::path> kept;
  for (const InputPath& input : inputs) {
    kept.insert(fs::weakly_canonical(in_folder(paths.kept, input)));
  }
  for (const InputPath& input : inputs) {
    const std::string removed = list_path(paths, input);
    if (kept.contains(fs::weakly_canonical(removed))) {
      throw Error(ErrorKind::usage,
                  {removed, "would hold what stays of one shard and the list of what leaves",
                   "name another folder for --removed"});
    }
  }
}

ShardFiltered filter_shard(const WorkFolder& folder, const PhaseDocuments& documents,
                           const FinalDecisions& decisions, std::span<const InputPath> inputs,
                           uint32_t shard, const FilterPaths& paths,
                           const DedupCallbacks& callbacks) {
  const std::vector<NamedDecision> of_shard = decisions.of_shard(shard);
  ShardFiltered filtered;
  filtered.documents = of_shard.size();
  for (uint32_t record = 0; record < of_shard.size(); ++record) {
    filtered.removed += of_shard[record].kept != document_name(shard, record);
  }
  const std::string marker = folder.of_shard(PhaseFileKind::filtered, shard);
  const PhaseHead head = documents.head("shard " + std::to_string(shard));
  if (is_filtered(marker, head, facts_of(paths, inputs[shard], of_shard))) {
    filtered.outcome = PhaseOutcome::was_done;
    return filtered;
  }
  const Workers workers(documents.options().threads, callbacks.control);
  Records records = read_again(inputs[shard], documents.options(), callbacks.on_problem);
  check_unchanged(records, documents.facts(shard), inputs[shard]);
  write_outputs(documents, inputs, shard, paths, of_shard,
                result_of(std::move(records), of_shard, shard));
  WorkFolder::make_room(marker);
  PhaseFileWriter file(marker, PhaseFileKind::filtered, head);
  file.add(std::vector{facts_of(paths, inputs[shard], of_shard)});
  file.commit();
  return filtered;
}

}  // namespace reprise::detail
