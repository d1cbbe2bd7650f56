// A stretch of text that is searched by itself: the body of a document, or its title.
//
// Passages and points are sought in units, so that no match runs from a title into the text, and every span knows in
// which of the two it counts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reprise/text/sentences.h"
#include "reprise/text/tokenize.h"

namespace reprise {

enum class Field { text, title };

struct TextUnit {
  uint32_t document = 0;  // its index in the collection
  Field field = Field::text;
  std::string_view text;  // owned by the document
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace reprise
