// Steps of align(): from the chain's first run backwards, as far as that pays; each run as it is,
// each gap between two runs by a table; from the last run forwards; and the path that this makes is
// cut where it falls too far.
//
//     a: … again the ferry was late on the northern route …      run "the ferry was late on"
//     b: … again the ferry was late on the southern route …
//
//     backwards   again = again                             equal words need no table
//     forwards    the = the; then a table of the next words:
//                          southern  route
//               northern     -3        .      replaced: 3 lost
//               route         .        1      equal: 4 gained, the best cell
//     path        equal 7, replace 1, equal 1
//
// A cell of a table holds the best score with which it is reached, and the step that leads there.
// Cells that fall by more than `drop` below the best so far are given up (X-drop), so that a row
// has few: they stand between `first` and `last`.
//
// Cost and source: the head of align.h.
#include "reprise/passages/align.h"

#include <algorithm>

namespace reprise::detail {
namespace {

// In quarters of a word.
constexpr int32_t equal_gain = 4, common_gain = 2, near_gain = 2, replace_loss = 3, gap_loss = 2;
constexpr int32_t least_score = 8;  // of what is worth a closer look
constexpr int32_t unreachable = INT32_MIN / 2;
constexpr uint32_t window = 32;  // words beyond an end that are aligned at a time

bool in_a(Step step) {
  return step != Step::insert;
}
bool in_b(Step step) {
  return step != Step::remove;
}
bool is_gain(Step step) {
  return step == Step::equal || step == Step::near;
}

std::vector<StepRun> runs_of(std::span<const Step> path) {
  std::vector<StepRun> steps;
  for (const Step step : path) {
    if (steps.empty() || steps.back().step != step) {
      steps.push_back({step, 0});
    }
    ++steps.back().length;
  }
  return steps;
}

int32_t gain(Likeness likeness, Key key) {
  if (likeness == Likeness::different) {
    return -replace_loss;
  }
  if (likeness == Likeness::near) {
    return near_gain;
  }
  return is_common(key) ? common_gain : equal_gain;
}

Step step_of(Likeness likeness) {
  switch (likeness) {
    case Likeness::equal: return Step::equal;
    case Likeness::near: return Step::near;
    case Likeness::different: break;
  }
  return Step::replace;
}

}  // namespace

void Aligner::Way::improve(int32_t other, Step by) {
  if (other > score) {
    score = other;
    step = by;
  }
}

uint32_t Aligner::room(Corner corner, size_t side) const {
  const uint32_t place = side == 0 ? corner.a : corner.b;
  return corner.direction > 0 ? words_.size(side) - place : place;
}

// Fills the table of the first n words of a and the first m of b from the corner on: cell (i, j)
// has the best score of aligning i words with j. Cells that fall by more than `drop` below the best
// so far are given up, and the table ends with the first row of which nothing can be reached.
// Returns the best cell.
Aligner::Cell Aligner::fill(Corner corner, uint32_t n, uint32_t m, int32_t drop) {
  const size_t cells = (n + size_t{1}) * (m + size_t{1});
  if (cells > steps_.size()) {
    steps_.resize(cells);
    scores_.resize(cells);
  }
  words_a_.clear();
  words_b_.clear();
  Cell best;
  Reach before;
  for (uint32_t i = 0; i <= n; ++i) {
    if (i > 0) {
      words_a_.push_back(words_.word(0, word_at(corner.a, i - 1, corner.direction)));
    }
    const std::optional<Reach> row = fill_row(corner, i, m, drop, before, best);
    if (!row) {
      break;
    }
    before = *row;
  }
  return best;
}

// Fills row i, of which the row before was reached as `before` says, up to where nothing more can
// be reached; returns what can be, if anything.
std::optional<Aligner::Reach> Aligner::fill_row(Corner corner, uint32_t i, uint32_t m, int32_t drop,
                                                Reach before, Cell& best) {
  const size_t columns = m + size_t{1};
  std::optional<Reach> reach;
  for (uint32_t j = before.first; j <= m; ++j) {
    Way way = best_way(corner, i, j, columns, before);
    if (way.score < best.score - drop) {
      way.score = unreachable;
    }
    const size_t cell = i * columns + j;
    scores_[cell] = way.score;
    steps_[cell] = way.step;
    if (way.score > best.score) {
      best = {i, j, way.score};
    }
    if (way.score > unreachable) {
      reach = {reach ? reach->first : j, j};
      continue;
    }
    const bool nothing_above_leads_on = i == 0 || j > before.last;
    if (nothing_above_leads_on) {
      break;
    }
  }
  return reach;
}

// Returns the best of the three ways into cell (i, j): over both words, over that of a, over that
// of b. Words of b are looked at when a cell first asks for them.
Aligner::Way Aligner::best_way(Corner corner, uint32_t i, uint32_t j, size_t columns,
                               Reach before) {
  const size_t cell = i * columns + j;
  Way way{i + j == 0 ? 0 : unreachable};
  const bool diagonal_is_in_table = i > 0 && j > before.first && j - 1 <= before.last;
  if (diagonal_is_in_table && scores_[cell - columns - 1] > unreachable) {
    while (words_b_.size() < j) {
      words_b_.push_back(words_.word(1, word_at(corner.b, words_b_.size(), corner.direction)));
    }
    const ComparedWord& word = words_a_.back();
    const Likeness likeness = words_.compare(word, words_b_[j - 1]);
    way.improve(scores_[cell - columns - 1] + gain(likeness, word.key), step_of(likeness));
  }
  if (i > 0 && j <= before.last) {
    way.improve(scores_[cell - columns] - gap_loss, Step::remove);
  }
  if (j > before.first) {
    way.improve(scores_[cell - 1] - gap_loss, Step::insert);
  }
  return way;
}

// Appends the steps of the best way into the cell, from the last to the first.
void Aligner::trace_back(Cell cell, uint32_t columns, Path& path) const {
  while (cell.i > 0 || cell.j > 0) {
    const Step step = steps_[cell.i * size_t{columns} + cell.j];
    path.push_back(step);
    cell.i -= in_a(step);
    cell.j -= in_b(step);
  }
}

// Aligns all of both ranges.
void Aligner::append_gap(TokenRange a, TokenRange b, Path& path) {
  if (a.size() + b.size() == 0) {
    return;
  }
  fill({a.begin, b.begin, 1}, a.size(), b.size(), -unreachable / 2);
  const size_t before = path.size();
  trace_back({a.size(), b.size()}, b.size() + 1, path);
  std::reverse(path.begin() + static_cast<ptrdiff_t>(before), path.end());
}

// The keys of a run are equal; words of one stem are near misses.
void Aligner::append_run(const Run& run, Path& path) {
  for (uint32_t i = 0; i < run.length; ++i) {
    path.push_back(words_.hash(0, run.a + i) == words_.hash(1, run.b + i) ? Step::equal
                                                                          : Step::near);
  }
}

// Returns whether the next word goes on alike, or one of the next words that are not common stands
// near its place on the other side too: where none does, to carry on can't pay, and mostly none
// does.
bool Aligner::promises(Corner corner) {
  constexpr uint32_t ahead = 16, around = 6;
  const uint32_t room_a = room(corner, 0);
  const uint32_t room_b = room(corner, 1);
  if (room_a == 0 || room_b == 0) {
    return false;
  }
  const ComparedWord next_a = words_.word(0, word_at(corner.a, 0, corner.direction));
  const ComparedWord next_b = words_.word(1, word_at(corner.b, 0, corner.direction));
  if (words_.compare(next_a, next_b) != Likeness::different) {
    return true;
  }
  for (uint32_t i = 0; i < std::min(ahead, room_a); ++i) {
    const Key key = words_.key(0, word_at(corner.a, i, corner.direction));
    if (is_common(key)) {
      continue;
    }
    const uint32_t end = std::min(i + around + 1, room_b);
    for (uint32_t j = i - std::min(i, around); j < end; ++j) {
      if (words_.key(1, word_at(corner.b, j, corner.direction)) == key) {
        return true;
      }
    }
  }
  return false;
}

// Carries the corner on over equal words, for which no table is needed.
void Aligner::walk_equal(Corner& corner, Path& path) {
  const auto step = static_cast<uint32_t>(corner.direction);  // modulo 2^32: may go down
  const uint32_t ahead = corner.direction > 0 ? 0 : UINT32_MAX;
  while (corner.a + ahead < words_.size(0) && corner.b + ahead < words_.size(1) &&
         words_.hash(0, corner.a + ahead) == words_.hash(1, corner.b + ahead)) {
    path.push_back(Step::equal);
    corner.a += step;
    corner.b += step;
  }
}

// Carries the corner on for as long as that pays; returns the steps in the order of the direction.
Aligner::Path Aligner::extend(Corner& corner) {
  Path path;
  walk_equal(corner, path);
  while (promises(corner)) {
    const uint32_t n = std::min(room(corner, 0), window);
    const uint32_t m = std::min(room(corner, 1), window);
    const Cell best = fill(corner, n, m, drop_);
    if (best.score == 0) {
      break;
    }
    const size_t before = path.size();
    trace_back(best, m + 1, path);
    std::reverse(path.begin() + static_cast<ptrdiff_t>(before), path.end());
    corner.a += static_cast<uint32_t>(corner.direction) * best.i;  // modulo 2^32: may go down
    corner.b += static_cast<uint32_t>(corner.direction) * best.j;
    walk_equal(corner, path);
  }
  return path;
}

std::vector<Alignment> Aligner::align(const Chain& chain) {
  if (longest_gap_ == 0) {
    return runs_alone(chain);
  }
  Corner begin{chain.front().a, chain.front().b, -1};
  Path path = extend(begin);
  std::reverse(path.begin(), path.end());
  uint32_t a = chain.front().a;
  uint32_t b = chain.front().b;
  for (const Run& run : chain) {
    append_gap({a, run.a}, {b, run.b}, path);
    append_run(run, path);
    a = run.a + run.length;
    b = run.b + run.length;
  }
  Corner end{a, b, 1};
  const Path after = extend(end);
  path.insert(path.end(), after.begin(), after.end());
  return cut(path, begin.a, begin.b);
}

// Runs over no differing word are passages as they stand.
std::vector<Alignment> Aligner::runs_alone(const Chain& chain) {
  std::vector<Alignment> pieces;
  Path path;
  for (const Run& run : chain) {
    path.clear();
    append_run(run, path);
    pieces.push_back({{run.a, run.a + run.length},
                      {run.b, run.b + run.length},
                      runs_of(path),
                      4 * int64_t{run.length}});
  }
  return pieces;
}

// Cuts a path into the parts that score.
class Aligner::Cutter {
 public:
  Cutter(std::span<const Step> path, Mark begin) : path_(path), begin_(begin), best_(begin) {
    now_ = begin;
  }

  bool at_end() const { return now_.at == path_.size(); }

  // Walks over the next word, of the key.
  void walk(Key key) {
    const Step step = path_[now_.at++];
    now_.a += in_a(step);
    now_.b += in_b(step);
    if (is_gain(step)) {
      now_.score += step == Step::near ? near_gain : gain(Likeness::equal, key);
      differ_a_ = 0;
      differ_b_ = 0;
    } else {
      now_.score -= step == Step::replace ? replace_loss : gap_loss;
      differ_a_ += in_a(step);
      differ_b_ += in_b(step);
    }
    if (now_.score > best_.score) {
      best_ = now_;
    }
  }

  // Returns whether the part must end here: its score has fallen to 0, or too far below its best,
  // or too many words in a row differ.
  bool must_close(int32_t drop, uint32_t longest_gap) const {
    return now_.score <= 0 || now_.score < best_.score - drop ||
           std::max(differ_a_, differ_b_) > longest_gap;
  }

  // Ends the part at its best place, and begins the next one there.
  void close(std::vector<Alignment>& pieces) {
    if (best_.score >= least_score) {
      const auto steps = runs_of(path_.subspan(begin_.at, best_.at - begin_.at));
      pieces.push_back({{begin_.a, best_.a}, {begin_.b, best_.b}, steps, best_.score});
    }
    if (best_.score > 0) {
      now_ = best_;
    }
    now_.score = 0;
    begin_ = now_;
    best_ = now_;
    differ_a_ = 0;
    differ_b_ = 0;
  }

  uint32_t word_of_a() const { return now_.a; }

 private:
  std::span<const Step> path_;
  Mark begin_, best_, now_;
  uint32_t differ_a_ = 0, differ_b_ = 0;  // words in a row
};

// Returns the parts of the path that score: none of their beginnings falls to 0, and none of their
// stretches falls too far or differs for too long.
std::vector<Alignment> Aligner::cut(const Path& path, uint32_t a, uint32_t b) const {
  std::vector<Alignment> pieces;
  Cutter cutter(path, {0, a, b, 0});
  while (!cutter.at_end()) {
    // Only equal words ask for the key, and these are there on both sides.
    const uint32_t word = std::min(cutter.word_of_a(), words_.size(0) - 1);
    cutter.walk(words_.key(0, word));
    if (cutter.must_close(drop_, longest_gap_)) {
      cutter.close(pieces);
    }
  }
  cutter.close(pieces);
  return pieces;
}

Alignment Aligner::join(const Alignment& earlier, const Alignment& later) {
  Path path;
  const auto append = [&](const Alignment& part) {
    for (const StepRun& s : part.steps) {
      path.insert(path.end(), s.length, s.step);
    }
  };
  append(earlier);
  append_gap({earlier.a.end, later.a.begin}, {earlier.b.end, later.b.begin}, path);
  append(later);
  return {{earlier.a.begin, later.a.end},
          {earlier.b.begin, later.b.end},
          runs_of(path),
          earlier.score + later.score};
}

}  // namespace reprise::detail
