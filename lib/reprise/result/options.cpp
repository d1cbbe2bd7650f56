// The ranges of all options, one line each.
//
//     PointOptions options;
//     options.least_chance = NAN;
//     options.check();   // throws: "the likeness of a point must be above 0 and at most 1"
#include "reprise/options.h"

#include "reprise/base/require.h"
#include "reprise/language/languages.h"

namespace reprise {

using detail::is_share;
using detail::is_threshold;
using detail::require;

constexpr uint32_t most_slots = 65536;
constexpr uint32_t most_gap = 1000;

void ShingleOptions::check() const {
  require(size >= 1, "a shingle must have at least one word or character");
}

void SketchOptions::check() const {
  require(slots >= 1 && slots <= most_slots, "a sketch must have 1 to 65,536 slots");
}

void PassageOptions::check() const {
  require(seed >= 1, "the seed of a passage must have at least one word");
  require(most_holders >= 1, "a seed of a passage must be allowed at least one holder");
  require(least_weight >= 0, "the weight of a passage must be at least 0");
  require(is_share(least_identity), "the identity of a passage must be between 0 and 1");
  require(longest_gap <= most_gap, "the gap of a passage must be at most 1,000 words");
}

void JudgeOptions::check() const {
  constexpr double most_seconds = 1e6;
  require(pairs >= 1, "a judge must be asked at least one pair of a stretch");
  require(seconds > 0 && seconds <= most_seconds,
          "the seconds of a judge must be above 0 and at most 1,000,000");
}

void PointOptions::check() const {
  judge.check();
  require(is_threshold(least_chance), "the chance of a point must be above 0 and at most 1");
  require(is_share(margin_of_two), "the margin of two mentions must be between 0 and 1");
  require(least_terms >= 1, "two statements must share at least one term");
  require(most_lines >= 1, "a term must be allowed in at least one statement");
  require(longest_stretch >= 1, "a stretch must have at least one word");
  require(smoothing >= 0 && smoothing <= 1e6, "the smoothing of a norm must be at least 0");
  require(is_share(pair_share), "the share of pairs must be between 0 and 1");
  require(is_share(character_share), "the share of characters must be between 0 and 1");
  require(is_share(opposed), "the factor of opposed stretches must be between 0 and 1");
  require(is_share(least_proposal), "the likeness of a proposal must be between 0 and 1");
  require(is_share(same_place), "the share of one place must be between 0 and 1");
  require(is_share(story_likeness), "the likeness of a story must be between 0 and 1");
  if (!detail::knows_language(language)) {
    throw Error(ErrorKind::usage, {"", "no stemmer for the language \"" + language + "\"", ""});
  }
}

void CompareOptions::check() const {
  require(is_threshold(threshold), "the threshold must be above 0 and at most 1");
  shingles.check();
  sketch.check();
  passages.check();
  points.check();
  require(parts.matrices || rank == RankBy::reused,
          "without matrices, pairs are ranked by reused words alone");
  const bool looks_up = parts.pairs;
  require(!looks_up || (parts.passages && !parts.matrices),
          "pairs with references go with passages, and with no matrices");
  require(!looks_up || !drop_furniture,
          "pairs with references are measured with the furniture that they hold");
  require(threads <= detail::most_threads, "the number of threads must be at most 1,024");
}

}  // namespace reprise
