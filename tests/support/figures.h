// Figures as one line of text, so that a test is a table of phrases.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/language/figures/figures.h"

namespace reprise::detail::support {

struct FigurePhrase {
  std::string text, expected;
};

inline std::vector<Figure> figures_in(const std::string& text,
                                      Language language = Language::english) {
  return find_figures(text, tokenize(text), language);
}

// "text kind unit low..high of", and bars between figures; an open end is a star. Thousandths are
// rounded.
inline std::string described(const std::string& text, Language language = Language::english) {
  const auto end = [](const std::optional<double>& v) {
    if (!v) {
      return std::string("*");
    }
    std::string s = std::to_string(*v);
    s.resize(s.size() - 3);
    s.erase(s.find_last_not_of('0') + 1);
    if (s.ends_with('.')) {
      s.pop_back();
    }
    return s;
  };
  std::string out;
  for (const Figure& f : figures_in(text, language)) {
    if (!out.empty()) {
      out += " | ";
    }
    out += std::string(f.span.in(text)) + " " + std::string(name_of(f.kind)) + " " + f.unit +
           (f.unit.empty() ? "" : " ") + end(f.low) + ".." + end(f.high) +
           (f.of.empty() ? "" : " " + f.of);
  }
  return out;
}

// A text of some language, and what described() says of it.
struct FigureRow {
  Language language;
  std::string text, expected;
};

inline void expect_each(const std::vector<FigureRow>& rows) {
  for (const FigureRow& row : rows) {
    EXPECT_EQ(described(row.text, row.language), row.expected) << row.text;
  }
}

}  // namespace reprise::detail::support
