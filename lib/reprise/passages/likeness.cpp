// Compares the letters of words whose hashes differ.
//
// Steps of the distance: the table of Levenshtein's is filled line by line, and only one line is
// kept; when all of a line exceeds what is allowed, the rest can't get better, and is left out.
// Words are folded and decoded once, and 256 of each side are remembered.
//
//     morning, moming    most 2    "rn" for "m": one replaced, one dropped: distance 2
//
// Cost: the product of the lengths, for the few words that the bits of their letters let through.
// Source: Wagner, Fischer, The string-to-string correction problem, JACM 21 (1974); the cut-off:
// Ukkonen, Algorithms for approximate string matching, Information and Control 64 (1985).
#include "reprise/passages/likeness.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "reprise/base/utf8.h"

namespace reprise::detail {
uint32_t edit_distance(std::u32string_view a, std::u32string_view b, uint32_t most) {
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  if (b.size() - a.size() > most) {
    return most + 1;
  }
  thread_local std::vector<uint32_t> row;
  row.resize(a.size() + 1);
  for (uint32_t i = 0; i < row.size(); ++i) {
    row[i] = i;
  }
  for (uint32_t j = 1; j <= b.size(); ++j) {
    uint32_t diagonal = std::exchange(row[0], j), least = j;
    for (size_t i = 1; i <= a.size(); ++i) {
      const uint32_t change = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = std::exchange(row[i], std::min({change, row[i] + 1, row[i - 1] + 1}));
      least = std::min(least, row[i]);
    }
    if (least > most) {
      return most + 1;
    }
  }
  return std::min(row.back(), most + 1);
}

ComparedWord WordComparer::word(size_t side, uint32_t token) const {
  const Token& t = sides_[side].unit.tokens[token];
  ComparedWord word{t.hash, token, sides_[side].keys[token], t.span.size(), 0, 0};
  for (const char c : t.span.in(sides_[side].unit.text)) {
    word.letters |= 1u << (static_cast<unsigned char>(c) % 32);
    word.digits += c >= '0' && c <= '9';
  }
  return word;
}

const std::u32string& WordComparer::spelling(size_t side, uint32_t token) {
  spellings_[side].resize(remembered);
  Spelling& entry = spellings_[side][token % remembered];
  if (entry.token == token) {
    return entry.letters;
  }
  entry.token = token;
  entry.letters.clear();
  const TextUnit& unit = sides_[side].unit;
  fold_word(unit.tokens[token].span.in(unit.text), rules_, folded_);
  for (size_t at = 0; at < folded_.size();) {
    const Decoded c = decode(folded_, at);
    entry.letters.push_back(c.code);
    at += c.size;
  }
  return entry.letters;
}

bool WordComparer::is_near_miss(const ComparedWord& a, const ComparedWord& b) {
  const std::u32string& x = spelling(0, a.token);
  const std::u32string& y = spelling(1, b.token);
  const uint32_t most = slips_allowed(std::min(x.size(), y.size()));
  if (most == 0) {
    return false;
  }
  return edit_distance(x, y, most) <= most;
}

}  // namespace reprise::detail
