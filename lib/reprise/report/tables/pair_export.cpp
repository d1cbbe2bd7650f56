#include "reprise/report/tables/pair_export.h"

#include <cmath>

#include "reprise/report/tables/table.h"
#include "reprise/result/matrices.h"

namespace reprise::detail {
namespace {

// What a row is made of.
struct PairRow {
  const Similarity& pair;
  const Result& result;
  const Matrix& reuse;
  const Matrix& points;

  const Document& a() const { return result.documents[pair.pair.a]; }
  const Document& b() const { return result.documents[pair.pair.b]; }

  // The matrix has them as a share; of identical documents, all of them.
  uint64_t words_reused(DocumentId from, DocumentId to) const {
    const double words = value_of(reuse, from, to, result) * result.words[from];
    return static_cast<uint64_t>(std::llround(words));
  }

  uint64_t shared_points() const {
    return static_cast<uint64_t>(value_of(points, pair.pair.a, pair.pair.b, result));
  }

  // The one that both are in.
  std::optional<ClusterId> cluster() const {
    const std::optional<ClusterId>& of_a = result.cluster_of[pair.pair.a];
    return of_a == result.cluster_of[pair.pair.b] ? of_a : std::nullopt;
  }
};

Columns<PairRow> make_columns() {
  using Row = const PairRow&;
  Columns<PairRow> columns;
  const auto add = [&](const char* name, const char* meaning, TableCell (*cell)(Row)) {
    columns.push_back({name, meaning, cell});
  };
  add_columns(columns, "a_", document_columns(), [](Row r) -> const Document& { return r.a(); });
  add("a_words", "Words of its text.",
      [](Row r) -> TableCell { return r.result.words[r.pair.pair.a]; });
  add_columns(columns, "b_", document_columns(), [](Row r) -> const Document& { return r.b(); });
  add("b_words", "Words of its text.",
      [](Row r) -> TableCell { return r.result.words[r.pair.pair.b]; });
  add("jaccard", "Shingles that both have over those of either.",
      [](Row r) -> TableCell { return r.pair.jaccard; });
  add("a_in_b", "Containment: the share of a's shingles that b has.",
      [](Row r) -> TableCell { return r.pair.a_in_b; });
  add("b_in_a", "The share of b's shingles that a has.",
      [](Row r) -> TableCell { return r.pair.b_in_a; });
  add("a_words_reused", "Words of a that stand in passages shared with b.",
      [](Row r) -> TableCell { return r.words_reused(r.pair.pair.a, r.pair.pair.b); });
  add("b_words_reused", "Words of b that stand in passages shared with a.",
      [](Row r) -> TableCell { return r.words_reused(r.pair.pair.b, r.pair.pair.a); });
  add("shared_points", "Talking points that both state.",
      [](Row r) -> TableCell { return r.shared_points(); });
  add("cluster", "Number of the cluster that both are in, or none.",
      [](Row r) { return number_or_nothing(r.cluster()); });
  return columns;
}

const Columns<PairRow>& columns_of_pairs() {
  static const Columns<PairRow> columns = make_columns();
  return columns;
}

}  // namespace

std::vector<ColumnMeaning> pair_columns() {
  return meanings_of(columns_of_pairs());
}

void write_pairs_csv(const Result& result, OutputFile& file) {
  const Matrix& reuse = matrix_of(result, MatrixMeasure::passages);
  const Matrix& points = matrix_of(result, MatrixMeasure::points);
  write_csv(file, columns_of_pairs(), result.pairs.size(), [&](size_t i) -> PairRow {
    return {result.pairs[i], result, reuse, points};
  });
}

}  // namespace reprise::detail
