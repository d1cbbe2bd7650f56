// The matrices as rows of the HTML report.
//
//     1. of each value its rank in its row or its column, whichever is the better
//     2. how many ranks fit into the room: the largest value of each document, the two largest …
//     3. the rows: of each document, the others and the values of these ranks
//
// With room for one rank, of the row 0.9, 0.2, 0.5 the page has 0.9; and 0.5 if that is the largest
// of its column.
//
// Cost: a sort of each row.
#include <algorithm>

#include "reprise/report/json/json_names.h"
#include "reprise/report/page/html_data.h"
#include "reprise/report/page/html_rows.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/result/matrices.h"

namespace reprise::detail {
namespace {

// A value that the page may show. Its rank is that among those of its row or of its column,
// whichever is the better: 0 is the largest.
struct RankedValue {
  DocumentId from, to;
  uint32_t rank = 0;
  uint64_t value = 0;  // thousandths, or a count
};

struct RankedMatrix {
  const Matrix* matrix = nullptr;
  std::vector<RankedValue> values;  // ascending by place
};

// Returns for each entry its rank among those of its row, the largest value first.
std::vector<uint32_t> ranks_in_rows(const std::vector<Matrix::Entry>& entries) {
  std::vector<uint32_t> ranks(entries.size()), order;
  for (size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && entries[end].from == entries[begin].from) {
      ++end;
    }
    order.resize(end - begin);
    for (size_t i = 0; i < order.size(); ++i) {
      order[i] = static_cast<uint32_t>(begin + i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t x, uint32_t y) { return entries[x].value > entries[y].value; });
    for (uint32_t i = 0; i < order.size(); ++i) {
      ranks[order[i]] = i;
    }
  }
  return ranks;
}

// Returns the values of the originals, as which copies are; of a symmetric matrix, those of its
// upper half.
RankedMatrix ranked(const Matrix& matrix, const Result& result) {
  const std::vector<Matrix::Entry>& entries = matrix.entries;
  const std::vector<uint32_t> ranks = ranks_in_rows(entries);
  const auto rank_of = [&](DocumentId from, DocumentId to) {
    const auto found = first_entry(matrix, from, to);
    const bool there = found != entries.end() && found->from == from && found->to == to;
    return there ? ranks[static_cast<size_t>(found - entries.begin())] : UINT32_MAX;
  };
  const bool counts = matrix.measure == MatrixMeasure::points;
  RankedMatrix all{&matrix, {}};
  for (size_t i = 0; i < entries.size(); ++i) {
    const Matrix::Entry& e = entries[i];
    if (matrix.symmetric && e.from > e.to) {
      continue;
    }
    if (result.original[e.from] != e.from || result.original[e.to] != e.to) {
      continue;
    }
    all.values.push_back({e.from, e.to, std::min(ranks[i], rank_of(e.to, e.from)),
                          counts ? static_cast<uint64_t>(e.value) : thousandths(e.value)});
  }
  return all;
}

// Returns how many of each document's largest values fit into so many bytes; the number of
// documents if all of them do.
size_t most_that_fit(const std::vector<RankedMatrix>& matrices, size_t documents,
                     size_t most_bytes) {
  constexpr size_t of_matrix = 30, of_row = 3;  // with its name; "[],"
  std::vector<size_t> bytes(documents);         // by rank
  for (const RankedMatrix& m : matrices) {
    for (const RankedValue& v : m.values) {
      bytes[v.rank] += std::to_string(v.to).size() + std::to_string(v.value).size() + 2;
    }
  }
  size_t used = matrices.size() * (of_matrix + of_row * documents), fit = 0;
  while (fit < documents && (bytes[fit] == 0 || used + bytes[fit] <= most_bytes)) {
    used += bytes[fit++];
  }
  return fit;
}

// Appends the rows of one matrix: of each document, the others and the values.
void append_rows(JsonRows& rows, const RankedMatrix& matrix, size_t documents, size_t strongest) {
  auto value = matrix.values.begin();
  for (DocumentId d; d < documents; ++d) {
    rows.open();
    for (; value != matrix.values.end() && value->from == d; ++value) {
      if (value->rank >= strongest) {
        continue;
      }
      rows.number(value->to);
      rows.number(value->value);
    }
    rows.close();
  }
}

// Says of which matrices more than the strongest values were there.
std::string what_is_left_out(const std::vector<RankedMatrix>& matrices, size_t strongest) {
  std::vector<std::string> names;
  for (const RankedMatrix& m : matrices) {
    const bool loses = std::any_of(m.values.begin(), m.values.end(),
                                   [&](const auto& v) { return v.rank >= strongest; });
    if (loses) {
      names.emplace_back(word_for(m.matrix->measure));
    }
  }
  std::string list;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) {
      list += i + 1 < names.size() ? ", " : " and ";
    }
    list += names[i];
  }
  const std::string kept =
      strongest == 1 ? "largest value" : grouped(strongest) + " largest values";
  return "of the " + std::string(names.size() == 1 ? "matrix" : "matrices") + " of " + list +
         ", all" + (strongest == 0 ? " values" : " but the " + kept + " of each document");
}

}  // namespace

std::string html_matrices(const Result& result, size_t most_bytes,
                          std::vector<std::string>& left_out) {
  const size_t documents = result.documents.size();
  std::vector<RankedMatrix> matrices;
  for (const Matrix& matrix : result.matrices) {
    matrices.push_back(ranked(matrix, result));
  }
  const size_t strongest = most_that_fit(matrices, documents, most_bytes);
  if (strongest < documents) {
    left_out.push_back(what_is_left_out(matrices, strongest));
  }
  JsonRows rows;
  rows.open();
  for (const RankedMatrix& m : matrices) {
    rows.open();
    rows.text(word_for(m.matrix->measure));
    rows.number(m.matrix->symmetric);
    rows.open();
    append_rows(rows, m, documents, strongest);
    rows.close();
    rows.close();
  }
  rows.close();
  return rows.json();
}

}  // namespace reprise::detail
