#include "reprise/result.h"

#include <algorithm>
#include <set>

#include "reprise/corpus/date.h"
#include "reprise/points/disagree.h"
#include "reprise/result/offsets.h"

namespace reprise {

using namespace detail;
namespace {

std::optional<DateRange> date_of(uint32_t document, const Result& result) {
  const auto& date = result.documents[document].date;
  return date ? parse_date(*date) : std::nullopt;
}

}  // namespace

bool has_texts(const Result& result) {
  for (size_t d = 0; d < result.documents.size(); ++d) {
    const Document& document = result.documents[d];
    if (document.text.empty() && result.bytes[d] != bytes_on_disk(document)) {
      return false;
    }
  }
  return true;
}

std::optional<std::vector<uint32_t>> first_documents(std::span<const uint32_t> documents,
                                                     const Result& result) {
  std::vector<std::optional<DateRange>> dates;
  for (uint32_t d : documents) {
    dates.push_back(date_of(d, result));
  }
  if (std::none_of(dates.begin(), dates.end(), [](const auto& date) { return date.has_value(); })) {
    return std::nullopt;
  }
  std::vector<uint32_t> first;
  for (size_t i = 0; i < dates.size(); ++i) {
    const bool behind = dates[i] && std::any_of(dates.begin(), dates.end(), [&](const auto& other) {
                          return other && surely_before(*other, *dates[i]);
                        });
    if (!behind) {
      first.push_back(documents[i]);
    }
  }
  return first;
}

bool is_updated(const Point& point, const Result& result) {
  bool rises = false, falls = false, tolls = true;
  std::set<uint32_t> documents;
  for (const auto& [first, second] : point.disagreements) {
    const MentionedFigure *x = &point.figures[first], *y = &point.figures[second];
    auto date_x = date_of(result.units[point.mentions[x->mention].unit].document, result);
    auto date_y = date_of(result.units[point.mentions[y->mention].unit].document, result);
    if (!date_x || !date_y) {
      return false;
    }
    if (!surely_before(*date_x, *date_y)) {
      std::swap(x, y), std::swap(date_x, date_y);
    }
    if (!surely_before(*date_x, *date_y)) {
      return false;
    }
    for (const MentionedFigure* figure : {x, y}) {
      tolls &= is_toll(figure->figure);
      documents.insert(result.units[point.mentions[figure->mention].unit].document);
    }
    const bool larger = x->figure.high && y->figure.low && *x->figure.high < *y->figure.low;
    (larger ? rises : falls) = true;
  }
  return rises != falls && (tolls || documents.size() >= 3);
}

}  // namespace reprise
