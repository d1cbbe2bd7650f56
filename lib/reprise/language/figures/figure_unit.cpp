#include "reprise/language/figures/figure_unit.h"

#include <algorithm>

namespace reprise::detail {
namespace {

// The length of a currency sign at the text's beginning, and its code; 0 if there is none.
size_t sign_at(std::string_view text, std::string_view& currency) {
  for (size_t n = 1; n <= 3 && n <= text.size(); ++n) {
    currency = currency_of_sign(text.substr(0, n));
    if (!currency.empty()) {
      return n;
    }
  }
  return 0;
}

size_t sign_at_end(std::string_view text, std::string_view& currency) {
  for (size_t n = 1; n <= 3 && n <= text.size(); ++n) {
    currency = currency_of_sign(text.substr(text.size() - n));
    if (!currency.empty()) {
      return n;
    }
  }
  return 0;
}

void read_before(const FigureText& t, uint32_t first, uint32_t floor, FigureSigns& signs) {
  const std::string_view gap = t.gap_before(first);
  if (gap.empty()) {
    return;
  }
  std::string_view front = gap;
  while (front.ends_with(' ')) {
    front.remove_suffix(1);
  }
  std::string_view currency;
  const size_t size = sign_at_end(front, currency);
  if (size == 0) {
    return;
  }
  const auto before = static_cast<uint32_t>(gap.size() - front.size() + size);
  if (t.span(first).begin - before < floor) {
    return;
  }
  signs.currency = currency;
  signs.before = before;
}

void read_behind(const FigureText& t, uint32_t last, FigureSigns& signs) {
  const std::string_view gap = t.gap_after(last - 1);
  const bool abbreviated = t.language() != Language::english && t.meaning(last - 1).scale > 0;
  std::string_view rest = without_blanks(abbreviated && gap.starts_with('.') ? gap.substr(1) : gap);
  std::string_view currency;
  size_t size = 0;
  if (rest.starts_with('%')) {
    signs.percent = true;
    size = 1;
  } else if (rest.starts_with("％")) {
    signs.percent = true;
    size = 3;
  } else if (signs.currency.empty() && (size = sign_at(rest, currency)) > 0) {
    signs.currency = currency;
  }
  if (size > 0) {
    signs.end = t.span(last - 1).end + static_cast<uint32_t>(gap.size() - rest.size() + size);
  }
}

// The dollar or franc of a country that is named before it: "Australian dollars".
std::string_view currency_of_country(std::string_view unit, std::string_view country) {
  if (unit != "USD") {
    return unit;
  }
  if (country.starts_with("austral")) {
    return "AUD";
  }
  if (country.starts_with("canad") || country.starts_with("kanad")) {
    return "CAD";
  }
  return country == "singapore" ? "SGD" : unit;
}

double take_unit(Figure& figure, const FigureUnit& unit, std::string_view name, uint32_t last) {
  figure.kind = unit.kind;
  figure.unit = name;
  figure.last_token = last;
  return unit.factor;
}

// Takes a unit in words behind the number: "dollars", "U.S. dollars", "of yuan", "per cent",
// "dollars canadiens".
double take_unit_words(const FigureText& t, Figure& figure) {
  uint32_t at = figure.last_token;
  if (!t.adjoins(at - 1)) {
    return 0;
  }
  if (t.is(at, FigureRole::per) && t.is(at + 1, FigureRole::cent) && t.adjoins(at)) {
    return take_unit(figure, {FigureKind::percent, "%"}, "%", at + 2);
  }
  const bool of = t.is(at, FigureRole::of) && t.adjoins(at);
  if (of) {
    ++at;
  }
  const bool country = t.is(at, FigureRole::country) && t.adjoins(at);
  const FigureUnit& unit = t.meaning(at + country).unit;
  if (unit.name.empty() || (country && unit.kind != FigureKind::money)) {
    return 0;
  }
  if (of && unit.kind == FigureKind::percent) {
    return 0;
  }
  if (country) {
    return take_unit(figure, unit, currency_of_country(unit.name, t.word(at)), at + 2);
  }
  const bool behind = unit.kind == FigureKind::money && t.adjoins(at) &&
                      t.is(at + 1, FigureRole::country) && t.language() != Language::english;
  const std::string_view name = behind ? currency_of_country(unit.name, t.word(at + 1)) : unit.name;
  const bool points =
      unit.kind == FigureKind::percent && t.adjoins(at) && t.word(at + 1).starts_with("point");
  return take_unit(figure, unit, name, at + 1 + (behind || points));
}

// Of a sum that has its sign, takes a code or a name behind it: "$6 million USD", "¥6 million RMB".
void take_name_behind(const FigureText& t, Figure& figure) {
  const uint32_t at = figure.last_token;
  const FigureUnit& unit = t.meaning(at).unit;
  if (!t.adjoins(at - 1) || unit.kind != FigureKind::money) {
    return;
  }
  const bool same_sign =
      (figure.unit == "JPY" && unit.name == "CNY") || (figure.unit == "USD" && unit.code);
  if (unit.name != figure.unit && !same_sign) {
    return;
  }
  figure.unit = unit.name;
  ++figure.last_token;
}

}  // namespace

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
  const std::string_view gap = t.gap_before(first);
  if (gap.empty() && !number.currency.empty()) {
    const std::string_view currency = currency_of_prefix(t.word(first - 1), number.currency);
    if (currency.empty()) {
      return;
    }
    number.currency = currency;
    --first;
    return;
  }
  const FigureUnit& unit = t.meaning(first - 1).unit;
  if (!unit.code || !(gap.empty() || t.adjoins(first - 1))) {
    return;
  }
  if (!number.currency.empty() && !(number.currency == "JPY" && unit.name == "CNY")) {
    return;
  }
  number.currency = unit.name;
  --first;
}

double set_unit(const FigureText& t, Figure& figure, std::string_view currency,
                const FigureSigns& signs) {
  if (!currency.empty() || (!signs.currency.empty() && !signs.percent)) {
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

std::optional<Hedge> hedge_of_mark(std::string_view gap) {
  struct Mark {
    std::string_view sign;
    Hedge hedge;
  };
  static constexpr Mark marks[] = {{"~", Hedge::about}, {"≈", Hedge::about}, {"<", Hedge::below},
                                   {"≤", Hedge::below}, {">", Hedge::above}, {"≥", Hedge::above}};
  for (const Mark& mark : marks) {
    if (!gap.ends_with(mark.sign)) {
      continue;
    }
    gap.remove_suffix(mark.sign.size());
    return gap.empty() || gap.ends_with(' ') || gap.ends_with('(') ? std::optional(mark.hedge)
                                                                   : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace reprise::detail
