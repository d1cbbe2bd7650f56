// Steps: words that join go from the begin, words that wait for more go from the end; the bytes of
// what is left take their figure's sign and the mark that closes or opens what stands inside.
//
//     stretch  "and the “new ferry”, 90% of the" (of a longer sentence)
//     trimmed  "the “new ferry”, 90"     "and" joins; "the" and "of" wait for more
//     bytes    "the “new ferry”, 90%"    a percent sign is no word
//
// "whether it is true or not" keeps its last word: it is no filling.
#include "reprise/points/trim.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "reprise/language/function_words.h"
#include "reprise/language/joining_words.h"
#include "reprise/points/clauses.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

constexpr uint32_t least_words = 3;  // that a mention keeps

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

struct Lacking {
  bool begin = false;  // one that opens
  bool end = false;    // one that closes
};

size_t count(std::string_view text, std::string_view mark) {
  size_t found = 0;
  for (size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) {
    ++found;
  }
  return found;
}

// Returns which mark of the pair the text lacks, of one that it has.
Lacking lacking(std::string_view text, const Pair& pair) {
  const size_t opened = count(text, pair.open);
  if (pair.open == pair.close) {
    const bool one_is_alone = opened % 2 == 1;
    return {one_is_alone, one_is_alone};
  }
  const size_t closed = count(text, pair.close);
  return {closed > opened, opened > closed};
}

// Returns the span with the mark that the one inside belongs to, if it stands beside the span.
Span with_partner(Span span, const Pair& pair, std::string_view text) {
  const Lacking lacks = lacking(span.in(text), pair);
  const std::string_view before = text.substr(0, span.begin);
  const std::string_view behind = text.substr(span.end);
  // "..., " and ".” ": a comma or full stop may stand before the mark.
  const bool stop_follows = behind.starts_with(',') || behind.starts_with('.');
  const size_t stop = stop_follows ? 1 : 0;
  if (lacks.end && behind.substr(stop).starts_with(pair.close)) {
    span.end += static_cast<uint32_t>(stop + pair.close.size());
  } else if (lacks.begin && before.ends_with(pair.open)) {
    span.begin -= static_cast<uint32_t>(pair.open.size());
  }
  return span;
}

// Returns whether a mark stands behind the stretch, or nothing at all.
bool ends_at_mark(TokenRange stretch, const TextUnit& unit) {
  if (stretch.end == unit.tokens.size()) {
    return true;
  }
  const std::string_view gap = gap_before(unit, stretch.end);
  return gap.find_first_not_of(" \t") != gap.npos;
}

}  // namespace

TokenRange trim(TokenRange stretch, const TextUnit& unit, Language language) {
  while (stretch.size() > least_words && is_lead_in(folded(unit, stretch.begin), language)) {
    ++stretch.begin;
  }
  if (ends_at_mark(stretch, unit)) {
    return stretch;
  }
  while (stretch.size() > least_words) {
    const std::string last = folded(unit, stretch.end - 1);
    const bool says_not = is_negation(last, language);  // "whether it is true or not"
    if (says_not || !is_function_word(last, language)) {
      break;
    }
    --stretch.end;
  }
  return stretch;
}

TokenRange stretch_of_mention(TokenRange place, const Statement& statement, const TextUnit& unit) {
  const Language language = unit.language.language;
  const TokenRange trimmed = trim(place, unit, language);
  // What is added may begin with "and".
  return trim(widen_to_marks(trimmed, statement.tokens, unit), unit, language);
}

Span bytes_of_mention(TokenRange stretch, const Statement& statement, const TextUnit& unit) {
  Span span = bytes_of(unit, stretch);
  for (const Figure& figure : statement.figures) {
    if (holds(stretch, figure)) {
      span.end = std::max(span.end, figure.span.end);  // a percent sign is no word
    }
  }
  for (const Pair& pair : marks) {
    span = with_partner(span, pair, unit.text);
  }
  return span;
}

}  // namespace reprise::detail
