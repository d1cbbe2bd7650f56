// The summary for people: its map, its marked differences, its points, and that it keeps to the
// width.
#include <gtest/gtest.h>

#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "reprise/compare.h"
#include "reprise/report.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/report/terminal/terminal_passages.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

const std::string harbour =
    "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost in the "
    "night.";

Document document(const std::string& id, const std::string& text, const std::string& date = {}) {
  Document d;
  d.id = d.where = id;
  d.text = text;
  if (!date.empty()) {
    d.date = date;
  }
  return d;
}

Result compare_documents(std::vector<Document> documents, const CompareOptions& options = {}) {
  return compare({std::move(documents), {}}, options);
}

// Returns the passage of two texts with its differences marked.
std::string marked(const std::string& a, const std::string& b, const std::string& date_a = {},
                   const std::string& date_b = {}) {
  const Result result = compare_documents({document("a", a, date_a), document("b", b, date_b)},
                                          {.parts = {.matrices = false, .points = false}});
  return result.passages.size() == 1
             ? passage_with_differences(result.passages[0], result, false).text()
             : "";
}

// Returns the lines from the one that begins with `begin` to the next blank one.
std::string section(const std::string& summary, const std::string& begin) {
  const size_t at = summary.find("\n" + begin);
  return at == summary.npos ? "" : summary.substr(at + 1, summary.find("\n\n", at + 1) - at);
}

TEST(TerminalPassages, DifferencesAreMarkedWhereTheyStand) {
  EXPECT_EQ(marked("Gulls are loud. The harbour of Ostrell closed for nine days after the storm.",
                   "Rain falls. The harbour of Ostrell was closed for ten days after storm."),
            "“The harbour of Ostrell {+was+} closed for [-nine-]{+ten+} days after [-the-] storm”");
  EXPECT_EQ(marked(harbour, harbour + " More."), "“" + harbour.substr(0, harbour.size() - 1) + "”");
}

TEST(TerminalPassages, TheEarlierSideIsTheFirst) {
  const std::string other = "The harbour of Ostrell closed for ten days after the storm.";
  const std::string one = "The harbour of Ostrell closed for nine days after the storm.";
  EXPECT_EQ(marked(one, other, "2031-03-02", "2031-03-01"),
            "“The harbour of Ostrell closed for [-ten-]{+nine+} days after the storm”");
  EXPECT_EQ(marked(one, other, "2031-03-01", "2031-03-02"),
            "“The harbour of Ostrell closed for [-nine-]{+ten+} days after the storm”");
}

TEST(TerminalPassages, LongStretchesAreCutInTheMiddle) {
  support::Random random(7);
  const support::Vocabulary vocabulary;
  const auto groups = support::make_groups(1, 1, 200, 0, vocabulary, random);
  const std::string text = support::write_text(groups.documents[0], random).bytes;
  const std::string quote = marked(text, text + " Ending.");
  EXPECT_NE(quote.find(" … "), std::string::npos);
  EXPECT_LE(columns_of(quote), 500u);
  EXPECT_TRUE(quote.starts_with("“" + on_one_line(text).substr(0, 40)));
  EXPECT_EQ(quote.substr(quote.size() - 10, 7),
            on_one_line(text).substr(on_one_line(text).size() - 8, 7));
}

TEST(TerminalPassages, EveryWordOfShortOnesIsThere) {
  // Whatever is edited: taking out what is added gives one side back, taking out what is removed
  // the other.
  support::Random random(8);
  const support::Vocabulary vocabulary;
  const std::regex removed("\\[-(.*?)-\\]"), added("\\{\\+(.*?)\\+\\}"), blanks(" +");
  const auto plain = [&](std::string text) {
    text = std::regex_replace(text, blanks, " ");
    if (text.ends_with(" ")) {
      text.pop_back();
    }
    return text.starts_with(" ") ? text.substr(1) : text;
  };
  size_t seen = 0;
  for (int round = 0; round < 60; ++round) {
    const auto groups = support::make_groups(1, 2, 24, 0.15, vocabulary, random);
    std::vector<Document> documents;
    for (const auto& words : groups.documents) {
      std::string text;
      for (const auto& word : words) {
        text += (text.empty() ? "" : " ") + word;
      }
      documents.push_back(document(std::to_string(documents.size()), text));
    }
    const Result result =
        compare_documents(std::move(documents), {.parts = {.matrices = false, .points = false}});
    for (const Passage& p : result.passages) {
      if (p.edits.empty()) {
        continue;
      }
      std::string quote = passage_with_differences(p, result, false).text();
      if (quote.find("…") != quote.npos) {
        continue;
      }
      quote = quote.substr(3, quote.size() - 6);
      const TextUnit &a = result.units[p.unit_a], &b = result.units[p.unit_b];
      EXPECT_EQ(plain(std::regex_replace(std::regex_replace(quote, added, ""), removed, "$1")),
                bytes_of(a, p.a).in(a.text));
      EXPECT_EQ(plain(std::regex_replace(std::regex_replace(quote, removed, ""), added, "$1")),
                bytes_of(b, p.b).in(b.text));
      ++seen;
    }
  }
  EXPECT_GT(seen, 10u);
}

TEST(TerminalMap, WordsInCommonWithTheNearestBeside) {
  const std::string other =
      "Plum jam wants patience, sugar, a wide pan, and somebody who stirs it for an hour or two.";
  const Result result = compare_documents(
      {document("a.txt", harbour + " Nobody was to blame, he said."), document("c.txt", other),
       document("b.txt", harbour + " Fishermen expect no money back."),
       document("d.txt", "Chess.")});
  EXPECT_EQ(section(to_terminal(result, {.width = 100}), "Words in common"),
            "Words in common: % of each row's words in passages shared with the column\n"
            "             1  2  3  4\n"
            "   1 a.txt   – 76  ·  ·\n"
            "   2 b.txt  79  –  ·  ·\n"
            "   3 c.txt   ·  ·  –  ·\n"
            "   4 d.txt   ·  ·  ·  –\n");
  EXPECT_EQ(to_terminal(compare_documents({document("a", "Chess."), document("b", other)}), {})
                .find("in common: "),
            std::string::npos)
      << "no map of nothing";
}

TEST(TerminalMap, IdenticalTextsAreAHundred) {
  const Result result = compare_documents(
      {document("a", harbour), document("b", harbour), document("c", "Chess is played.")});
  const std::string map = section(to_terminal(result, {.width = 80}), "Words in common");
  EXPECT_NE(map.find("   1 a    – 100   ·\n   2 b  100   –   ·\n"), std::string::npos) << map;
}

TEST(TerminalMap, OfManyDocumentsTheStrongestGroup) {
  support::Random random(11);
  const support::Vocabulary vocabulary;
  const auto groups = support::make_groups(20, 3, 80, 0.3, vocabulary, random);
  std::vector<Document> documents;
  for (const auto& words : groups.documents) {
    documents.push_back(
        document("n" + std::to_string(documents.size()), support::write_text(words, random).bytes));
  }
  const Result result = compare_documents(std::move(documents));
  for (const auto& [width, shown] : {std::pair<size_t, size_t>{80, 15}, {40, 5}, {0, 15}}) {
    const std::string map = section(to_terminal(result, {.width = width}), "Words in common");
    EXPECT_NE(map.find(std::to_string(shown) + " of 60"), std::string::npos) << map;
    EXPECT_TRUE(std::regex_search(map, std::regex("\n +" + std::to_string(shown) + " n"))) << map;
    EXPECT_FALSE(std::regex_search(map, std::regex("\n +" + std::to_string(shown + 1) + " n")))
        << map;
  }
}

TEST(TerminalMap, ShadesOnlyInColour) {
  const Result result = compare_documents(
      {document("a", harbour), document("b", "Gulls. " + harbour + " Nobody was hurt.")});
  const std::string coloured = to_terminal(result, {.colour = true});
  EXPECT_NE(coloured.find("\x1b[38;5;231;48;5;160m 100\x1b[0m"), std::string::npos) << coloured;
  EXPECT_EQ(to_terminal(result, {}).find('\x1b'), std::string::npos);
}

// Three texts of one story, of which one counts otherwise.
std::vector<Document> strike() {
  return {
      document(
          "a.txt",
          "Dockers at Ostrell struck on Monday. The strike cost the port 40 ships, the union said.",
          "2031-05-02"),
      document(
          "b.txt",
          "Rain is expected. The union said the strike had cost the port 60 ships by the evening.",
          "2031-05-02"),
      document("c.txt", "Plum jam wants patience, sugar, a wide pan, and somebody who stirs it.")};
}

TEST(TerminalPoints, SpreadFiguresAndSharedWords) {
  const Result result = compare_documents(strike());
  ASSERT_EQ(result.points.size(), 1u);
  ASSERT_FALSE(result.points[0].disagreements.empty());
  const std::string plain = to_terminal(result, {.limit = 10});
  EXPECT_NE(plain.find("  figures differ    in 1 point: 40 ships against 60 ships (point 1)\n"),
            std::string::npos)
      << plain;
  EXPECT_NE(plain.find("  1. “The "), std::string::npos) << plain;
  EXPECT_NE(plain.find("     ●●○ 2 of 3 documents\n"), std::string::npos) << plain;
  EXPECT_NE(plain.find("     figures differ\n       40 ships  a.txt\n       60 ships  b.txt\n"),
            std::string::npos)
      << plain;

  const std::string coloured = to_terminal(result, {.colour = true});
  EXPECT_NE(coloured.find("port \x1b[0m\x1b[1;31m40\x1b[0m\x1b[1m ships, the union said.”"),
            std::string::npos)
      << "in the claim too" << coloured;
  EXPECT_NE(coloured.find("\x1b[1mstrike\x1b[0m"), std::string::npos)
      << "shared with the claim" << coloured;
  EXPECT_EQ(coloured.find("\x1b[1mthe\x1b[0m"), std::string::npos)
      << "a function word says nothing" << coloured;
  EXPECT_EQ(std::regex_replace(coloured, std::regex("\x1b\\[[0-9;]*m"), ""), plain);
}

TEST(TerminalPoints, FiguresThatAgreeAreOneGroup) {
  Result result = compare_documents(strike());
  Point& point = result.points[0];
  const auto [forty, sixty] = point.disagreements.at(0);
  point.figures.push_back(point.figures[sixty]);
  point.figures.back().figure.of = "overrun " + std::string(100'000, 'x');
  point.disagreements.emplace_back(forty, point.figures.size() - 1);
  const std::string summary = to_terminal(result, {.limit = 10});
  EXPECT_NE(summary.find("in 1 point: 40 ships against 60 ships (point 1)\n"), std::string::npos)
      << summary;
  EXPECT_NE(summary.find("60 (overrun xxx"), std::string::npos) << summary;
  EXPECT_LT(summary.size(), 5000u) << "what a figure counts may be of any length in a saved report";
}

TEST(TerminalPoints, FiguresBeyondTheLimitAreNotForgotten) {
  const std::string summary = to_terminal(compare_documents(strike()), {.limit = 0});
  EXPECT_NE(summary.find("  Figures differ there too:\n"), std::string::npos) << summary;
  EXPECT_NE(summary.find("… and 1 more"), std::string::npos) << summary;
}

TEST(Terminal, AWidthIsKept) {
  support::Random random(10);
  const support::Vocabulary vocabulary;
  const auto groups = support::make_groups(6, 3, 100, 0.05, vocabulary, random);
  const std::vector<std::string> names{
      "short", "日本語の新聞.txt", "a-very-long-name-without-a-blank-in-it-" + std::string(60, 'x'),
      "שלום עולם.txt", "e\u0301e\u0301e\u0301"};
  std::vector<Document> documents = strike();
  for (const auto& words : groups.documents) {
    documents.push_back(
        document(names[documents.size() % names.size()] + std::to_string(documents.size()),
                 support::write_text(words, random).bytes));
  }
  const Result result = compare_documents(std::move(documents));
  for (const size_t width : {40u, 60u, 67u, 80u, 100u, 200u}) {
    std::istringstream lines(to_terminal(result, {.width = width}));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(columns_of(line), width) << line;
    }
  }
}

TEST(Terminal, DocumentsCannotDriveTheTerminal) {
  const std::string evil =
      "\x1b]0;owned\x07 The \x1b[31mharbour of \xc2\x9bm Ostrell closed for nine \u202E days after "
      "the storm";
  std::vector<Document> documents;
  for (const char* more : {" and 40 ships were lost.", ", and \x1b[2J 60 ships were lost."}) {
    documents.push_back(document("a\x1b[2J\r\n\u202E", evil + more + "\x08", "2031\x1b[5m"));
    documents.back().source = "\x1b[1m";
    documents.back().title = evil;
  }
  for (const bool colour : {false, true}) {
    const std::string summary = std::regex_replace(
        to_terminal(compare_documents(documents, {.threshold = 0.99}), {.colour = colour}),
        std::regex("\x1b\\[[0-9;]+m"), "");
    EXPECT_NE(summary.find("harbour"), std::string::npos);
    for (const char* bad : {"\x1b", "\x07", "\x08", "\r", "\xc2\x9b", "\u202E"}) {
      EXPECT_EQ(summary.find(bad), std::string::npos) << summary;
    }
  }
}

TEST(Terminal, NamesThatNobodyCanReadAreHelped) {
  std::vector<Document> documents{document(" \n", harbour),
                                  document(std::string(300, 'x') + "-1.txt", harbour)};
  documents[0].where = "in.jsonl:1";
  const std::string summary = to_terminal(compare_documents(documents), {});
  EXPECT_NE(summary.find("  in.jsonl:1\n"), std::string::npos) << summary;
  EXPECT_NE(summary.find("  " + std::string(40, 'x') + "…" + std::string(33, 'x') + "-1.txt\n"),
            std::string::npos)
      << summary;
}

TEST(Terminal, OneFindingNeedsNoSummaryOfFindings) {
  const Result result = compare_documents({document("a", harbour), document("b", harbour)});
  EXPECT_EQ(to_terminal(result, {}).find("near-duplicates "), std::string::npos);
}

}  // namespace
}  // namespace reprise::detail
