#include <algorithm>
#include <set>

#include "reprise/report/html_data.h"
#include "reprise/report/html_rows.h"
#include "reprise/report/layout.h"

namespace reprise {
namespace {

constexpr size_t bytes_of_entry = 9;  // "1234,567,", about

// Returns for each entry its rank among those of its row, the largest value first.
std::vector<uint32_t> ranks_in_rows(const std::vector<Matrix::Entry>& entries) {
  std::vector<uint32_t> ranks(entries.size()), order;
  for (size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && entries[end].from == entries[begin].from) ++end;
    order.resize(end - begin);
    for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<uint32_t>(begin + i);
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t x, uint32_t y) { return entries[x].value > entries[y].value; });
    for (uint32_t i = 0; i < order.size(); ++i) ranks[order[i]] = i;
  }
  return ranks;
}

using Pairs = std::set<std::pair<uint32_t, uint32_t>>;

// Returns the pairs of which one is among the other's `strongest`.
Pairs strongest_pairs(const Matrix& matrix, size_t strongest) {
  const std::vector<uint32_t> ranks = ranks_in_rows(matrix.entries);
  Pairs pairs;
  for (size_t i = 0; i < ranks.size(); ++i) {
    const Matrix::Entry& e = matrix.entries[i];
    if (ranks[i] < strongest) pairs.insert(std::minmax(e.from, e.to));
  }
  return pairs;
}

// Appends the rows of one matrix: of each document, the others and the values. Copies are as their originals.
void append_rows(JsonRows& rows, const Matrix& matrix, const Result& result, const Pairs* kept) {
  const bool counts = matrix.measure == "points";
  auto entry = matrix.entries.begin();
  for (uint32_t d = 0; d < result.documents.size(); ++d) {
    rows.open();
    for (; entry != matrix.entries.end() && entry->from == d; ++entry) {
      if (matrix.symmetric && entry->from > entry->to) continue;
      if (result.original[entry->from] != entry->from || result.original[entry->to] != entry->to) continue;
      if (kept && !kept->contains(std::minmax(entry->from, entry->to))) continue;
      rows.number(entry->to);
      rows.number(counts ? static_cast<uint64_t>(entry->value) : thousandths(entry->value));
    }
    rows.close();
  }
}

}  // namespace

std::string html_matrices(const Result& result, size_t most_bytes, std::vector<std::string>& left_out) {
  JsonRows rows;
  rows.open();
  for (const Matrix& matrix : result.matrices) {
    const size_t most_entries = most_bytes / std::max<size_t>(result.matrices.size(), 1) / bytes_of_entry;
    const bool all = matrix.entries.size() / (matrix.symmetric ? 2 : 1) <= most_entries;
    const size_t strongest = std::max<size_t>(most_entries / std::max<size_t>(result.documents.size(), 1), 1);
    Pairs kept;
    if (!all) {
      kept = strongest_pairs(matrix, strongest);
      left_out.push_back("from the " + matrix.measure + " matrix, all but the " + grouped(strongest) +
                         " largest values of each document");
    }
    rows.open();
    rows.text(matrix.measure);
    rows.number(matrix.symmetric);
    rows.open();
    append_rows(rows, matrix, result, all ? nullptr : &kept);
    rows.close();
    rows.close();
  }
  rows.close();
  return rows.json();
}

}  // namespace reprise
