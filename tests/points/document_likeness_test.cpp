// How alike two documents are, against the definition; what their dates do to it.
#include "reprise/points/document_likeness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/collection.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Collection;
using support::Random;

// A term twice, or two neighbours, the smaller number first.
using Feature = std::pair<TermId, TermId>;

// The features of one kind, by document, and the likeness by them alone.
struct Features {
  std::vector<std::set<Feature>> of;
  double share_of_lone = 1;

  double value(const Feature& feature) const {
    double documents = 0;
    double holders = 0;
    for (const auto& own : of) {
      documents += own.empty() ? 0 : 1;
      holders += own.contains(feature) ? 1 : 0;
    }
    const double share = holders < 2 ? share_of_lone : 1;
    return share * std::pow(std::log((documents + 10) / (holders + 0.5)), 2);
  }
  double square(size_t d) const {
    double sum = 0;
    for (const Feature& feature : of[d]) {
      sum += value(feature);
    }
    return sum;
  }
  double likeness(size_t a, size_t b) const {
    double product = 0;
    for (const Feature& feature : of[a]) {
      product += of[b].contains(feature) ? value(feature) : 0;
    }
    if (product == 0) {
      return 0;
    }
    const double x = std::sqrt(square(a));
    const double y = std::sqrt(square(b));
    return product / (x * y) * std::pow(std::max(x, y) / std::min(x, y), 0.7);
  }
};

std::vector<ScoredPair> brute_force(const Collection& c) {
  const StatementTable table = make_statements(c.units());
  const size_t count = c.units().size();
  Features terms{std::vector<std::set<Feature>>(count), 1};
  Features pairs{std::vector<std::set<Feature>>(count), 0.06};
  for (const Statement& statement : table.statements) {
    const uint32_t d = c.units()[statement.unit].document;
    for (size_t i = 0; i < statement.terms.size(); ++i) {
      const TermId own = statement.terms[i].id;
      terms.of[d].insert({own, own});
      if (i > 0 && statement.terms[i - 1].id != own) {
        pairs.of[d].insert(std::minmax(statement.terms[i - 1].id, own));
      }
    }
  }
  std::vector<ScoredPair> likenesses;
  for (uint32_t a = 0; a < count; ++a) {
    for (uint32_t b = a + 1; b < count; ++b) {
      const double mean = terms.likeness(a, b) / 3 + pairs.likeness(a, b) * 2 / 3;
      const double length = std::sqrt(static_cast<double>(terms.of[a].size() * terms.of[b].size()));
      const double gain = std::pow(200 / std::clamp(length, 80.0, 200.0), 1.3);
      const double likeness = std::min(1.0, mean * gain);
      if (likeness >= 0.02) {
        likenesses.push_back({a, b, likeness});
      }
    }
  }
  return likenesses;
}

TEST(DocumentLikeness, IsThatOfBruteForce) {
  Random random(1);
  const support::Vocabulary words(2000);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> texts;
    for (int d = 0; d < 12; ++d) {
      const size_t length = 2 + random.below(400);
      texts.push_back(
          support::write_text(support::make_words(length, words, random), random).bytes);
    }
    texts.emplace_back("");
    const Collection c(texts);
    const auto found =
        compare_documents(make_statements(c.units()), c.units(), c.units().size(), {}, 0.02);
    const auto expected = brute_force(c);
    ASSERT_EQ(found.size(), expected.size());
    for (size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].a, expected[i].a);
      EXPECT_EQ(found[i].b, expected[i].b);
      EXPECT_NEAR(found[i].score, expected[i].score, 1e-6);
    }
  }
}

TEST(DocumentLikeness, CountsHowOftenAWordIsSaidForNothing) {
  const Collection c({"Orvik bought a ferry. Orvik sold it.",
                      "Orvik bought a ferry. Orvik sold it. Orvik. Orvik. Orvik.", "A museum."});
  const auto found = compare_documents(make_statements(c.units()), c.units(), 3, {}, 0.02);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_GT(found[0].score, 0.9);
}

TEST(DocumentLikeness, GrowsLessWithDaysBetween) {
  const auto of = [](const char* a, const char* b) {
    return nearness(parse_date(a), parse_date(b));
  };
  EXPECT_EQ(of("2025-02-06", "2025-02-06"), 1);
  EXPECT_EQ(of("2025-02-06", "2025-02-09"), 1);
  EXPECT_LT(of("2025-02-06", "2025-02-16"), 1);
  EXPECT_EQ(of("2025-02-06", "2025-02-16"), of("2025-02-16", "2025-02-06"));
  EXPECT_LT(of("2025-02-06", "2025-02-26"), of("2025-02-06", "2025-02-16"));
  EXPECT_EQ(of("2025-02-06", "2025-06-06"), 0.5);
  EXPECT_EQ(of("2025-02-06", "2019"), 0.5);
  EXPECT_EQ(of("2025-02-06", "2025-02"), 1) << "the day is not known: it may be the same one";
  EXPECT_EQ(nearness(parse_date("2025-02-06"), std::nullopt), 1);
}

TEST(DocumentLikeness, OfTwoSittingsOfOneCourtGoesByTheirDates) {
  const std::string text = "The court of Norvane heard Orvik on the ferry.";
  const Collection c({text, text + " The judge was ill.", text + " The judge was back."});
  const std::vector<std::optional<DateRange>> dates{
      parse_date("2025-02-06"), parse_date("2025-02-07"), parse_date("2025-04-01")};
  const auto found = compare_documents(make_statements(c.units()), c.units(), 3, dates, 0.02);
  const auto dateless = compare_documents(make_statements(c.units()), c.units(), 3, {}, 0.02);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].score, dateless[0].score);
  EXPECT_EQ(found[1].score, dateless[1].score / 2);
  EXPECT_EQ(found[2].score, dateless[2].score / 2);
}

}  // namespace
}  // namespace reprise::detail
