// Mentions as rows: a mention's own cells, behind those of its point.
//
// A point with two mentions gives two rows; its label and what it says of figures are made once,
// with the first.
//
// Cost: a row reads the text of its mention, and the figures of its point.
#include "reprise/report/tables/point_export.h"

#include "reprise/corpus/references.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/tables/table.h"
#include "reprise/result/places.h"

namespace reprise::detail {
namespace {

// What all rows of a point have in common.
struct PointCells {
  size_t number = 0;  // of the point, from 0
  const Point* point = nullptr;
  std::string label;
  bool disagree = false;
  bool updated = false;
};

PointCells cells_of(size_t number, const Result& result, const Places& places) {
  const Point& point = result.points[number];
  const Mention& label = point.mentions[point.label];
  const bool differ = !point.disagreements.empty();
  const bool updated = differ && is_updated(point, result);
  return {number, &point, places.text(label.unit, point.claim), differ && !updated, updated};
}

// What a row is made of.
struct MentionRow {
  PointCells point;
  size_t number = 0;  // of the mention in its point, from 0
  const Mention* mention = nullptr;
  const Document* document = nullptr;
  bool is_reference = false;
  ShownPlace place;
  std::string text;
  std::string sentence;
  std::optional<std::string> attributed;
  std::optional<std::string> figures;
};

// Returns the figures of a mention as they are written there.
std::optional<std::string> figures_of(const Point& point, size_t mention, const Places& places) {
  std::string all;
  for (const MentionedFigure& f : point.figures) {
    if (f.mention != mention) {
      continue;
    }
    all += all.empty() ? "" : "; ";
    all += places.text(point.mentions[mention].unit, f.figure.span);
  }
  return all.empty() ? std::nullopt : std::optional(all);
}

Columns<MentionRow> make_columns() {
  using Row = const MentionRow&;
  Columns<MentionRow> columns;
  const auto add = [&](const char* name, const char* meaning, const auto& value) {
    columns.push_back(column<std::remove_cvref_t<Row>>(name, meaning, value));
  };
  add("point", "The point's number as in the summary and for --explain, from 1.",
      [](Row r) { return r.point.number + uint64_t{1}; });
  add("point_id", "Its place in the JSON's list, from 0.", [](Row r) { return r.point.number; });
  add("label", "What it says: a whole sentence, clause or quotation of one mention.",
      [](Row r) { return r.point.label; });
  add("class", "How alike the mentions' words are.",
      [](Row r) { return std::string(word_for(r.point.point->kind)); });
  add("story", "The story that its documents tell.", [](Row r) { return r.point.point->story; });
  add("documents", "How many documents state it.",
      [](Row r) { return r.point.point->documents.size(); });
  add("sources", "How many independent texts they are, whoever published them.",
      [](Row r) { return r.point.point->voices; });
  add("score", "How surely and how widely it is shared.",
      [](Row r) { return r.point.point->score; });
  add("disagree", "Two documents give figures that can't both be right.",
      [](Row r) { return r.point.disagree; });
  add("updated", "The figures differ because the story went on.",
      [](Row r) { return r.point.updated; });
  add("mention", "Place of the mention in the point's list, from 0.",
      [](Row r) { return r.number; });
  add_columns(columns, "", document_columns(),
              [](Row r) -> const Document& { return *r.document; });
  add("reference", "Whether the document is one of --against.",
      [](Row r) { return r.is_reference; });
  add_columns(columns, "", place_columns(), [](Row r) -> const ShownPlace& { return r.place; });
  add("text", "What stands there.", [](Row r) { return r.text; });
  add("attributed", "Who is said to say so, as it is written there.",
      [](Row r) { return r.attributed; });
  add("denied", "The text denies or doubts it.", [](Row r) { return r.mention->denied; });
  add("figures", "The figures in the mention as they are written there, with \"; \" between them.",
      [](Row r) { return r.figures; });
  add("speaker", "Who says what the point says, where the texts that name somebody agree.",
      [](Row r) { return r.point.point->speaker; });
  add("sentence", "The sentence that the mention stands in.", [](Row r) { return r.sentence; });
  return columns;
}

const Columns<MentionRow>& columns_of_points() {
  static const Columns<MentionRow> columns = make_columns();
  return columns;
}

// Makes the rows of one result, one point after another.
class MentionRows {
 public:
  explicit MentionRows(const Result& result) : result_(result), places_(result) {
    for (uint32_t p = 0; p < result.points.size(); ++p) {
      for (uint32_t m = 0; m < result.points[p].mentions.size(); ++m) {
        mentions_.emplace_back(p, m);
      }
    }
  }

  size_t size() const { return mentions_.size(); }

  MentionRow row(size_t i) {
    const auto [p, m] = mentions_[i];
    const Point& point = result_.points[p];
    const Mention& mention = point.mentions[m];
    const DocumentId document = result_.units[mention.unit].document;
    if (m == 0) {
      cells_ = cells_of(p, result_, places_);
    }
    MentionRow row;
    row.point = cells_;
    row.number = m;
    row.mention = &mention;
    row.document = &result_.documents[document];
    row.is_reference = is_reference(document, result_.first_reference);
    row.place = places_.of(mention.unit, mention.span);
    row.text = places_.text(mention.unit, mention.span);
    row.sentence = places_.text(mention.unit, mention.sentence);
    if (mention.attributed) {
      row.attributed = places_.text(mention.unit, *mention.attributed);
    }
    row.figures = figures_of(point, m, places_);
    return row;
  }

 private:
  const Result& result_;
  Places places_;
  std::vector<std::pair<uint32_t, uint32_t>> mentions_;  // point and mention
  PointCells cells_;                                     // of the point that the row is of
};

}  // namespace

std::vector<ColumnMeaning> point_columns() {
  return meanings_of(columns_of_points());
}

void write_points_csv(const Result& result, OutputFile& file) {
  MentionRows rows(result);
  write_csv(file, columns_of_points(), rows.size(), [&](size_t i) { return rows.row(i); });
}

Table point_table(const Result& result) {
  MentionRows rows(result);
  return make_table(columns_of_points(), rows.size(), [&](size_t i) { return rows.row(i); });
}

}  // namespace reprise::detail
