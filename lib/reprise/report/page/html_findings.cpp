// Passages and points as rows of the HTML report.
//
//     1. passages in the order of their length, points in that of the report
//     2. of each its row, and of a passage that opens a cluster the cluster's
//     3. until there is no room: what is left out then is the shortest, or the least sure
//
// A passage of document 3 (bytes 120 to 310) and of the title of document 7:
//
//     [0, 6,120,310, 15,98,286, 31,30, 935,0,null, [12,15,12,18]]
//
// Cost: linear, but for the order of the passages.
#include <algorithm>
#include <numeric>
#include <optional>

#include "reprise/language/figures/figures.h"
#include "reprise/report/page/html_data.h"
#include "reprise/report/page/html_rows.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/result/places.h"

namespace reprise::detail {
namespace {

constexpr size_t room_to_close = 4;  // bytes: a comma and a bracket, twice

// Writes places as browsers count them: twice the document, plus one in its title; begin and end in
// UTF-16 units.
class PlaceWriter {
 public:
  explicit PlaceWriter(const Result& result) : result_(result), places_(result) {}

  Span utf16(UnitId unit, Span bytes) {
    return {static_cast<uint32_t>(places_.of(unit, bytes.begin).utf16),
            static_cast<uint32_t>(places_.of(unit, bytes.end).utf16)};
  }

  Span utf16(UnitId unit, TokenRange range) {
    return utf16(unit, bytes_of(result_.units[unit], range));
  }

  // Appends three numbers.
  void put(JsonRows& rows, UnitId unit, Span utf16) const {
    const TextUnit& u = result_.units[unit];
    rows.number(uint64_t{u.document} * 2 + (u.field == Field::title ? 1 : 0));
    rows.number(utf16.begin);
    rows.number(utf16.end);
  }

 private:
  const Result& result_;
  Places places_;
};

// Appends begin and end, counted from `from`.
void put_within(JsonRows& rows, Span span, uint32_t from) {
  rows.number(std::max(span.begin, from) - from);
  rows.number(std::max(span.end, from) - from);
}

// `cluster` is that of the page.
std::string passage_row(const Passage& p, size_t id, std::optional<uint32_t> cluster,
                        PlaceWriter& places) {
  const Span a = places.utf16(p.unit_a, p.a), b = places.utf16(p.unit_b, p.b);
  JsonRows row;
  row.open();
  row.number(id);
  places.put(row, p.unit_a, a);
  places.put(row, p.unit_b, b);
  row.number(p.a.size());
  row.number(p.b.size());
  row.number(thousandths(p.identity));
  row.number(p.quoted);
  row.number_or_null(cluster);
  row.open();
  for (const Edit& edit : p.edits) {
    put_within(row, places.utf16(p.unit_a, edit.a), a.begin);
    put_within(row, places.utf16(p.unit_b, edit.b), b.begin);
  }
  row.close();
  row.close();
  return row.json();
}

std::string cluster_row(const PassageCluster& cluster, const Result& result, PlaceWriter& places) {
  std::vector<DocumentId> documents;
  for (const PassageSpan& span : cluster.spans) {
    documents.push_back(result.units[span.unit].document);
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  JsonRows row;
  row.open();
  row.numbers_or_null(first_documents(documents, result));
  row.number(cluster.spans.front().range.size());
  row.open();
  for (const PassageSpan& span : cluster.spans) {
    places.put(row, span.unit, places.utf16(span.unit, span.range));
  }
  row.close();
  row.close();
  return row.json();
}

std::string mention_row(const Mention& m, PlaceWriter& places) {
  JsonRows row;
  row.open();
  places.put(row, m.unit, places.utf16(m.unit, m.span));
  row.number(m.denied);
  if (m.attributed) {
    const Span by = places.utf16(m.unit, *m.attributed);
    row.number(by.begin);
    row.number(by.end);
  }
  row.close();
  return row.json();
}

std::string figure_row(const MentionedFigure& f, const Point& point, PlaceWriter& places) {
  const UnitId unit = point.mentions[f.mention].unit;
  const Span span = places.utf16(unit, f.figure.span);
  JsonRows row;
  row.open();
  row.number(f.mention);
  row.number(span.begin);
  row.number(span.end);
  row.text(name_of(f.figure.kind));
  row.text(f.figure.unit);
  row.real_or_null(f.figure.low);
  row.real_or_null(f.figure.high);
  row.text(f.figure.of);
  row.close();
  return row.json();
}

std::string point_row(const Point& point, const Result& result, PlaceWriter& places) {
  constexpr size_t most_terms = 8;
  JsonRows row;
  row.open();
  row.number(point.label);
  row.number(static_cast<uint64_t>(point.kind));
  row.number(point.voices);
  row.number(point.story);
  row.numbers_or_null(first_documents(point.documents, result));
  row.number(!point.disagreements.empty() && is_updated(point, result));
  row.open();
  for (const Mention& m : point.mentions) {
    row.rows(mention_row(m, places));
  }
  row.close();
  row.open();
  for (const MentionedFigure& f : point.figures) {
    row.rows(figure_row(f, point, places));
  }
  row.close();
  row.open();
  for (const auto& [first, second] : point.disagreements) {
    row.number(first);
    row.number(second);
  }
  row.close();
  row.open();
  for (size_t i = 0; i < std::min(point.terms.size(), most_terms); ++i) {
    row.text(point.terms[i].word);
  }
  row.close();
  const Span claim = places.utf16(point.mentions[point.label].unit, point.claim);
  row.number(claim.begin);
  row.number(claim.end);
  if (point.speaker) {
    row.text(*point.speaker);
  }
  row.close();
  return row.json();
}

std::string dispute_row(const Dispute& dispute, PlaceWriter& places) {
  JsonRows row;
  row.open();
  row.number(static_cast<uint64_t>(dispute.kind));
  row.open();
  for (const PointId point : dispute.points) {
    row.number(point);
  }
  row.close();
  row.open();
  for (const DisputeSide& side : dispute.sides) {
    row.open();
    row.number(side.label);
    row.text(side.words);
    row.open();
    for (const Mention& m : side.mentions) {
      row.rows(mention_row(m, places));
    }
    row.close();
    row.close();
  }
  row.close();
  row.close();
  return row.json();
}

}  // namespace

HtmlPassages html_passages(const Result& result, size_t most_bytes,
                           std::vector<std::string>& left_out) {
  std::vector<uint32_t> order(result.passages.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    return result.passages[x].a.size() > result.passages[y].a.size();
  });
  PlaceWriter places(result);
  std::vector<std::optional<uint32_t>> number_of(result.passage_clusters.size());  // on the page
  uint32_t clusters = 0;
  JsonRows rows;
  JsonRows of_clusters;
  rows.open();
  of_clusters.open();
  for (size_t i = 0; i < order.size(); ++i) {
    const Passage& p = result.passages[order[i]];
    std::string cluster;  // the row of the passage's, if this is its first passage
    if (p.cluster && !number_of[*p.cluster]) {
      number_of[*p.cluster] = clusters;
      cluster = cluster_row(result.passage_clusters[*p.cluster], result, places);
    }
    const auto number = p.cluster ? number_of[*p.cluster] : std::nullopt;
    const std::string row = passage_row(p, order[i], number, places);
    const size_t size = rows.size() + of_clusters.size() + row.size() + cluster.size();
    if (i > 0 && size + room_to_close > most_bytes) {
      left_out.push_back(grouped(order.size() - i) + " of " + grouped(order.size()) +
                         " passages, the shortest ones");
      break;
    }
    rows.rows(row);
    if (!cluster.empty()) {
      of_clusters.rows(cluster);
      ++clusters;
    }
  }
  rows.close();
  of_clusters.close();
  return {rows.json(), of_clusters.json()};
}

std::string html_points(const Result& result, size_t most_bytes,
                        std::vector<std::string>& left_out) {
  PlaceWriter places(result);
  JsonRows rows;
  rows.open();
  for (size_t i = 0; i < result.points.size(); ++i) {
    const std::string row = point_row(result.points[i], result, places);
    if (i > 0 && rows.size() + row.size() + room_to_close > most_bytes) {
      left_out.push_back(grouped(result.points.size() - i) + " of " +
                         grouped(result.points.size()) +
                         " talking points, the least surely repeated ones");
      break;
    }
    rows.rows(row);
  }
  rows.close();
  return rows.json();
}

std::string html_disputes(const Result& result, size_t most_bytes,
                          std::vector<std::string>& left_out) {
  PlaceWriter places(result);
  JsonRows rows;
  rows.open();
  for (size_t i = 0; i < result.disputes.size(); ++i) {
    const std::string row = dispute_row(result.disputes[i], places);
    if (i > 0 && rows.size() + row.size() + room_to_close > most_bytes) {
      left_out.push_back(grouped(result.disputes.size() - i) + " of " +
                         grouped(result.disputes.size()) + " disputes, those of fewest documents");
      break;
    }
    rows.rows(row);
  }
  rows.close();
  return rows.json();
}

}  // namespace reprise::detail
