#include "reprise/report/tables/reuse_export.h"

namespace reprise::detail {
namespace {

// What a row is made of.
struct ReuseRow {
  const Result& result;
  DocumentId document;

  const Document& read() const { return result.documents[document]; }
  const Reuse& reuse() const { return result.reuse[document]; }
  uint32_t words() const { return result.words[document]; }

  double share(uint32_t of) const { return words() == 0 ? 0 : static_cast<double>(of) / words(); }

  // The document that most of its words stand in, if any do.
  const Reuse::Source* most() const {
    return reuse().sources.empty() ? nullptr : &reuse().sources.front();
  }
  const Document& of_most() const { return result.documents[most()->document]; }
};

Columns<ReuseRow> make_columns() {
  using Row = const ReuseRow&;
  Columns<ReuseRow> columns;
  const auto add = [&](const char* name, const char* meaning, const auto& value) {
    columns.push_back(column<std::remove_cvref_t<Row>>(name, meaning, value));
  };
  add_columns(columns, "", document_columns(), [](Row r) -> const Document& { return r.read(); });
  add("words", "Words of its text.", [](Row r) { return r.words(); });
  add("words_elsewhere", "Words of it that stand in other documents, each counted once.",
      [](Row r) { return r.reuse().words; });
  add("share_elsewhere", "Their share of its words.",
      [](Row r) { return r.share(r.reuse().words); });
  add("documents_elsewhere", "Other documents that they stand in.",
      [](Row r) { return uint64_t{r.reuse().sources.size()}; });
  add("most_in", "The id of the one that most of them stand in, or none.",
      [](Row r) { return r.most() ? text_or_nothing(r.of_most().id) : std::nullopt; });
  add("most_in_filename", "Its file, or FILE:LINE.",
      [](Row r) { return r.most() ? text_or_nothing(r.of_most().where) : std::nullopt; });
  add("most_words", "Words that stand in that one.",
      [](Row r) { return uint64_t{r.most() ? r.most()->words : 0}; });
  add("most_share", "Their share of its words.",
      [](Row r) { return r.share(r.most() ? r.most()->words : 0); });
  return columns;
}

const Columns<ReuseRow>& columns_of_reuse() {
  static const Columns<ReuseRow> columns = make_columns();
  return columns;
}

// Returns what makes the rows of a result, which must outlive it.
auto rows_of(const Result& result) {
  return [&](size_t i) -> ReuseRow {
    return {result, DocumentId(i)};
  };
}

}  // namespace

std::vector<ColumnMeaning> reuse_columns() {
  return meanings_of(columns_of_reuse());
}

void write_reuse_csv(const Result& result, OutputFile& file) {
  write_csv(file, columns_of_reuse(), result.documents.size(), rows_of(result));
}

Table reuse_table(const Result& result) {
  return make_table(columns_of_reuse(), result.documents.size(), rows_of(result));
}

}  // namespace reprise::detail
