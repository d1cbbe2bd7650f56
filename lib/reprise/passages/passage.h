// A passage: a stretch of one text that stands in another too, word for word or lightly edited.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reprise/words/tokenize.h"

namespace reprise::detail {

enum class EditKind { replace, insert, remove };  // from a to b

// Words that differ between the two sides. An insertion has no words in a, a removal none in b.
struct Edit {
  EditKind kind = EditKind::replace;
  TokenRange a, b;
  bool near = false;  // word for word near misses
};

struct Passage {
  uint32_t unit_a = 0,
           unit_b = 0;  // indices of text units; unit_a < unit_b, or unit_b is a reference's
  TokenRange a, b;
  uint32_t matched = 0;  // words that are the same on both sides, in order
  uint32_t near = 0;     // words of one stem, or that a slip of the pen or of a scanner tells apart
  uint32_t informative = 0;         // of the matched words, those that are not common
  uint32_t holders = 0;             // places of its rarest seed in the whole collection
  double identity = 0;              // matched words over the words of the longer side, in (0, 1]
  bool quoted = false;              // both sides stand in quotation marks
  std::vector<Edit> edits;          // in order
  std::optional<uint32_t> cluster;  // its place among the clusters

  // Words that say something: a common one counts for a quarter.
  double weight() const { return informative + 0.25 * (matched - informative); }
};

// A stretch of one unit.
struct PassageSpan {
  uint32_t unit = 0;
  TokenRange range;
  friend auto operator<=>(const PassageSpan&, const PassageSpan&) = default;
};

// The same text in three documents or more.
struct PassageCluster {
  std::vector<PassageSpan> spans;  // ascending
  PassageSpan core;                // in one of them: the longest run of words that all of them have
  double agreement = 0;  // mean share of the words of that one that the others have; (0, 1]
};

// Why a passage that was found is not reported.
enum class Suppression { ignored, template_text, same_source, quotation, common };

struct SuppressedPassages {
  Suppression reason = Suppression::ignored;
  uint32_t count = 0;
  PassageSpan example;  // a side of the longest of them
};

// How much of one document's text stands in others.
struct Reuse {
  struct Source {
    uint32_t document = 0;
    uint32_t words = 0;  // of this document that stand in that one too
  };
  uint32_t words = 0;           // that stand in any other, each counted once
  std::vector<Source> sources;  // most words first
};

// What a seed is a run of.
enum class SeedUnit { stems, words, characters };

struct PassageOptions {
  SeedUnit seed_unit = SeedUnit::stems;
  uint32_t seed = 4;  // a passage holds at least one run of so many equal units
  uint32_t most_holders =
      50;  // of a run: if more places hold it, each is compared with two of them alone
  uint32_t least_words =
      8;  // words that make a passage, near misses by half; fewer is chance or idiom
  double least_weight = 5;       // of its equal words, of which a common one weighs a quarter
  double least_identity = 0.4;   // share of its words, counted as above
  uint32_t longest_gap = 10;     // differing words in a row that a passage may run over
  bool keep_templates = false;   // mastheads and notices are reported like other passages
  bool skip_quotations = false;  // what is quoted on both sides is not reported
  std::string
      skip_same{};  // the name of a field: documents of one value are not compared; empty: none
};

// Calls on_equal(a, b) for each stretch of equal words, in order: the ranges are of one length,
// neither is empty.
template <class OnEqual>
void for_each_equal(const Passage& p, const OnEqual& on_equal) {
  uint32_t a = p.a.begin, b = p.b.begin;
  const auto up_to = [&](uint32_t end_a, uint32_t end_b) {
    if (a < end_a) {
      on_equal(TokenRange{a, end_a}, TokenRange{b, end_b});
    }
  };
  for (const Edit& edit : p.edits) {
    up_to(edit.a.begin, edit.b.begin);
    a = edit.a.end, b = edit.b.end;
  }
  up_to(p.a.end, p.b.end);
}

// Returns the weight that a passage must have; less where fewer words are asked for.
inline double needed_weight(const PassageOptions& options) {
  return std::min(options.least_weight, 0.625 * options.least_words);
}

// Returns whether the passage is long and weighty enough, and its sides are alike enough, to be
// one.
inline bool is_enough(const Passage& p, const PassageOptions& options) {
  const double words = p.matched + p.near / 2.0;
  return words >= options.least_words && p.weight() >= needed_weight(options) &&
         words / std::max(p.a.size(), p.b.size()) >= options.least_identity;
}

}  // namespace reprise::detail
