#include "reprise/report/json/read_matrices.h"

#include <algorithm>

#include "reprise/report/json/json_names.h"
#include "reprise/result/matrices.h"

namespace reprise::detail {
namespace {

class MatrixReader {
 public:
  explicit MatrixReader(const Result& result) : result_(result), count_(result.documents.size()) {}

  Matrix read(const JsonNode& node) const {
    const JsonNode measure = node["measure"];
    Matrix matrix;
    matrix.measure = names_of_measures[measure.choice(names_of_measures)];
    matrix.symmetric = node["symmetric"].flag();
    const bool is_points = matrix.measure == "points";
    matrix.diagonal.assign(count_, is_points ? 0 : 1);
    if (node.holds("values")) {
      dense(node["values"], matrix);
      add_copies(matrix, result_.original);
    } else {
      sparse(node["entries"], matrix);
      if (is_points) {
        matrix.diagonal = node.holds("diagonal") ? diagonal(node["diagonal"])
                                                 : points_of_each(result_.points, result_.original);
      }
    }
    sort_entries(matrix);
    check_entries(node, matrix);
    return matrix;
  }

 private:
  static double value(const JsonNode& node, const Matrix& matrix) {
    return matrix.measure == "points" ? static_cast<double>(node.count()) : node.real(0, 1);
  }

  // Entries are of originals alone; their copies have what they have.
  void dense(const JsonNode& values, Matrix& matrix) const {
    size_t rows = 0;
    values.each([&](const JsonNode& row, size_t i) {
      size_t columns = 0;
      row.each([&](const JsonNode& node, size_t j) {
        const double number = value(node, matrix);
        ++columns;
        if (i >= count_ || j >= count_) {
          return;
        }
        if (i == j) {
          matrix.diagonal[i] = number;
        } else if (number != 0 && result_.original[i] == i && result_.original[j] == j) {
          matrix.entries.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(j), number});
        }
      });
      if (columns != count_) {
        row.fail("is no row of " + std::to_string(count_));
      }
      ++rows;
    });
    if (rows != count_) {
      values.fail("are not the rows of " + std::to_string(count_) + " documents");
    }
  }

  void sparse(const JsonNode& entries, Matrix& matrix) const {
    entries.each([&](const JsonNode& entry, size_t) {
      const auto [from, to, number] = entry.items<3>();
      const Matrix::Entry e{from.index(count_), to.index(count_), value(number, matrix)};
      if (e.from == e.to) {
        entry.fail("is of one document alone");
      }
      matrix.entries.push_back(e);
      if (matrix.symmetric) {
        matrix.entries.push_back({e.to, e.from, e.value});
      }
    });
  }

  static void check_entries(const JsonNode& node, const Matrix& matrix) {
    const auto same = [](const Matrix::Entry& x, const Matrix::Entry& y) {
      return x.from == y.from && x.to == y.to;
    };
    const auto twice = std::adjacent_find(matrix.entries.begin(), matrix.entries.end(), same);
    if (twice != matrix.entries.end()) {
      node.fail("has two entries of documents " + std::to_string(twice->from) + " and " +
                std::to_string(twice->to));
    }
  }

  std::vector<double> diagonal(const JsonNode& values) const {
    std::vector<double> diagonal;
    values.each([&](const JsonNode& node, size_t) {
      diagonal.push_back(static_cast<double>(node.count()));
    });
    if (diagonal.size() != count_) {
      values.fail("is no list of " + std::to_string(count_));
    }
    return diagonal;
  }

  const Result& result_;
  size_t count_;
};

// Of equal pairs, the first; copies are no pair.
std::optional<Similarity> closest_of(const Result& result) {
  const Matrix &jaccard = matrix_of(result, "jaccard"),
               &containment = matrix_of(result, "containment");
  const Matrix::Entry* best = nullptr;
  for (const Matrix::Entry& e : jaccard.entries) {
    if (e.from > e.to || result.original[e.from] != e.from || result.original[e.to] != e.to) {
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

Banding read_banding(const JsonNode& node) {
  return {static_cast<uint32_t>(node["bands"].count()), static_cast<uint32_t>(node["rows"].count()),
          node["threshold"].real(0, 1), node["expected_recall"].real(0, 1)};
}

Similarity read_pair(const JsonNode& node, size_t count) {
  const JsonNode b = node["b"], containment = node["containment"];
  Similarity s{{node["a"].index(count), b.index(count)}, node["jaccard"].real(0, 1), 0, 0};
  if (s.pair.a >= s.pair.b) {
    b.fail("is no document behind a");
  }
  const auto [a_in_b, b_in_a] = containment.items<2>();
  s.a_in_b = a_in_b.real(0, 1);
  s.b_in_a = b_in_a.real(0, 1);
  return s;
}

MeasuredCluster read_cluster(const JsonNode& node, size_t count) {
  MeasuredCluster c;
  std::vector<uint32_t>& documents = c.cluster.documents;
  node["documents"].each([&](const JsonNode& document, size_t) {
    documents.push_back(document.index(count));
    if (documents.size() > 1 && documents[documents.size() - 2] >= documents.back()) {
      document.fail("does not stand behind the one before it");
    }
  });
  node["similarity"].each(
      [&](const JsonNode& value, size_t) { c.similarity.push_back(value.real(0, 1)); });
  if (documents.size() < 2 || c.similarity.size() != documents.size()) {
    node.fail("has not two documents or more with a similarity each");
  }
  const JsonNode kept = node["kept"];
  c.cluster.kept = kept.index(count);
  if (!std::binary_search(documents.begin(), documents.end(), c.cluster.kept)) {
    kept.fail("is none of its documents");
  }
  return c;
}

// What draws from the matrices finds each measure, and finds it once.
void check_measures(const JsonNode& list, const Result& result) {
  for (const std::string_view measure : names_of_measures) {
    const auto found =
        std::count_if(result.matrices.begin(), result.matrices.end(),
                      [&](const Matrix& matrix) { return matrix.measure == measure; });
    if (found != 1) {
      list.fail("does not hold one matrix of " + std::string(measure) + ", but " +
                std::to_string(found));
    }
  }
}

}  // namespace

void read_near_duplicates(const JsonNode& root, Result& result) {
  const size_t count = result.documents.size();
  const JsonNode banding = root["banding"];
  result.banding = read_banding(banding);
  const MatrixReader reader(result);
  const JsonNode matrices = root["matrices"];
  matrices.each(
      [&](const JsonNode& node, size_t) { result.matrices.push_back(reader.read(node)); });
  check_measures(matrices, result);
  root["pairs"].each(
      [&](const JsonNode& node, size_t) { result.pairs.push_back(read_pair(node, count)); });
  root["clusters"].each([&](const JsonNode& node, size_t c) {
    result.clusters.push_back(read_cluster(node, count));
    for (uint32_t d : result.clusters.back().cluster.documents) {
      if (result.cluster_of[d]) {
        node.fail("has a document that is in another cluster too");
      }
      result.cluster_of[d] = static_cast<uint32_t>(c);
    }
  });
  result.closest = closest_of(result);
}

}  // namespace reprise::detail
