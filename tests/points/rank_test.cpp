// What was told already comes later.
#include "reprise/points/rank.h"

#include <gtest/gtest.h>

namespace reprise::detail {
namespace {

Mention in_sentence(size_t unit, uint32_t begin) {
  Mention mention;
  mention.unit = UnitId{unit};
  mention.sentence = {begin, begin + 50};
  return mention;
}

Point point(double score, std::vector<Mention> mentions) {
  Point point;
  point.score = score;
  point.mentions = std::move(mentions);
  return point;
}

TEST(LessenRepetitions, ByTheShareOfSentencesThatWereTold) {
  std::vector<Point> points{
      point(0.5, {in_sentence(0, 0), in_sentence(1, 0)}),    // all told by the next one
      point(0.9, {in_sentence(0, 0), in_sentence(1, 0)}),    // told first
      point(0.8, {in_sentence(0, 0), in_sentence(1, 60)}),   // half
      point(0.7, {in_sentence(0, 60), in_sentence(2, 0)})};  // none
  lessen_repetitions(points);
  EXPECT_DOUBLE_EQ(points[0].score, 0.5 * 0.4);
  EXPECT_DOUBLE_EQ(points[1].score, 0.9);
  EXPECT_DOUBLE_EQ(points[2].score, 0.8 * 0.7);
  EXPECT_DOUBLE_EQ(points[3].score, 0.7);
}

TEST(LessenRepetitions, OfEqualsTheFirstIsToldFirst) {
  std::vector<Point> points{point(0.5, {in_sentence(0, 0)}), point(0.5, {in_sentence(0, 0)})};
  lessen_repetitions(points);
  EXPECT_GT(points[0].score, points[1].score);
}

}  // namespace
}  // namespace reprise::detail
