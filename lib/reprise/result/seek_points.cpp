#include "reprise/result/seek_points.h"

#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "reprise/corpus/date.h"
#include "reprise/points/find.h"
#include "reprise/result/gather.h"

namespace reprise::detail {
namespace {

std::vector<std::optional<DateRange>> dates_of(std::span<const Document> documents) {
  std::vector<std::optional<DateRange>> dates;
  for (const Document& document : documents) {
    dates.push_back(document.date ? parse_date(*document.date) : std::nullopt);
  }
  return dates;
}

}  // namespace

void seek_points(std::span<const uint32_t> voices, const Originals& originals,
                 const UnitRanges& left_out, AskedAdvisers& advisers, Result& result) {
  put(find_points(result.units, voices, result.options.points, result.first_reference,
                  dates_of(result.documents), left_out, advisers.given()),
      originals, result);
  std::vector<Problem> of_caches = advisers.save_caches();
  std::move(of_caches.begin(), of_caches.end(), std::back_inserter(result.problems));
}

}  // namespace reprise::detail
