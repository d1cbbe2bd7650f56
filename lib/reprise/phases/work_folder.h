// The folder that the phases of one corpus share: what its files are called, and which rounds are
// done.
//
//     work/keys/000017.keys, .sets          of shard 17
//     work/join/3-of-8.buckets              of the third of eight ranges of keys
//     work/round-2/3-of-8.pairs             which documents to compare in the second round
//     work/round-2/1-of-4.similarities      how alike they are, of the first quarter of the shards
//     work/round-2/1-of-1.states            which documents stay after it
//     work/filter/000017.filtered           shard 17 is filtered
//
// Any number of processes of any machines may work in it. A phase of a round is complete once there
// is a file of each of its parts, whatever their number; where two numbers are complete, the
// smaller counts, since both say the same.
#pragma once

#include <optional>
#include <string>

#include "reprise/phases/options.h"
#include "reprise/phases/phase_file.h"

namespace reprise::detail {

class WorkFolder {
 public:
  explicit WorkFolder(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }

  // Return paths of files.
  std::string of_shard(PhaseFileKind kind, uint32_t shard) const;
  std::string of_part(PhaseFileKind kind, uint32_t round, const PhasePart& part) const;

  // Makes the folder that a file stands in. Throws Error.
  static void make_room(const std::string& file);

  // Returns of how many parts a phase of a round is complete; nothing: it is not.
  std::optional<uint32_t> complete_parts(PhaseFileKind kind, uint32_t round) const;

  // Returns the first round that is not decided, counted from 1.
  uint32_t open_round() const;

 private:
  std::string folder_of(PhaseFileKind kind, uint32_t round) const;

  std::string path_;
};

}  // namespace reprise::detail
