#include "reprise/points/trim.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "reprise/language/function_words.h"
#include "reprise/language/joining_words.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

constexpr uint32_t least_words = 3;

std::string folded(const TextUnit& unit, uint32_t token) {
  std::string word;
  fold_word(unit.tokens[token].span.in(unit.text), {}, word);
  return word;
}

// The marks that come in pairs; a straight quotation mark closes itself.
struct Pair {
  std::string_view open, close;
};
constexpr std::array<Pair, 6> marks{
    {{"(", ")"}, {"[", "]"}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"\"", "\""}}};

size_t count(std::string_view text, std::string_view mark) {
  size_t found = 0;
  for (size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) {
    ++found;
  }
  return found;
}

// Returns whether a mark stands behind the stretch, or nothing at all.
bool ends_at_mark(TokenRange stretch, const TextUnit& unit) {
  const uint32_t end = unit.tokens[stretch.end - 1].span.end;
  if (stretch.end == unit.tokens.size()) {
    return true;
  }
  const std::string_view gap = unit.text.substr(end, unit.tokens[stretch.end].span.begin - end);
  return gap.find_first_not_of(" \t") != gap.npos;
}

}  // namespace

TokenRange trim(TokenRange stretch, const TextUnit& unit, Language language) {
  while (stretch.size() > least_words && is_lead_in(folded(unit, stretch.begin), language)) {
    ++stretch.begin;
  }
  const bool complete = ends_at_mark(stretch, unit);
  while (!complete && stretch.size() > least_words &&
         is_function_word(folded(unit, stretch.end - 1), language)) {
    const std::string word = folded(unit, stretch.end - 1);
    if (is_negation(word, language)) {
      break;  // "whether it is true or not"
    }
    --stretch.end;
  }
  return stretch;
}

Span bytes_of_mention(TokenRange stretch, const Statement& statement, const TextUnit& unit) {
  Span span = bytes_of(unit, stretch);
  for (const Figure& figure : statement.figures) {
    if (holds(stretch, figure)) {
      span.end = std::max(span.end, figure.span.end);  // a percent sign is no word
    }
  }
  for (const Pair& pair : marks) {
    const std::string_view text = span.in(unit.text);
    const size_t opened = count(text, pair.open), closed = count(text, pair.close);
    const bool lacks_end = pair.open == pair.close ? opened % 2 == 1 : opened > closed;
    const bool lacks_begin = pair.open == pair.close ? opened % 2 == 1 : closed > opened;
    const std::string_view before = unit.text.substr(0, span.begin);
    std::string_view behind = unit.text.substr(span.end);
    // "..., " and ".” ": a comma or full stop may stand before the mark.
    const size_t stop = behind.starts_with(',') || behind.starts_with('.') ? 1 : 0;
    if (lacks_end && behind.substr(stop).starts_with(pair.close)) {
      span.end += static_cast<uint32_t>(stop + pair.close.size());
    } else if (lacks_begin && before.ends_with(pair.open)) {
      span.begin -= static_cast<uint32_t>(pair.open.size());
    }
  }
  return span;
}

}  // namespace reprise::detail
