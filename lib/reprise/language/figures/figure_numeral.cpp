// A numeral read: where its decimal point is, and what its last digit leaves open.
//
// Steps:
// 1. The signs between the digits are found: how many, and whether the last one differs.
// 2. They say which of them is the decimal point, if one is; the others have to part groups.
// 3. The digits are read with a plain point there.
// 4. Half a unit of the last digit that is said is what rounding leaves open.
//
//     "1.200,5"   signs "." and ",": the last one differs, so ",5" are decimals; "1.200" is grouped
//                 in threes; 1200.5, half a unit is 0.05
//     "1.2.3"     one kind of sign, so no decimal point; "2" is no group of three: no numeral
//
// Cost: linear in the digits, of which there are 40 at most.
#include "reprise/language/figures/figure_numeral.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace reprise::detail {
namespace {

constexpr size_t longest_numeral = 40;  // digits and signs
constexpr size_t most_decimals = 15;

// The places of the signs between digits.
struct Signs {
  size_t count = 0;
  size_t first = 0;
  size_t last = 0;
  bool one_kind = true;  // those before the last one
  bool last_differs = false;
};

void add_sign(std::string_view digits, size_t at, Signs& signs) {
  if (signs.count == 0) {
    signs.first = at;
  } else {
    signs.one_kind = signs.one_kind && !signs.last_differs;
    signs.last_differs = digits[at] != digits[signs.first];
  }
  signs.last = at;
  ++signs.count;
}

// Returns nothing if two signs stand side by side or one stands at an end.
std::optional<Signs> find_signs(std::string_view digits) {
  Signs signs;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i])) {
      continue;
    }
    const bool at_an_end = i == 0 || i + 1 == digits.size();
    const bool beside_a_sign = signs.count > 0 && i == signs.last + 1;
    if (at_an_end || beside_a_sign) {
      return std::nullopt;
    }
    add_sign(digits, i, signs);
  }
  return signs;
}

// Whether groups of three follow a first one of up to three; two inside do for lakhs, "1,00,000".
bool grouped(std::string_view digits, char sign) {
  size_t size = 0;
  size_t groups = 0;
  for (size_t i = digits.size(); i-- > 0;) {
    if (digits[i] != sign) {
      ++size;
      continue;
    }
    const bool lakhs = size == 2 && groups > 0 && sign == ',';
    if (size != 3 && !lakhs) {
      return false;
    }
    size = 0;
    ++groups;
  }
  const bool begins_with_zero = digits[0] == '0' && groups > 0;
  return size >= 1 && size <= 3 && !begins_with_zero;
}

// "5,6", "1.200": a single sign parts thousands if a group of three follows it, unless it is the
// language's decimal sign.
size_t point_of_one_sign(std::string_view digits, const Signs& signs, char decimal_sign) {
  const char sign = digits[signs.last];
  const bool parts_thousands = sign != decimal_sign && grouped(digits, sign);
  return parts_thousands ? digits.size() : signs.last;
}

// "1,200.5": the last of several signs is the decimal one if it differs; what is before it has to
// be grouped.
std::optional<size_t> point_of_many_signs(std::string_view digits, const Signs& signs) {
  const size_t point = signs.last_differs ? signs.last : digits.size();
  if (!grouped(digits.substr(0, point), digits[signs.first])) {
    return std::nullopt;
  }
  return point;
}

// Where the decimal sign is; the end if there is none, nothing if this is no numeral.
std::optional<size_t> find_point(std::string_view digits, char decimal_sign) {
  const auto signs = find_signs(digits);
  if (!signs || !signs->one_kind) {
    return std::nullopt;
  }
  std::optional<size_t> point = digits.size();
  if (signs->count == 1) {
    point = point_of_one_sign(digits, *signs, decimal_sign);
  } else if (signs->count > 1) {
    point = point_of_many_signs(digits, *signs);
  }
  const bool apostrophe = point && *point < digits.size() && digits[*point] == '\'';
  return apostrophe ? std::nullopt : point;
}

// The value of the digits, with a plain point where the decimal sign is.
std::optional<double> value_of(std::string_view digits, size_t point) {
  std::string plain;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i == point) {
      plain += '.';
    }
    if (is_digit(digits[i])) {
      plain += digits[i];
    }
  }
  double value = 0;
  const char* const end = plain.data() + plain.size();
  const auto [stop, error] = std::from_chars(plain.data(), end, value);
  if (error != std::errc() || stop != end || value > largest_figure) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

bool all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

bool is_multiple(double value, double divisor) {
  return std::fmod(std::trunc(value), divisor) == 0;
}

double half_unit_before_limit(double value) {
  double unit = 1;
  while (unit < 1e15 && value > 0 && std::fmod(value, unit * 10) == 0) {
    unit *= 10;
  }
  return unit / 2;
}

double half_unit_of(double value) {
  return std::min(half_unit_before_limit(value), value / 10);
}

std::optional<Numeral> parse_numeral(std::string_view digits, char decimal_sign) {
  if (digits.empty() || digits.size() > longest_numeral) {
    return std::nullopt;
  }
  const auto point = find_point(digits, decimal_sign);
  if (!point) {
    return std::nullopt;
  }
  const auto value = value_of(digits, *point);
  if (!value) {
    return std::nullopt;
  }
  Numeral numeral;
  numeral.value = *value;
  numeral.separated = !all_digits(digits);
  numeral.half_unit = half_unit_of(*value);
  if (*point < digits.size()) {
    const auto decimals = static_cast<double>(std::min(digits.size() - *point - 1, most_decimals));
    numeral.half_unit = std::min(0.5 * std::pow(10.0, -decimals), *value);
  }
  return numeral;
}

}  // namespace reprise::detail
