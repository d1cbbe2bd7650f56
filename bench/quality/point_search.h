// The search for talking points as find.cpp puts it together, with a switch at each of its later
// parts, so that each can be left out.
//
// What PointOptions decide comes before, and is in the result that the search is made from. All
// parts together give the points of the library; whoever uses this should make sure of it
// (same_points), so that the two can't drift apart.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "reprise/points/evidence.h"
#include "reprise/points/label.h"
#include "reprise/points/mentions.h"
#include "reprise/points/story.h"
#include "reprise/result.h"

namespace reprise::detail::bench {

// Its pieces as numbers, in their order.
constexpr size_t pieces_of_evidence = 10;
using Pieces = std::array<double, pieces_of_evidence>;
constexpr std::array<const char*, pieces_of_evidence> piece_names{
    "likeness", "sentences", "shared",  "relative", "support",
    "place",    "distance",  "opposed", "meaning",  "surplus"};
Pieces pieces_of(const Evidence& evidence);

// What the pieces count among prose, and what counts where there is none of them.
struct PieceWeights {
  Pieces of{};
  double none = 0;
};

struct Parts {
  std::optional<size_t> without{};        // the piece of evidence that says the same of all pairs
  std::optional<PieceWeights> weights{};  // instead of the library's, of prose
  double growth = 0.04;                   // of the threshold (find.cpp)
  bool assertions = true;                 // whether groups that assert nothing go
  bool widened = true;                    // whether mentions are widened to the next marks
};

// A story, where its points may be stated, and what is known of each two places.
struct StoryPlaces {
  Story story;
  PlacePairs found;
  std::vector<Evidence> evidence;  // beside found.pairs

  // What a pair of places is judged as.
  EvidenceOf kind(const ScoredPair& pair) const;
};

// Returns whether such a pair is one of prose.
bool is_of_prose(EvidenceOf kind);

class PointSearch {
 public:
  // REQUIRES: the result is of a comparison for points alone, without references and with furniture
  // kept, with the model of the encoder, if any; both outlive this.
  explicit PointSearch(const Result& result, const Encoder* encoder = nullptr);
  PointSearch(const PointSearch&) = delete;
  PointSearch& operator=(const PointSearch&) = delete;

  // Returns the points in their order; what the parts don't name is as in the library.
  std::vector<Point> find(const Parts& parts, double least_chance) const;

  const std::vector<StoryPlaces>& stories() const { return stories_; }
  // Returns the mention that a place makes.
  Mention mention_at(const MentionPlace& place, const Story& story, bool widened) const;

 private:
  std::vector<Point> find_in(const StoryPlaces& places, const Parts& parts,
                             const PointOptions& options) const;

  const Result& result_;
  StatementTable table_;
  std::vector<StoryPlaces> stories_;
};

// Returns whether the points have the same mentions and disagreements, in the same order.
bool same_points(std::span<const Point> some, std::span<const Point> others);

}  // namespace reprise::detail::bench
