// A text as its words: what passages and points are sought in, and counted in.
//
// A document has a unit for its text and one for its title, so that no match runs from a title into
// the text, and every span knows in which of the two it counts.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "reprise/ids.h"
#include "reprise/language.h"
#include "reprise/span.h"

namespace reprise {

namespace detail {
class DecodedText;
}

// A word with its place.
struct Token {
  uint64_t hash = 0;  // of the folded word
  Span span;          // bytes of the text; whole, whatever lies inside: soft hyphens, a line break
};

// A half-open range of the tokens of one text.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t size() const { return end - begin; }
  friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

// A sentence, a headline or a list item.
struct Sentence {
  uint32_t first_token = 0;  // half-open range of the tokens
  uint32_t last_token = 0;
  Span span;            // with the quotation marks and the full stop that belong to it
  bool closed = false;  // ends with a mark; a headline or a list item mostly doesn't
};

enum class Field { text, title };

struct TextUnit {
  DocumentId document;
  Field field = Field::text;
  // The document's; where it holds HTML entities ("&nbsp;"), a copy in which they are characters.
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;                       // where points were sought
  UnitLanguage language{};                               // that of its document
  std::shared_ptr<const detail::DecodedText> decoded{};  // owns that copy; else null
};

// Returns where a span of the unit's text stands in the document's own text, or title: another
// place only behind an HTML entity.
Span in_document(const TextUnit& unit, Span span);

// Returns the bytes from the first to the last word of the range; of an empty one, the place behind
// the word before it. REQUIRES: the range lies within the unit's tokens.
inline Span bytes_of(const TextUnit& unit, TokenRange range) {
  if (range.size() > 0) {
    return {unit.tokens[range.begin].span.begin, unit.tokens[range.end - 1].span.end};
  }
  const uint32_t at = range.begin > 0 ? unit.tokens[range.begin - 1].span.end : 0;
  return {at, at};
}

}  // namespace reprise
