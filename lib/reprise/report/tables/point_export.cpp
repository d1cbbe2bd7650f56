#include "reprise/report/tables/point_export.h"

#include "reprise/corpus/references.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/tables/table.h"
#include "reprise/result/places.h"

namespace reprise::detail {
namespace {

// Makes the rows of one result.
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

  TableRow row(size_t i) {
    const auto [p, m] = mentions_[i];
    const Mention& mention = result_.points[p].mentions[m];
    const uint32_t document = result_.units[mention.unit].document;
    TableRow row = of_point(p);
    row.emplace_back("mention", m);
    add_document(row, "", result_.documents[document]);
    row.emplace_back("reference", is_reference(DocumentId(document), result_.first_reference));
    add_place(row, "", mention.unit, mention.span, result_, places_);
    row.emplace_back("text", places_.text(mention.unit, mention.span));
    row.emplace_back("attributed", mention.attributed
                                       ? TableCell(places_.text(mention.unit, *mention.attributed))
                                       : TableCell());
    row.emplace_back("denied", mention.denied);
    row.emplace_back("figures", figures(result_.points[p], m));
    return row;
  }

 private:
  // Returns the columns of the point, made once for all its mentions.
  const TableRow& of_point(uint32_t p) {
    if (p == row_of_) {
      return point_;
    }
    const Point& point = result_.points[p];
    const Mention& label = point.mentions[point.label];
    const bool differ = !point.disagreements.empty(),
               updated = differ && is_updated(point, result_);
    row_of_ = p;
    point_ = {{"point", p + uint64_t{1}},
              {"point_id", p},
              {"label", places_.text(label.unit, label.span)},
              {"class", std::string(names_of_classes[static_cast<size_t>(point.kind)])},
              {"story", point.story},
              {"documents", point.documents.size()},
              {"sources", point.voices},
              {"score", point.score},
              {"disagree", differ && !updated},
              {"updated", updated}};
    return point_;
  }

  // Returns the figures of a mention as they are written there.
  TableCell figures(const Point& point, uint32_t mention) const {
    std::string all;
    for (const MentionedFigure& f : point.figures) {
      if (f.mention != mention) {
        continue;
      }
      all.append(all.empty() ? "" : "; ")
          .append(places_.text(point.mentions[mention].unit, f.figure.span));
    }
    return all.empty() ? TableCell() : TableCell(all);
  }

  const Result& result_;
  Places places_;
  std::vector<std::pair<uint32_t, uint32_t>> mentions_;  // point and mention
  uint32_t row_of_ = UINT32_MAX;                         // the point that the row is of
  TableRow point_;
};

}  // namespace

void write_points_csv(const Result& result, OutputFile& file) {
  const Result example = one_of_each();
  MentionRows rows(result);
  write_csv(file, MentionRows(example).row(0), rows.size(), [&](size_t i) { return rows.row(i); });
}

}  // namespace reprise::detail
