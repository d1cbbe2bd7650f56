// The options that a report echoes, under their names and in their order: one table, by which they
// are written and read.
#pragma once

#include <array>
#include <string_view>

#include "reprise/options.h"

namespace reprise::detail {

// Calls visit(name, field) for each of them; for one that is a choice of few, visit(name, field,
// names), where names are those of the enum in its order. `Options` is CompareOptions, const or
// not.
template <class Options, class Visit>
void for_each_option(Options& o, Visit&& visit) {
  static constexpr std::array<std::string_view, 2> shingle_units{"words", "characters"};
  static constexpr std::array<std::string_view, 3> seed_units{"stems", "words", "characters"};
  visit("threshold", o.threshold);
  visit("shingles", o.shingles.unit, shingle_units);
  visit("shingle_size", o.shingles.size);
  visit("sketch_slots", o.sketch.slots);
  visit("seed", o.sketch.seed);
  visit("chain", o.joining);
  visit("fold_case", o.words.fold_case);
  visit("drop_punctuation", o.words.drop_punctuation);
  visit("fold_digits", o.words.fold_digits);
  visit("drop_marks", o.words.drop_marks);
  visit("passage_unit", o.passages.seed_unit, seed_units);
  visit("passage_seed", o.passages.seed);
  visit("passage_holders", o.passages.most_holders);
  visit("passage_words", o.passages.least_words);
  visit("passage_identity", o.passages.least_identity);
  visit("passage_gap", o.passages.longest_gap);
  visit("keep_templates", o.passages.keep_templates);
  visit("skip_quotations", o.passages.skip_quotations);
  visit("skip_same", o.passages.skip_same);
  visit("language", o.points.language);
  visit("point_score", o.points.least_score);
}

}  // namespace reprise::detail
