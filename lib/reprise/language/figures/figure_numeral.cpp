#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "reprise/language/figures/figure_number.h"

namespace reprise::detail {
namespace {

constexpr size_t longest_numeral = 40;  // digits and signs

// The places of the signs between digits, or nothing if two stand side by side or one stands at an
// end.
struct Signs {
  size_t count = 0;
  size_t first = 0, last = 0;
  bool one_kind = true;  // those before the last one
  bool last_differs = false;
};

std::optional<Signs> find_signs(std::string_view digits) {
  Signs signs;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] >= '0' && digits[i] <= '9') {
      continue;
    }
    if (i == 0 || i + 1 == digits.size() || (signs.count > 0 && i == signs.last + 1)) {
      return std::nullopt;
    }
    if (signs.count > 0) {
      signs.one_kind = signs.one_kind && !signs.last_differs;
      signs.last_differs = digits[i] != digits[signs.first];
    }
    if (signs.count++ == 0) {
      signs.first = i;
    }
    signs.last = i;
  }
  return signs;
}

// Whether groups of three follow a first one of up to three; two inside do for lakhs.
bool grouped(std::string_view digits, char sign) {
  size_t size = 0, groups = 0;
  for (size_t i = digits.size(); i-- > 0;) {
    if (digits[i] != sign) {
      ++size;
      continue;
    }
    if (size != 3 && !(size == 2 && groups > 0 && sign == ',')) {
      return false;
    }
    size = 0, ++groups;
  }
  return size >= 1 && size <= 3 && !(digits[0] == '0' && groups > 0);
}

}  // namespace

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
  const auto signs = find_signs(digits);
  if (!signs || !signs->one_kind) {
    return std::nullopt;
  }
  size_t point = digits.size();
  if (signs->count == 1) {
    const char sign = digits[signs->last];
    if (sign == decimal_sign || !grouped(digits, sign)) {
      point = signs->last;
    }
  } else if (signs->count > 1) {
    if (signs->last_differs) {
      point = signs->last;
    }
    if (!grouped(digits.substr(0, point), digits[signs->first])) {
      return std::nullopt;
    }
  }
  if (point < digits.size() && digits[point] == '\'') {
    return std::nullopt;
  }
  std::string plain;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i == point) {
      plain += '.';
    }
    if (digits[i] >= '0' && digits[i] <= '9') {
      plain += digits[i];
    }
  }
  Numeral numeral;
  const auto [stop, error] =
      std::from_chars(plain.data(), plain.data() + plain.size(), numeral.value);
  if (error != std::errc() || stop != plain.data() + plain.size() ||
      numeral.value > largest_figure) {
    return std::nullopt;
  }
  numeral.separated = signs->count > 0;
  numeral.half_unit = half_unit_of(numeral.value);
  if (point < digits.size()) {
    const auto decimals = static_cast<double>(std::min<size_t>(digits.size() - point - 1, 15));
    numeral.half_unit = std::min(0.5 * std::pow(10.0, -decimals), numeral.value);
  }
  return numeral;
}

}  // namespace reprise::detail
