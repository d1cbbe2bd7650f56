// Reports are read back as they were written, byte for byte; and whatever else a file may hold is refused in words.
#include "reprise/report/read_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "reprise/base/problem.h"
#include "reprise/base/utf8.h"
#include "reprise/compare.h"
#include "reprise/corpus/read.h"
#include "reprise/corpus/text_file.h"
#include "reprise/report/broken_runs.h"
#include "reprise/report/json.h"
#include "reprise/report/pan.h"
#include "reprise/report/terminal.h"
#include "support/files.h"
#include "support/generator.h"

namespace reprise {
namespace {

const std::string samples = std::string(REPRISE_SOURCE_DIR) + "/samples";

// Reads back what was written, and holds it against the result that it was written from.
Result expect_same(const Result& result, const JsonOptions& options = {}) {
  const std::string json = to_json(result, options);
  Result read = read_report(json, "report.json");
  const std::string again = to_json(read, options);
  if (again != json) {
    const auto at =
        static_cast<size_t>(std::mismatch(json.begin(), json.end(), again.begin(), again.end()).first - json.begin());
    const size_t begin = at - std::min<size_t>(at, 300);
    ADD_FAILURE() << "written: " << json.substr(begin, 400) << "\n\nread back: " << again.substr(begin, 400);
  }
  for (const size_t limit : {size_t{1}, size_t{10}, size_t{1000}})
    EXPECT_EQ(to_terminal(read, {.limit = limit}), to_terminal(result, {.limit = limit}));
  return read;
}

Result compare_paths(const std::vector<std::string>& paths, const CompareOptions& options = {}) {
  return compare(read_corpus(paths, {}), options);
}

Document document(std::string text, const std::string& date = {}, const std::string& title = {}) {
  static int number = 0;
  Document d;
  d.id = d.where = "d" + std::to_string(++number);
  set_text(d, std::move(text));
  if (!date.empty()) d.date = date;
  if (!title.empty()) d.title = title;
  return d;
}

// Several kinds of words around what all of them state and some of them copy.
std::vector<Document> articles() {
  const std::string shared =
      "The ferry to Iskary will not sail before spring, the operator said on Monday, because the new engine is still "
      "standing on a quay far away, as 40 people saw. “We know what this ship means to every household,” said the "
      "harbour master.";
  return {document("Gulls are loud here. " + shared + " It costs 40 million.", "2031-03-02", "A ferry that stays"),
          document("Chess is played on Sundays. " + shared + " It costs 55 million.", "2031-03", "Chess on Sundays"),
          document("Caf\u00e9s close early \u2014 and the baker too. " + shared, "", "A ferry that stays in port")};
}

TEST(ReadReport, EveryPartOfTheSamples) {
  for (const Parts& parts :
       {Parts{}, Parts{true, false, false}, Parts{false, true, false}, Parts{false, false, true}}) {
    const Result result = compare_paths({samples}, {.parts = parts});
    const Result read = expect_same(result);
    EXPECT_EQ(read.options.parts, parts);
    EXPECT_EQ(read.words, result.words);
    EXPECT_EQ(read.units.size(), result.units.size());
    EXPECT_EQ(read.closest.has_value(), parts.matrices);
  }
}

TEST(ReadReport, WhatTheMatricesHoldInside) {
  const Result result = compare_paths({samples});
  const Result read = expect_same(result);
  ASSERT_EQ(read.matrices.size(), result.matrices.size());
  for (size_t m = 0; m < read.matrices.size(); ++m) {
    EXPECT_EQ(read.matrices[m].diagonal, result.matrices[m].diagonal);
    ASSERT_EQ(read.matrices[m].entries.size(), result.matrices[m].entries.size()) << read.matrices[m].measure;
  }
  EXPECT_EQ(read.closest->pair, result.closest->pair);
  EXPECT_EQ(read.closest->a_in_b, result.closest->a_in_b);
  EXPECT_EQ(read.closest->b_in_a, result.closest->b_in_a);
}

TEST(ReadReport, LargeMatricesAreEntries) {
  const Result result = compare_paths({samples});
  expect_same(result, {.floor = 0, .most_dense = 3});
  expect_same(result, {.most_dense = 3});
}

TEST(ReadReport, AMatrixWithoutTexts) {
  const Result result = compare_paths({samples}, {.parts = {true, false, false}});
  const Result read = expect_same(result, {.text = false});
  EXPECT_EQ(read.documents[0].text, "");
}

TEST(ReadReport, ExportsOfBothAreTheSame) {
  const Result result = compare_paths({samples}), read = expect_same(result);
  const auto expected = pan_files(result), found = pan_files(read);
  ASSERT_EQ(found.size(), expected.size());
  for (size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].name, expected[i].name);
    EXPECT_EQ(found[i].content, expected[i].content);
  }
}

TEST(ReadReport, References) {
  Corpus releases;
  releases.documents = articles();
  for (const Parts& parts : {Parts{false, true, false}, Parts{false, false, true}}) {
    const Result result = compare({articles(), {}}, {.parts = parts}, {releases, {}});
    EXPECT_EQ(expect_same(result).first_reference, 3u);
  }
}

TEST(ReadReport, ManyOptions) {
  CompareOptions options;
  options.words = {.fold_case = false, .drop_punctuation = false, .fold_digits = true, .drop_marks = true};
  options.shingles = {ShingleUnit::characters, 9};
  options.sketch = {64, UINT64_MAX};
  options.threshold = 1;
  options.joining = Joining::chain;
  options.passages.seed_unit = SeedUnit::characters;
  options.passages.seed = 12;
  options.passages.skip_quotations = options.passages.keep_templates = true;
  options.passages.skip_same = "source";
  options.points.language = "de";
  const Result read = expect_same(compare_paths({samples}, options));
  EXPECT_EQ(read.options.words, options.words);
  EXPECT_EQ(read.options.sketch.seed, UINT64_MAX);
  EXPECT_EQ(read.options.passages.skip_same, "source");
  EXPECT_EQ(read.options.joining, Joining::chain);
}

TEST(ReadReport, CopiesStandBesideTheirOriginals) {
  std::vector<Document> documents = articles();
  for (const size_t copied : {0u, 0u, 2u}) documents.push_back(documents[copied]);
  for (const std::string text : {"", "", "one two", "one two", "...", "..."}) documents.push_back(document(text));
  const Result read = expect_same(compare({std::move(documents), {}}, {}));
  EXPECT_EQ(read.original, (std::vector<uint32_t>{0, 1, 2, 0, 0, 2, 6, 6, 8, 8, 10, 10}));
}

TEST(ReadReport, TextsOfEveryEncoding) {
  const std::u16string words =
      u"\uFEFFThe caf\u00e9 in the harbour 👍 stays closed until spring, said the 日本 owner on Monday.";
  for (const bool little : {true, false}) {
    for (const char* more : {"", "x"}) {
      std::string lone = support::utf16_bytes(words, little);
      lone += little ? std::string("\x00\xD8", 2) : std::string("\xD8\x00", 2);  // half of a pair
      lone += support::utf16_bytes(u" And the ferry, too, waits.", little) + more;
      std::vector<Document> documents{
          document(support::utf16_bytes(words, little) + more), document(lone),
          document(repaired_utf8("\xEF\xBB\xBF") + "Rain. The café in the harbour 👍 stays closed "
                                                   "until spring, said the 日本 owner on Monday.")};
      const Result read = expect_same(compare({std::move(documents), {}}, {}));
      EXPECT_EQ(read.documents[1].half_unit, *more == 'x');
      EXPECT_FALSE(read.passages.empty());
    }
  }
}

TEST(ReadReport, BrokenBytesCountAsTheyDid) {
  const std::string text =
      "Officials \xff\xfe\xc3said the \xE2\x82 ferry \xF0\x9F\x98 will\x80 not sail before the caf\xE9 opens; a "
      "\xEF\xBF\xBD sign.";
  const Result result = compare({{document(text + "\xE9"), document("\xE9 Rain. " + text + " \xC3\xA9"),
                                  document(text + " And more\xF0 of it, \xE9t\xE9.")},
                                 {}},
                                {});
  const Result read = expect_same(result);
  EXPECT_EQ(broken_runs(read.documents[0].text), broken_runs(result.documents[0].text));
  EXPECT_EQ(read.documents[0].text.size(), result.documents[0].text.size());
  EXPECT_FALSE(read.passages.empty());
}

TEST(ReadReport, BrokenRunsComeBack) {
  for (const std::string text :
       {"", "abc", "\xE9", "\xE9\xE9 a", "a\xFF\xFE\xC3", "\xEF\xBF\xBD\xE2\x82\xEF\xBF\xBD"}) {
    const auto again = with_broken_runs(repaired_utf8(text), broken_runs(text));
    ASSERT_TRUE(again.has_value()) << text;
    EXPECT_EQ(repaired_utf8(*again), repaired_utf8(text));
    EXPECT_EQ(broken_runs(*again), broken_runs(text));
  }
  using Runs = std::vector<Span>;
  const std::string text = "a\uFFFD\uFFFDb";
  for (const Runs& runs :
       {Runs{{0, 1}}, Runs{{1, 1}}, Runs{{1, 2}, {2, 3}}, Runs{{1, 3}, {2, 4}}, Runs{{9, 10}}, Runs{{8, 9}}})
    EXPECT_FALSE(with_broken_runs(text, runs).has_value()) << runs[0].begin << " " << runs[0].end;
}

TEST(ReadReport, RecordsWithExtrasAndOddIds) {
  support::TempFolder folder;
  const std::string path = folder.write("a.jsonl",
                                        "{\"text\": \"The ferry will not sail before spring, the operator said on "
                                        "Monday.\", \"id\": 1.0, \"n\": 123456789012345678901234567890, "
                                        "\"x\": {\"}\": [1e400, \"\\u001b[2J\", {}]}, \"date\": \"2031-03-01\"}\n"
                                        "{\"text\": \"Rain. The ferry will not sail before spring, the operator said "
                                        "on Monday.\", \"title\": \"\\u001b\\n\\\" title\", \"date\": \"2031\"}\n"
                                        "no record\n");
  const Result read = expect_same(compare_paths({path}));
  EXPECT_NE(read.documents[0].extra.find("123456789012345678901234567890"), std::string::npos);
  EXPECT_EQ(read.problems.size(), 1u);
}

TEST(ReadReport, GeneratedTextsWithEdits) {
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    support::Random random(seed);
    const support::Vocabulary vocabulary;
    const auto groups = support::make_groups(8, 4, 160, 0.02 * static_cast<double>(seed), vocabulary, random);
    std::vector<Document> documents;
    for (const auto& words : groups.documents) documents.push_back(document(support::write_text(words, random).bytes));
    CompareOptions options;
    if (seed % 2 == 0) options.passages.seed_unit = SeedUnit::words;
    const Result result = compare({std::move(documents), {}}, options);
    EXPECT_FALSE(result.passages.empty());
    expect_same(result);
  }
}

TEST(ReadReport, NothingAndLittle) {
  expect_same(compare({}, {}));
  expect_same(compare({{document("One alone.")}, {}}, {}));
}

// What each change of a good report is refused with; by pointers into it.
class Refused : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::vector<Document> documents = articles();
    documents.push_back(documents[0]);
    documents.push_back(document("caf\xE9 and so on"));
    report_ = nlohmann::json::parse(to_json(compare({std::move(documents), {}}, {.threshold = 0.95}), {}));
    ASSERT_FALSE(report_["passages"].empty());
    ASSERT_FALSE(report_["points"].empty());
    ASSERT_FALSE(report_["points"][0]["figures"].empty());
    ASSERT_FALSE(report_["passage_clusters"].empty());
  }

  static std::string message(const std::string& json) {
    try {
      read_report(json, "report.json");
    } catch (const Error& e) {
      return e.what();
    }
    return "read";
  }

  // Returns the message for the report in which this value stands at the place.
  static std::string changed(const std::string& pointer, nlohmann::json value) {
    nlohmann::json report = report_;
    report[nlohmann::json::json_pointer(pointer)] = std::move(value);
    return message(report.dump());
  }

  static std::string without(const std::string& pointer, const std::string& key) {
    nlohmann::json report = report_;
    report[nlohmann::json::json_pointer(pointer)].erase(key);
    return message(report.dump());
  }

  static nlohmann::json report_;
};
nlohmann::json Refused::report_;

void expect_says(const std::string& message, const std::string& part) {
  EXPECT_NE(message.find(part), std::string::npos) << message << "\nshould say: " << part;
}

TEST_F(Refused, NoReports) {
  EXPECT_EQ(message(report_.dump()), "read");
  EXPECT_EQ(message("\xEF\xBB\xBF" + report_.dump(2)), "read") << "a byte-order mark and blanks do no harm";
  expect_says(message(""), "report.json: no JSON: it is empty");
  expect_says(message("ferry"), "report.json: no JSON");
  expect_says(message("[]"), "is no report of Reprise");
  expect_says(message("{\"schema\": 1}"), "report.json: schema: is no text");
  expect_says(message(std::string(2000, '[') + std::string(2000, ']')), "nested too deeply");
  expect_says(message("{\"schema\": \"\xff\"}"), "it is no UTF-8");
  expect_says(changed("/schema", "reprise.report/2"), "read it with the version of Reprise that wrote it");
  expect_says(
      message(R"({"schema": "reprise.report/1", "version": "0.1.0", "options": {}, "summary": {}, "problems": []})"),
      "the summary of reprise dedup");
  const std::string whole = report_.dump();
  for (size_t size = 0; size < whole.size(); size += 97) expect_says(message(whole.substr(0, size)), "report.json: ");
}

TEST_F(Refused, WhatIsNeitherThereNorRight) {
  expect_says(without("/passages/0", "matched"), "report.json: passages[0]: has no \"matched\"");
  expect_says(changed("/passages/0/matched", "7"), "report.json: passages[0].matched: is no whole number");
  expect_says(changed("/passages/0/matched", -7), "is no whole number");
  expect_says(changed("/passages/0/matched", 4e9), "is no whole number");
  expect_says(changed("/passages/0/matched", 4000000000u), "is more than");
  expect_says(changed("/passages/0/identity", 1.5), "is no number from 0 to 1");
  expect_says(changed("/points/0/score", -1), "points[0].score: is no number, 0 or more");
  expect_says(changed("/points/0/figures/0/low", "5"), "points[0].figures[0].low: is no number;");
  expect_says(changed("/passages/0/quoted", 0), "is neither true nor false");
  expect_says(changed("/passages", {{"a", 1}}), "report.json: passages: is no list");
  expect_says(changed("/passages/0/a", nlohmann::json::array()), "report.json: passages[0].a: is no object");
  expect_says(changed("/options/threshold", 0), "report.json: options: can't be: the threshold must be above 0");
  expect_says(changed("/options/language", "klingon\x1b[2J"), "no stemmer for the language \"klingon [2J\"");
  expect_says(changed("/options/shingles", "lines"), "is none of words, characters");
  expect_says(changed("/documents/0/extra", 7), "report.json: documents[0].extra: is no object");
  expect_says(changed("/points/0/class", "loud"), "is none of verbatim, near, restated");
  expect_says(changed("/points/0/figures/0/kind", "weight"), "is none of count, money");
  expect_says(changed("/points/0/mentions", nlohmann::json::array()), "report.json: points[0].mentions: is empty");
  expect_says(changed("/passage_clusters/0/spans", nlohmann::json::array()), "spans: is empty");
}

TEST_F(Refused, PlacesThatLeadNowhere) {
  expect_says(changed("/passages/0/a/document", 5), "passages[0].a.document: is no place in a list of 5");
  expect_says(changed("/passages/0/a/begin", 1), "passages[0].a: does not lie on the borders of words");
  expect_says(changed("/passages/0/a/end", 100000), "passages[0].a.end: lies behind the end of the text");
  expect_says(changed("/passages/0/a/begin", report_["passages"][0]["a"]["end"]),
              "does not lie on the borders of words");
  expect_says(changed("/passages/0/a/words", 1), "has other words than it says");
  expect_says(changed("/passages/0/a/field", "heading"), "is none of text, title");
  expect_says(changed("/passages/0/cluster", 77), "is no place in a list of");
  expect_says(changed("/points/0/mentions/0/begin", 100000), "points[0].mentions[0].begin: lies behind the end");
  expect_says(changed("/points/0/mentions/0/end", 0), "points[0].mentions[0].end: lies before its begin");
  expect_says(changed("/points/0/mentions/0/attributed", "the cat"), "stands nowhere in the text");
  expect_says(changed("/points/0/label", "nothing"), "points[0].label: is none of the mentions");
  expect_says(changed("/points/0/documents", 77), "is not how many documents state it");
  expect_says(changed("/points/0/figures/0/mention", 77), "is no place in a list of");
  expect_says(changed("/points/0/disagreements", {{0, 77}}), "points[0].disagreements[0][1]: is no place in a list of");
  expect_says(changed("/passage_clusters/0/core", "the cat"), "passage_clusters[0].core: stands in none of the spans");
  expect_says(changed("/documents/2/text", report_["documents"][2]["text"].get<std::string>() + "é"),
              "does not fit the text");
}

TEST_F(Refused, DocumentsThatDontFit) {
  expect_says(changed("/documents/0/bytes", 7), "report.json: documents[0].bytes: does not fit the text");
  expect_says(changed("/documents/0/words", 700), "report.json: documents[0].words: does not fit the text");
  expect_says(changed("/documents/0/encoding", "utf-16le"), "does not fit the text");
  expect_says(changed("/documents/4/broken", nlohmann::json::array()), "does not fit the text");
  expect_says(changed("/documents/4/broken", {{0, 1}}), "documents[4].broken: does not fit the text");
  expect_says(changed("/documents/4/broken", {{3, 4000000000u}}), "documents[4].broken: does not fit the text");
  expect_says(changed("/documents/4/broken", {{3}}), "documents[4].broken[0]: is no list of 2");
  expect_says(changed("/documents/3/same_as", 1), "documents[3].same_as: is no document with the same text");
  expect_says(changed("/documents/3/same_as", 3), "documents[3].same_as: is no place in a list of 3");
  expect_says(changed("/documents/0/reference", true), "documents[1]: is no reference, but stands behind one");
  expect_says(changed("/documents/0/story", 5), "is no place in a list of 5");
  expect_says(changed("/documents/0/reuse/words", 100000), "documents[0].reuse.words: is more than");
  expect_says(changed("/documents/0/reuse/sources", nlohmann::json::array()), "no document that they stand in");
}

TEST_F(Refused, MatricesAndClustersThatDontFit) {
  expect_says(changed("/matrices/0/values/0", {1}), "report.json: matrices[0].values[0]: is no row of 5");
  expect_says(changed("/matrices/0/values/0/0", 1.5), "matrices[0].values[0][0]: is no number from 0 to 1");
  expect_says(changed("/matrices/3/values/0/0", 0.5), "is no whole number");
  expect_says(changed("/matrices/0/measure", "weight"), "is none of jaccard");
  expect_says(without("/matrices/0", "values"), "has no \"entries\"");
  expect_says(changed("/clusters/0/documents", {1, 0}), "does not stand behind the one before it");
  expect_says(changed("/clusters/0/kept", 4), "clusters[0].kept: is none of its documents");
  expect_says(changed("/clusters/0/similarity", {1}), "a similarity each");
  expect_says(changed("/pairs/0/b", 0), "pairs[0].b: is no document behind a");
  expect_says(without("", "pairs"), "report.json: has no \"pairs\"");
}

TEST_F(Refused, EditsOutOfOrder) {
  nlohmann::json report = report_;
  auto& passage = report["passages"][0];
  const auto end = passage["a"]["end"], other = passage["b"]["begin"];
  passage["edits"] = {{{"kind", "remove"}, {"a", {end, end}}, {"b", {other, other}}}};
  expect_says(message(report.dump()), "passages[0].edits");
}

TEST_F(Refused, PassagesWithoutTexts) {
  nlohmann::json report = report_;
  for (auto& document : report["documents"]) document.erase("text");
  expect_says(message(report.dump()),
              "report.json: lacks texts, which passages and points are shown from; write it again without --no-text");
}

// Returns pointers to all values of a JSON value, itself included.
void add_pointers(const nlohmann::json& value, const nlohmann::json::json_pointer& here,
                  std::vector<nlohmann::json::json_pointer>& all) {
  all.push_back(here);
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items()) add_pointers(inner, here / key, all);
  } else if (value.is_array()) {
    for (size_t i = 0; i < value.size(); ++i) add_pointers(value[i], here / i, all);
  }
}

TEST_F(Refused, WhateverStandsAnywhere) {
  std::vector<nlohmann::json::json_pointer> places;
  add_pointers(report_, nlohmann::json::json_pointer(), places);
  const std::vector<nlohmann::json> values{nullptr,
                                           true,
                                           -1,
                                           0,
                                           1,
                                           3,
                                           77,
                                           UINT32_MAX,
                                           UINT64_MAX,
                                           -0.5,
                                           1e300,
                                           "",
                                           "the",
                                           "caf\uFFFD",
                                           nlohmann::json::array(),
                                           {1},
                                           {0, 0},
                                           {3, 1},
                                           nlohmann::json::object()};
  size_t read = 0, refused = 0;
  for (size_t p = 0; p < places.size(); ++p) {
    for (size_t v = p % 3; v < values.size(); v += 3) {
      const auto& place = places[p];
      const nlohmann::json& value = values[v];
      nlohmann::json changed = report_;
      changed[place] = value;
      try {
        const Result result = read_report(changed.dump(), "report.json");
        const std::string json = to_json(result, {});
        to_terminal(result, {});
        pan_files(result);
        ASSERT_EQ(to_json(read_report(json, "again.json"), {}), json) << place << " = " << value;
        ++read;
      } catch (const Error& e) {
        ASSERT_TRUE(std::string_view(e.what()).starts_with("report.json: ")) << e.what();
        ++refused;
      }
    }
  }
  EXPECT_GT(read, 100u);
  EXPECT_GT(refused, 1000u);
}

TEST_F(Refused, UnknownKeysAreLeftAlone) {
  nlohmann::json report = report_;
  report["moods"] = report["documents"][0]["mood"] = report["points"][0]["mood"] = {{"is", {1, 2, "so"}}};
  EXPECT_EQ(message(report.dump()), "read");
}

}  // namespace
}  // namespace reprise
