// Which runs of units stand elsewhere: columns, anchors, repeats and stretches against all pairs of
// runs; cuts and strings of JSON against what is plain to see.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "reprise/dedup/order.h"
#include "reprise/dedup/parts/columns.h"
#include "reprise/dedup/parts/cuts.h"
#include "reprise/dedup/parts/runs.h"
#include "reprise/dedup/parts/stretches.h"
#include "reprise/io/json_string.h"

namespace reprise::detail {
namespace {

using Words = std::vector<uint64_t>;
using Rows = std::vector<Words>;
using Leaving = std::vector<std::set<uint32_t>>;  // the words that leave each row

// By the definition: a run leaves if an equal one stands before it (or anywhere), without an
// overlap.
Leaving leaving_plainly(const Rows& rows, uint32_t size, const PartOptions& options) {
  std::map<Words, std::vector<std::pair<uint32_t, uint32_t>>> places;
  for (uint32_t r = 0; r < rows.size(); ++r) {
    for (uint32_t w = 0; w + size <= rows[r].size(); ++w) {
      const auto begin = rows[r].begin() + w;
      places[Words(begin, begin + size)].emplace_back(r, w);
    }
  }
  Leaving leaving(rows.size());
  for (const auto& [_, found] : places) {
    for (const auto& [r, w] : found) {
      bool leaves = false;
      for (const auto& [s, v] : found) {
        const bool is_apart = s != r || std::max(v, w) - std::min(v, w) >= size;
        const bool counts =
            options.remove == RemovedCopies::all || std::pair(s, v) < std::pair(r, w);
        leaves |= is_apart && counts;
      }
      for (uint32_t i = 0; leaves && found.size() >= options.common && i < size; ++i) {
        leaving[r].insert(w + i);
      }
    }
  }
  return leaving;
}

Leaving leaving_by_anchors(const Rows& rows, uint32_t size, const PartOptions& options,
                           size_t parts) {
  const auto count = static_cast<uint32_t>(rows.size());
  UnitColumns columns(1, std::make_unique<TemporaryFile>(temporary_folder()), count);
  for (uint32_t r = 0; r < count; ++r) {
    columns.set(r, columns.append(rows[r]), static_cast<uint32_t>(rows[r].size()));
  }
  Records records;
  records.count = count;
  const Order order(records, KeepRule{});
  const UnitPlaces places(order, columns, count);
  const auto entries = WordRuns(columns, count, size).find_all(places, parts);
  const auto repeats = find_repeats(entries, places, size, options);
  Leaving leaving(rows.size());
  for (const PartStretch& stretch :
       find_stretches(repeats, places, columns, {PartKind::words, size})) {
    const UnitRange units = stretch.units(size);
    for (uint32_t i = units.begin; i < units.end; ++i) {
      leaving[stretch.record].insert(i);
      const uint32_t at = stretch.first_unit + (stretch.advances ? i - units.begin : 0);
      if (stretch.advances) {
        EXPECT_EQ(rows[stretch.record][i], rows[stretch.first_record][at]);
      }
    }
  }
  return leaving;
}

// Rows of few different words, with stretches of one another.
Rows make_rows(size_t count, uint64_t distinct, uint64_t seed) {
  std::mt19937_64 draw(seed);
  Rows rows(count);
  for (Words& row : rows) {
    for (size_t words = draw() % 120; words > 0; --words) {
      row.push_back(draw() % distinct * 0x9e3779b97f4a7c15u);
    }
    const Words& other = rows[draw() % count];
    if (other.size() > 1 && &other != &row) {
      const size_t begin = draw() % other.size();
      const size_t end = begin + draw() % (other.size() - begin + 1);
      const auto at = row.begin() + static_cast<ptrdiff_t>(draw() % (row.size() + 1));
      row.insert(at, other.begin() + static_cast<ptrdiff_t>(begin),
                 other.begin() + static_cast<ptrdiff_t>(end));
    }
  }
  return rows;
}

TEST(DedupParts, RunsThatStandElsewhereAreThoseOfAllPairs) {
  for (const uint32_t size : {1u, 2u, 3u, 7u, 16u, 50u}) {
    for (const uint64_t distinct : {1u, 2u, 3u, 50u, 100000u}) {
      const Rows rows = make_rows(80, distinct, size * 1000 + distinct);
      for (const RemovedCopies remove : {RemovedCopies::later, RemovedCopies::all}) {
        for (const uint32_t common : {2u, 3u}) {
          PartOptions options;
          options.remove = remove;
          options.common = common;
          EXPECT_EQ(leaving_by_anchors(rows, size, options, size % 2 == 0 ? 1 : 9),
                    leaving_plainly(rows, size, options))
              << size << " of " << distinct;
        }
      }
    }
  }
}

std::string cut(std::string_view text, std::vector<Span> units, std::vector<UnitRange> leaving) {
  return without(text, cut_units(text, units, joined_ranges(std::move(leaving))));
}

TEST(DedupParts, OfTwoGapsTheOneWithMoreLineEndsStays) {
  EXPECT_EQ(cut("One. Two. Three.", {{0, 4}, {5, 9}, {10, 16}}, {{1, 2}}), "One. Three.");
  EXPECT_EQ(cut("A\n\nB\n", {{0, 1}, {3, 4}}, {{1, 2}}), "A\n");
  EXPECT_EQ(cut("A b\n\nC", {{0, 1}, {2, 3}, {5, 6}}, {{1, 2}}), "A\n\nC");
  EXPECT_EQ(cut("A\n\nb C", {{0, 1}, {3, 4}, {5, 6}}, {{1, 2}}), "A\n\nC");
  EXPECT_EQ(cut(" A b ", {{1, 2}, {3, 4}}, {{0, 1}}), " b ");
  EXPECT_EQ(cut(" A b ", {{1, 2}, {3, 4}}, {{1, 2}, {0, 1}}), "");
}

TEST(DedupParts, CutsOfCutsAreCutsOfTheOriginal) {
  std::mt19937_64 draw(5);
  for (int round = 0; round < 200; ++round) {
    std::string text(40, ' ');
    for (char& byte : text) {
      byte = static_cast<char>('a' + draw() % 26);
    }
    std::vector<Span> cuts;
    std::string now = text;
    for (int more = 0; more < 5 && now.size() > 4; ++more) {
      const auto begin = static_cast<uint32_t>(draw() % (now.size() - 3));
      const std::vector<Span> next{{begin, begin + 1 + static_cast<uint32_t>(draw() % 3)}};
      const Span before = CutMap(cuts).before(next[0]);
      EXPECT_EQ(text[before.begin], now[next[0].begin]);
      EXPECT_EQ(text[before.end - 1], now[next[0].end - 1]);
      cuts = CutMap(cuts).with(next);
      now = without(now, next);
      EXPECT_EQ(without(text, cuts), now);
    }
  }
}

TEST(DedupParts, TheStringOfAFieldIsTheLastOfItsName) {
  const auto found = [](std::string_view line, std::string_view field) {
    const auto span = find_string(line, field);
    return span ? std::string(span->in(line)) : "nothing";
  };
  EXPECT_EQ(found(R"({"text": "a\"}", "b": [{"text": "x"}, "]"], "text":"c"})", "text"), "c");
  EXPECT_EQ(found(R"({"a": {"text": "x", "b": {"c": "y"}}, "d": 1})", "a.b.c"), "y");
  EXPECT_EQ(found(R"({"text": "a", "text": 5})", "text"), "nothing");
  EXPECT_EQ(found(R"({"\u0061\u002e": 1, "a": {"b": "x"}, "a": 3})", "a.b"), "nothing");
  EXPECT_EQ(found(R"({"a":-1.5e3,"b":true,"c":null,"t":""})", "t"), "");
  for (const char* broken : {"", "{", R"({"a)", R"({"a\)", R"({"a":)", R"({"a":[)", "[1]", "{]"}) {
    EXPECT_EQ(found(broken, "t"), "nothing");
  }
}

TEST(DedupParts, StringsAreCutByTheBytesThatTheyMean) {
  const auto cut_one = [](std::string_view written, uint32_t begin, uint32_t end) {
    return cut_string(written, std::vector<Span>{{begin, end}});
  };
  EXPECT_EQ(cut_one(R"(A \u00e9t\u00e9. B)", 2, 9), "A B");
  EXPECT_EQ(cut_one(R"(\ud83d\ude00\n\\x)", 4, 5), R"(\ud83d\ude00\\x)");
  EXPECT_EQ(cut_one(R"(\ud800\ud800x)", 3, 6), R"(\ud800x)");
  EXPECT_EQ(cut_one("\xff\xfe\x61\xc3", 3, 4), "\xff\xfe\xc3");
  EXPECT_EQ(cut_one("abc", 0, 3), "");
  EXPECT_EQ(cut_one("\\", 0, 9), "");
}

}  // namespace
}  // namespace reprise::detail
