// The unit of a figure: what its signs and the words around it say.
//
// Steps:
// 1. take_prefix takes letters before the number: "US" of "US$6", "EUR" of "EUR 6 million".
// 2. signs_around reads the signs in the gaps before and behind it.
// 3. set_unit decides: a currency sign makes it a sum, a percent sign a share; only without any are
//    the words behind asked.
//
//     "3 million U.S. dollars"   no sign; behind: a country, then a unit of money: USD
//     "¥6 million yuan"          the sign says yen, but the name behind means the same sign: CNY
//     "6 million of us"          "us" is a country, but no unit follows: no unit
//
// Cost: a few look-ups.
#include "reprise/language/figures/figure_unit.h"

#include <algorithm>

#include "reprise/language/blanks.h"

namespace reprise::detail {
namespace {

constexpr size_t longest_sign = 3;  // bytes: "€"
constexpr std::string_view wide_percent = "％";

// The length of a currency sign at the text's end; 0 if there is none.
size_t currency_sign_at_end(std::string_view text) {
  for (size_t n = 1; n <= longest_sign && n <= text.size(); ++n) {
    if (!currency_of_sign(text.substr(text.size() - n)).empty()) {
      return n;
    }
  }
  return 0;
}

std::string_view without_blanks_behind(std::string_view gap) {
  while (const size_t n = blank_at_end(gap)) {
    gap.remove_suffix(n);
  }
  return gap;
}

// "$ 6 million".
void read_before(const FigureText& t, uint32_t first, uint32_t floor, FigureSigns& signs) {
  const std::string_view gap = t.gap_before(first);
  const std::string_view front = without_blanks_behind(gap);
  const size_t size = currency_sign_at_end(front);
  if (size == 0) {
    return;
  }
  const auto before = static_cast<uint32_t>(gap.size() - front.size() + size);
  if (t.span(first).begin - before < floor) {
    return;
  }
  signs.currency = currency_of_sign(front.substr(front.size() - size));
  signs.before = before;
}

// The length of the percent sign at the text's beginning; 0 if there is none.
size_t percent_sign_at(std::string_view text) {
  if (text.starts_with('%')) {
    return 1;
  }
  return text.starts_with(wide_percent) ? wide_percent.size() : 0;
}

// "6 %", "1 200 €", "6 Mio. €".
void read_behind(const FigureText& t, uint32_t last, FigureSigns& signs) {
  const std::string_view gap = t.gap_after(last - 1);
  const bool full_stop = t.abbreviated_scale(last - 1) && gap.starts_with('.');
  const std::string_view rest = without_blanks(full_stop ? gap.substr(1) : gap);
  size_t size = percent_sign_at(rest);
  signs.percent = size > 0;
  if (!signs.percent && signs.currency.empty()) {
    size = currency_sign_at(rest);
    signs.currency = currency_of_sign(rest.substr(0, size));
  }
  if (size > 0) {
    signs.end = t.span(last - 1).end + static_cast<uint32_t>(gap.size() - rest.size() + size);
  }
}

// The dollar of a country that is named: "Australian dollars".
std::string_view currency_of_country(const FigureUnit& unit, const FigureWord& country) {
  const bool other_dollar = unit.name == "USD" && !country.dollar.empty();
  return other_dollar ? country.dollar : unit.name;
}

double take_unit(Figure& figure, const FigureUnit& unit, std::string_view name, uint32_t last) {
  figure.kind = unit.kind;
  figure.unit = name;
  figure.last_token = last;
  return unit.factor;
}

// "U.S. dollars", "Canadian dollars": a country at token i, before its money.
double take_unit_of_country(const FigureText& t, uint32_t i, Figure& figure) {
  const FigureUnit& unit = t.meaning(i + 1).unit;
  if (unit.name.empty() || unit.kind != FigureKind::money) {
    return 0;
  }
  return take_unit(figure, unit, currency_of_country(unit, t.meaning(i)), i + 2);
}

// "dollars canadiens": money at token i, before its country.
bool country_behind(const FigureText& t, uint32_t i) {
  return t.traits().country_may_follow_unit && t.adjoins(i) && t.is(i + 1, FigureRole::country);
}

// "percentage points".
bool points_behind(const FigureText& t, uint32_t i) {
  return t.adjoins(i) && begins_with(t.word(i + 1), t.traits().percentage_points);
}

// "dollars", "dollars canadiens", "weeks", "percentage points": a unit at token i.
double take_plain_unit(const FigureText& t, uint32_t i, Figure& figure) {
  const FigureUnit& unit = t.meaning(i).unit;
  if (unit.kind == FigureKind::money && country_behind(t, i)) {
    const FigureWord& country = t.meaning(i + 1);
    return take_unit(figure, unit, currency_of_country(unit, country), i + 2);
  }
  const bool points = unit.kind == FigureKind::percent && points_behind(t, i);
  const uint32_t end = points ? i + 2 : i + 1;
  return take_unit(figure, unit, unit.name, end);
}

// Takes a unit in words behind the number: "dollars", "U.S. dollars", "of yuan", "per cent",
// "dollars canadiens".
double take_unit_words(const FigureText& t, Figure& figure) {
  const uint32_t at = figure.last_token;
  if (!t.adjoins(at - 1)) {
    return 0;
  }
  if (t.leads(at, FigureRole::per) && t.is(at + 1, FigureRole::cent)) {
    return take_unit(figure, {FigureKind::percent, "%"}, "%", at + 2);
  }
  const uint32_t i = t.past(at, FigureRole::of);
  if (t.leads(i, FigureRole::country)) {
    return take_unit_of_country(t, i, figure);
  }
  const FigureUnit& unit = t.meaning(i).unit;
  const bool of = i > at;
  if (unit.name.empty() || (of && unit.kind == FigureKind::percent)) {
    return 0;
  }
  return take_plain_unit(t, i, figure);
}

// The yen's sign is the yuan's, too.
bool may_be_yuan(std::string_view currency, const FigureUnit& unit) {
  return currency == "JPY" && unit.name == "CNY";
}

// Of a sum that has its sign, takes a code or a name behind it: "$6 million USD", "¥6 million RMB".
void take_name_behind(const FigureText& t, Figure& figure) {
  const uint32_t at = figure.last_token;
  const FigureUnit& unit = t.meaning(at).unit;
  if (!t.adjoins(at - 1) || unit.kind != FigureKind::money) {
    return;
  }
  const bool other_dollar = figure.unit == "USD" && unit.code;
  const bool same_sign = may_be_yuan(figure.unit, unit) || other_dollar;
  if (unit.name != figure.unit && !same_sign) {
    return;
  }
  figure.unit = unit.name;
  ++figure.last_token;
}

// The length of a currency sign that the gap begins with and that only blanks part from the
// number; 0 if there is none.
size_t sign_before_blank(std::string_view gap) {
  const size_t sign = currency_sign_at(gap);
  const bool blank_behind = gap.size() > sign && without_blanks(gap.substr(sign)).empty();
  return blank_behind ? sign : 0;
}

// The currency that the token before the number says: "US" of "US$6", "EUR" of "EUR 6 million";
// nothing if it says none.
std::string_view currency_of_word_before(const FigureText& t, uint32_t first,
                                         std::string_view currency) {
  const bool glued = t.gap_before(first).empty();
  if (glued && !currency.empty()) {
    return currency_of_prefix(t.word(first - 1), currency);
  }
  if (const size_t sign = sign_before_blank(t.gap_before(first)); sign > 0) {  // "R$ 2"
    const std::string_view of_sign = currency_of_sign(t.gap_before(first).substr(0, sign));
    return currency_of_prefix(t.word(first - 1), of_sign);
  }
  const FigureUnit& unit = t.meaning(first - 1).unit;
  const bool code_before = unit.code && (glued || t.adjoins(first - 1));
  const bool fits = currency.empty() || may_be_yuan(currency, unit);
  return code_before && fits ? unit.name : std::string_view();
}

}  // namespace

size_t currency_sign_at(std::string_view text) {
  for (size_t n = 1; n <= longest_sign && n <= text.size(); ++n) {
    if (!currency_of_sign(text.substr(0, n)).empty()) {
      return n;
    }
  }
  return 0;
}

FigureSigns signs_around(const FigureText& t, uint32_t first, uint32_t last, uint32_t floor) {
  FigureSigns signs;
  read_before(t, first, floor, signs);
  read_behind(t, last, signs);
  return signs;
}

void take_prefix(const FigureText& t, uint32_t floor, Number& number, uint32_t& first) {
  if (first <= floor || number.vague) {
    return;
  }
  const std::string_view currency = currency_of_word_before(t, first, number.currency);
  if (currency.empty()) {
    return;
  }
  number.currency = currency;
  --first;
}

double set_unit(const FigureText& t, Figure& figure, std::string_view currency,
                const FigureSigns& signs) {
  const bool sign_of_money = !signs.currency.empty() && !signs.percent;
  if (!currency.empty() || sign_of_money) {
    figure.kind = FigureKind::money;
    figure.unit = currency.empty() ? signs.currency : currency;
    if (signs.end == 0) {
      take_name_behind(t, figure);
    }
    return 1;
  }
  if (signs.percent) {
    figure.kind = FigureKind::percent;
    figure.unit = "%";
    return 1;
  }
  return take_unit_words(t, figure);
}

}  // namespace reprise::detail
