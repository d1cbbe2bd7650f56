#include "reprise/passages/align.h"

#include <algorithm>
#include <vector>

namespace reprise {
namespace {

constexpr uint32_t reach = 16;  // words beyond an end that are looked at

// Longest common subsequences of all suffix pairs of two short token ranges: length(i, j) is that of a[i..] and b[j..].
class SuffixTable {
 public:
  SuffixTable(std::span<const Token> a, std::span<const Token> b)
      : columns_(b.size() + 1), cells_((a.size() + 1) * columns_) {
    for (size_t i = a.size(); i-- > 0;) {
      for (size_t j = b.size(); j-- > 0;) {
        at(i, j) = a[i].hash == b[j].hash ? length(i + 1, j + 1) + 1 : std::max(length(i + 1, j), length(i, j + 1));
      }
    }
  }
  uint32_t length(size_t i, size_t j) const { return cells_[i * columns_ + j]; }

 private:
  uint32_t& at(size_t i, size_t j) { return cells_[i * columns_ + j]; }
  size_t columns_;
  std::vector<uint32_t> cells_;
};

void append_edit(std::vector<Edit>& edits, TokenRange a, TokenRange b) {
  if (a.size() == 0 && b.size() == 0) return;
  const EditKind kind = a.size() == 0 ? EditKind::insert : b.size() == 0 ? EditKind::remove : EditKind::replace;
  edits.push_back({kind, a, b});
}

// Aligns two short ranges and appends what differs; returns the number of equal words.
uint32_t align_gap(std::span<const Token> a, std::span<const Token> b, TokenRange gap_a, TokenRange gap_b,
                   std::vector<Edit>& edits) {
  const auto x = a.subspan(gap_a.begin, gap_a.size()), y = b.subspan(gap_b.begin, gap_b.size());
  const SuffixTable table(x, y);
  uint32_t i = 0, j = 0, equal = 0;
  TokenRange left{gap_a.begin, gap_a.begin}, right{gap_b.begin, gap_b.begin};  // the difference that is open
  while (i < x.size() && j < y.size()) {
    if (x[i].hash == y[j].hash && table.length(i, j) == table.length(i + 1, j + 1) + 1) {
      append_edit(edits, left, right);
      ++i, ++j, ++equal;
      left = {gap_a.begin + i, gap_a.begin + i}, right = {gap_b.begin + j, gap_b.begin + j};
    } else if (table.length(i + 1, j) >= table.length(i, j + 1)) {
      left.end = gap_a.begin + ++i;
    } else {
      right.end = gap_b.begin + ++j;
    }
  }
  append_edit(edits, {left.begin, gap_a.end}, {right.begin, gap_b.end});
  return equal;
}

struct Step {
  uint32_t a = 0, b = 0;  // how many words further, on each side
};

// Looks outwards from an end: token_a(i) and token_b(j) are the i-th and j-th words beyond it. Returns how far the passage
// may be carried so that equal words, less the words of the longer side that are not, are most; the end is an equal word.
template <class TokenA, class TokenB>
Step extension(const TokenA& token_a, uint32_t room_a, const TokenB& token_b, uint32_t room_b) {
  const uint32_t rows = std::min(room_a, reach), columns = std::min(room_b, reach);
  uint32_t common[reach + 1][reach + 1] = {};  // longest common subsequence of the first i and the first j words
  Step best;
  int best_score = 0;
  for (uint32_t i = 1; i <= rows; ++i) {
    for (uint32_t j = 1; j <= columns; ++j) {
      const bool equal = token_a(i - 1) == token_b(j - 1);
      common[i][j] = equal ? common[i - 1][j - 1] + 1 : std::max(common[i - 1][j], common[i][j - 1]);
      const int score = 2 * static_cast<int>(common[i][j]) - static_cast<int>(std::max(i, j));
      if (equal && score > best_score) best_score = score, best = {i, j};
    }
  }
  return best;
}

}  // namespace

Passage align(std::span<const Token> a, std::span<const Token> b, const Chain& chain) {
  Passage passage;
  const Run &first = chain.front(), &last = chain.back();
  const uint32_t end_a = last.a + last.length, end_b = last.b + last.length;
  const Step before = extension([&](uint32_t i) { return a[first.a - 1 - i].hash; }, first.a,
                                [&](uint32_t j) { return b[first.b - 1 - j].hash; }, first.b);
  const Step after = extension([&](uint32_t i) { return a[end_a + i].hash; }, static_cast<uint32_t>(a.size()) - end_a,
                               [&](uint32_t j) { return b[end_b + j].hash; }, static_cast<uint32_t>(b.size()) - end_b);
  passage.a = {first.a - before.a, end_a + after.a};
  passage.b = {first.b - before.b, end_b + after.b};

  uint32_t from_a = passage.a.begin, from_b = passage.b.begin;
  for (const Run& run : chain) {
    passage.matched += align_gap(a, b, {from_a, run.a}, {from_b, run.b}, passage.edits) + run.length;
    from_a = run.a + run.length, from_b = run.b + run.length;
  }
  passage.matched += align_gap(a, b, {from_a, passage.a.end}, {from_b, passage.b.end}, passage.edits);
  passage.identity = static_cast<double>(passage.matched) / std::max(passage.a.size(), passage.b.size());
  return passage;
}

}  // namespace reprise
