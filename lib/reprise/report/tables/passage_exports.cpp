#include "reprise/report/tables/passage_exports.h"

#include "reprise/corpus/date.h"
#include "reprise/corpus/references.h"
#include "reprise/report/tables/table.h"
#include "reprise/result/places.h"

namespace reprise::detail {
namespace {

bool is_earlier(const Document& a, const Document& b) {
  const auto date_a = a.date ? parse_date(*a.date) : std::nullopt,
             date_b = b.date ? parse_date(*b.date) : std::nullopt;
  return date_a && date_b && surely_before(*date_a, *date_b);
}

// Returns whether the first of two documents is the source of what they share.
bool is_source(uint32_t a, uint32_t b, const Result& result) {
  const bool a_is_reference = is_reference(DocumentId(a), result.first_reference);
  const bool b_is_reference = is_reference(DocumentId(b), result.first_reference);
  if (a_is_reference != b_is_reference) {
    return a_is_reference;
  }
  const Document &x = result.documents[a], &y = result.documents[b];
  return is_earlier(x, y) || (a < b && !is_earlier(y, x));
}

// Makes the rows of one result.
class PassageRows {
 public:
  explicit PassageRows(const Result& result) : result_(result), places_(result) {}

  TableRow row(size_t id) {
    const Passage& p = result_.passages[id];
    const DirectedPassage sides = directed(p, result_);
    TableRow row{{"passage_id", id},       {"cluster", number_or_nothing(p.cluster)},
                 {"identity", p.identity}, {"matched", p.matched},
                 {"near", p.near},         {"informative", p.informative},
                 {"quoted", p.quoted}};
    add_side(row, "source_", sides.source);
    add_side(row, "target_", sides.target);
    return row;
  }

 private:
  void add_side(TableRow& row, const std::string& side, const PassageSide& place) {
    const TextUnit& unit = result_.units[place.unit];
    const Span span = bytes_of(unit, place.range);
    add_document(row, side, result_.documents[unit.document]);
    add_place(row, side, place.unit, span, result_, places_);
    row.emplace_back(side + "passage_length", place.range.size());
    row.emplace_back(side + "context_before", places_.before(place.unit, place.range));
    row.emplace_back(side + "passage", places_.text(place.unit, span));
    row.emplace_back(side + "context_after", places_.after(place.unit, place.range));
  }

  const Result& result_;
  Places places_;
};

}  // namespace

DirectedPassage directed(const Passage& passage, const Result& result) {
  const PassageSide a{passage.unit_a, passage.a}, b{passage.unit_b, passage.b};
  if (is_source(result.units[a.unit].document, result.units[b.unit].document, result)) {
    return {a, b};
  }
  return {b, a};
}

void write_passages_jsonl(const Result& result, OutputFile& file) {
  PassageRows rows(result);
  write_json_lines(file, result.passages.size(), [&](size_t id) { return rows.row(id); });
}

void write_passages_csv(const Result& result, OutputFile& file) {
  const Result example = one_of_each();
  PassageRows rows(result);
  write_csv(file, PassageRows(example).row(0), result.passages.size(),
            [&](size_t id) { return rows.row(id); });
}

}  // namespace reprise::detail
