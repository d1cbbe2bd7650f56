#include "reprise/report/json/read_matrices.h"

#include <algorithm>

#include "reprise/report/json/near_shapes.h"

namespace reprise::detail {
namespace {

Matrix read_matrix(const JsonNode& node, Reading& reading) {
  Matrix matrix;
  read_object(node, matrix_shape, matrix, reading);
  if (!node.holds("values") && !node.holds("entries")) {
    node.fail("has no \"values\", and has no \"entries\"");
  }
  sort_entries(matrix);
  const auto same = [](const Matrix::Entry& x, const Matrix::Entry& y) {
    return x.from == y.from && x.to == y.to;
  };
  const auto twice = std::adjacent_find(matrix.entries.begin(), matrix.entries.end(), same);
  if (twice != matrix.entries.end()) {
    node.fail("has two entries of documents " + std::to_string(twice->from) + " and " +
              std::to_string(twice->to));
  }
  return matrix;
}

// Of equal pairs, the first; copies are no pair.
std::optional<Similarity> closest_of(const Result& result) {
  const Matrix& jaccard = matrix_of(result, MatrixMeasure::jaccard);
  const Matrix& containment = matrix_of(result, MatrixMeasure::containment);
  const Matrix::Entry* best = nullptr;
  for (const Matrix::Entry& e : jaccard.entries) {
    const bool of_originals = result.original[e.from] == e.from && result.original[e.to] == e.to;
    if (e.from > e.to || !of_originals) {
      continue;
    }
    if (!best || e.value > best->value) {
      best = &e;
    }
  }
  if (!best) {
    return std::nullopt;
  }
  return Similarity{{best->from, best->to},
                    best->value,
                    value_of(containment, best->from, best->to, result),
                    value_of(containment, best->to, best->from, result)};
}

// What draws from the matrices finds each measure, and finds it once.
void check_measures(const JsonNode& list, const Result& result) {
  for (const std::string_view measure : names_of_measures) {
    const auto found =
        std::count_if(result.matrices.begin(), result.matrices.end(),
                      [&](const Matrix& matrix) { return word_for(matrix.measure) == measure; });
    if (found != 1) {
      list.fail("does not hold one matrix of " + std::string(measure) + ", but " +
                std::to_string(found));
    }
  }
}

void read_cluster(const JsonNode& node, size_t number, Reading& reading) {
  Result& result = reading.result;
  MeasuredCluster& cluster = result.clusters.emplace_back();
  read_object(node, cluster_shape, cluster, reading);
  const size_t documents = cluster.cluster.documents.size();
  if (documents < 2 || cluster.similarity.size() != documents) {
    node.fail("has not two documents or more with a similarity each");
  }
  for (const DocumentId d : cluster.cluster.documents) {
    if (result.cluster_of[d]) {
      node.fail("has a document that is in another cluster too");
    }
    result.cluster_of[d] = ClusterId(number);
  }
}

}  // namespace

void read_pairs(const JsonNode& root, Reading& reading) {
  Result& result = reading.result;
  const JsonNode banding = root["banding"];
  read_object(banding, banding_shape, result.banding, reading);
  const JsonNode pairs = root["pairs"];
  list(object<pair_shape>).read(pairs, result.pairs, reading);
}

void read_near_duplicates(const JsonNode& root, Reading& reading) {
  Result& result = reading.result;
  read_pairs(root, reading);
  const JsonNode matrices = root["matrices"];
  matrices.each(
      [&](const JsonNode& node, size_t) { result.matrices.push_back(read_matrix(node, reading)); });
  check_measures(matrices, result);
  const JsonNode clusters = root["clusters"];
  clusters.each([&](const JsonNode& node, size_t c) { read_cluster(node, c, reading); });
  result.closest = closest_of(result);
}

}  // namespace reprise::detail
