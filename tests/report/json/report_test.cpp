// What stands between a result and its readers: offsets, first documents, matrices.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "reprise/base/utf8.h"
#include "reprise/compare.h"
#include "reprise/report.h"
#include "reprise/report/json/json_names.h"
#include "reprise/result/matrices.h"
#include "reprise/result/offsets.h"
#include "support/generator.h"
#include "support/ids.h"

namespace reprise::detail {
namespace {

Document document(const std::string& text, const std::string& date = {},
                  const std::string& title = {}) {
  Document d;
  d.id = d.where = text.substr(0, 8);
  d.text = text;
  if (!date.empty()) {
    d.date = date;
  }
  if (!title.empty()) {
    d.title = title;
  }
  return d;
}

TEST(Offsets, EveryCharacterOfEveryKindOfText) {
  std::string text = "\xEF\xBB\xBF";
  for (int i = 0; i < 3000; ++i) {
    text += "aé日👍\r\n";
  }
  text += "\xff\xfe\xc3";  // one broken run
  for (const Encoding encoding :
       {Encoding::utf8, Encoding::utf16_little_endian, Encoding::utf16_big_endian}) {
    const OffsetMap map(text, encoding);
    size_t byte = 0, character = 0;
    for (size_t at = 0; at <= text.size(); ++character) {
      EXPECT_EQ(map.place(at).byte, byte);
      EXPECT_EQ(map.place(at).character, character);
      EXPECT_EQ(map.at(byte), at);
      if (at == text.size()) {
        break;
      }
      const Decoded c = decode(text, at);
      at += c.size;
      const size_t in_utf16 = c.code > 0xFFFF ? 4 : 2;
      const size_t size = encoding == Encoding::utf8 ? c.size : in_utf16;
      for (size_t inside = 1; inside < size; ++inside) {
        EXPECT_EQ(map.at(byte + inside), std::nullopt);
      }
      byte += size;
    }
    EXPECT_EQ(map.at(byte + 1), std::nullopt) << "behind the end";
    EXPECT_EQ(map.at(byte + 100000), std::nullopt);
  }
}

Result compare_texts(std::vector<Document> documents, const CompareOptions& options = {}) {
  return compare({std::move(documents), {}}, options);
}

const std::string ferry =
    "The ferry will not sail before spring, the operator said on Monday in the harbour.";

TEST(Result, FirstDocuments) {
  const auto first = [](const std::string& a, const std::string& b, const std::string& c) {
    // Three texts with one claim and enough around it not to be copies.
    Result r = compare_texts(
        {document(ferry + " Gulls are loud there, and the bakery has got a new oven at last.", a),
         document("Chess is played in the library on Sundays when nobody reads. " + ferry, b),
         document("Rain will fall all week. " + ferry + " A museum of salt has been opened.", c)},
        {.threshold = 0.9});
    EXPECT_FALSE(r.points.empty());
    return first_documents(r.points.at(0).documents, r);
  };
  EXPECT_EQ(first("2031-03-02", "2031-03-01", "2031-03-03"), support::ids<DocumentId>({1}));
  EXPECT_EQ(first("2031-03", "2031-03-01", "2031-04-03"), support::ids<DocumentId>({0, 1}))
      << "some day in March may be the first";
  EXPECT_EQ(first("", "2031-03-01", "2031-03-02"), support::ids<DocumentId>({0, 1}))
      << "no known date puts the undated one behind";
  EXPECT_EQ(first("", "", ""), std::nullopt);
}

TEST(Result, FiguresThatMoveOn) {
  const auto updated = [](const std::string& a, const std::string& b,
                          const std::string& counted = "people") {
    Result r =
        compare_texts({document("The flood in the valley took 340 " + counted + " on Monday.", a),
                       document("The valley flood took 430 " + counted + ".", b)});
    EXPECT_FALSE(r.points.at(0).disagreements.empty());
    return is_updated(r.points.at(0), r);
  };
  EXPECT_TRUE(updated("2031-03-01", "2031-03-02"));
  EXPECT_TRUE(updated("2031-03-02", "2031-03-01")) << "it may fall as well";
  EXPECT_FALSE(updated("2031-03-01", "2031-03-01"));
  EXPECT_FALSE(updated("2031-03-01", ""));
  EXPECT_FALSE(updated("2031-03-01", "2031-03-02", "sheds"))
      << "two counts of what does not move disagree";
}

TEST(Result, AnEarlierTollMayBeALowerEnd) {
  const auto updated = [](const std::string& a, const std::string& b) {
    const Result r =
        compare_texts({document("The flood in the valley killed at least 57 people.", a),
                       document("The valley flood killed 97 people.", b)});
    return !r.points.at(0).disagreements.empty() && is_updated(r.points.at(0), r);
  };
  EXPECT_TRUE(updated("2031-03-01", "2031-03-02"));
  EXPECT_FALSE(updated("2031-03-01", ""));
}

TEST(Compare, IdenticalDocumentsAreOne) {
  const Result r = compare_texts(
      {document(""), document(ferry), document(""), document(ferry), document("...")});
  EXPECT_EQ(r.original, support::ids<DocumentId>({0, 1, 0, 1, 4}));
  ASSERT_EQ(r.clusters.size(), 2u);
  EXPECT_EQ(r.clusters[0].cluster.documents, support::ids<DocumentId>({0, 2}))
      << "equal bytes without a word";
  EXPECT_EQ(r.clusters[1].similarity, (std::vector<double>{1, 1}));
  EXPECT_EQ(r.pairs.size(), 2u);
  ASSERT_EQ(r.passages.size(), 1u) << "all of the copy that has words";
  EXPECT_EQ(r.passages[0].identity, 1);
  EXPECT_EQ(r.units[r.passages[0].unit_b].document, 3u);
  EXPECT_TRUE(r.points.empty());
  for (const Matrix& m : r.matrices) {
    const auto values = dense_values(m, r);
    if (m.measure == MatrixMeasure::points) {
      continue;
    }
    EXPECT_EQ(values[1 * 5 + 3], 1) << word_for(m.measure);
    EXPECT_EQ(values[0 * 5 + 2], 1) << word_for(m.measure);
    EXPECT_EQ(values[0 * 5 + 4], 0) << word_for(m.measure) << ": no words, other bytes";
  }
}

TEST(Compare, AThousandCopiesAreAThousandPairs) {
  std::vector<Document> documents(1000, document(ferry));
  const Result r = compare_texts(std::move(documents));
  ASSERT_EQ(r.clusters.size(), 1u);
  EXPECT_EQ(r.clusters[0].cluster.documents.size(), 1000u);
  EXPECT_EQ(r.pairs.size(), 999u);
}

TEST(Compare, TheOrderOfTheInputsDoesNotChangeTheClusters) {
  support::Random random(9);
  const support::Vocabulary vocabulary;
  const auto groups = support::make_groups(12, 3, 150, 0.01, vocabulary, random);
  std::vector<Document> documents;
  for (const auto& words : groups.documents) {
    documents.push_back(document(support::write_text(words, random).bytes));
  }
  const auto clusters_of = [](const Result& r) {
    std::vector<std::vector<std::string>> all;
    for (const auto& c : r.clusters) {
      std::vector<std::string> texts;
      for (uint32_t d : c.cluster.documents) {
        texts.push_back(r.documents[d].text);
      }
      std::sort(texts.begin(), texts.end());
      all.push_back(texts);
    }
    std::sort(all.begin(), all.end());
    return all;
  };
  const auto expected = clusters_of(compare_texts(documents));
  EXPECT_EQ(expected.size(), 12u);
  for (int round = 0; round < 5; ++round) {
    for (size_t i = documents.size(); i > 1; --i) {
      std::swap(documents[i - 1], documents[random.below(i)]);
    }
    EXPECT_EQ(clusters_of(compare_texts(documents)), expected);
  }
}

TEST(Compare, ATitleIsSearchedOnce) {
  const std::string headline = "Ferry stays in port until spring comes";
  const auto fields = [&](const Result& r) {
    std::vector<Field> list;
    for (const TextUnit& u : r.units) {
      list.push_back(u.field);
    }
    return list;
  };
  EXPECT_EQ(fields(compare_texts({document("Some text.", "", headline)})),
            (std::vector<Field>{Field::text, Field::title}));
  EXPECT_EQ(
      fields(compare_texts({document("\xEF\xBB\xBF\r\n" + headline + "\n\nText.", "", headline)})),
      (std::vector<Field>{Field::text}));
}

TEST(Compare, OptionsThatCantBeUsed) {
  EXPECT_THROW(compare({}, {.threshold = 0}), Error);
  EXPECT_THROW(compare({}, {.threshold = 1.5}), Error);
  EXPECT_THROW(compare({}, {.shingles = {.size = 0}}), Error);
  EXPECT_THROW(compare({}, {.sketch = {.slots = 0}}), Error);
  EXPECT_THROW(compare({}, {.points = {.language = "klingon"}}), Error);
  EXPECT_THROW(compare({}, {.threads = 1025}), Error);
}

TEST(Compare, NothingAtAll) {
  const Result r = compare_texts({});
  const auto json = nlohmann::json::parse(to_json(r, {}));
  EXPECT_EQ(json["documents"].size(), 0u);
  EXPECT_EQ(json["matrices"].size(), 4u);
  EXPECT_NE(to_terminal(r, {}).find("Nothing to compare."), std::string::npos);
}

}  // namespace
}  // namespace reprise::detail
