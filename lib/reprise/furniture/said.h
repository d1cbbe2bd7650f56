// Furniture that shows itself: by what a line says, whoever else has it.
//
//     "The ferry sank. Sign up for our newsletter."     the second sentence
//     "Related stories\nBread is dearer\nRain ahead"     the heading, and the links below it
//     "Share | Print | Email"                           all of it
//
// Cost: about 3 ns a word, beside the sentences' own. Pure; any thread.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "reprise/furniture/blocks.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

struct SaidFurniture {
  std::vector<char> blocks;           // of each: is it furniture as a whole?
  std::vector<uint32_t> words;        // of each: how many of its words are
  std::vector<TokenRange> sentences;  // others, inside of blocks; ascending
};

// Returns the furniture of the unit, whose blocks these are, by the words of its language. `rules`:
// by which its words were folded.
SaidFurniture find_said(const TextUnit& unit, std::span<const TextBlock> blocks,
                        const Normalisation& rules);

// Returns the words of a text, as tokenize gives them, without furniture that shows itself; the
// text is in the language that its words speak for.
std::vector<Token> tokenize_without_furniture(std::string_view text, const Normalisation& rules);

// Takes the tokens that begin inside of the spans. REQUIRES: both ascend.
void take_out(std::span<const Span> spans, std::vector<Token>& tokens);

}  // namespace reprise::detail
