// A line, read word by word, as those want it who ask what it says yes and no to.
//
//     "In the end Tann did not welcome the apology"     Tann: a name; welcome: negated by "not"
//     "not only", "not a mayor"                         negate nothing
//
// Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reprise/language/cues/cues.h"
#include "reprise/language/opposition_words.h"
#include "reprise/points/label.h"

namespace reprise::detail {

// A word as the rules see it.
struct ReadWord {
  std::string folded;
  std::string stem;
  std::optional<StoryTermId> term;  // nothing: a function word
  bool is_name = false;
  bool is_figure = false;
  bool part_begins = false;               // a mark stands before it
  bool negated = false;                   // a negation denies it
  uint32_t negation = 0;                  // the token of that, if negated
  std::span<const AntonymSide> antonyms;  // the pairs that it is a side of
};

// A line, read word by word.
struct ReadLine {
  const Line* line = nullptr;
  const TextUnit* unit = nullptr;
  uint32_t first = 0;           // token of the first word
  std::vector<ReadWord> words;  // of its statement
  std::vector<Denial> denials;  // of what stands in it
  bool asks = false;            // it ends with a question mark

  const ReadWord& at(uint32_t token) const { return words[token - first]; }
  Language language() const { return unit->language.language; }
};

// Returns the line, read. Cost: about 400 ns a word.
ReadLine read_line(const Line& line, const StoryTexts& texts);

// Returns the terms of these words of the line, ascending, each once.
std::vector<StoryTermId> terms_in(const ReadLine& line, TokenRange range);

}  // namespace reprise::detail
