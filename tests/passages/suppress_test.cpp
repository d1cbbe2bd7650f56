// What is suppressed and what is not: the reasons, and the counts.
#include "reprise/passages/suppress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "reprise/corpus/field.h"
#include "support/texts.h"

namespace reprise::detail {
namespace {

using support::Random;
using support::Texts;

constexpr const char* quotation =
    "\"We shall publish every single letter about the northern harbour before the ferries sail "
    "again in autumn\"";
constexpr const char* lead =
    "The harbour of Ostrell closed for nine days after the winter storm, and forty fishing boats "
    "were lost at sea.";

struct Maker {
  Random random{1};
  support::Vocabulary vocabulary{20000};
  std::string prose(size_t words) {
    return support::written(support::make_words(words, vocabulary, random), random);
  }
  std::vector<std::string> texts(size_t count, const std::string& head, const std::string& middle,
                                 const std::string& foot) {
    std::vector<std::string> all;
    for (size_t i = 0; i < count; ++i) {
      all.push_back(head + prose(120) + middle + prose(120) + foot);
    }
    return all;
  }
};

struct Sorted {
  explicit Sorted(std::vector<std::string> all, SuppressionRules rules = {},
                  const PassageOptions& options = {})
      : texts(std::move(all)), keys(texts.keys()), found(texts.passages()) {
    rules.keys = keys;
    reported = sort_out(texts.units(), found, rules, options);
  }
  std::map<Suppression, uint32_t> counts() const {
    std::map<Suppression, uint32_t> all;
    for (const SuppressedPassages& s : reported.suppressed) {
      all[s.reason] = s.count;
    }
    return all;
  }
  size_t suppressed() const {
    size_t sum = 0;
    for (const SuppressedPassages& s : reported.suppressed) {
      sum += s.count;
    }
    return sum;
  }
  // Returns whether a passage holds the words.
  bool reports(const std::string& words) const {
    return std::any_of(reported.passages.begin(), reported.passages.end(), [&](const Passage& p) {
      return texts.text_of(p.unit_a, p.a).find(words) != std::string::npos;
    });
  }
  Texts texts;
  std::vector<Keys> keys;
  std::vector<Passage> found;
  Reported reported;
};

std::string line(const std::string& text) {
  return "\n\n" + text + "\n\n";
}
TEST(Suppress, FurnitureIsNoReuseAndWhatStandsBesideItIs) {
  Maker make;
  const std::string notice =
      "Corrections and letters go to the newsroom of the Norvane Gazette at "
      "Harbour Street, where a box hangs beside the door.";
  auto texts = make.texts(4, "", "", line(notice));
  texts[0] = make.prose(200) + line(lead) + notice;
  texts[1] = make.prose(200) + line(lead) + notice;
  const support::Texts read(texts);
  Furniture furniture;
  const auto words = static_cast<uint32_t>(tokenize(notice).size());
  for (UnitId u{0}; u < texts.size(); ++u) {
    const auto end = static_cast<uint32_t>(read.units()[u].tokens.size());
    furniture.ranges.add(u, {end - words, end});
  }
  furniture.stretches = 4;
  furniture.example = PassageSpan{UnitId(0), {0, words}};
  SuppressionRules rules;
  rules.furniture = &furniture;
  const Sorted s(texts, rules);
  EXPECT_EQ(s.counts(), (std::map<Suppression, uint32_t>{{Suppression::furniture, 4}}));
  EXPECT_TRUE(s.reports("closed for nine days"));
  EXPECT_FALSE(s.reports("newsroom")) << "cut off at the end of the passage";
  EXPECT_EQ(s.reported.passages.size(), 1u);
  EXPECT_EQ(s.reported.suppressed[0].example, *furniture.example);
}

TEST(Suppress, AQuotationInTheMiddleOfParagraphsIsReported) {
  Maker make;
  const Sorted s(make.texts(12, "", std::string(" said: ") + quotation + ", ", ""));
  EXPECT_EQ(s.reported.passages.size(), 66u);
  EXPECT_EQ(s.suppressed(), 0u);
  EXPECT_EQ(s.reported.clusters.size(), 1u);
}

TEST(Suppress, ReasonsCountEachPassageOnce) {
  Maker make;
  const Sorted plain(make.texts(3, line(lead), "", ""));
  EXPECT_EQ(plain.found.size(), 3u);
  EXPECT_EQ(plain.reported.passages.size(), 3u);

  SuppressionRules rules;
  rules.same = {7, 7, no_value};
  const Sorted same(make.texts(3, line(lead), "", ""), rules);
  EXPECT_EQ(same.counts(), (std::map<Suppression, uint32_t>{{Suppression::same_source, 1}}));
  rules.same = {no_value, no_value, no_value};
  EXPECT_EQ(Sorted(make.texts(3, line(lead), "", ""), rules).suppressed(), 0u)
      << "unknown is not the same";

  const std::string middle = std::string(" said: ") + quotation + ", ";
  const Sorted quoted(make.texts(3, line(lead), middle, ""), {}, {.skip_quotations = true});
  EXPECT_EQ(quoted.counts(), (std::map<Suppression, uint32_t>{{Suppression::quotation, 3}}));
  EXPECT_EQ(quoted.reported.passages.size(), 3u);
  EXPECT_FALSE(quoted.reports("every single letter"));
}

TEST(Suppress, WhatMostlyStandsInAnIgnoredTextDoesNotCount) {
  Maker make;
  const auto texts = make.texts(3, std::string(lead) + "\n\n", "", "");
  const auto words = static_cast<uint32_t>(tokenize(lead).size());
  for (const uint32_t known : {words, words / 2}) {
    Passage ignored;
    ignored.a = {0, known};
    const std::vector<Passage> all{ignored};
    SuppressionRules rules;
    rules.ignored = all;
    const Sorted s(texts, rules);
    // Those that document 0 has a side of; between the other two nothing is known to be ignored.
    EXPECT_EQ(s.counts()[Suppression::ignored], known == words ? 2u : 0u);
    EXPECT_EQ(s.reported.passages.size() + s.suppressed(), 3u);
  }
}

TEST(Suppress, TheMorePlacesHoldAPhraseTheMoreItMustWeigh) {
  Maker make;
  const std::string phrase = " the minister for northern fisheries said in a statement ";
  for (const size_t count : {2u, 40u}) {
    const Sorted s(make.texts(count, "", phrase, ""));
    EXPECT_EQ(s.found.size(), count * (count - 1) / 2);
    // Where a chance word beside it is equal too, it weighs enough.
    EXPECT_EQ(10 * s.counts()[Suppression::common] > 9 * s.found.size(), count == 40);
    EXPECT_EQ(s.reported.passages.size() + s.suppressed(), s.found.size())
        << "nothing is dropped in silence";
  }
}

TEST(Suppress, NothingGetsLost) {
  Maker make;
  for (int round = 0; round < 20; ++round) {
    const size_t count = 4 + make.random.below(12);
    const auto some = [&](const std::string& text) {
      return make.random.chance(0.5) ? text : std::string();
    };
    const auto all = make.texts(count, some(line(lead)), some(std::string(" ") + quotation + " "),
                                some(line(lead)));
    SuppressionRules rules;
    std::vector<uint32_t> sources;
    for (size_t d = 0; d < count; ++d) {
      sources.push_back(make.random.chance(0.2) ? no_value
                                                : static_cast<uint32_t>(make.random.below(3)));
    }
    const PassageOptions options{.skip_quotations = make.random.chance(0.5)};
    if (make.random.chance(0.5)) {
      rules.same = sources;
    }
    const Sorted s(all, rules, options);
    EXPECT_EQ(s.reported.passages.size() + s.suppressed(), s.found.size());
    const auto place = [](const Passage& p) {
      return std::tie(p.unit_a, p.unit_b, p.a, p.b);
    };
    EXPECT_TRUE(
        std::is_sorted(s.reported.passages.begin(), s.reported.passages.end(),
                       [&](const Passage& x, const Passage& y) { return place(x) < place(y); }));
    EXPECT_TRUE(std::is_sorted(s.reported.suppressed.begin(), s.reported.suppressed.end(),
                               [](const auto& x, const auto& y) { return x.reason < y.reason; }));
    for (const Passage& p : s.reported.passages) {
      EXPECT_LT(p.cluster.value_or(PassageClusterId()), s.reported.clusters.size() + !p.cluster);
    }
  }
}

}  // namespace
}  // namespace reprise::detail
