// All documents of a corpus by name, as the keys of its shards have them.
//
// A document's name is its shard (the upper 32 bits) and its number there: in the order of names
// documents stand as in the input. The order of keeping is by rank, then by name.
//
// Thread safety: any number of threads. Cost: a look touches a block or two of a mapped file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "reprise/dedup/records.h"
#include "reprise/phases/phase_file.h"
#include "reprise/phases/work_folder.h"

namespace reprise::detail {

using DocumentName = uint64_t;

inline DocumentName document_name(uint64_t shard, uint32_t record) {
  return shard << 32 | record;
}
inline uint32_t shard_of(DocumentName name) {
  return static_cast<uint32_t>(name >> 32);
}
inline uint32_t record_of(DocumentName name) {
  return static_cast<uint32_t>(name);
}

// Two documents of one bucket, the one that is kept rather second.
struct NamedPair {
  DocumentName document = 0;
  DocumentName head = 0;
  friend auto operator<=>(const NamedPair&, const NamedPair&) = default;
};

// The sections of a file of keys.
namespace keys_section {
enum : size_t {
  facts = 1,   // KeysFacts
  texts = 2,   // TextHash of each document
  lines = 3,   // uint64_t: the line of its shard, counted from 1
  ranks = 4,   // double; none if all have the same
  groups = 5,  // uint64_t; none if there is one group
  bands = 6,   // uint64_t: where the entries of each band begin, and those of texts; one more
  entries = 7  // uint64_t: key (32), number (32); ascending in each band
};
}  // namespace keys_section

// The sections of a file of sets.
namespace sets_section {
enum : size_t {
  slots = 1,  // uint8_t: the sketch of each document
  ends = 2,   // uint64_t: where the shingles of each document end
  sets = 3    // uint64_t: shingles, ascending in each document
};
}  // namespace sets_section

// Numbers about a shard.
struct KeysFacts {
  uint64_t documents = 0;
  uint64_t bytes = 0;  // of its texts and their markup
  uint64_t rejected = 0;
  uint64_t with_rank = 0;   // whether one document has what --keep asks for
  uint64_t with_group = 0;  // the same for --within
  uint64_t texts = 0;       // a hash of all texts
  uint64_t all = 0;         // a hash of all that decides
  uint64_t reserved = 0;
};

// Returns the head of a shard's files.
PhaseHead head_of_shard(const DedupOptions& options, uint32_t shard);

class PhaseDocuments {
 public:
  // Opens the keys of all shards. Throws Error if one is missing or of another make, and one of
  // kind `usage` if no document has the field that an option asks for.
  PhaseDocuments(const WorkFolder& folder, uint32_t shards, const DedupOptions& options);

  uint32_t shards() const { return static_cast<uint32_t>(keys_.size()); }
  uint32_t bands() const { return bands_; }
  const DedupOptions& options() const { return options_; }
  const PhaseFile& keys(uint32_t shard) const { return *keys_[shard]; }
  const KeysFacts& facts(uint32_t shard) const { return facts_[shard]; }
  uint32_t count(uint32_t shard) const { return static_cast<uint32_t>(facts_[shard].documents); }

  // Returns how many documents stand before the shard, in all of them for `shards()`.
  uint64_t before(uint32_t shard) const { return before_[shard]; }

  // Returns the head of what is made of all documents, for a part of it.
  PhaseHead head(const std::string& of) const { return {options_line_, corpus_, of}; }
  PhaseHead head_of_part(PhaseFileKind kind, uint32_t round, const PhasePart& part) const;

  // Throws Error if there is no such document; for names that were read from a file.
  void check(DocumentName name, const PhaseFile& file) const;

  const TextHash& text(DocumentName name) const {
    return keys(shard_of(name)).at<TextHash>(keys_section::texts, record_of(name));
  }
  uint64_t group(DocumentName name) const;
  double rank(DocumentName name) const;
  uint64_t line(DocumentName name) const {
    return keys(shard_of(name)).at<uint64_t>(keys_section::lines, record_of(name));
  }

  // Puts names into the order of keeping.
  void sort(std::vector<DocumentName>& names) const;

 private:
  void check_fields() const;
  void check_bands(uint32_t shard) const;

  const DedupOptions& options_;
  uint32_t bands_ = 0;
  bool ranked_ = false;
  bool grouped_ = false;
  std::string options_line_;
  std::string corpus_;
  std::vector<std::unique_ptr<PhaseFile>> keys_;
  std::vector<KeysFacts> facts_;
  std::vector<uint64_t> before_;
};

}  // namespace reprise::detail
