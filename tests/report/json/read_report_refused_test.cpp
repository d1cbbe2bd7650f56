// What a file may hold that is no good report is refused in words that name it.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "reprise/compare.h"
#include "reprise/error.h"
#include "reprise/report.h"
#include "reprise/report/page/html_data.h"
#include "reprise/report/tables/pan.h"
#include "support/articles.h"

namespace reprise::detail {
namespace {

using support::articles, support::document;

// What each change of a good report is refused with; by pointers into it.
class Refused : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::vector<Document> documents = articles();
    documents.push_back(documents[0]);
    documents.push_back(document("caf\xE9 and so on"));
    report_ = nlohmann::json::parse(
        to_json(compare({std::move(documents), {}}, {.threshold = 0.95}), {}));
    ASSERT_FALSE(report_["passages"].empty());
    ASSERT_FALSE(report_["points"].empty());
    // A point with figures comes first, whatever its rank was.
    nlohmann::json& points = report_["points"];
    const auto with_figures = std::find_if(
        points.begin(), points.end(), [](const auto& point) { return !point["figures"].empty(); });
    ASSERT_NE(with_figures, points.end());
    std::swap((*with_figures)["id"], points[0]["id"]);
    std::swap(*with_figures, points[0]);
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

// Returns the mention, attributed to what stands elsewhere.
nlohmann::json at_another_place(nlohmann::json mention) {
  mention["attributed"] = "the cat";
  mention["attributed_at"] = {{"begin", 0}, {"end", 3}};
  return mention;
}

void expect_says(const std::string& message, const std::string& part) {
  EXPECT_NE(message.find(part), std::string::npos) << message << "\nshould say: " << part;
}

TEST_F(Refused, NoReports) {
  EXPECT_EQ(message(report_.dump()), "read");
  EXPECT_EQ(message("\xEF\xBB\xBF" + report_.dump(2)), "read")
      << "a byte-order mark and blanks do no harm";
  expect_says(message(""), "report.json: no JSON: it is empty");
  expect_says(message("ferry"), "report.json: no JSON");
  expect_says(message("[]"), "is no report of Reprise");
  expect_says(message("{\"schema\": 1}"), "report.json: schema: is no text");
  expect_says(message(std::string(2000, '[') + std::string(2000, ']')), "nested too deeply");
  expect_says(message("{\"schema\": \"\xff\"}"), "it is no UTF-8");
  expect_says(changed("/schema", "reprise.report/2"),
              "read it with the version of Reprise that wrote it");
  expect_says(
      message(R"({"schema": "reprise.report/1", "version": "0.1.0", "options": {}, "summary": {},)"
              R"( "problems": []})"),
      "the summary of reprise dedup");
  const std::string whole = report_.dump();
  for (size_t size = 0; size < whole.size(); size += 97) {
    expect_says(message(whole.substr(0, size)), "report.json: ");
  }
}

TEST_F(Refused, WhatIsNeitherThereNorRight) {
  expect_says(without("/passages/0", "matched"), "report.json: passages[0]: has no \"matched\"");
  expect_says(changed("/passages/0/matched", "7"),
              "report.json: passages[0].matched: is no whole number");
  expect_says(changed("/passages/0/matched", -7), "is no whole number");
  expect_says(changed("/passages/0/matched", 4e9), "is no whole number");
  expect_says(changed("/passages/0/matched", 4000000000u), "is more than");
  expect_says(changed("/passages/0/identity", 1.5), "is no number from 0 to 1");
  expect_says(changed("/points/0/score", -1), "points[0].score: is no number, 0 or more");
  expect_says(changed("/points/0/figures/0/low", "5"), "points[0].figures[0].low: is no number;");
  expect_says(changed("/passages/0/quoted", 0), "is neither true nor false");
  expect_says(changed("/passages", {{"a", 1}}), "report.json: passages: is no list");
  expect_says(changed("/passages/0/a", nlohmann::json::array()),
              "report.json: passages[0].a: is no object");
  expect_says(changed("/options/threshold", 0),
              "report.json: options: can't be: the threshold must be above 0");
  expect_says(changed("/options/language", "klingon\x1b[2J"),
              "no stemmer for the language \"klingon [2J\"");
  expect_says(changed("/options/shingles", "lines"), "is none of words, characters");
  expect_says(changed("/documents/0/extra", 7), "report.json: documents[0].extra: is no object");
  expect_says(changed("/points/0/class", "loud"), "is none of verbatim, near, restated");
  expect_says(changed("/points/0/figures/0/kind", "weight"), "is none of count, money");
  expect_says(changed("/points/0/mentions", nlohmann::json::array()),
              "report.json: points[0].mentions: is empty");
  expect_says(changed("/passage_clusters/0/spans", nlohmann::json::array()), "spans: is empty");
}

TEST_F(Refused, PlacesThatLeadNowhere) {
  expect_says(changed("/passages/0/a/document", 5),
              "passages[0].a.document: is no place in a list of 5");
  expect_says(changed("/passages/0/a/begin", 1),
              "passages[0].a: does not lie on the borders of words");
  expect_says(changed("/passages/0/a/end", 100000),
              "passages[0].a.end: lies behind the end of the text");
  expect_says(changed("/passages/0/a/begin", report_["passages"][0]["a"]["end"]),
              "does not lie on the borders of words");
  expect_says(changed("/passages/0/a/words", 1), "has other words than it says");
  expect_says(changed("/passages/0/a/field", "heading"), "is none of text, title");
  expect_says(changed("/passages/0/cluster", 77), "is no place in a list of");
  expect_says(changed("/points/0/mentions/0/begin", 100000),
              "points[0].mentions[0].begin: lies behind the end");
  expect_says(changed("/points/0/mentions/0/end", 0),
              "points[0].mentions[0].end: lies before its begin");
  expect_says(changed("/points/0/mentions/0/attributed", "the cat"),
              "stands nowhere near its mention");
  expect_says(changed("/points/0/label", "nothing"), "points[0].label: ");
  expect_says(changed("/points/0/label_at", {{"begin", 0}, {"end", 900'000}}),
              "points[0].label_at");
  expect_says(changed("/points/0/mentions/0/sentence", {{"begin", 0}, {"end", 1}}),
              "points[0].mentions[0].sentence: does not hold its mention");
  expect_says(changed("/points/0/documents", 77), "is not how many documents state it");
  expect_says(changed("/points/0/figures/0/mention", 77), "is no place in a list of");
  expect_says(changed("/points/0/disagreements", {{0, 77}}),
              "points[0].disagreements[0][1]: is no place in a list of");
  expect_says(
      changed("/points/0/mentions/0", at_another_place(report_["points"][0]["mentions"][0])),
      "points[0].mentions[0].attributed: does not stand at attributed_at");
  expect_says(changed("/passages/0/b", report_["passages"][0]["a"]),
              "passages[0]: has both sides in one text");
  expect_says(changed("/points/0/story", 3),
              "points[0].story: is not the story of the documents that state it");
  expect_says(changed("/passage_clusters/0/core", "the cat"),
              "passage_clusters[0].core: stands in none of the spans");
  expect_says(
      changed("/documents/2/text", report_["documents"][2]["text"].get<std::string>() + "é"),
      "does not fit the text");
}

TEST_F(Refused, DocumentsThatDontFit) {
  expect_says(changed("/documents/0/bytes", 7),
              "report.json: documents[0].bytes: does not fit the text");
  expect_says(changed("/documents/0/words", 700),
              "report.json: documents[0].words: does not fit the text");
  expect_says(changed("/documents/0/encoding", "utf-16le"), "does not fit the text");
  expect_says(changed("/documents/4/broken", nlohmann::json::array()), "does not fit the text");
  expect_says(changed("/documents/4/broken", {{0, 1}}),
              "documents[4].broken: does not fit the text");
  expect_says(changed("/documents/4/broken", {{3, 4000000000u}}),
              "documents[4].broken: does not fit the text");
  // Three bytes of the text become so many: said before they are made.
  nlohmann::json giant = report_;
  nlohmann::json& length = giant["documents"][4]["broken"][0][1];
  giant["documents"][4]["bytes"] =
      giant["documents"][4]["bytes"].get<uint64_t>() - length.get<uint64_t>() + 4'000'000'000u;
  length = 4'000'000'000u;
  expect_says(message(giant.dump()),
              "documents[4].text: asks for more than 256 MiB of broken bytes");
  expect_says(changed("/documents/4/broken", {{3}}), "documents[4].broken[0]: is no list of 2");
  expect_says(changed("/documents/3/same_as", 1),
              "documents[3].same_as: is no document with the same text");
  expect_says(changed("/documents/3/same_as", 3),
              "documents[3].same_as: is no place in a list of 3");
  expect_says(changed("/documents/0/reference", true),
              "documents[1]: is no reference, but stands behind one");
  expect_says(changed("/documents/0/story", 5), "is no place in a list of 5");
  expect_says(changed("/documents/0/reuse/words", 100000),
              "documents[0].reuse.words: is more than");
  expect_says(changed("/documents/0/reuse/sources", nlohmann::json::array()),
              "no document that they stand in");
}

TEST_F(Refused, MatricesAndClustersThatDontFit) {
  expect_says(changed("/matrices/0/values/0", {1}),
              "report.json: matrices[0].values[0]: is no row of 5");
  expect_says(changed("/matrices/0/values/0/0", 1.5),
              "matrices[0].values[0][0]: is no number from 0 to 1");
  expect_says(changed("/matrices/3/values/0/0", 0.5), "is no whole number");
  expect_says(changed("/matrices/0/measure", "weight"), "is none of jaccard");
  expect_says(without("/matrices/0", "values"), "has no \"entries\"");
  expect_says(changed("/matrices", nlohmann::json::array()),
              "matrices: does not hold one matrix of jaccard, but 0");
  expect_says(changed("/matrices/2", report_["matrices"][3]),
              "matrices: does not hold one matrix of passages, but 0");
  expect_says(changed("/matrices/4", report_["matrices"][3]),
              "matrices: does not hold one matrix of points, but 2");
  expect_says(changed("/clusters/0/documents", {1, 0}), "does not stand behind the one before it");
  expect_says(changed("/clusters/0/kept", 4), "clusters[0].kept: is none of its documents");
  expect_says(changed("/clusters/0/similarity", {1}), "a similarity each");
  expect_says(changed("/pairs/0/b", 0), "pairs[0].b: is no document behind a");
  expect_says(without("", "pairs"), "report.json: has no \"pairs\"");
}

TEST_F(Refused, EntriesThatDontFit) {
  nlohmann::json report = report_;
  const auto with = [&](const nlohmann::json& entries, const nlohmann::json& diagonal) {
    report["matrices"][3] = {
        {"measure", "points"}, {"symmetric", true}, {"entries", entries}, {"diagonal", diagonal}};
    return message(report.dump());
  };
  EXPECT_EQ(with({{0, 1, 2}}, {2, 2, 0, 0, 0}), "read");
  expect_says(with({{0, 1, 2}, {1, 0, 2}}, {2, 2, 0, 0, 0}),
              "matrices[3]: has two entries of documents 0 and 1");
  expect_says(with({{1, 1, 2}}, {2, 2, 0, 0, 0}),
              "matrices[3].entries[0]: is of one document alone");
  expect_says(with({{0, 1, 2}}, {2, 2}), "matrices[3].diagonal: is no list of 5");
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
  for (auto& document : report["documents"]) {
    document.erase("text");
  }
  expect_says(message(report.dump()),
              "report.json: lacks texts, which passages and points are shown from; write it again "
              "without --no-text");
}

// Returns pointers to all values of a JSON value, itself included.
void add_pointers(const nlohmann::json& value, const nlohmann::json::json_pointer& here,
                  std::vector<nlohmann::json::json_pointer>& all) {
  all.push_back(here);
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items()) {
      add_pointers(inner, here / key, all);
    }
  } else if (value.is_array()) {
    for (size_t i = 0; i < value.size(); ++i) {
      add_pointers(value[i], here / i, all);
    }
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
        html_data(result, {.data_per_text = 0, .least_data = 2000});
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

// Returns the pointers to all objects of the report, but for what is not ours: the extra fields.
std::vector<nlohmann::json::json_pointer> objects_of(const nlohmann::json& report) {
  std::vector<nlohmann::json::json_pointer> all;
  add_pointers(report, nlohmann::json::json_pointer(), all);
  std::erase_if(all, [&](const auto& place) {
    return !report[place].is_object() || (!place.empty() && place.back() == "extra");
  });
  return all;
}

TEST_F(Refused, UnknownKeysArePassedOverInEveryObject) {
  const auto before = to_json(read_report(report_.dump(), "report.json"), {});
  nlohmann::json report = report_;
  for (const auto& place : objects_of(report_)) {
    report[place]["mood"] = {{"is", {1, 2, "so"}}};
  }
  EXPECT_EQ(to_json(read_report(report.dump(), "report.json"), {}), before);
}

TEST_F(Refused, AnOptionThatIsMissingHasItsDefault) {
  const CompareOptions defaults;
  for (const auto& [key, value] : report_["options"].items()) {
    EXPECT_EQ(without("/options", key), "read") << key;
  }
  nlohmann::json report = report_;
  report["options"] = nlohmann::json::object();
  const Result result = read_report(report.dump(), "report.json");
  EXPECT_EQ(result.options.threshold, defaults.threshold);
  EXPECT_EQ(result.options.passages.skip_same, "");
  EXPECT_EQ(result.options.points.character_share, defaults.points.character_share);
  expect_says(without("", "options"), "report.json: has no \"options\"");
}

TEST_F(Refused, AnOptionOfAnotherKind) {
  for (const auto& [key, value] : report_["options"].items()) {
    if (key != "floor") {  // is for who reads the report; nothing depends on it
      const nlohmann::json other = nlohmann::json::array({value});
      expect_says(changed("/options/" + key, other), "report.json: options." + key + ": is n");
    }
  }
  expect_says(changed("/options", 7), "report.json: options: is no object");
  expect_says(changed("/options/point_smoothing", -1), "options.point_smoothing: is no number");
  expect_says(changed("/options/point_opposed", 1.5), "is no number from 0 to 1");
  expect_says(changed("/options/point_terms", -1), "is no whole number");
}

}  // namespace
}  // namespace reprise::detail
