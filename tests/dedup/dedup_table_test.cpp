// Texts in memory: the same decisions as for a file of them.
#include <gtest/gtest.h>

#include "reprise/dedup.h"
#include "reprise/dedup/parts/find.h"
#include "reprise/dedup/reread.h"
#include "support/dedup_runs.h"
#include "support/files.h"
#include "support/records.h"

namespace reprise::detail {
namespace {

using support::lines_of;
using support::make_records;
using support::Outcome;
using support::Random;
using support::Record;
using support::TempFolder;
using support::with_threshold;
using Texts = std::vector<std::optional<std::string_view>>;

// Returns a table of the records; these must outlive it, as must the texts.
TextTable table_of(const std::vector<Record>& records, Texts& texts) {
  for (const Record& record : records) {
    texts.emplace_back(record.text);
  }
  TextTable table;
  table.texts = texts;
  const auto text_or_none = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
  };
  table.fields = {{"date",
                   [&records, text_or_none](size_t i) {
                     return text_or_none(records[i].date);
                   }},
                  {"group",
                   [&records, text_or_none](size_t i) {
                     return text_or_none(records[i].group);
                   }},
                  {"score", [&records](size_t i) {
                     const std::optional<double>& score = records[i].score;
                     return score ? std::optional(std::to_string(*score)) : std::nullopt;
                   }}};
  return table;
}

Outcome run(const TextTable& table, const DedupOptions& options) {
  Outcome made;
  const auto on_problem = [&](Problem p) {
    made.problems.push_back(std::move(p));
  };
  made.result = find_duplicates(table, options, 0, {on_problem});
  return made;
}

void expect_same(const std::vector<Record>& records, const DedupOptions& options) {
  const TempFolder folder;
  Texts texts;
  const Outcome in_memory = run(table_of(records, texts), options);
  const Outcome in_file = support::run({folder.write("a.jsonl", lines_of(records))}, options);
  EXPECT_TRUE(in_memory.result.decisions == in_file.result.decisions);
  EXPECT_EQ(in_memory.result.keeps, in_file.result.keeps);
}

TEST(DedupTable, DecisionsAreThoseOfTheSameRecordsInAFile) {
  Random random(11);
  using Kind = KeepRule::Kind;
  for (const KeepRule& keep : {KeepRule{Kind::first, ""}, KeepRule{Kind::longest, ""},
                               KeepRule{Kind::newest, ""}, KeepRule{Kind::largest, "score"}}) {
    DedupOptions options = with_threshold(0.7);
    options.keep = keep;
    const auto records = make_records(30, 6, 200, random);
    expect_same(records, options);
    options.within = "group";
    expect_same(records, options);
    options.measure = Measure::containment;
    expect_same(records, options);
  }
}

TEST(DedupTable, ManyBlocksAndThreadsGiveTheSameDecisions) {
  Random random(12);
  const auto records = make_records(120, 6, 6000, random);
  Texts texts;
  const TextTable table = table_of(records, texts);
  DedupOptions options = with_threshold(0.7);
  options.threads = 1;
  const Outcome one = run(table, options);
  EXPECT_GT(one.result.records->blocks.size(), 2u);
  options.threads = 5;
  const Outcome many = run(table, options);
  EXPECT_TRUE(one.result.decisions == many.result.decisions);
}

TEST(DedupTable, PartsLeaveAsTheyDoOfAFile) {
  Random random(13);
  const auto records = make_records(20, 5, 200, random);
  DedupOptions options;
  options.documents = false;
  options.parts.rules = {{PartKind::words, 20}};
  const TempFolder folder;
  Texts texts;
  const Outcome in_memory = run(table_of(records, texts), options);
  const Outcome in_file = support::run({folder.write("a.jsonl", lines_of(records))}, options);
  EXPECT_GT(in_file.result.parts->removed_parts, 0u);
  for (uint32_t record = 0; record < records.size(); ++record) {
    const auto cuts = in_memory.result.parts->cuts.of(record);
    const auto expected = in_file.result.parts->cuts.of(record);
    EXPECT_TRUE(std::equal(cuts.begin(), cuts.end(), expected.begin(), expected.end()));
  }
}

TEST(DedupTable, BatchesThatAreGoneAfterwardsGiveTheSameDecisions) {
  Random random(14);
  const auto records = make_records(60, 6, 400, random);
  Texts texts;
  const TextTable table = table_of(records, texts);
  for (const bool parts : {false, true}) {
    DedupOptions options = with_threshold(0.7);
    options.keep.kind = KeepRule::Kind::longest;
    if (parts) {
      options.parts.rules = {{PartKind::words, 20}};
    }
    const Outcome whole = run(table, options);
    DedupFeed feed(options, [](const Problem&) {});
    for (size_t begin = 0; begin < records.size(); begin += 37) {
      const size_t end = std::min(begin + 37, records.size());
      std::vector<std::string> copies;  // gone with the round
      for (size_t i = begin; i < end; ++i) {
        copies.push_back(records[i].text);
      }
      const Texts batch(copies.begin(), copies.end());
      feed.add(TextTable{batch, {}}, begin < 74 ? "a.parquet" : "b.parquet");
    }
    const DedupResult fed = feed.finish();
    EXPECT_TRUE(fed.decisions == whole.result.decisions);
    EXPECT_EQ(fed.keeps, whole.result.keeps);
    EXPECT_EQ(fed.where(40), "a.parquet:40");
    EXPECT_EQ(fed.where(75), "b.parquet:1");
  }
}

TEST(DedupTable, RowsWithoutATextAreToldAndNumbersOfRowsStay) {
  const std::string text = "the ferry was late again and nobody on the quay knew why it was so";
  const Texts texts{std::nullopt, text, std::nullopt, text};
  const Outcome outcome = run(TextTable{texts, {}}, {});
  ASSERT_EQ(outcome.problems.size(), 2u);
  EXPECT_EQ(outcome.problems[0], (Problem{"row 0", "has no text", "", true}));
  ASSERT_EQ(outcome.result.decisions.size(), 2u);
  EXPECT_EQ(outcome.result.row(1), 3u);
  EXPECT_EQ(outcome.result.where(1), "row 3");
  EXPECT_EQ(outcome.result.decisions[1].kept, 0u);
}

TEST(DedupTable, AColumnOfHolesIsToldInBounds) {
  const Texts texts(5000);
  const Outcome outcome = run(TextTable{texts, {}}, {});
  EXPECT_TRUE(outcome.result.decisions.empty());
  ASSERT_EQ(outcome.problems.size(), 101u);
  EXPECT_EQ(outcome.problems.back().what, "4900 more of its rows have no text");
}

TEST(DedupTable, NoRowsAreNoFault) {
  EXPECT_TRUE(run(TextTable{}, {}).result.decisions.empty());
}

TEST(DedupTable, BrokenUtf8ReadsAsItDoesInAFile) {
  const std::string broken = "the ferry was late \xff again and nobody knew why it was so";
  const std::string mended = "the ferry was late \xEF\xBF\xBD again and nobody knew why it was so";
  const Texts texts{broken, mended};
  const Outcome outcome = run(TextTable{texts, {}}, {});
  ASSERT_EQ(outcome.problems.size(), 1u);
  EXPECT_FALSE(outcome.problems[0].rejected);
  EXPECT_EQ(outcome.result.decisions[1].kept, 0u);
  RecordReader reader(*outcome.result.records, {});
  EXPECT_EQ(reader.text(0), mended);
}

TEST(DedupTable, ATextThatChangesMeanwhileIsMet) {
  std::string text = "the ferry was late again and nobody on the quay knew why it was so";
  const Texts texts{text};
  const Outcome outcome = run(TextTable{texts, {}}, {});
  text[0] = 'T';
  RecordReader reader(*outcome.result.records, {});
  EXPECT_THROW(static_cast<void>(reader.text(0)), Error);
}

TEST(DedupTable, AFieldThatNoRowHasIsRefused) {
  const Texts texts{"one two three"};
  DedupOptions options;
  options.within = "group";
  EXPECT_THROW(run(TextTable{texts, {}}, options), Error);
}

TEST(DedupTable, AskedToStopItStops) {
  const Texts texts{"one two three"};
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(
      find_duplicates(TextTable{texts, {}}, {}, 0, {[](const Problem&) {}, {stop.get_token()}}),
      Stopped);
}

}  // namespace
}  // namespace reprise::detail
