#include "reprise/result.h"

#include <algorithm>
#include <set>

#include "reprise/corpus/date.h"
#include "reprise/points/disagree.h"
#include "reprise/result/offsets.h"

namespace reprise {

using namespace detail;
namespace {

std::optional<DateRange> date_of(DocumentId document, const Result& result) {
  const auto& date = result.documents[document].date;
  return date ? parse_date(*date) : std::nullopt;
}

DocumentId document_of(const MentionedFigure& figure, const Point& point, const Result& result) {
  return result.units[point.mentions[figure.mention].unit].document;
}

// Returns whether the document of the one figure is known to lie before that of the other.
bool surely_earlier(const MentionedFigure& one, const MentionedFigure& other, const Point& point,
                    const Result& result) {
  const auto date = date_of(document_of(one, point, result), result);
  const auto other_date = date_of(document_of(other, point, result), result);
  return date && other_date && surely_before(*date, *other_date);
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

std::optional<std::vector<DocumentId>> first_documents(std::span<const DocumentId> documents,
                                                       const Result& result) {
  std::vector<std::optional<DateRange>> dates;
  for (const DocumentId d : documents) {
    dates.push_back(date_of(d, result));
  }
  if (std::none_of(dates.begin(), dates.end(), [](const auto& date) { return date.has_value(); })) {
    return std::nullopt;
  }
  std::vector<DocumentId> first;
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
  bool rises = false;
  bool falls = false;
  bool tolls = true;
  std::set<DocumentId> documents;
  for (const auto& [first, second] : point.disagreements) {
    const MentionedFigure* earlier = &point.figures[first];
    const MentionedFigure* later = &point.figures[second];
    if (surely_earlier(*later, *earlier, point, result)) {
      std::swap(earlier, later);
    } else if (!surely_earlier(*earlier, *later, point, result)) {
      return false;
    }
    for (const MentionedFigure* figure : {earlier, later}) {
      const TextUnit& unit = result.units[point.mentions[figure->mention].unit];
      tolls &= is_toll(figure->figure, unit.language.language);
      documents.insert(document_of(*figure, point, result));
    }
    // Of "at least 57", the end that is known.
    const Figure& x = earlier->figure;
    const Figure& y = later->figure;
    const std::optional<double> high = x.high ? x.high : x.low;
    const std::optional<double> low = y.low ? y.low : y.high;
    const bool is_larger = high && low && *high <= *low;
    (is_larger ? rises : falls) = true;
  }
  return rises != falls && (tolls || documents.size() >= 3);
}

}  // namespace reprise
