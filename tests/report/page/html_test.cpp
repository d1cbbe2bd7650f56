// What a page leaves out when its data would become too large. cli/test_html.py checks what stands
// in it.
#include "reprise/report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reprise/compare.h"
#include "reprise/error.h"
#include "reprise/report/page/html_data.h"
#include "support/ids.h"

namespace reprise::detail {
namespace {

// Articles that share two stretches each with all others.
Result many_alike(size_t count) {
  Corpus corpus;
  for (size_t d = 0; d < count; ++d) {
    Document document;
    document.id = document.where = "d" + std::to_string(d);
    const std::string own = " word" + std::to_string(d) + "a word" + std::to_string(d) + "b";
    for (int i = 0; i < 12; ++i) {
      document.text += own + std::to_string(i);
    }
    document.text +=
        ". The old ferry leaves the northern harbour at seven with forty sacks of barley on board.";
    for (int i = 12; i < 24; ++i) {
      document.text += own + std::to_string(i);
    }
    document.text +=
        ". Nobody expected the small museum near the station to reopen before the winter.";
    corpus.documents.push_back(std::move(document));
  }
  return compare(std::move(corpus), {});
}

nlohmann::json parsed(const HtmlData& data) {
  return nlohmann::json::parse(data.json);
}

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
  for (const auto& row : json["passages"]) {
    left[row[0]] = true;
  }
  for (size_t id = 0; id < left.size(); ++id) {
    const uint32_t words = result.passages[id].a.size();
    left[id] ? shortest_left = std::min(shortest_left, words) : longest = std::max(longest, words);
  }
  EXPECT_GE(shortest_left, longest);
}

TEST(Html, LeavesOutTheWeakestPairsOfAMatrix) {
  const Result result = many_alike(40);
  const size_t pairs = result.documents.size() * (result.documents.size() - 1) / 2;
  size_t smaller = 0;
  for (const size_t room : {700u, 2000u, 4000u, 8000u, 1000000u}) {
    std::vector<std::string> left_out;
    const std::string rows = html_matrices(result, room, left_out);
    EXPECT_LE(rows.size(), room);
    EXPECT_GE(rows.size(), smaller);
    smaller = rows.size();
    ASSERT_EQ(left_out.size(), room < 1000000 ? 1u : 0u) << room;
    if (room < 1000000) {
      EXPECT_TRUE(left_out[0].starts_with("of the matrices of jaccard, containment"))
          << left_out[0];
    }
    const auto json = nlohmann::json::parse(rows);
    ASSERT_EQ(json.size(), result.matrices.size());
    size_t entries = 0;
    for (const auto& row : json[0][2]) {
      entries += row.size() / 2;
    }
    EXPECT_EQ(entries == pairs, room == 1000000);
  }
}

TEST(Html, SaysWhichMatrixLacksWhat) {
  Result result;
  result.documents.resize(3);
  result.original = support::ids<DocumentId>({0, 1, 2});
  const std::vector<Matrix::Entry> entries{support::entry(0, 1, 0.5),  support::entry(0, 2, 0.25),
                                           support::entry(1, 0, 0.5),  support::entry(1, 2, 0.75),
                                           support::entry(2, 0, 0.25), support::entry(2, 1, 0.75)};
  result.matrices = {
      {MatrixMeasure::jaccard, true, {1, 1, 1}, entries},
      {MatrixMeasure::points, true, {3, 3, 3}, {support::entry(0, 1, 2), support::entry(1, 0, 2)}}};
  std::vector<std::string> left_out;
  const auto json = nlohmann::json::parse(html_matrices(result, 99, left_out));
  EXPECT_EQ(left_out, (std::vector<std::string>{
                          "of the matrix of jaccard, all but the largest value of each document"}));
  EXPECT_EQ(json[0][2], nlohmann::json::parse("[[1,500],[2,750],[]]"));
  EXPECT_EQ(json[1][2], nlohmann::json::parse("[[1,2],[],[]]"));
}

TEST(Html, PassagesFitWithTheirClusters) {
  const Result result = many_alike(30);
  ASSERT_GT(result.passage_clusters.size(), 1u);
  for (const size_t room : {3000u, 9000u, 1000000u}) {
    std::vector<std::string> left_out;
    const HtmlPassages found = html_passages(result, room, left_out);
    EXPECT_LE(found.passages.size() + found.clusters.size(), room);
    EXPECT_EQ(left_out.empty(), room == 1000000);
    const auto passages = nlohmann::json::parse(found.passages),
               clusters = nlohmann::json::parse(found.clusters);
    for (const auto& row : passages) {
      const auto& cluster = result.passages[row[0]].cluster;
      ASSERT_EQ(row[11].is_null(), !cluster.has_value());
      if (!cluster) {
        continue;
      }
      EXPECT_EQ(clusters.at(row[11].get<size_t>())[2].size(),
                3 * result.passage_clusters[*cluster].spans.size());
    }
  }
}

TEST(Html, NeedsTexts) {
  const Result result = many_alike(3);
  const Result with = read_report(to_json(result, {}), "report.json");
  EXPECT_TRUE(has_texts(with));
  EXPECT_EQ(to_html(with, {}).html, to_html(result, {}).html);
  CompareOptions matrices;
  matrices.parts = {true, false, false};
  const Result without = read_report(
      to_json(compare({result.documents, {}}, matrices), {.text = false}), "report.json");
  EXPECT_FALSE(has_texts(without));
  EXPECT_THROW(to_html(without, {}), Error);
}

}  // namespace
}  // namespace reprise::detail
