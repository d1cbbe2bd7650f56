// Alignment: what happened between two runs of equal words, and how far a passage reaches beyond
// its ends.
//
// Words are aligned by their score: an equal word gains, a near miss gains less, a word replaced,
// inserted or dropped costs. Between two runs all of both sides is aligned, since the ends are
// known; beyond the first and the last run, alignment goes on until the score has fallen too far
// below its best (X-drop), and the passage ends at the best. What then falls too far in the middle,
// or differs for too many words in a row, is cut there: two passages.
//
//     … the ferry was late again on the northern route …
//     … the ferry was late today on the northern route …
//     equal 4, replace 1, equal 4, then nothing alike: a passage of 9 words, 8 of them matched
//
// Cost: the product of a gap's two sides, each at most what chains allow; beyond the ends in
// proportion to the words gone over, times a band of at most 32 where they differ.
// Source: Zhang, Schwartz, Wagner, Miller, A Greedy Algorithm for Aligning DNA Sequences (X-drop),
// J. Comp. Biol. 7 (2000).
#pragma once

#include <optional>
#include <vector>

#include "reprise/passages/chain.h"
#include "reprise/passages/likeness.h"

namespace reprise::detail {

enum class Step : uint8_t { equal, near, replace, insert, remove };  // from a to b

// So many words in a row with one step.
struct StepRun {
  Step step = Step::equal;
  uint32_t length = 0;
};

// Two ranges of words, and the steps from the one to the other.
struct Alignment {
  TokenRange a, b;
  std::vector<StepRun> steps;
  int64_t score = 0;     // in quarters of a word that is not common
  uint32_t holders = 0;  // of its rarest run
};

// Aligns words of two units. Each thread makes its own.
class Aligner {
 public:
  Aligner(WordComparer& words, uint32_t longest_gap)
      : words_(words),
        longest_gap_(longest_gap),
        drop_(3 * static_cast<int32_t>(longest_gap) + 2) {}

  // Returns the alignments that the chain makes, in order; each begins and ends with an equal word
  // or a near miss.
  std::vector<Alignment> align(const Chain& chain);

  // Returns the two as one, with what lies between them. REQUIRES: `later` begins on neither side
  // before `earlier` ends.
  Alignment join(const Alignment& earlier, const Alignment& later);

 private:
  // Steps of a word each.
  using Path = std::vector<Step>;

  // Where to begin, and which way the words go: 1 or -1.
  struct Corner {
    uint32_t a, b;
    int direction;
  };
  struct Cell {
    uint32_t i = 0, j = 0;
    int32_t score = 0;
  };

  // A place on a path, with the words of a and b that it has passed.
  struct Mark {
    size_t at = 0;
    uint32_t a = 0;
    uint32_t b = 0;
    int64_t score = 0;
  };
  class Cutter;
  // The columns of a row that can be reached, from `first` to `last`.
  struct Reach {
    uint32_t first = 0;
    uint32_t last = 0;
  };
  // A step into a cell, and the score that it brings.
  struct Way {
    int32_t score = 0;
    Step step = Step::equal;
    void improve(int32_t other, Step by);
  };

  // The word that lies `i` words beyond the place, in the direction.
  static uint32_t word_at(uint32_t from, size_t i, int direction) {
    return static_cast<uint32_t>(direction > 0 ? from + i : from - i - 1);
  }
  // How many words lie beyond the corner on a side.
  uint32_t room(Corner corner, size_t side) const;

  Cell fill(Corner corner, uint32_t n, uint32_t m, int32_t drop);
  std::optional<Reach> fill_row(Corner corner, uint32_t i, uint32_t m, int32_t drop, Reach before,
                                Cell& best);
  Way best_way(Corner corner, uint32_t i, uint32_t j, size_t columns, Reach before);
  void trace_back(Cell cell, uint32_t columns, Path& path) const;
  void append_gap(TokenRange a, TokenRange b, Path& path);
  void append_run(const Run& run, Path& path);
  bool promises(Corner corner);
  void walk_equal(Corner& corner, Path& path);
  Path extend(Corner& corner);
  std::vector<Alignment> runs_alone(const Chain& chain);
  std::vector<Alignment> cut(const Path& path, uint32_t a, uint32_t b) const;

  WordComparer& words_;
  uint32_t longest_gap_;
  int32_t drop_;
  std::vector<ComparedWord> words_a_, words_b_;  // at the sides of the table
  std::vector<Step> steps_;                      // into each cell of the table
  std::vector<int32_t> scores_;                  // of its cells
};

}  // namespace reprise::detail
