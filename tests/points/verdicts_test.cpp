// The judge: which pairs are asked, what follows from verdicts, and what is no verdict.
#include "reprise/points/verdicts.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "reprise/compare.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

using support::TempFolder;

std::string complaint(std::string_view answers, size_t count = 2) {
  try {
    read_verdicts(answers, count, "judge");
  } catch (const Error& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with("judge")) << error.what();
    return error.what();
  }
  return "";
}

bool says(const std::string& message, const std::string& part) {
  return message.find(part) != std::string::npos;
}

TEST(Verdicts, AnswersComeInAnyOrder) {
  const auto verdicts = read_verdicts(
      "\n{\"id\": 1, \"same\": 0.25, \"why\": [1]}\r\n{\"id\": 0, \"same\": 1, \"opposed\": true}",
      2, "judge");
  ASSERT_EQ(verdicts.size(), 2u);
  EXPECT_EQ(verdicts[1].same, 0.25);
  EXPECT_FALSE(verdicts[1].opposed);
  EXPECT_TRUE(verdicts[0].opposed);
  EXPECT_TRUE(read_verdicts("", 0, "judge").empty());
}

TEST(Verdicts, WhatIsNoneIsRefused) {
  EXPECT_TRUE(says(complaint(""), "verdicts on 0 of 2 pairs"));
  EXPECT_TRUE(says(complaint("{\"id\": 0, \"same\": 1}"), "verdicts on 1 of 2 pairs"));
  EXPECT_TRUE(says(complaint("{\"id\": 0, \"same\": 1}\n{\"id\": 1, \"sa"), "no JSON"));
  EXPECT_TRUE(says(complaint("{\"id\": 0, \"same\": 1}\n{\"id\": 0, \"same\": 1}"), "before"));
  EXPECT_TRUE(says(complaint("{\"id\": 2, \"same\": 1}"), "of no pair that was asked"));
  EXPECT_TRUE(says(complaint("{\"id\": 0, \"same\": 1.5}"), "no number from 0 to 1"));
  EXPECT_TRUE(says(complaint("{\"id\": 0, \"same\": \"yes\"}"), "no number"));
  EXPECT_TRUE(says(complaint("{\"id\": 0}"), "has no \"same\""));
  EXPECT_TRUE(says(complaint("yes\n"), "no JSON"));
}

PlacePairs six_places() {
  PlacePairs found;
  for (uint32_t i = 0; i < 6; ++i) {
    found.places.push_back({LineId{i}, {0, 9}, VoiceId{i}});
  }
  for (uint32_t a = 0; a < 6; ++a) {
    for (uint32_t b = a + 1; b < 6; ++b) {
      const double root = 1.0 / (1 + a + 6 * b);
      found.pairs.push_back({a, b, root});
      found.roots.push_back({a, b, root});
    }
  }
  return found;
}

TEST(Verdicts, NoPlaceIsAskedMoreOftenThanAllowed) {
  const PlacePairs found = six_places();
  for (const uint32_t most : {1U, 2U, 3U, 20U}) {
    std::vector<uint32_t> asked(6);
    const std::vector<size_t> pairs = pairs_to_ask(found, most);
    EXPECT_TRUE(std::is_sorted(pairs.begin(), pairs.end()));
    for (const size_t pair : pairs) {
      ++asked[found.pairs[pair].a];
      ++asked[found.pairs[pair].b];
    }
    EXPECT_LE(*std::max_element(asked.begin(), asked.end()), most);
  }
  EXPECT_EQ(pairs_to_ask(found, 20).size(), found.pairs.size());
  EXPECT_EQ(pairs_to_ask(found, 1).front(), 0u) << "the likeliest pair";
}

TEST(Verdicts, WhatTwoVerdictsImplyFollows) {
  const PlacePairs found = six_places();
  const std::vector<ScoredPair> verdicts{{0, 1, 0.9}, {0, 3, 0.01}, {1, 2, 0.8}, {2, 3, 0.7}};
  std::map<std::pair<uint32_t, uint32_t>, double> all;
  for (const ScoredPair& pair : with_what_follows(verdicts, found.places)) {
    all[{pair.a, pair.b}] = pair.score;
  }
  EXPECT_EQ(all.size(), 6u);
  EXPECT_EQ((all.at({0, 2})), 0.8);
  EXPECT_EQ((all.at({1, 3})), 0.7);
  EXPECT_EQ((all.at({0, 3})), 0.01) << "what was asked is not overruled";
}

TEST(Verdicts, OfOneVoiceNothingFollows) {
  PlacePairs found = six_places();
  found.places[2].voice = VoiceId{0};
  const std::vector<ScoredPair> verdicts{{0, 1, 0.9}, {1, 2, 0.9}};
  EXPECT_EQ(with_what_follows(verdicts, found.places).size(), 2u);
}

Corpus three_texts() {
  Corpus corpus;
  const char* const texts[]{
      "The old ferry stays in port until spring, the captain of the harbour said on Monday.",
      "Until spring the old ferry stays in port, said a captain who knows the harbour well.",
      "The harbour captain paints the old ferry green every spring while it stays in port."};
  for (const char* text : texts) {
    Document document;
    document.id = document.where = std::to_string(corpus.documents.size());
    document.text = text;
    corpus.documents.push_back(document);
  }
  return corpus;
}

CompareOptions judged_by(const std::string& command) {
  CompareOptions options;
  options.parts = {false, false, true};
  options.points.judge.command = command;
  return options;
}

// A judge that gives each line the same verdict.
std::string always(const std::string& same) {
  return "sed -E 's/^\\{\"id\":([0-9]+),.*/{\"id\":\\1,\"same\":" + same + "}/'";
}

TEST(Judge, ItsVerdictsRule) {
  EXPECT_EQ(compare(three_texts(), judged_by(always("0"))).points.size(), 0u);
  const Result same = compare(three_texts(), judged_by(always("1")));
  ASSERT_EQ(same.points.size(), 1u);
  EXPECT_EQ(same.points[0].documents.size(), 3u);
  ASSERT_EQ(same.points[0].evidence.size(), 1u);
  EXPECT_EQ(same.points[0].evidence[0].kind, EvidenceKind::verdict);
  EXPECT_EQ(same.points[0].evidence[0].value, 1);
}

std::string failure(const JudgeOptions& judge) {
  CompareOptions options = judged_by(judge.command);
  options.points.judge = judge;
  try {
    compare(three_texts(), options);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Judge, EachFailureIsSaid) {
  EXPECT_TRUE(says(failure({.command = "exit 3"}), "exit code 3"));
  EXPECT_TRUE(says(failure({.command = "echo no model >&2; exit 1"}), "no model"));
  EXPECT_TRUE(says(failure({.command = "/no/such/judge"}), "exit code 127"));
  EXPECT_TRUE(says(failure({.command = "kill -9 $$"}), "signal 9"));
  EXPECT_TRUE(says(failure({.command = "true"}), "verdicts on 0 of"));
  EXPECT_TRUE(says(failure({.command = "cat"}), "has no \"same\""));
  EXPECT_TRUE(says(failure({.command = "yes"}), "writes more than"));
  EXPECT_TRUE(says(failure({.command = "sleep 60", .pairs = 20, .seconds = 0.2}), "took longer"));
}

TEST(Judge, WhatItSaidIsKept) {
  const TempFolder folder;
  const std::string cache = folder / "verdicts";
  const std::string count = folder / "count";
  const std::string command = "tee -a " + count + " | " + always("1");
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(failure({.command = command, .cache = cache}), "");
  }
  const std::string once = support::read_file(count);
  EXPECT_EQ(failure({.command = command, .cache = cache}), "");
  EXPECT_EQ(support::read_file(count), once) << "asked once";

  std::string lines = support::read_file(cache);
  support::write_file(cache, lines.substr(0, lines.size() - 9));
  CompareOptions options = judged_by(command);
  options.points.judge.cache = cache;
  const Result result = compare(three_texts(), options);
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_TRUE(says(result.problems[0].what, "1 lines of the cache"));
  EXPECT_NE(support::read_file(count), once) << "the lost one is asked again";
}

TEST(Judge, AnotherFileIsNeverOverwritten) {
  const TempFolder folder;
  const std::string path = folder.write("a.txt", "The ferry stays.");
  EXPECT_TRUE(says(failure({.command = always("1"), .cache = path}), "no cache of verdicts"));
  EXPECT_EQ(support::read_file(path), "The ferry stays.");
}

}  // namespace
}  // namespace reprise::detail
