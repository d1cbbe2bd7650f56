// Matrices row by row and as pictures, names that belong to one, texts in XML: what the program's
// tests of --export can't reach, for it would take thousands of documents.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "reprise/report/tables/matrix_exports.h"
#include "reprise/report/tables/matrix_svg.h"
#include "reprise/report/tables/unique_names.h"
#include "reprise/report/tables/xml.h"
#include "reprise/result/matrices.h"
#include "support/generator.h"
#include "support/ids.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

// Documents "d0", "d1"… that have nothing in common, each a story of its own, with one matrix.
Result documents(uint32_t count, MatrixMeasure measure = MatrixMeasure::jaccard) {
  Result result;
  result.documents.resize(count);
  result.cluster_of.resize(count);
  result.matrices.push_back({measure, true, std::vector<double>(count, 1), {}});
  for (DocumentId d; d < count; ++d) {
    result.documents[d].id = "d" + std::to_string(d);
    result.original.push_back(d);
    result.stories.emplace_back(d);
  }
  return result;
}

// Returns what `write` writes.
template <class Write>
std::string written(const Write& write) {
  const fs::path path =
      fs::path(::testing::TempDir()) / ("reprise-export-" + std::to_string(getpid()));
  OutputFile file(path.string());
  write(file);
  file.commit();
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  fs::remove(path);
  return text.str();
}

std::string picture(const Result& result) {
  return written(
      [&](OutputFile& file) { write_matrix_svg(result, result.matrices[0].measure, file); });
}

size_t count_of(const std::string& part, const std::string& text) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(Matrices, RowsAreWhatEntriesAndCopiesSay) {
  support::Random random(5);
  for (int round = 0; round < 50; ++round) {
    const auto n = static_cast<uint32_t>(random.below(12));
    Result result = documents(n);
    std::map<std::pair<uint32_t, uint32_t>, double> values;
    for (uint32_t d = 1; d < n; ++d) {
      const auto other = static_cast<uint32_t>(random.below(d));
      if (random.below(3) == 0) {
        result.original[d] = result.original[other];
      }
    }
    Matrix& matrix = result.matrices[0];
    for (uint32_t i = 0; i < n; ++i) {
      matrix.diagonal[i] = 1 + result.original[i];
      for (uint32_t j = 0; j < n; ++j) {
        const bool copy = result.original[i] == result.original[j];
        const bool originals = result.original[i] == i && result.original[j] == j && i != j;
        if (originals && random.below(2) == 0) {
          values[{i, j}] = 1.0 / static_cast<double>(1 + random.below(9));
        }
        if (originals && values.contains({i, j})) {
          matrix.entries.push_back(support::entry(i, j, values[{i, j}]));
        }
        if (copy && i != j && (result.original[i] == i || result.original[j] == j)) {
          matrix.entries.push_back(support::entry(i, j, matrix.diagonal[i]));
        }
      }
    }
    MatrixRows rows(matrix, result);
    const std::vector<double> dense = dense_values(matrix, result);
    for (DocumentId i; i < n; ++i) {
      const std::vector<double>& row = rows.row(i);
      for (DocumentId j; j < n; ++j) {
        const uint32_t a = result.original[i], b = result.original[j];
        const double of_others = values.contains({a, b}) ? values[{a, b}] : 0;
        const double wanted = a == b ? 1 + a : of_others;
        EXPECT_EQ(row[j], wanted);
        EXPECT_EQ(value_of(matrix, i, j, result), wanted);
        EXPECT_EQ(dense[i * n + j], wanted);
      }
    }
  }
}

TEST(Matrices, TheHeaderOfNpyIsPaddedWhateverTheNumber) {
  for (const uint32_t n : {0u, 1u, 9u, 10u, 99u, 100u}) {
    const Result result = documents(n);
    const std::string npy =
        written([&](OutputFile& file) { write_matrix_npy(result, MatrixMeasure::jaccard, file); });
    EXPECT_EQ(npy.size(), 128 + size_t{n} * n * 8);
    EXPECT_EQ(npy[127], '\n');
    EXPECT_EQ(npy.substr(10, npy.find('}') - 9),
              "{'descr': '<f8', 'fortran_order': False, 'shape': (" + std::to_string(n) + ", " +
                  std::to_string(n) + "), }");
    const std::string one("\0\0\0\0\0\0\xF0\x3F", 8);
    EXPECT_EQ(npy.substr(128, 8), n > 0 ? one : "") << "little-endian";
  }
}

TEST(MatrixSvg, StoriesThenClustersThenTheInput) {
  Result result = documents(7);
  result.stories = support::ids<StoryId>({0, 1, 0, 1, 0, 1, 0});
  // The second runs through two stories.
  for (const auto& members : {support::ids<DocumentId>({1, 5}), support::ids<DocumentId>({2, 3})}) {
    for (const DocumentId d : members) {
      result.cluster_of[d] = ClusterId(result.clusters.size());
    }
    result.clusters.emplace_back().cluster.documents = members;
  }
  EXPECT_EQ(drawing_order(result), support::ids<DocumentId>({0, 2, 3, 4, 6, 1, 5}));
}

TEST(MatrixSvg, ASquareForEachDocumentAndALabelForNotTooMany) {
  for (const uint32_t n : {2u, 20u, 21u, 500u, 501u, 1000u}) {
    const std::string svg = picture(documents(n));
    EXPECT_EQ(count_of("h1v1h-1z", svg), n);
    const size_t labels = n <= 500 ? 2 * n : 0, values = n <= 20 ? n : 0;
    EXPECT_EQ(count_of("<text", svg), labels + values + 3) << n;
  }
}

TEST(MatrixSvg, BeyondAThousandBlocksShowTheLargestValue) {
  Result result = documents(2500);
  result.matrices[0].entries = {support::entry(10, 2000, 0.5), support::entry(11, 2001, 0.25),
                                support::entry(2000, 10, 0.5), support::entry(2001, 11, 0.25)};
  const std::string svg = picture(result);
  EXPECT_NE(svg.find("among 3 by 3 documents"), svg.npos);
  EXPECT_EQ(count_of("h1v1h-1z", svg), 834u + 4);
  EXPECT_NE(svg.find("M833 833h1"), svg.npos);
  const size_t block = svg.find("M666 3h1");
  ASSERT_NE(block, svg.npos);
  EXPECT_EQ(svg.rfind("<path", block), svg.rfind("<path", svg.find("M3 666h1"))) << "one shade";
  EXPECT_EQ(count_of("<path", svg), 3u);
}

TEST(MatrixSvg, PointsAreDrawnUpToTheLargestNumber) {
  Result result = documents(2, MatrixMeasure::points);
  result.matrices[0].diagonal = {40, 0};
  const std::string svg = picture(result);
  EXPECT_EQ(count_of(">40<", svg), 2u) << "in its square, and at the scale";
  EXPECT_EQ(count_of("<path", svg), 1u);
}

TEST(UniqueNames, BelongToOneOnly) {
  Result result;
  const std::vector<std::pair<std::string, std::string>> given{
      {"a", "x:1"}, {"b", "x:2"}, {"b", "x:3"}, {"x:2", "x:4"}, {"b", "x:3"}};
  for (const auto& [id, where] : given) {
    result.documents.emplace_back();
    result.documents.back().id = id;
    result.documents.back().where = where;
  }
  EXPECT_EQ(unique_names(result, xml_text),
            (std::vector<std::string>{"a", "x:2~2", "x:3", "x:2", "x:3~2"}));
  UniqueNames files(true);
  EXPECT_EQ(files.take("Ab", "-", ".xml"), "Ab.xml");
  EXPECT_EQ(files.take("aB", "-", ".xml"), "aB-2.xml");
}

TEST(Xml, HoldsAnyText) {
  EXPECT_EQ(xml_escaped("a<b>&\"'\t\r\n"), "a&lt;b&gt;&amp;&quot;'&#9;&#13;&#10;");
  EXPECT_EQ(xml_escaped(std::string("\0\x1b\x7f", 3)), "\uFFFD\uFFFD\x7f");
  EXPECT_EQ(xml_escaped("x\xff\xfe y\xEF\xBF\xBE"), "x\uFFFD y\uFFFD");
  EXPECT_EQ(xml_attribute("n", "<"), " n=\"&lt;\"");
}

}  // namespace
}  // namespace reprise::detail
