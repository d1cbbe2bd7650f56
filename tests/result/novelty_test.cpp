// What is new in documents that were held against references, worked out by hand.
#include "reprise/result/novelty.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reprise/compare.h"
#include "reprise/report.h"

namespace reprise::detail {
namespace {

const std::string known_sentence =
    "The ferry to the island of Orne stays in the harbour until the storm has passed.";
const std::string new_sentence = "A council of 14 members meets on Thursday in the old town hall.";

Result held_against(const std::vector<std::string>& texts,
                    const std::vector<std::string>& references) {
  const auto corpus_of = [](const std::vector<std::string>& all, const std::string& prefix) {
    Corpus corpus;
    for (const std::string& text : all) {
      Document& document = corpus.documents.emplace_back();
      document.id = document.where = prefix + std::to_string(corpus.documents.size());
      document.text = text;
    }
    return corpus;
  };
  CompareOptions options;
  options.parts = {.matrices = false, .passages = true, .points = true, .pairs = true};
  return compare(corpus_of(texts, "d"), options, {corpus_of(references, "r"), {}});
}

std::string text_of(const NewStatement& statement, const Result& result) {
  return std::string(statement.span.in(result.units[statement.unit].text));
}

TEST(Novelty, WordsAndStatementsThatStandInNoReferenceAreNew) {
  const Result result = held_against({known_sentence + " " + new_sentence + " Bread is dear."},
                                     {"Hello there. " + known_sentence});
  const News news = find_news(result);
  ASSERT_EQ(news.documents.size(), 1u);
  const Novelty& novelty = news.documents[0];
  EXPECT_EQ(novelty.words, 32u);
  EXPECT_EQ(novelty.new_words, 16u);
  EXPECT_EQ(novelty.statements, 2u) << "one of three words is none";
  EXPECT_EQ(novelty.new_statements, 1u);
  EXPECT_EQ(novelty.figures, novelty.new_figures);
  ASSERT_EQ(news.statements.size(), 1u);
  EXPECT_EQ(text_of(news.statements[0], result), new_sentence);
  EXPECT_EQ(news.statements[0].words, 13u);
}

TEST(Novelty, WhatMostDocumentsCarryComesFirstAndOnce) {
  const std::string longest =
      "Nobody in the village of Mell had seen such a long and quiet winter as this one before.";
  const Result result = held_against(
      {new_sentence + " " + longest, known_sentence, new_sentence, new_sentence + "\n"},
      {known_sentence});
  const News news = find_news(result);
  ASSERT_EQ(news.statements.size(), 2u);
  EXPECT_EQ(text_of(news.statements[0], result), new_sentence);
  EXPECT_EQ(news.statements[0].documents,
            (std::vector<DocumentId>{DocumentId(0), DocumentId(2), DocumentId(3)}));
  EXPECT_EQ(text_of(news.statements[1], result), longest);
  EXPECT_EQ(news.documents[1].new_words, 0u);
  EXPECT_EQ(news.documents[1].new_statements, 0u);
}

TEST(Novelty, AStatementThatIsAPointIsKnown) {
  const Result result = held_against(
      {"Up to 340 jobs will be lost when the Dunverry battery plant shuts, the union said."},
      {"When the Dunverry battery plant is shut, 340 jobs are lost, says the union.\n" +
       known_sentence + " " + known_sentence});
  const News news = find_news(result);
  for (const Point& point : result.points) {
    EXPECT_GE(point.documents.size(), 2u);
  }
  EXPECT_EQ(news.documents[0].new_statements, result.points.empty() ? 1u : 0u);
}

TEST(Novelty, QuotationsThatWereSeenBeforeAreCounted) {
  const std::string said = "“" + known_sentence + "”";
  const Result result = held_against({"He repeated: " + said}, {"She said: " + said});
  EXPECT_EQ(find_news(result).documents[0].known_quotations, 1u);
}

TEST(Novelty, OfNoReferencesAllIsNew) {
  const Result result = held_against({known_sentence, ""}, {"Something else."});
  const News news = find_news(result);
  EXPECT_EQ(news.documents[0].new_words, 16u);
  EXPECT_EQ(news.documents[1].words, 0u);
  EXPECT_EQ(news.statements.size(), 1u);
}

TEST(Novelty, ASavedReportShowsTheSame) {
  const Result result = held_against({known_sentence + " " + new_sentence}, {known_sentence});
  const std::string json = to_json(result, {});
  const Result again = read_report(json, "report.json");
  EXPECT_EQ(to_json(again, {}), json);
  EXPECT_EQ(to_terminal(again, {}), to_terminal(result, {}));
}

}  // namespace
}  // namespace reprise::detail
