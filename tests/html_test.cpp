// What a page leaves out when its data would become too large. cli/test_html.py checks what stands in it.
#include "reprise/report/html.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reprise/base/problem.h"
#include "reprise/compare.h"
#include "reprise/report/html_data.h"
#include "reprise/report/json.h"
#include "reprise/report/read_report.h"

namespace reprise {
namespace {

// Articles that share two stretches each with all others.
Result many_alike(size_t count) {
  Corpus corpus;
  for (size_t d = 0; d < count; ++d) {
    Document document;
    document.id = document.where = "d" + std::to_string(d);
    const std::string own = " word" + std::to_string(d) + "a word" + std::to_string(d) + "b";
    for (int i = 0; i < 12; ++i) document.text += own + std::to_string(i);
    document.text += ". The old ferry leaves the northern harbour at seven with forty sacks of barley on board.";
    for (int i = 12; i < 24; ++i) document.text += own + std::to_string(i);
    document.text += ". Nobody expected the small museum near the station to reopen before the winter.";
    corpus.documents.push_back(std::move(document));
  }
  return compare(std::move(corpus), {});
}

nlohmann::json parsed(const HtmlData& data) { return nlohmann::json::parse(data.json); }

TEST(Html, KeepsEverythingWhereThereIsRoom) {
  const Result result = many_alike(30);
  ASSERT_GT(result.passages.size(), 100u);
  const HtmlData data = html_data(result, {});
  EXPECT_TRUE(data.left_out.empty());
  EXPECT_EQ(parsed(data)["passages"].size(), result.passages.size());
  EXPECT_EQ(parsed(data)["points"].size(), result.points.size());
}

TEST(Html, LeavesOutTheLeastAndSaysSo) {
  const Result result = many_alike(30);
  const HtmlData data = html_data(result, {.data_per_text = 0, .least_data = 6000});
  const auto json = parsed(data);
  ASSERT_FALSE(data.left_out.empty());
  EXPECT_EQ(json["leftOut"].size(), data.left_out.size());
  EXPECT_LT(json["passages"].size(), result.passages.size());
  ASSERT_FALSE(json["passages"].empty());
  // What is left is not shorter than what is left out.
  uint32_t shortest_left = UINT32_MAX, longest = 0;
  std::vector<bool> left(result.passages.size());
  for (const auto& row : json["passages"]) left[row[0]] = true;
  for (size_t id = 0; id < left.size(); ++id) {
    const uint32_t words = result.passages[id].a.size();
    left[id] ? shortest_left = std::min(shortest_left, words) : longest = std::max(longest, words);
  }
  EXPECT_GE(shortest_left, longest);
}

TEST(Html, LeavesOutTheWeakestPairsOfAMatrix) {
  const Result result = many_alike(40);
  std::vector<std::string> left_out;
  const auto rows = nlohmann::json::parse(html_matrices(result, 2000, left_out));
  EXPECT_EQ(rows.size(), result.matrices.size());
  EXPECT_FALSE(left_out.empty());
  for (const auto& matrix : rows) {
    ASSERT_EQ(matrix[2].size(), result.documents.size());
    size_t entries = 0;
    for (const auto& row : matrix[2]) entries += row.size() / 2;
    EXPECT_LT(entries, result.documents.size() * (result.documents.size() - 1) / 2);
  }
}

TEST(Html, NeedsTexts) {
  const Result result = many_alike(3);
  const Result with = read_report(to_json(result, {}), "report.json");
  EXPECT_TRUE(has_texts(with));
  EXPECT_EQ(to_html(with, {}).html, to_html(result, {}).html);
  CompareOptions matrices;
  matrices.parts = {true, false, false};
  const Result without =
      read_report(to_json(compare({result.documents, {}}, matrices), {.text = false}), "report.json");
  EXPECT_FALSE(has_texts(without));
  EXPECT_THROW(to_html(without, {}), Error);
}

}  // namespace
}  // namespace reprise
