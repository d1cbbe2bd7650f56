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
  return likeness == Likeness::equal  ? Step::equal
         : likeness == Likeness::near ? Step::near
                                      : Step::replace;
}

}  // namespace

// Fills the table of the first n words of a and the first m of b from the corner on: cell (i, j)
// has the best score of aligning i words with j. Cells that fall by more than `drop` below the best
// so far are given up, and rows end where nothing can be reached. Returns the best cell.
Aligner::Cell Aligner::fill(Corner corner, uint32_t n, uint32_t m, int32_t drop) {
  const size_t columns = m + size_t{1};
  if (const size_t cells = (n + size_t{1}) * columns; cells > steps_.size()) {
    steps_.resize(cells), scores_.resize(cells);
  }
  words_a_.clear(), words_b_.clear();
  const auto at = [&](uint32_t from, size_t i) {
    return static_cast<uint32_t>(corner.direction > 0 ? from + i : from - i - 1);
  };
  Cell best;
  uint32_t first = 0, last = 0;  // what can be reached of the row before
  for (uint32_t i = 0; i <= n; ++i) {
    uint32_t begin = UINT32_MAX, end = 0;
    if (i > 0) {
      words_a_.push_back(words_.word(0, at(corner.a, i - 1)));
    }
    for (uint32_t j = first; j <= m; ++j) {
      const size_t cell = i * columns + j;
      int32_t score = i + j == 0 ? 0 : unreachable;
      Step step = Step::equal;
      const auto reach = [&](int32_t from, int32_t gain, Step by) {
        if (from + gain > score) {
          score = from + gain, step = by;
        }
      };
      if (i > 0 && j > first && j - 1 <= last && scores_[cell - columns - 1] > unreachable) {
        while (words_b_.size() < j) {
          words_b_.push_back(words_.word(1, at(corner.b, words_b_.size())));
        }
        const ComparedWord& word = words_a_.back();
        const Likeness likeness = words_.compare(word, words_b_[j - 1]);
        reach(scores_[cell - columns - 1], gain(likeness, word.key), step_of(likeness));
      }
      if (i > 0 && j <= last) {
        reach(scores_[cell - columns], -gap_loss, Step::remove);
      }
      if (j > first) {
        reach(scores_[cell - 1], -gap_loss, Step::insert);
      }
      if (score < best.score - drop) {
        score = unreachable;
      }
      scores_[cell] = score, steps_[cell] = step;
      if (score > best.score) {
        best = {i, j, score};
      }
      if (score > unreachable) {
        begin = std::min(begin, j), end = j;
      }
      if (score == unreachable && (i == 0 || j > last)) {
        break;
      }
    }
    if (begin == UINT32_MAX) {
      break;
    }
    first = begin, last = end;
  }
  return best;
}

// Appends the steps of the best way into the cell, from the last to the first.
void Aligner::trace_back(Cell cell, uint32_t columns, Path& path) const {
  while (cell.i > 0 || cell.j > 0) {
    const Step step = steps_[cell.i * size_t{columns} + cell.j];
    path.push_back(step);
    cell.i -= in_a(step), cell.j -= in_b(step);
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
  const uint32_t room_a = corner.direction > 0 ? words_.size(0) - corner.a : corner.a;
  const uint32_t room_b = corner.direction > 0 ? words_.size(1) - corner.b : corner.b;
  const auto at = [&](uint32_t from, uint32_t i) {
    return corner.direction > 0 ? from + i : from - i - 1;
  };
  if (room_a == 0 || room_b == 0) {
    return false;
  }
  if (words_.compare(words_.word(0, at(corner.a, 0)), words_.word(1, at(corner.b, 0))) !=
      Likeness::different) {
    return true;
  }
  for (uint32_t i = 0; i < std::min(ahead, room_a); ++i) {
    const Key key = words_.key(0, at(corner.a, i));
    if (is_common(key)) {
      continue;
    }
    const uint32_t end = std::min(i + around + 1, room_b);
    for (uint32_t j = i - std::min(i, around); j < end; ++j) {
      if (words_.key(1, at(corner.b, j)) == key) {
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
    corner.a += step, corner.b += step;
  }
}

// Carries the corner on for as long as that pays; returns the steps in the order of the direction.
Aligner::Path Aligner::extend(Corner& corner) {
  Path path;
  while (walk_equal(corner, path), promises(corner)) {
    const uint32_t room_a = corner.direction > 0 ? words_.size(0) - corner.a : corner.a;
    const uint32_t room_b = corner.direction > 0 ? words_.size(1) - corner.b : corner.b;
    const uint32_t n = std::min(room_a, window), m = std::min(room_b, window);
    const Cell best = fill(corner, n, m, drop_);
    if (best.score == 0) {
      break;
    }
    const size_t before = path.size();
    trace_back(best, m + 1, path);
    std::reverse(path.begin() + static_cast<ptrdiff_t>(before), path.end());
    corner.a += static_cast<uint32_t>(corner.direction) * best.i;  // modulo 2^32: may go down
    corner.b += static_cast<uint32_t>(corner.direction) * best.j;
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
  uint32_t a = chain.front().a, b = chain.front().b;
  for (const Run& run : chain) {
    append_gap({a, run.a}, {b, run.b}, path);
    append_run(run, path);
    a = run.a + run.length, b = run.b + run.length;
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

// Returns the parts of the path that score: none of their beginnings falls to 0, and none of their
// stretches falls too far or differs for too long.
std::vector<Alignment> Aligner::cut(const Path& path, uint32_t a, uint32_t b) const {
  std::vector<Alignment> pieces;
  struct Mark {
    size_t at = 0;
    uint32_t a = 0, b = 0;
    int64_t score = 0;
  };
  Mark begin{0, a, b}, best = begin, now = begin;
  uint32_t differ_a = 0, differ_b = 0;  // words in a row
  const auto close = [&] {
    if (best.score >= least_score) {
      const auto steps = runs_of(std::span(path).subspan(begin.at, best.at - begin.at));
      pieces.push_back({{begin.a, best.a}, {begin.b, best.b}, steps, best.score});
    }
    if (best.score > 0) {
      now = best;
    }
    begin = now, begin.score = 0, best = now = begin;
    differ_a = differ_b = 0;
  };
  while (now.at < path.size()) {
    const Step step = path[now.at];
    const uint32_t word = now.a;
    now.a += in_a(step), now.b += in_b(step), ++now.at;
    if (is_gain(step)) {
      now.score += step == Step::near ? near_gain : gain(Likeness::equal, words_.key(0, word));
      differ_a = differ_b = 0;
    } else {
      now.score -= step == Step::replace ? replace_loss : gap_loss;
      differ_a += in_a(step), differ_b += in_b(step);
    }
    if (now.score > best.score) {
      best = now;
    }
    if (now.score <= 0 || now.score < best.score - drop_ ||
        std::max(differ_a, differ_b) > longest_gap_) {
      close();
    }
  }
  close();
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
