#include "reprise/report/tables/pair_export.h"

#include <cmath>

#include "reprise/report/tables/table.h"
#include "reprise/result/matrices.h"

namespace reprise::detail {
namespace {

// Makes the rows of one result.
class PairRows {
 public:
  explicit PairRows(const Result& result)
      : result_(result),
        reuse_(matrix_of(result, MatrixMeasure::passages)),
        points_(matrix_of(result, MatrixMeasure::points)) {}

  TableRow row(size_t i) const {
    const Similarity& s = result_.pairs[i];
    const auto [a, b] = s.pair;
    const auto& cluster = result_.cluster_of[a];
    TableRow row;
    add_document(row, "a_", result_.documents[a]);
    row.emplace_back("a_words", result_.words[a]);
    add_document(row, "b_", result_.documents[b]);
    row.emplace_back("b_words", result_.words[b]);
    row.emplace_back("jaccard", s.jaccard);
    row.emplace_back("a_in_b", s.a_in_b);
    row.emplace_back("b_in_a", s.b_in_a);
    row.emplace_back("a_words_reused", words_reused(a, b));
    row.emplace_back("b_words_reused", words_reused(b, a));
    row.emplace_back("shared_points", static_cast<uint64_t>(value_of(points_, a, b, result_)));
    row.emplace_back("cluster",
                     number_or_nothing(cluster == result_.cluster_of[b] ? cluster : std::nullopt));
    return row;
  }

 private:
  // The matrix has them as a share; of identical documents, all of them.
  uint64_t words_reused(uint32_t from, uint32_t to) const {
    return static_cast<uint64_t>(
        std::llround(value_of(reuse_, from, to, result_) * result_.words[from]));
  }

  const Result& result_;
  const Matrix& reuse_;
  const Matrix& points_;
};

}  // namespace

void write_pairs_csv(const Result& result, OutputFile& file) {
  const Result example = one_of_each();
  const PairRows rows(result);
  write_csv(file, PairRows(example).row(0), result.pairs.size(),
            [&](size_t i) { return rows.row(i); });
}

}  // namespace reprise::detail
