// The keys of what near-duplicates are: banding, matrices, pairs and clusters.
#pragma once

#include "reprise/report/json/context.h"
#include "reprise/report/json/fields.h"
#include "reprise/result/matrices.h"

namespace reprise::detail {

inline constexpr auto banding_shape = shape(
    "banding", "How candidate pairs were proposed: sketches that agree in all rows of one band.",
    field("bands", "Bands of each sketch.", from_one, &Banding::bands),
    field("rows", "Slots of each band.", from_one, &Banding::rows),
    field("threshold", "The similarity for which they were chosen.", share_above_0,
          &Banding::threshold),
    field("expected_recall", "Probability that a pair exactly at the threshold is proposed.", share,
          &Banding::expected_recall));

inline constexpr auto pair_shape = shape(
    "pair", "Two documents, a before b.",
    field("a", "The first document.", document_number, at(&Similarity::pair, &DocumentPair::a)),
    field("b", "The second document.", document_number, at(&Similarity::pair, &DocumentPair::b),
          [](const JsonNode& node, Similarity& s, Reading& r) {
            document_number.read(node, s.pair.b, r);
            if (s.pair.a >= s.pair.b) {
              node.fail("is no document behind a");
            }
          }),
    field("jaccard", "Runs of words in both over runs in either.", share, &Similarity::jaccard),
    field(
        "containment", "Share of a's runs found in b, and of b's found in a.", two(share),
        [](const Similarity& s) { return std::pair(s.a_in_b, s.b_in_a); },
        [](const JsonNode& node, Similarity& s, Reading& r) {
          const auto [a_in_b, b_in_a] = node.items<2>();
          share.read(a_in_b, s.a_in_b, r);
          share.read(b_in_a, s.b_in_a, r);
        }));

void read_cluster_documents(const JsonNode& node, MeasuredCluster& cluster, Reading& r);
void read_kept(const JsonNode& node, MeasuredCluster& cluster, Reading& r);

inline constexpr auto cluster_shape =
    shape("cluster", "Documents that are copies of one another, and the one that stands for them.",
          field("documents", "Its documents, ascending.", list(document_number, 2),
                at(&MeasuredCluster::cluster, &Cluster::documents), read_cluster_documents),
          field("kept", "The one of them that stands for the others.", document_number,
                at(&MeasuredCluster::cluster, &Cluster::kept), read_kept),
          field("similarity", "Jaccard similarity of each to the one kept.", list(share, 2),
                &MeasuredCluster::similarity));

// The values of a matrix, in full or the entries above the floor.
struct AllValues {
  void write(std::string& out, const Matrix& matrix, const Writing& w) const;
  std::string schema() const { return R"("type": "array", "items": {"type": "array"})"; }
  std::string in_words() const { return "list of rows"; }
};
struct Entries {
  void write(std::string& out, const Matrix& matrix, const Writing& w) const;
  std::string schema() const;
  std::string in_words() const { return "list of [i, j, value]"; }
};

// Return the matrix, or the numbers on its diagonal, if that is how it is written; else nothing.
const Matrix* written_in_full(const Matrix& matrix, const Writing& w);
const Matrix* written_as_entries(const Matrix& matrix, const Writing& w);
std::optional<std::vector<uint64_t>> written_diagonal(const Matrix& matrix, const Writing& w);
void read_measure(const JsonNode& node, Matrix& matrix, Reading& r);
void read_values(const JsonNode& node, Matrix& matrix, Reading& r);
void read_entries(const JsonNode& node, Matrix& matrix, Reading& r);
void read_diagonal(const JsonNode& node, Matrix& matrix, Reading& r);

inline constexpr auto matrix_shape =
    shape(
        "matrix",
        "One measure between all documents: in full up to 1,000 documents, above that as entries.",
        field("measure",
              "jaccard: shared runs of words over all. containment: share of i's runs found in j. "
              "passages: share of i's words in passages shared with j. points: points in common.",
              choice<MatrixMeasure>, &Matrix::measure, read_measure),
        field("symmetric", "Whether the value from i to j is that from j to i.", flag,
              &Matrix::symmetric),
        field("values", "values[i][j] goes from document i to document j.", AllValues{},
              written_in_full, read_values)
            .if_any(),
        field("entries",
              "[i, j, value], ascending: what is above the floor; of a symmetric measure, i < j "
              "only.",
              Entries{}, written_as_entries, read_entries)
            .if_any(),
        field("diagonal", "Beside entries of points: the number that each document states.",
              list(whole), written_diagonal, read_diagonal)
            .if_any())
        .with_rules(R"("oneOf": [{"required": ["values"]}, {"required": ["entries"]}],
      "if": {"properties": {"measure": {"const": "points"}}},
      "then": {
        "properties": {
          "symmetric": {"const": true},
          "values": {"items": {"items": {"type": "integer", "minimum": 0}}},
          "entries": {"items": {"items": [{}, {}, {"type": "integer", "minimum": 1}]}}
        }
      },
      "else": {
        "properties": {
          "values": {"items": {"items": {"type": "number", "minimum": 0, "maximum": 1}}},
          "entries": {"items": {"items": [{}, {}, {"type": "number", "minimum": 0, "maximum": 1}]}}
        }
      })");

}  // namespace reprise::detail
