// A line as those who ask what its figures are of read it: the words, what they mean in figures,
// and where marks part them.
//
//     "killing 5, and 12 lorries burnt"
//         is(0, FigureRole::died)    true
//         parted(1, 3)               true: a comma
//
// Tokens are those of the line's unit; a token outside the line has no meaning. Cost: each word of
// the line is folded and looked up once. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reprise/language/figure_words.h"
#include "reprise/language/unit.h"
#include "reprise/points/story.h"

namespace reprise::detail {

class FigureLine {
 public:
  // The line and the unit have to outlive it.
  FigureLine(const Line& line, const TextUnit& unit);

  const Line& line() const { return line_; }
  const FigureVocabulary& vocabulary() const;  // of its language
  const std::vector<Figure>& figures() const { return line_.statement->figures; }
  TokenRange tokens() const { return line_.statement->tokens; }

  // The word, folded; "" outside the line.
  std::string_view word(uint32_t token) const;

  // What the word means; nullptr if nothing.
  const FigureWord* meaning(uint32_t token) const;
  bool is(uint32_t token, FigureRole role) const;

  // Returns whether the last word of a thing, as Figure::of has it, does this.
  bool says(std::string_view thing, FigureRole role) const;

  // Returns whether a comma or the like stands between the two tokens, first < last.
  bool parted(uint32_t first, uint32_t last) const;

  // Returns whether a hyphen joins the token to the one before.
  bool is_joined(uint32_t token) const;

  // Returns whether the token is a word of a figure.
  bool is_in_figure(uint32_t token) const;

  // Returns whether the token is the noun that names what the figure counts.
  bool is_noun_of(uint32_t token, const Figure& figure) const;

 private:
  const Line& line_;
  const TextUnit& unit_;
  const FigureLexicon& lexicon_;
  std::vector<std::string> words_;           // by token of the line
  std::vector<const FigureWord*> meanings_;  // beside them
};

}  // namespace reprise::detail
