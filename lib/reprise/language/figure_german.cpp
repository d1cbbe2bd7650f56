#include "reprise/language/figure_german.h"

#include <iterator>

#include "reprise/language/figure_words.h"

namespace reprise::detail {
namespace {

// Of a word below a hundred: "drei", "dreizehn", "dreissig", "dreiunddreissig".
std::optional<double> below_hundred(std::string_view word) {
  if (word == "ein" || word == "eins") {
    return 1;
  }
  const auto simple = [](std::string_view w) {
    const FigureWord* found = figure_lexicon(Language::german).find(w);
    return found ? found->number : 0;
  };
  if (const double value = simple(word); value >= 1) {
    return value;
  }
  const size_t joint = word.find("und");
  if (joint == word.npos || joint == 0) {
    return std::nullopt;
  }
  const double unit = simple(word.substr(0, joint)), ten = simple(word.substr(joint + 3));
  if (unit < 1 || unit > 9 || ten < 20) {
    return std::nullopt;
  }
  return unit + ten;
}

std::optional<double> below_thousand(std::string_view word) {
  const size_t hundred = word.find("hundert");
  if (hundred == word.npos) {
    return below_hundred(word);
  }
  const auto front = hundred == 0 ? std::optional(1.0) : below_hundred(word.substr(0, hundred));
  std::string_view rest = word.substr(hundred + 7);
  if (rest.starts_with("und") && below_hundred(rest.substr(3))) {
    rest.remove_prefix(3);
  }
  const auto back = rest.empty() ? std::optional(0.0) : below_hundred(rest);
  if (!front || !back || *front > 9) {
    return std::nullopt;
  }
  return *front * 100 + *back;
}

}  // namespace

std::optional<double> german_number(std::string_view word) {
  if (word.size() < 8) {
    return std::nullopt;
  }
  const size_t thousand = word.find("tausend");
  if (thousand == word.npos) {
    return word.ends_with("zig") || word.ends_with("ssig") || word.find("hundert") != word.npos
               ? below_thousand(word)
               : std::nullopt;
  }
  const auto front = thousand == 0 ? std::optional(1.0) : below_thousand(word.substr(0, thousand));
  const std::string_view rest = word.substr(thousand + 7);
  const auto back = rest.empty() ? std::optional(0.0) : below_thousand(rest);
  if (!front || !back) {
    return std::nullopt;
  }
  return *front * 1000 + *back;
}

}  // namespace reprise::detail
