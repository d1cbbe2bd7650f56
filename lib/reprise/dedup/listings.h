// The lists of what dedup did, as JSON Lines; CONTRACT: `removed`, `clusters` and the field that
// `annotate` adds.
#pragma once

#include <string>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/io/output_file.h"

namespace reprise::detail {

// Returns the float as a number that reads as it was meant: 0.9, and not 0.8999999761581421.
double rounded_similarity(float similarity);

// Which records belong together.
class ClusterTable {
 public:
  explicit ClusterTable(const DedupResult& result);

  // A record's cluster; none if it is alone.
  struct Membership {
    std::optional<uint32_t> cluster;
    uint32_t size = 1;
  };
  Membership of(uint32_t record) const;

  size_t count() const { return begins_.size() - 1; }
  uint32_t largest() const;
  // The records of a cluster, in the order of the input.
  std::span<const uint32_t> members(uint32_t cluster) const {
    return std::span(members_).subspan(begins_[cluster], begins_[cluster + 1] - begins_[cluster]);
  }

 private:
  const DedupResult& result_;
  std::vector<uint32_t> members_;  // of clusters of two or more, ordered by the record that stays
  std::vector<size_t> begins_{0};
  std::vector<uint32_t> kept_;  // of each cluster; ascending
};

// Writes an object a line for each record that leaves: where it stood, and the copy that stands for
// it; with a reference, one for each item that it holds; with parts, one for each part that leaves
// a text, and where that stands first.
void write_removed(const DedupResult& result, const DedupOptions& options, OutputFile& file);

// Writes an object a line for each cluster.
void write_clusters(const DedupResult& result, const ClusterTable& clusters, OutputFile& file);

// Returns the record's line with the field "reprise" as its last. REQUIRES: a JSON object.
std::string annotated(std::string_view line, uint32_t record, const DedupResult& result,
                      const ClusterTable& clusters);

}  // namespace reprise::detail
