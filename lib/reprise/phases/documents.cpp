#include "reprise/phases/documents.h"

#include <algorithm>
#include <filesystem>

#include "reprise/base/hash.h"
#include "reprise/error.h"
#include "reprise/near/banding.h"

namespace reprise::detail {
namespace {

[[noreturn]] void refuse_missing(const std::string& option, const std::string& what) {
  throw Error(ErrorKind::usage, {option, "no record has " + what, "check the name of the field"});
}

}  // namespace

PhaseHead head_of_shard(const DedupOptions& options, uint32_t shard) {
  return {phase_options_line(options), "", "shard " + std::to_string(shard)};
}

PhaseDocuments::PhaseDocuments(const WorkFolder& folder, uint32_t shards,
                               const DedupOptions& options)
    : options_(options),
      bands_(choose_banding(options.sketch.slots, options.threshold).bands),
      ranked_(options.keep.kind != KeepRule::Kind::first),
      grouped_(!options.within.empty()),
      options_line_(phase_options_line(options)) {
  before_.push_back(0);
  uint64_t corpus = shards;
  for (uint32_t shard = 0; shard < shards; ++shard) {
    const std::string path = folder.of_shard(PhaseFileKind::keys, shard);
    if (!std::filesystem::exists(path)) {
      throw Error(ErrorKind::input,
                  {path, "is missing", "run reprise phases keys for all shards first", false});
    }
    keys_.push_back(
        std::make_unique<PhaseFile>(path, PhaseFileKind::keys, head_of_shard(options, shard)));
    facts_.push_back(keys_.back()->at<KeysFacts>(keys_section::facts, 0));
    check_bands(shard);
    before_.push_back(before_.back() + facts_.back().documents);
    corpus = mix(corpus ^ facts_.back().all);
  }
  corpus_ = std::to_string(corpus);
  check_fields();
}

// All sections have the sizes that the others say, so that names below the number of documents can
// be looked up.
void PhaseDocuments::check_bands(uint32_t shard) const {
  const PhaseFile& file = *keys_[shard];
  const uint64_t documents = facts_[shard].documents;
  const uint64_t ranks = file.count<double>(keys_section::ranks);
  const uint64_t groups = file.count<uint64_t>(keys_section::groups);
  const bool can_be = documents <= UINT32_MAX &&
                      file.count<TextHash>(keys_section::texts) == documents &&
                      file.count<uint64_t>(keys_section::lines) == documents &&
                      ranks == (ranked_ ? documents : 0) && groups == (grouped_ ? documents : 0);
  if (!can_be) {
    file.refuse("is damaged: its numbers contradict one another");
  }
  const std::span<const uint64_t> bands = file.all<uint64_t>(keys_section::bands);
  const bool in_order = bands.size() == bands_ + 2 && bands.front() == 0 &&
                        std::is_sorted(bands.begin(), bands.end()) &&
                        bands.back() == file.count<uint64_t>(keys_section::entries);
  if (!in_order) {
    file.refuse("is damaged: its bands are out of order");
  }
}

void PhaseDocuments::check_fields() const {
  bool any = false;
  bool with_rank = false;
  bool with_group = false;
  for (const KeysFacts& facts : facts_) {
    any = any || facts.documents > 0;
    with_rank = with_rank || facts.with_rank > 0;
    with_group = with_group || facts.with_group > 0;
  }
  if (any && grouped_ && !with_group) {
    refuse_missing("--within", "the field '" + options_.within + "'");
  }
  const bool asks = options_.keep.kind != KeepRule::Kind::first &&
                    options_.keep.kind != KeepRule::Kind::longest &&
                    options_.keep.kind != KeepRule::Kind::newest;
  if (any && asks && !with_rank) {
    refuse_missing("--keep", "what the rule asks for");
  }
}

PhaseHead PhaseDocuments::head_of_part(PhaseFileKind kind, uint32_t round,
                                       const PhasePart& part) const {
  const bool is_of_keys = kind == PhaseFileKind::buckets || kind == PhaseFileKind::pairs;
  const std::string when = kind == PhaseFileKind::buckets ? "" : ", round " + std::to_string(round);
  return head((is_of_keys ? "keys " : "part ") + name_of(part) + when);
}

void PhaseDocuments::check(DocumentName name, const PhaseFile& file) const {
  if (shard_of(name) >= shards() || record_of(name) >= count(shard_of(name))) {
    file.refuse("is damaged: it names documents that are not there");
  }
}

uint64_t PhaseDocuments::group(DocumentName name) const {
  return grouped_ ? keys(shard_of(name)).at<uint64_t>(keys_section::groups, record_of(name)) : 0;
}

double PhaseDocuments::rank(DocumentName name) const {
  return ranked_ ? keys(shard_of(name)).at<double>(keys_section::ranks, record_of(name)) : 0;
}

void PhaseDocuments::sort(std::vector<DocumentName>& names) const {
  if (!ranked_) {
    return std::sort(names.begin(), names.end());
  }
  std::vector<std::pair<double, DocumentName>> ranked;
  ranked.reserve(names.size());
  for (const DocumentName name : names) {
    ranked.emplace_back(-rank(name), name);
  }
  std::sort(ranked.begin(), ranked.end());
  std::transform(ranked.begin(), ranked.end(), names.begin(),
                 [](const auto& pair) { return pair.second; });
}

}  // namespace reprise::detail
