// Any bytes as a text with figures, read in every language: a figure stands where its words stand,
// its range is a range of numbers, and what two figures say of each other holds both ways round.
#include <cmath>
#include <string>
#include <vector>

#include "fuzz/require.h"
#include "reprise/base/utf8.h"
#include "reprise/language/figures/figures.h"
#include "reprise/words/tokenize.h"

namespace {

using namespace reprise;
using namespace reprise::detail;
using fuzz::require;

bool is_unit(const Figure& figure) {
  const std::string& unit = figure.unit;
  switch (figure.kind) {
    case FigureKind::money: return unit.size() == 3;
    case FigureKind::percent: return unit == "%";
    case FigureKind::date: return unit == "day" || unit == "month-day";
    case FigureKind::duration: return !unit.empty();
    default: return unit.empty();
  }
}

void require_place(const Figure& figure, std::string_view text, std::span<const Token> tokens) {
  require(figure.first_token < figure.last_token && figure.last_token <= tokens.size());
  require(figure.span.begin < figure.span.end && figure.span.end <= text.size());
  // A sign may stand before its first word or behind its last; no word is cut.
  const Span first = tokens[figure.first_token].span;
  const Span last = tokens[figure.last_token - 1].span;
  require(figure.span.begin <= first.begin && figure.span.end >= last.end);
}

void require_range(const Figure& figure) {
  require(!figure.low || std::isfinite(*figure.low));
  require(!figure.high || std::isfinite(*figure.high));
  require(!figure.low || !figure.high || *figure.low <= *figure.high);
  require(figure.low || figure.high);
}

void require_relations(const std::vector<Figure>& figures) {
  constexpr size_t most = 12;  // all pairs of these
  for (size_t i = 0; i < std::min(figures.size(), most); ++i) {
    require(agree(figures[i], figures[i]));
    for (size_t j = 0; j < i; ++j) {
      const bool agreeing = agree(figures[i], figures[j]);
      const bool contrary = contradict(figures[i], figures[j]);
      require(agree(figures[j], figures[i]) == agreeing);
      require(contradict(figures[j], figures[i]) == contrary);
      require(!(agreeing && contrary));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto tokens = tokenize(text, {});
  for (const char* language : {"", "en", "de", "fr", "es"}) {
    const auto figures = find_figures(text, tokens, language_of(language));
    size_t end = 0;
    for (const Figure& figure : figures) {
      require_place(figure, text, tokens);
      require_range(figure);
      require(is_unit(figure) && is_valid_utf8(figure.of));
      require(figure.span.begin >= end);
      end = figure.span.end;
    }
    require_relations(figures);
  }
  return 0;
}
