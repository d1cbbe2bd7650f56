// Steps: the measure that joins more pairs is chosen; documents are ordered so that neighbours have
// much in common; the cells between those that fit are looked up, and written as lines.
//
//     pairs 0-1: 5, 0-2: 3, 3-4: 4        0 has the most in common with all others: 8
//     order 0, 1 (5 with 0), 2 (3 with 0), 3 (nothing with these: the strongest left), 4
//
// Where four fit, 3 is left out too: it would stand there without 4, the one that it belongs to.
// Cost: of the order, the documents times those that are shown.
#include "reprise/report/terminal/terminal_matrix.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace reprise::detail {
namespace {

constexpr size_t most_documents = 16;  // that a table shows
constexpr size_t least_name = 14;      // columns for a document's name
constexpr size_t number_columns = 5;   // "  12 "
constexpr size_t widest_table = 1000;  // columns, however wide the terminal is

// A matrix between those documents alone that may be shown.
struct Links {
  const Matrix* matrix = nullptr;
  // Of each document: the others, and what they share.
  std::vector<std::vector<std::pair<DocumentId, double>>> of;
  std::vector<double> sum;  // of each document: all that it shares
  size_t pairs = 0;         // that have anything in common
  double largest = 0;

  bool counts() const { return matrix->measure == MatrixMeasure::points; }
  size_t cell_columns() const { return largest >= (counts() ? 100 : 1) ? 4 : 3; }
};

Links links_of(const Matrix& matrix, const std::vector<bool>& may_show) {
  Links links{&matrix, {}, std::vector<double>(may_show.size())};
  links.of.resize(may_show.size());
  for (const Matrix::Entry& e : matrix.entries) {
    if (!may_show[e.from] || !may_show[e.to]) {
      continue;
    }
    for (const auto& [d, other] : {std::pair(e.from, e.to), std::pair(e.to, e.from)}) {
      links.of[d].emplace_back(other, e.value);
      links.sum[d] += e.value;
    }
    ++links.pairs;
    links.largest = std::max(links.largest, e.value);
  }
  return links;
}

// Returns the measure that joins more pairs; of equal ones passages, which can be seen word for
// word.
std::optional<Links> most_telling(const Result& result, const std::vector<bool>& may_show) {
  std::optional<Links> best;
  for (const Matrix& matrix : result.matrices) {
    if (matrix.measure != MatrixMeasure::passages && matrix.measure != MatrixMeasure::points) {
      continue;
    }
    Links links = links_of(matrix, may_show);
    if (links.pairs > (best ? best->pairs : 0)) {
      best = std::move(links);
    }
  }
  return best;
}

// Returns up to `most` documents in the order in which they are shown. If not all fit, those that
// have nothing in common with any other are left out.
std::vector<DocumentId> neighbours_together(const Links& links, const std::vector<bool>& may_show,
                                            size_t most) {
  const size_t all = may_show.size();
  const auto candidates = static_cast<size_t>(std::count(may_show.begin(), may_show.end(), true));
  std::vector<bool> left = may_show;
  std::vector<double> near(all);  // how much each has in common with the group that is being made
  const auto stronger = [&](DocumentId x, DocumentId y) {
    return std::pair(near[x], links.sum[x]) > std::pair(near[y], links.sum[y]);
  };
  std::vector<DocumentId> order;
  while (order.size() < std::min(most, candidates)) {
    std::optional<DocumentId> next;
    for (DocumentId d; d < all; ++d) {
      if (left[d] && (!next || stronger(d, *next))) {
        next = d;
      }
    }
    const bool has_nothing_in_common = links.sum[*next] == 0;
    const bool begins_a_group = near[*next] == 0;
    const bool is_last = order.size() + 1 == most;
    const bool would_stand_alone = has_nothing_in_common || (begins_a_group && is_last);
    if (candidates > most && would_stand_alone) {
      break;
    }
    left[*next] = false;
    order.push_back(*next);
    for (const auto& [other, value] : links.of[*next]) {
      near[other] += value;
    }
  }
  return order;
}

// The table: values[i][j] goes from the document in row i to that in column j.
struct Table {
  std::vector<DocumentId> documents;
  std::vector<std::vector<double>> values;
  double largest = 0;
};

// The entries between some documents, by row and column. They are those of originals: a copy has
// what its original has.
class Entries {
 public:
  Entries(const Matrix& matrix, const std::vector<DocumentId>& documents, const Result& result)
      : matrix_(matrix), result_(result) {
    for (const DocumentId d : documents) {
      rows_[result.original[d]];
    }
    for (const Matrix::Entry& e : matrix.entries) {
      const auto row = rows_.find(e.from);
      if (row != rows_.end() && rows_.contains(e.to)) {
        row->second[e.to] = e.value;
      }
    }
  }

  double at(DocumentId a, DocumentId b) const {
    const DocumentId x = result_.original[a];
    const DocumentId y = result_.original[b];
    if (x == y) {
      return matrix_.diagonal[a];
    }
    const auto found = rows_.at(x).find(y);
    return found == rows_.at(x).end() ? 0 : found->second;
  }

 private:
  const Matrix& matrix_;
  const Result& result_;
  std::map<DocumentId, std::map<DocumentId, double>> rows_;
};

Table table_of(const Matrix& matrix, const std::vector<DocumentId>& documents,
               const Result& result) {
  const Entries entries(matrix, documents, result);
  Table table{documents, {}, 0};
  for (const DocumentId a : documents) {
    std::vector<double>& row = table.values.emplace_back();
    for (const DocumentId b : documents) {
      row.push_back(entries.at(a, b));
      if (a != b) {
        table.largest = std::max(table.largest, row.back());
      }
    }
  }
  return table;
}

// What a cell shows: a count, or a share in percent; "·" for nothing.
std::string cell(double value, bool counts) {
  if (value == 0) {
    return "·";
  }
  if (counts) {
    return std::to_string(static_cast<size_t>(value));
  }
  if (value >= 1) {
    return "100";
  }
  return std::to_string(std::clamp(static_cast<int>(std::floor(value * 100 + 0.5)), 1, 99));
}

std::string right_aligned(const std::string& text, size_t columns) {
  const size_t used = columns_of(text);
  return std::string(columns - std::min(columns, used), ' ') + text;
}

// Returns the columns that names may take beside the cells.
size_t columns_of_names(const Table& table, size_t cell_columns, const SummaryWriter& out) {
  size_t longest = 0;
  for (const DocumentId d : table.documents) {
    longest = std::max(longest, columns_of(out.name(d)));
  }
  if (out.page.width() == SIZE_MAX) {
    return longest;
  }
  const size_t taken = number_columns + cell_columns * table.documents.size() + 1;
  return std::min(longest, out.page.width() - taken);
}

// Returns how a cell looks: the more, the stronger its shade.
TextStyle look_of(double value, const Table& table, const Links& links) {
  if (value <= 0) {
    return style::dim;
  }
  const double share = links.counts() ? value / table.largest : value;
  return {.shade = static_cast<uint8_t>(1 + std::min(share, 0.999) * most_shade)};
}

void add_table(const Table& table, const Links& links, SummaryWriter& out) {
  const size_t wide = links.cell_columns();
  const size_t name_columns = columns_of_names(table, wide, out);

  StyledText head;
  head.pad(number_columns + name_columns + 1);
  for (size_t j = 0; j < table.documents.size(); ++j) {
    head.add(right_aligned(std::to_string(j + 1), wide), style::dim);
  }
  out.page.line(0, 0, head);
  for (size_t i = 0; i < table.documents.size(); ++i) {
    const DocumentId d = table.documents[i];
    StyledText row(right_aligned(std::to_string(i + 1), number_columns - 1) + " ", style::dim);
    row.add(out.name(d, name_columns));
    row.pad(number_columns + name_columns + 1);
    for (size_t j = 0; j < table.documents.size(); ++j) {
      if (i == j) {
        row.add(right_aligned("–", wide), style::dim);
        continue;
      }
      const double value = table.values[i][j];
      row.add(right_aligned(cell(value, links.counts()), wide), look_of(value, table, links));
    }
    out.page.line(0, 0, row);
  }
}

void add_heading(const Links& links, size_t shown, size_t all, SummaryWriter& out) {
  std::string note = links.counts() ? ": how many each two state"
                                    : ": % of each row's words in passages shared with the column";
  if (shown < all) {
    note += "; the " + grouped(shown) + " of " + grouped(all) + " that share most";
  }
  out.heading(links.counts() ? "Points in common" : "Words in common", note);
}

}  // namespace

void add_map(SummaryWriter& out) {
  const Result& result = out.result;
  const size_t all = result.documents.size();
  const auto fitting = [&](size_t cell_columns) {
    const size_t width = std::min(out.page.width(), widest_table);
    const size_t room = width - number_columns - least_name;
    return std::min(most_documents, room / cell_columns);
  };
  std::vector<bool> may_show(all, true);
  if (all > fitting(3)) {
    for (DocumentId d; d < all; ++d) {
      may_show[d] = out.kept(d);
    }
  }
  const std::optional<Links> links = most_telling(result, may_show);
  if (!links) {
    return;
  }
  const std::vector<DocumentId> shown =
      neighbours_together(*links, may_show, fitting(links->cell_columns()));
  add_heading(*links, shown.size(), all, out);
  add_table(table_of(*links->matrix, shown, result), *links, out);
}

}  // namespace reprise::detail
