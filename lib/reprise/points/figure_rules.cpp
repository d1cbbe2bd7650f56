// The rules in three parts: whether two figures differ, whether they may be of one thing, and how
// much they need to share for that.
//
//     "16 tests", "20 tests"    20 is 1.25 times 16: 0.12 + 0.7 × 0.25 mean terms are needed
//     "two boats", "3 boats"    few of many: 1.4 + 0.7 × 0.5
//     "340 jobs", "5,000 jobs"  14 times as many: of two things, whatever is shared
//
// The numbers were chosen on 93 news events. There, if 0.8 to 1.25 times as much is needed, the
// same disagreements are found.
#include "reprise/points/figure_rules.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "reprise/language/figures/figure_numeral.h"

namespace reprise::detail {
namespace {

// ---- Whether two figures differ.
bool is_single(const Figure& figure) {
  return figure.low && figure.high && *figure.low == *figure.high;
}

// Of "47" and "48", the ranges that rounding leaves open touch.
bool is_below(const Figure& a, const Figure& b) {
  if (!a.high || !b.low) {
    return false;
  }
  const bool touch = *a.high == *b.low && !is_single(a) && !is_single(b);
  return *a.high < *b.low || touch;
}

bool are_tolls(const CountedFigure& a, const CountedFigure& b) {
  return a.thing.is_fate && b.thing.is_fate;
}

// "up to 1.5 million" and "as many as 1.6 million"; of the dead, "at least 57" and "at least 97".
bool are_different_bounds(const CountedFigure& a, const CountedFigure& b) {
  constexpr double least_ratio = 1.05;
  const bool both_upper = !a.figure->low && !b.figure->low;
  const bool both_lower = !a.figure->high && !b.figure->high;
  const bool are_claims = both_upper || (both_lower && are_tolls(a, b));
  return are_claims && ratio_of(a, b) >= least_ratio;
}

// "at least 57 dead" is no more what is known where 97 are.
bool is_outdated_toll(const CountedFigure& a, const CountedFigure& b) {
  constexpr double least_ratio = 1.3;
  const bool one_is_lower = !a.figure->high || !b.figure->high;
  return one_is_lower && are_tolls(a, b) && ratio_of(a, b) >= least_ratio;
}

bool are_spans_of_years(const Figure& a, const Figure& b) {
  const bool both_years = a.kind == FigureKind::year && b.kind == FigureKind::year;
  const bool are_known = a.low && a.high && b.low && b.high;
  return both_years && are_known && !is_single(a) && !is_single(b);
}

constexpr double most_years_between = 2;  // from one year to another that may be meant

// "served from 1967 to 1979", "held the seat from 1966 to 1978".
bool are_shifted_spans(const Figure& a, const Figure& b) {
  if (!are_spans_of_years(a, b)) {
    return false;
  }
  const double between = std::abs(*a.low - *b.low);
  const bool are_as_long = *a.high - *a.low == *b.high - *b.low;
  return are_as_long && between > 0 && between <= most_years_between;
}

// "43 million" of 43,885,310, but not "4 million" of 4,900,000: too much is lost.
bool is_cut_short(const Figure& shorter, const Figure& longer) {
  if (!shorter.low || !shorter.high || !longer.low || !longer.high) {
    return false;
  }
  constexpr double most_lost = 0.05;
  const double written = std::round(value_of(shorter));
  const double exact = value_of(longer);
  const double unit = 2 * half_unit_before_limit(written);
  const bool is_finer = 2 * half_unit_before_limit(std::round(exact)) < unit;
  return is_finer && std::floor(exact / unit) * unit == written &&
         exact - written < most_lost * exact;
}

// ---- Whether they may be of one thing.
// Of counts and shares, the thing has to be known; of sums, that of one.
bool may_have_one_name(const CountedFigure& a, const CountedFigure& b) {
  const FigureKind kind = a.figure->kind;
  if (a.thing.name == b.thing.name) {
    const bool has_name = kind == FigureKind::count || kind == FigureKind::percent;
    return !a.thing.name.empty() || !has_name;
  }
  const bool one_is_unknown = a.thing.name.empty() || b.thing.name.empty();
  return one_is_unknown && kind == FigureKind::money;
}

bool are_in_one_group(const CountedFigure& a, const CountedFigure& b) {
  return std::any_of(a.groups.begin(), a.groups.end(), [&](GroupId group) {
    return std::binary_search(b.groups.begin(), b.groups.end(), group);
  });
}

// Figures that are no further apart than that may be one figure, counted differently.
constexpr double close_ratio = 1.3;

// "25 % on steel", "10 % on aluminium"; "5 million for schools", "7 million for roads". Of sums it
// says less: they may be nearly equal, or be given by mentions of one point.
bool are_of_two_objects(const CountedFigure& a, const CountedFigure& b) {
  const FigureKind kind = a.figure->kind;
  const bool is_distant_sum =
      kind == FigureKind::money && ratio_of(a, b) > close_ratio && !are_in_one_group(a, b);
  const bool tells = kind == FigureKind::percent || is_distant_sum;
  return tells && a.object && b.object && *a.object != *b.object;
}

// "earned 30 million in 2031", "earned 10 million in 2030".
bool are_of_two_years(const CountedFigure& a, const CountedFigure& b) {
  if (a.years.empty() || b.years.empty()) {
    return false;
  }
  return std::none_of(a.years.begin(), a.years.end(), [&](double year) {
    return std::binary_search(b.years.begin(), b.years.end(), year);
  });
}

ptrdiff_t shared_terms(const CountedFigure& a, const CountedFigure& b) {
  return std::count_if(a.terms.begin(), a.terms.end(), [&](const NearTerm& x) {
    return std::any_of(b.terms.begin(), b.terms.end(),
                       [&](const NearTerm& y) { return x.term == y.term; });
  });
}

// Years that follow one word, "since 2002" behind "led the yard", and are of the same few; one word
// is not enough: "the harbour opened in 2002", "the bridge opened in 2003".
bool are_years_of_one_event(const CountedFigure& a, const CountedFigure& b) {
  const bool are_years = is_single(*a.figure) && is_single(*b.figure);
  const double between = std::abs(value_of(*a.figure) - value_of(*b.figure));
  return are_years && a.lead && a.lead == b.lead && between <= most_years_between &&
         shared_terms(a, b) >= 2;
}

// The ratio of the ends of a figure that says enough to be another one: "about 60,000" doesn't.
constexpr double widest_given = 1.12;

// ---- What they need to share.
struct Needed {
  FigureKind kind;
  double nearly_equal;   // of two that are nearly equal
  double per_ratio;      // and for each time that the larger one is more than the smaller
  double most_apart;     // the ratio beyond which they are of two things
  double gain_of_point;  // what it adds that mentions of one point give them
};
constexpr Needed needed_by_kind[] = {
    {FigureKind::count, 0.12, 0.7, 4, 0.3},     // "16 tests", "20 tests"
    {FigureKind::money, 0.65, 3.6, 1.8, 3},     // "earned 140 million", "earned 139 million"
    {FigureKind::percent, 0.6, 0.7, 2.5, 0.3},  // "shares fell 8 %", "shares fell 17 %"
    {FigureKind::duration, 1.2, 2.4, 2, 0},     // "ten minutes", "six minutes"
    {FigureKind::year, 0.8, 0, 2, 0.3},         // "led it since 2002", "led it since 2003"
};

// A toll rises from report to report.
constexpr Needed needed_of_tolls{FigureKind::count, 0.12, 0.3, 4, 0.3};

// Small numbers are those of any few among many: "two senators", "three senators". There are not
// many large ones of one thing in one story: "100,000 files", "55,000 files".
constexpr double least_telling = 10;
constexpr double large = 1000;
constexpr Needed needed_of_few{FigureKind::count, 1.4, 0.7, 2, 0};
constexpr Needed needed_of_many{FigureKind::count, 0.12, 0.12, 4, 0.3};

// Sums of which one is of something that the other doesn't name share more.
constexpr double surcharge_of_unknown = 0.5;

const Needed& needed_of(const CountedFigure& a, const CountedFigure& b) {
  const FigureKind kind = a.figure->kind;
  if (are_tolls(a, b)) {
    return needed_of_tolls;
  }
  const double smaller = std::min(value_of(*a.figure), value_of(*b.figure));
  if (kind == FigureKind::count && smaller < least_telling) {
    return needed_of_few;
  }
  if (kind == FigureKind::count && smaller >= large) {
    return needed_of_many;
  }
  return *std::find_if(std::begin(needed_by_kind), std::end(needed_by_kind),
                       [&](const Needed& row) { return row.kind == kind; });
}

// What those share that are surely of one thing: more than nothing. The dead of an earthquake and
// of a crash long ago have no word in common.
constexpr double needed_of_sure = 0.02;

// "the 48-page report", "a 47-page report"; "58 dead", "59 were killed": who else should they be?
bool are_surely_of_one(const CountedFigure& a, const CountedFigure& b) {
  const bool of_one_measure = a.measure && a.measure == b.measure;
  return ratio_of(a, b) <= close_ratio && (of_one_measure || are_tolls(a, b));
}

}  // namespace

double ratio_of(const CountedFigure& a, const CountedFigure& b) {
  const double x = value_of(*a.figure);
  const double y = value_of(*b.figure);
  return std::max(x, y) / std::min(x, y);
}

bool are_apart(const CountedFigure& a, const CountedFigure& b) {
  const Figure& x = *a.figure;
  const Figure& y = *b.figure;
  const bool differ = is_below(x, y) || is_below(y, x) || are_different_bounds(a, b) ||
                      is_outdated_toll(a, b) || are_shifted_spans(x, y);
  return differ && !is_cut_short(x, y) && !is_cut_short(y, x);
}

bool may_be_of_one_thing(const CountedFigure& a, const CountedFigure& b) {
  const bool same_kind = a.figure->kind == b.figure->kind && a.figure->unit == b.figure->unit;
  if (!same_kind || !may_have_one_name(a, b)) {
    return false;
  }
  if (a.figure->kind == FigureKind::year) {
    return are_years_of_one_event(a, b) || are_shifted_spans(*a.figure, *b.figure);
  }
  return !are_of_two_years(a, b) && !are_of_two_objects(a, b);
}

ValueRange values_that_say_the_same(const Figure& figure) {
  const double value = value_of(figure);
  return {figure.low.value_or(value) / widest_given, figure.high.value_or(value) * widest_given};
}

bool says_the_same(const CountedFigure& given, const CountedFigure& figure) {
  const Figure& x = *given.figure;
  const Figure& y = *figure.figure;
  const bool one_is_unknown = given.thing.name.empty() || figure.thing.name.empty();
  const bool of_one_name = one_is_unknown || given.thing.name == figure.thing.name;
  if (x.kind != y.kind || x.unit != y.unit || !of_one_name) {
    return false;
  }
  if (x.low == y.low && x.high == y.high) {
    return true;
  }
  const bool is_narrow = x.low && x.high && *x.high <= *x.low * widest_given;
  const bool is_closed = y.low && y.high && x.kind != FigureKind::year;
  return is_narrow && is_closed && !is_below(x, y) && !is_below(y, x);
}

double needed_to_relate(const CountedFigure& a, const CountedFigure& b) {
  if (are_surely_of_one(a, b)) {
    return needed_of_sure;
  }
  const Needed& row = needed_of(a, b);
  const double ratio = ratio_of(a, b);
  if (ratio > row.most_apart) {
    return std::numeric_limits<double>::infinity();
  }
  const double surcharge = a.thing.name == b.thing.name ? 0 : surcharge_of_unknown;
  return row.nearly_equal + row.per_ratio * (ratio - 1) + surcharge;
}

double gain_of_point(const CountedFigure& a, const CountedFigure& b) {
  const bool gains = a.thing.name == b.thing.name && are_in_one_group(a, b);
  return gains ? needed_of(a, b).gain_of_point : 0;
}

}  // namespace reprise::detail
