// How the rows of matrices and clusters are got and read, where that is more than a member.
//
// A matrix is written in one of two ways: in full, row by row, copies included, or as its entries
// above the floor. Of three documents, the last a copy of the first:
//
//     "values":[[1.0,0.5,1.0],[0.5,1.0,0.5],[1.0,0.5,1.0]]
//     "entries":[[0,1,0.5],[0,2,1.0]]
//
// Both are read into the same entries: from each original to each other one, and from a copy to its
// original. Points are counts and have a diagonal of their own; of all else it is 1.
//
// Cost: linear in what is written.
#include "reprise/report/json/near_shapes.h"

#include <algorithm>

namespace reprise::detail {
namespace {

// Whole numbers are written as such: a count of points is no 3.0.
void append_value(std::string& out, const Matrix& matrix, double value) {
  if (matrix.measure == MatrixMeasure::points) {
    append_json_number(out, static_cast<uint64_t>(value));
  } else {
    append_json_number(out, value);
  }
}

double read_value(const JsonNode& node, const Matrix& matrix) {
  const bool is_count = matrix.measure == MatrixMeasure::points;
  return is_count ? static_cast<double>(node.count()) : node.real(0, 1);
}

// Reads a row of a matrix in full. Entries are of originals alone; their copies have what they
// have.
void read_row_of_values(const JsonNode& row, DocumentId from, Matrix& matrix, const Reading& r) {
  const std::vector<DocumentId>& original = r.result.original;
  size_t columns = 0;
  row.each([&](const JsonNode& node, size_t j) {
    const double value = read_value(node, matrix);
    const DocumentId to(j);
    ++columns;
    if (from >= r.documents || j >= r.documents) {
      return;
    }
    const bool of_originals = original[from] == from && original[to] == to;
    if (from == to) {
      matrix.diagonal[from] = value;
    } else if (value != 0 && of_originals) {
      matrix.entries.push_back({from, to, value});
    }
  });
  if (columns != r.documents) {
    row.fail("is no row of " + std::to_string(r.documents));
  }
}

}  // namespace

void AllValues::write(std::string& out, const Matrix& matrix, const Writing& w) const {
  MatrixRows rows(matrix, w.result);
  out += '[';
  for (DocumentId d; d < w.result.documents.size(); ++d) {
    const char* separator = d == 0 ? "[" : ",[";
    for (const double value : rows.row(d)) {
      out += separator;
      append_value(out, matrix, value);
      separator = ",";
    }
    out += ']';
  }
  out += ']';
}

void Entries::write(std::string& out, const Matrix& matrix, const Writing& w) const {
  const char* separator = "";
  out += '[';
  for (const Matrix::Entry& e : matrix.entries) {
    const bool is_upper = !matrix.symmetric || e.from < e.to;
    if (e.value <= w.options.floor || !is_upper) {
      continue;
    }
    out.append(separator) += '[';
    append_json_number(out, uint64_t{e.from});
    out += ',';
    append_json_number(out, uint64_t{e.to});
    out += ',';
    append_value(out, matrix, e.value);
    out += ']';
    separator = ",";
  }
  out += ']';
}

std::string Entries::schema() const {
  const std::string entry =
      "{" + whole.schema() + "}, {" + whole.schema() + "}, {" + from_zero.schema() + "}";
  return R"("type": "array", "items": {"type": "array", "minItems": 3, "maxItems": 3, "items": [)" +
         entry + "]}";
}

const Matrix* written_in_full(const Matrix& matrix, const Writing& w) {
  return w.result.documents.size() <= w.options.most_dense ? &matrix : nullptr;
}

const Matrix* written_as_entries(const Matrix& matrix, const Writing& w) {
  return written_in_full(matrix, w) ? nullptr : &matrix;
}

std::optional<std::vector<uint64_t>> written_diagonal(const Matrix& matrix, const Writing& w) {
  if (written_in_full(matrix, w) || matrix.measure != MatrixMeasure::points) {
    return std::nullopt;
  }
  return std::vector<uint64_t>(matrix.diagonal.begin(), matrix.diagonal.end());
}

void read_measure(const JsonNode& node, Matrix& matrix, Reading& r) {
  choice<MatrixMeasure>.read(node, matrix.measure, r);
  matrix.diagonal.assign(r.documents, matrix.measure == MatrixMeasure::points ? 0 : 1);
}

void read_values(const JsonNode& node, Matrix& matrix, Reading& r) {
  size_t rows = 0;
  node.each([&](const JsonNode& row, size_t i) {
    read_row_of_values(row, DocumentId(i), matrix, r);
    ++rows;
  });
  if (rows != r.documents) {
    node.fail("are not the rows of " + std::to_string(r.documents) + " documents");
  }
  add_copies(matrix, r.result.original);
}

void read_entries(const JsonNode& node, Matrix& matrix, Reading& r) {
  node.each([&](const JsonNode& entry, size_t) {
    const auto [from, to, value] = entry.items<3>();
    Matrix::Entry e;
    document_number.read(from, e.from, r);
    document_number.read(to, e.to, r);
    e.value = read_value(value, matrix);
    if (e.from == e.to) {
      entry.fail("is of one document alone");
    }
    matrix.entries.push_back(e);
    if (matrix.symmetric) {
      matrix.entries.push_back({e.to, e.from, e.value});
    }
  });
  if (matrix.measure == MatrixMeasure::points) {
    matrix.diagonal = points_of_each(r.result.points, r.result.original);
  }
}

void read_diagonal(const JsonNode& node, Matrix& matrix, Reading& r) {
  std::vector<double> diagonal;
  node.each([&](const JsonNode& value, size_t) {
    diagonal.push_back(static_cast<double>(value.count()));
  });
  if (diagonal.size() != r.documents) {
    node.fail("is no list of " + std::to_string(r.documents));
  }
  if (matrix.measure == MatrixMeasure::points) {
    matrix.diagonal = std::move(diagonal);
  }
}

void read_cluster_documents(const JsonNode& node, MeasuredCluster& cluster, Reading& r) {
  std::vector<DocumentId>& documents = cluster.cluster.documents;
  node.each([&](const JsonNode& entry, size_t) {
    const DocumentId document(entry.index(r.documents));
    if (!documents.empty() && documents.back() >= document) {
      entry.fail("does not stand behind the one before it");
    }
    documents.push_back(document);
  });
}

void read_kept(const JsonNode& node, MeasuredCluster& cluster, Reading& r) {
  document_number.read(node, cluster.cluster.kept, r);
  const std::vector<DocumentId>& documents = cluster.cluster.documents;
  if (!std::binary_search(documents.begin(), documents.end(), cluster.cluster.kept)) {
    node.fail("is none of its documents");
  }
}

}  // namespace reprise::detail
