// Passages as rows: which side is the earlier one, and what each column holds.
//
// A passage of a.txt (dated 2031-03-02) and b.txt (2031-03-01) has b.txt as its earlier side, and
// so as source_doc_id; without dates it would be a.txt, which was read first.
//
// Cost: a row reads its texts, up to 512 bytes around each border, and is forgotten.
#include "reprise/report/tables/passage_exports.h"

#include "reprise/corpus/date.h"
#include "reprise/corpus/references.h"
#include "reprise/report/tables/table.h"
#include "reprise/result/places.h"

namespace reprise::detail {
namespace {

bool is_earlier(const Document& a, const Document& b) {
  const auto date_a = a.date ? parse_date(*a.date) : std::nullopt;
  const auto date_b = b.date ? parse_date(*b.date) : std::nullopt;
  return date_a && date_b && surely_before(*date_a, *date_b);
}

// Returns whether the first of two documents counts as the earlier one.
bool comes_first(DocumentId a, DocumentId b, const Result& result) {
  const bool a_is_reference = is_reference(a, result.first_reference);
  const bool b_is_reference = is_reference(b, result.first_reference);
  if (a_is_reference != b_is_reference) {
    return a_is_reference;
  }
  const Document& x = result.documents[a];
  const Document& y = result.documents[b];
  return is_earlier(x, y) || (a < b && !is_earlier(y, x));
}

// What one side of a row is made of.
struct SideRow {
  PassageSide side;
  const Document& document;
  ShownPlace place;
  std::string before;
  std::string text;
  std::string after;
};

// What a row is made of.
struct PassageRow {
  size_t id = 0;
  const Passage& passage;
  SideRow earlier;
  SideRow later;
};

Columns<SideRow> make_side_columns() {
  using Row = const SideRow&;
  Columns<SideRow> columns;
  const auto add = [&](const char* name, const char* meaning, const auto& value) {
    columns.push_back(column<std::remove_cvref_t<Row>>(name, meaning, value));
  };
  add_columns(columns, "", document_columns(), [](Row r) -> const Document& { return r.document; });
  add_columns(columns, "", place_columns(), [](Row r) -> const ShownPlace& { return r.place; });
  add("passage_length", "Words of the passage on this side.",
      [](Row r) { return r.side.range.size(); });
  add("context_before", "Up to twelve words before it, line breaks as they are.",
      [](Row r) { return r.before; });
  add("passage", "The text as it stands there.", [](Row r) { return r.text; });
  add("context_after", "Up to twelve words behind it.", [](Row r) { return r.after; });
  return columns;
}

// "source" is TextPAIR's word for the earlier side, "target" for the later one.
Columns<PassageRow> make_columns() {
  using Row = const PassageRow&;
  Columns<PassageRow> columns;
  const auto add = [&](const char* name, const char* meaning, const auto& value) {
    columns.push_back(column<std::remove_cvref_t<Row>>(name, meaning, value));
  };
  add("passage_id", "Place in the report's list, from 0.", [](Row r) { return r.id; });
  add("cluster", "Number of the passage's cluster, or none.",
      [](Row r) { return r.passage.cluster; });
  add("identity", "Equal words over the words of the longer side.",
      [](Row r) { return r.passage.identity; });
  add("matched", "Words that are the same on both sides.", [](Row r) { return r.passage.matched; });
  add("near", "Words that differ by an ending or a slip.", [](Row r) { return r.passage.near; });
  add("informative", "Matched words that are not common.",
      [](Row r) { return r.passage.informative; });
  add("quoted", "Both sides stand in quotation marks.", [](Row r) { return r.passage.quoted; });
  const Columns<SideRow> side = make_side_columns();
  add_columns(columns, "source_", side, [](Row r) -> const SideRow& { return r.earlier; });
  add_columns(columns, "target_", side, [](Row r) -> const SideRow& { return r.later; });
  return columns;
}

const Columns<PassageRow>& columns_of_passages() {
  static const Columns<PassageRow> columns = make_columns();
  return columns;
}

SideRow side_row(const PassageSide& side, const Result& result, Places& places) {
  const TextUnit& unit = result.units[side.unit];
  const Span span = bytes_of(unit, side.range);
  return {side,
          result.documents[unit.document],
          places.of(side.unit, span),
          places.before(side.unit, side.range),
          places.text(side.unit, span),
          places.after(side.unit, side.range)};
}

// Returns what makes the rows of a result, which must outlive it, as must the places.
auto rows_of(const Result& result, Places& places) {
  return [&](size_t id) -> PassageRow {
    const Passage& passage = result.passages[id];
    const DirectedPassage sides = directed(passage, result);
    return {id, passage, side_row(sides.earlier, result, places),
            side_row(sides.later, result, places)};
  };
}

}  // namespace

DirectedPassage directed(const Passage& passage, const Result& result) {
  const PassageSide a{passage.unit_a, passage.a}, b{passage.unit_b, passage.b};
  if (comes_first(result.units[a.unit].document, result.units[b.unit].document, result)) {
    return {a, b};
  }
  return {b, a};
}

std::vector<ColumnMeaning> passage_columns() {
  return meanings_of(columns_of_passages());
}

void write_passages_jsonl(const Result& result, OutputFile& file) {
  Places places(result);
  write_json_lines(file, columns_of_passages(), result.passages.size(), rows_of(result, places));
}

Table passage_table(const Result& result) {
  Places places(result);
  return make_table(columns_of_passages(), result.passages.size(), rows_of(result, places));
}

void write_passages_csv(const Result& result, OutputFile& file) {
  Places places(result);
  write_csv(file, columns_of_passages(), result.passages.size(), rows_of(result, places));
}

}  // namespace reprise::detail
