// A stretch of text that is searched by itself: the body of a document, or its title.
//
// Passages and points are sought in units, so that no match runs from a title into the text, and
// every span knows in which of the two it counts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/corpus/document.h"
#include "reprise/language/language.h"
#include "reprise/language/sentences.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

enum class Field { text, title };

struct UnitLanguage {
  Language language = Language::other;  // of function words, figures and cues
  std::string stemmer{};  // a Snowball stemmer's name; empty: words are their own stems
  bool named = false;     // the user says so: then each line of the text is in this language
};

struct TextUnit {
  uint32_t document = 0;  // its index in the collection
  Field field = Field::text;
  std::string_view text;  // owned by the document
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  UnitLanguage language{};  // of its document (languages.h)
};

// Returns the bytes from the first to the last word of the range; of an empty one, the place behind
// the word before it.
inline Span bytes_of(const TextUnit& unit, TokenRange range) {
  if (range.size() > 0) {
    return {unit.tokens[range.begin].span.begin, unit.tokens[range.end - 1].span.end};
  }
  const uint32_t at = range.begin > 0 ? unit.tokens[range.begin - 1].span.end : 0;
  return {at, at};
}

// Returns the units of these documents, with their words but without their sentences: first the
// texts, one for each of `chosen` in order, then their titles, but for those that the text begins
// with. Passages and points are made of words alone, so punctuation is never among these, whatever
// the rules say. The documents must outlive the units, in their place. Cost: that of tokenize.h;
// units run in parallel.
std::vector<TextUnit> make_units(std::span<const Document> documents,
                                 std::span<const uint32_t> chosen, Normalisation rules);

// Finds the sentences of each unit, in parallel. REQUIRES: the units know their language.
void add_sentences(std::span<TextUnit> units);

}  // namespace reprise::detail
