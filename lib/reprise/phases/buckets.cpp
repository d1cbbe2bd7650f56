// Steps: the space of keys (bands one after another, 2^32 keys each) is cut into as many ranges as
// there are parts, and a part's range into stretches, one a round of the loop. Of a stretch, the
// entries of all shards are gathered, by halving in each, and sorted; equal keys are a bucket. In
// it copies of the same bytes are one, the first; where two or more are left, they are written in
// the order of keeping.
//
// Copies of one text meet in the same buckets, since their keys are made of it. So the first of
// them in a bucket is the first of all, and no list of copies is needed here. The band behind the
// last gives that list: there documents meet by the hashes of their texts.
#include "reprise/phases/buckets.h"

#include <algorithm>
#include <tuple>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

constexpr uint64_t keys_of_band = uint64_t{1} << 32;

// Keys of one band: from `begin`, before `end`.
struct Stretch {
  uint32_t band = 0;
  uint64_t begin = 0;
  uint64_t end = 0;
};

struct KeyedDocument {
  uint32_t key = 0;
  DocumentName document = 0;
  friend auto operator<=>(const KeyedDocument&, const KeyedDocument&) = default;
};

// What a stretch holds.
struct FoundBuckets {
  std::vector<NamedPair> copies;
  std::vector<uint64_t> sizes;
  std::vector<DocumentName> documents;
};

// What tells documents that are one from all others.
using TextIdentity = std::tuple<TextHash, uint64_t>;

// One of the members of a bucket, by its place there.
using Identified = std::pair<TextIdentity, size_t>;

// Cuts a part's range at the ends of bands, and then into pieces that are worth a thread's while.
std::vector<Stretch> stretches_of(const PhaseDocuments& documents, const PhasePart& part) {
  constexpr uint64_t worth_a_thread = uint64_t{1} << 20;  // entries
  const uint64_t keys = (documents.bands() + uint64_t{1}) * keys_of_band;
  const uint64_t begin = begin_of_part(keys, part);
  const uint64_t end = begin_of_part(keys, {part.number + 1, part.of});
  const uint64_t pieces = documents.before(documents.shards()) / worth_a_thread + 1;
  const uint64_t step = keys_of_band / pieces + 1;
  std::vector<Stretch> stretches;
  for (uint64_t at = begin; at < end;) {
    const uint64_t band = at / keys_of_band;
    const uint64_t next = std::min({at + step, (band + 1) * keys_of_band, end});
    stretches.push_back(
        {static_cast<uint32_t>(band), at % keys_of_band, next - band * keys_of_band});
    at = next;
  }
  return stretches;
}

class StretchSearch {
 public:
  StretchSearch(const PhaseDocuments& documents, const Stretch& stretch)
      : documents_(documents), stretch_(stretch) {}

  FoundBuckets find() {
    gather();
    std::sort(entries_.begin(), entries_.end());
    for_each_run(entries_, &KeyedDocument::key, [this](std::span<const KeyedDocument> run) {
      if (run.size() > 1) {
        take(run);
      }
    });
    return std::move(found_);
  }

 private:
  void gather() {
    for (uint32_t shard = 0; shard < documents_.shards(); ++shard) {
      const PhaseFile& file = documents_.keys(shard);
      const uint64_t begin = file.at<uint64_t>(keys_section::bands, stretch_.band);
      const uint64_t end = file.at<uint64_t>(keys_section::bands, stretch_.band + 1);
      const uint64_t first = find_key(file, begin, end, stretch_.begin);
      const uint64_t last = find_key(file, first, end, stretch_.end);
      for (const uint64_t entry : file.part<uint64_t>(keys_section::entries, first, last - first)) {
        const DocumentName name = document_name(shard, static_cast<uint32_t>(entry));
        documents_.check(name, file);
        entries_.push_back({static_cast<uint32_t>(entry >> 32), name});
      }
    }
  }

  static uint64_t find_key(const PhaseFile& file, uint64_t begin, uint64_t end, uint64_t key) {
    return key >= keys_of_band
               ? end
               : file.lower_bound<uint64_t>(keys_section::entries, begin, end, key << 32);
  }

  TextIdentity identity(DocumentName name) const {
    return {documents_.text(name), documents_.group(name)};
  }

  // Takes documents with one key.
  void take(std::span<const KeyedDocument> run) {
    members_.clear();
    for (const KeyedDocument& entry : run) {
      members_.push_back(entry.document);
    }
    documents_.sort(members_);
    drop_copies();
    const bool is_bucket = stretch_.band < documents_.bands() && members_.size() > 1;
    if (is_bucket) {
      found_.sizes.push_back(members_.size());
      found_.documents.insert(found_.documents.end(), members_.begin(), members_.end());
    }
  }

  // Leaves the first of those with the same bytes in `members_`.
  void drop_copies() {
    by_identity_.clear();
    for (size_t place = 0; place < members_.size(); ++place) {
      by_identity_.emplace_back(identity(members_[place]), place);
    }
    std::sort(by_identity_.begin(), by_identity_.end());
    constexpr DocumentName none = ~DocumentName{0};
    for_each_run(by_identity_, &Identified::first, [this](std::span<const Identified> same) {
      const DocumentName original = members_[same.front().second];
      for (const auto& [_, copy] : same.subspan(1)) {
        if (stretch_.band == documents_.bands()) {
          found_.copies.push_back({members_[copy], original});
        }
        members_[copy] = none;
      }
    });
    std::erase(members_, none);
  }

  const PhaseDocuments& documents_;
  const Stretch& stretch_;
  std::vector<KeyedDocument> entries_;
  std::vector<DocumentName> members_;
  std::vector<Identified> by_identity_;
  FoundBuckets found_;
};

}  // namespace

void make_phase_buckets(const WorkFolder& folder, const PhaseDocuments& documents,
                        const PhasePart& part) {
  const std::string path = folder.of_part(PhaseFileKind::buckets, 0, part);
  const PhaseHead head = documents.head_of_part(PhaseFileKind::buckets, 0, part);
  if (is_done(path, PhaseFileKind::buckets, head)) {
    return;
  }
  const std::vector<Stretch> stretches = stretches_of(documents, part);
  std::vector<FoundBuckets> found(stretches.size());
  parallel_for(
      stretches.size(), [&](size_t i) { found[i] = StretchSearch(documents, stretches[i]).find(); },
      Progress::Phase::candidates);
  std::vector<NamedPair> copies;
  std::vector<uint64_t> ends;
  for (const FoundBuckets& of : found) {
    copies.insert(copies.end(), of.copies.begin(), of.copies.end());
    for (const uint64_t size : of.sizes) {
      ends.push_back((ends.empty() ? 0 : ends.back()) + size);
    }
  }
  std::sort(copies.begin(), copies.end());
  WorkFolder::make_room(path);
  PhaseFileWriter file(path, PhaseFileKind::buckets, head);
  file.add(copies);
  file.add(ends);
  file.begin_section();
  for (const FoundBuckets& of : found) {
    file.append(std::span<const DocumentName>(of.documents));
  }
  file.commit();
}

}  // namespace reprise::detail
