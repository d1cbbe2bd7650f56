// Words are folded and looked up when a line is made: each is asked about several times.
#include "reprise/points/figure_line.h"

#include <algorithm>

#include "reprise/language/figures/figure_of.h"
#include "reprise/language/pack.h"
#include "reprise/words/fold.h"

namespace reprise::detail {

FigureLine::FigureLine(const Line& line, const TextUnit& unit)
    : line_(line), unit_(unit), lexicon_(figure_lexicon(unit.language.language)) {
  for (uint32_t i = tokens().begin; i < tokens().end; ++i) {
    std::string word;
    fold_word(unit.tokens[i].span.in(unit.text), {}, word);
    meanings_.push_back(lexicon_.find(word));
    words_.push_back(std::move(word));
  }
}

const FigureVocabulary& FigureLine::vocabulary() const {
  return reading_pack(pack_of(unit_.language.language)).figures;
}

std::string_view FigureLine::word(uint32_t token) const {
  const bool is_inside = tokens().begin <= token && token < tokens().end;
  return is_inside ? std::string_view(words_[token - tokens().begin]) : std::string_view();
}

const FigureWord* FigureLine::meaning(uint32_t token) const {
  const bool is_inside = tokens().begin <= token && token < tokens().end;
  return is_inside ? meanings_[token - tokens().begin] : nullptr;
}

bool FigureLine::is(uint32_t token, FigureRole role) const {
  const FigureWord* found = meaning(token);
  return found && found->is(role);
}

bool FigureLine::says(std::string_view thing, FigureRole role) const {
  const size_t blank = thing.rfind(' ');
  const std::string_view last = blank == thing.npos ? thing : thing.substr(blank + 1);
  const FigureWord* found = lexicon_.find(last);
  return found && found->is(role);
}

bool FigureLine::parted(uint32_t first, uint32_t last) const {
  for (uint32_t i = first; i < last && i + 1 < unit_.tokens.size(); ++i) {
    const Span gap{unit_.tokens[i].span.end, unit_.tokens[i + 1].span.begin};
    if (gap.in(unit_.text).find_first_of(",;:()") != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool FigureLine::is_joined(uint32_t token) const {
  if (token == 0 || token >= unit_.tokens.size()) {
    return false;
  }
  const Span gap{unit_.tokens[token - 1].span.end, unit_.tokens[token].span.begin};
  return gap.in(unit_.text) == "-";
}

bool FigureLine::is_in_figure(uint32_t token) const {
  return std::any_of(figures().begin(), figures().end(), [&](const Figure& figure) {
    return figure.first_token <= token && token < figure.last_token;
  });
}

bool FigureLine::is_noun_of(uint32_t token, const Figure& figure) const {
  return !figure.of.empty() && same_thing(word(token), figure.of);
}

}  // namespace reprise::detail
