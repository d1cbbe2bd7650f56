// The statements of one story, and what their terms weigh among them.
//
// Weights come from the story itself: a term in most statements of a story tells none of them
// apart, however rare it is elsewhere. Two terms that stand side by side (or with one word between)
// say a little more together than each alone; such a pair is a feature like a term.
//
// Source: Spärck Jones 1972 (idf); Salton, Buckley 1988.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/statements.h"

namespace reprise::detail {

// A term, or two neighbouring ones, at one place of a statement.
struct Feature {
  uint64_t key = 0;              // of one term: its number in the story
  uint32_t first = 0, last = 0;  // tokens of the unit, both included
  double value = 0;              // the square of its weight
  bool is_term() const { return key >> 63 == 0; }
};

// A statement as its story sees it.
struct Line {
  const Statement* statement = nullptr;
  uint32_t voice = 0;  // of its document: copies of one text are one voice
  bool whole =
      false;  // always compared as a whole: a text of one sentence, a title, a reference's sentence
  std::vector<uint32_t> terms;    // numbers in the story, ascending, without repetition
  std::vector<uint32_t> places;   // the tokens of its terms, ascending
  std::vector<Feature> features;  // by key, then place
};

struct Story {
  std::vector<Line> lines;
  std::vector<double> weights;    // by term of the story
  std::vector<uint32_t> holders;  // in how many lines each term stands
  std::vector<uint32_t> terms;    // by term of the story: its number in the table of statements
  double smoothing =
      0;  // value that is added to each stretch, so that two short ones need more in common
};

// Returns the story of the statements given (ascending indices into the table). `voice_of_document`
// as in find.h; documents from `first_reference` on are references. The table has to outlive the
// story. Cost: linear in the terms.
Story make_story(std::span<const uint32_t> statements, const StatementTable& table,
                 std::span<const TextUnit> units, std::span<const uint32_t> voice_of_document,
                 const PointOptions& options, uint32_t first_reference = UINT32_MAX);

// Returns the rarity of what stands in `holding` of `all` statements: 1 + ln((all + 1) / (holding +
// 1/2)), rounded to a millionth, so that the last bit of a processor's logarithm decides nothing.
double rarity(size_t all, size_t holding);

}  // namespace reprise::detail
