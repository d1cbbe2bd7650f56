#include "reprise/report/tables/pair_export.h"

#include "reprise/report/tables/table.h"
#include "reprise/result/ranking.h"

namespace reprise::detail {
namespace {

// What a row is made of.
struct PairRow {
  const RankedPair& pair;
  const Result& result;

  DocumentId of_a() const { return pair.pair.a; }
  DocumentId of_b() const { return pair.pair.b; }
  const Document& a() const { return result.documents[of_a()]; }
  const Document& b() const { return result.documents[of_b()]; }

  // The one that both are in.
  std::optional<ClusterId> cluster() const {
    const std::optional<ClusterId>& cluster_of_a = result.cluster_of[of_a()];
    return cluster_of_a == result.cluster_of[of_b()] ? cluster_of_a : std::nullopt;
  }
};

Columns<PairRow> make_columns() {
  using Row = const PairRow&;
  Columns<PairRow> columns;
  const auto add = [&](const char* name, const char* meaning, const auto& value) {
    columns.push_back(column<std::remove_cvref_t<Row>>(name, meaning, value));
  };
  add_columns(columns, "a_", document_columns(), [](Row r) -> const Document& { return r.a(); });
  add("a_words", "Words of its text.", [](Row r) { return r.result.words[r.of_a()]; });
  add_columns(columns, "b_", document_columns(), [](Row r) -> const Document& { return r.b(); });
  add("b_words", "Words of its text.", [](Row r) { return r.result.words[r.of_b()]; });
  add("reused", "Share of the smaller text's words that lie in passages shared with the other.",
      [](Row r) { return reused_words(r.pair, r.result).share; });
  add("longest_passage", "Words of the longest passage that both have.",
      [](Row r) { return r.pair.longest; });
  add("passages", "Passages that both have, those between titles too.",
      [](Row r) { return r.pair.passages; });
  add("jaccard", "Shingles that both have over those of either.",
      [](Row r) { return r.pair.jaccard; });
  add("a_in_b", "Containment: the share of a's shingles that b has.",
      [](Row r) { return r.pair.a_in_b; });
  add("b_in_a", "The share of b's shingles that a has.", [](Row r) { return r.pair.b_in_a; });
  add("a_words_reused", "Words of a that stand in passages shared with b.",
      [](Row r) { return r.pair.a_words; });
  add("b_words_reused", "Words of b that stand in passages shared with a.",
      [](Row r) { return r.pair.b_words; });
  add("shared_points", "Talking points that both state; empty where none were sought.",
      [](Row r) { return r.pair.points; });
  add("vocabulary",
      "Share of the different words of the text with fewer of them that the other has too.",
      [](Row r) { return r.pair.vocabulary; });
  add("cluster", "Number of the cluster that both are in, or none.",
      [](Row r) { return r.cluster(); });
  return columns;
}

const Columns<PairRow>& columns_of_pairs() {
  static const Columns<PairRow> columns = make_columns();
  return columns;
}

// Returns what makes the rows of a result, which must outlive it.
auto rows_of(const Result& result) {
  return [&](size_t i) -> PairRow {
    return {result.ranking[i], result};
  };
}

}  // namespace

std::vector<ColumnMeaning> pair_columns() {
  return meanings_of(columns_of_pairs());
}

void write_pairs_csv(const Result& result, OutputFile& file) {
  write_csv(file, columns_of_pairs(), result.ranking.size(), rows_of(result));
}

Table pair_table(const Result& result) {
  return make_table(columns_of_pairs(), result.ranking.size(), rows_of(result));
}

}  // namespace reprise::detail
