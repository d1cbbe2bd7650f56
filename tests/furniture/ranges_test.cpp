// Ranges of words against a bitmap, and passages cut to a part against their words one by one.
#include "reprise/furniture/ranges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "reprise/passages/clusters.h"
#include "reprise/passages/trim.h"
#include "support/texts.h"

namespace reprise::detail {
namespace {

using support::Counterpart;
using support::counterparts;
using support::Random;

constexpr uint32_t words = 60;

TokenRange random_range(uint32_t most, Random& random) {
  const auto begin = static_cast<uint32_t>(random.below(words));
  return {begin, std::min(words, begin + 1 + static_cast<uint32_t>(random.below(most)))};
}

TEST(UnitRanges, AreABitmap) {
  Random random(1);
  for (int round = 0; round < 200; ++round) {
    UnitRanges ranges;
    std::array<std::array<bool, words>, 3> bitmap{};
    EXPECT_TRUE(ranges.empty());
    for (int step = 0; step < 12; ++step) {
      const UnitId unit(random.below(3));
      const TokenRange added = random_range(12, random);
      ranges.add(unit, added);
      std::fill(bitmap[unit].begin() + added.begin, bitmap[unit].begin() + added.end, true);

      uint64_t all = 0;
      for (const auto& row : bitmap) {
        all += static_cast<uint64_t>(std::count(row.begin(), row.end(), true));
      }
      EXPECT_EQ(ranges.words(), all);
      const TokenRange asked = random_range(30, random);
      for (UnitId u; u < 3; ++u) {
        const auto& row = bitmap[u];
        const auto held = std::count(row.begin() + asked.begin, row.begin() + asked.end, true);
        EXPECT_EQ(ranges.covered(u, asked), held);
        EXPECT_EQ(ranges.hold_most_of(u, asked),
                  4 * held >= 3 * static_cast<ptrdiff_t>(asked.size()));
        TokenRange around;
        if (row[asked.begin]) {
          around = {asked.begin, asked.begin};
          while (around.begin > 0 && row[around.begin - 1]) {
            --around.begin;
          }
          while (around.end < words && row[around.end]) {
            ++around.end;
          }
        }
        EXPECT_EQ(ranges.around(u, asked), around);
      }
    }
    EXPECT_FALSE(ranges.empty());
    EXPECT_EQ(ranges.covered(UnitId(17), {0, words}), 0u);
  }
}

// A passage of random words and edits, that begins and ends with an equal word.
Passage random_passage(Random& random) {
  Passage p;
  p.unit_b = UnitId(1);
  const auto begin_a = static_cast<uint32_t>(random.below(9)),
             begin_b = static_cast<uint32_t>(random.below(9));
  uint32_t a = begin_a, b = begin_b;
  const auto take = [&](uint32_t length) {
    a += length;
    b += length;
    p.matched += length;
  };
  take(1 + static_cast<uint32_t>(random.below(4)));
  for (uint64_t edits = random.below(6); edits > 0; --edits) {
    Edit edit;
    const auto in_a = static_cast<uint32_t>(random.below(4)),
               in_b = static_cast<uint32_t>(random.below(4));
    edit.near = in_a > 0 && random.chance(0.4);
    edit.a = {a, a + in_a};
    edit.b = {b, b + (edit.near ? in_a : in_b)};
    if (edit.a.size() + edit.b.size() == 0) {
      continue;
    }
    edit.kind = edit.b.size() == 0 ? EditKind::remove : EditKind::replace;
    if (edit.a.size() == 0) {
      edit.kind = EditKind::insert;
    }
    p.near += edit.near ? edit.a.size() : 0;
    a = edit.a.end;
    b = edit.b.end;
    p.edits.push_back(edit);
    take(1 + static_cast<uint32_t>(random.below(5)));
  }
  p.a = {begin_a, a};
  p.b = {begin_b, b};
  p.informative = p.matched;
  p.identity = static_cast<double>(p.matched) / std::max(p.a.size(), p.b.size());
  return p;
}

// The range from the first to the last of the words on the other side.
TokenRange project_plainly(const Passage& p, bool from_a, TokenRange range) {
  std::optional<TokenRange> result;
  for (const Counterpart& c : counterparts(p)) {
    const uint32_t mine = from_a ? c.a : c.b, theirs = from_a ? c.b : c.a;
    if (mine < range.begin || mine >= range.end) {
      continue;
    }
    if (!result) {
      result = {theirs, theirs};
    }
    result->end = theirs + 1;
  }
  return result.value_or(TokenRange{});
}

TEST(Project, GoesByTheWordsThatStandForOneAnother) {
  Random random(2);
  size_t empty = 0;
  for (int round = 0; round < 3000; ++round) {
    const Passage p = random_passage(random);
    const TokenRange range = random_range(20, random);
    for (const bool from_a : {true, false}) {
      const TokenRange expected = project_plainly(p, from_a, range);
      EXPECT_EQ(project(p, from_a, range), expected);
      empty += expected.size() == 0;
    }
    EXPECT_EQ(project(p, true, p.a), p.b);
    EXPECT_EQ(project(p, false, p.b), p.a);
  }
  EXPECT_GT(empty, 100u);
}

TEST(Trimmed, KeepsTheWordsThatLieInBothRanges) {
  Random random(3);
  size_t parts = 0;
  for (int round = 0; round < 3000; ++round) {
    const Passage p = random_passage(random);
    Keys keys(words + 40);
    for (Key& key : keys) {
      key = static_cast<Key>(random.below(1000));  // odd ones are common
    }
    const TokenRange a = random_range(40, random), b = random_range(40, random);

    std::vector<Counterpart> kept;
    for (const Counterpart& c : counterparts(p)) {
      if (a.begin <= c.a && c.a < a.end && b.begin <= c.b && c.b < b.end) {
        kept.push_back(c);
      }
    }
    while (!kept.empty() && !kept.front().equal) {
      kept.erase(kept.begin());
    }
    while (!kept.empty() && !kept.back().equal) {
      kept.pop_back();
    }

    const std::optional<Passage> part = trimmed(p, a, b, keys);
    ASSERT_EQ(part.has_value(), !kept.empty());
    if (!part) {
      continue;
    }
    ++parts;
    EXPECT_EQ(part->a, (TokenRange{kept.front().a, kept.back().a + 1}));
    EXPECT_EQ(part->b, (TokenRange{kept.front().b, kept.back().b + 1}));
    uint32_t matched = 0, near = 0, informative = 0;
    for (const Counterpart& c : kept) {
      (c.equal ? matched : near) += 1;
      informative += c.equal && !is_common(keys[c.a]);
    }
    EXPECT_EQ((std::tuple{part->matched, part->near, part->informative}),
              (std::tuple{matched, near, informative}));
    EXPECT_DOUBLE_EQ(part->identity,
                     matched / static_cast<double>(std::max(part->a.size(), part->b.size())));
    std::vector<Counterpart> own = counterparts(*part);
    EXPECT_TRUE(std::equal(own.begin(), own.end(), kept.begin(), kept.end(),
                           [](const auto& x, const auto& y) {
                             return x.a == y.a && x.b == y.b && x.equal == y.equal;
                           }));
  }
  EXPECT_GT(parts, 200u);
}

TEST(Trimmed, AllOfItIsItself) {
  Random random(4);
  for (int round = 0; round < 200; ++round) {
    const Passage p = random_passage(random);
    const auto same = trimmed(p, p.a, p.b, Keys(words + 40));
    ASSERT_TRUE(same);
    EXPECT_EQ((std::tuple{same->a, same->b, same->matched, same->near, same->edits.size()}),
              (std::tuple{p.a, p.b, p.matched, p.near, p.edits.size()}));
    EXPECT_FALSE(trimmed(p, {p.a.end, p.a.end + 5}, p.b, Keys(words + 40)));
    EXPECT_FALSE(trimmed(p, {20, 10}, p.b, Keys(words + 40)))
        << "an empty range, as when all of it is a template";
  }
}

}  // namespace
}  // namespace reprise::detail
