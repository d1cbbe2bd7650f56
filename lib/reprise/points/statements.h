// Statements and their terms: what can hold a mention, and what it is compared by.
//
// A statement is a sentence, a headline or a list item; text without marks is cut after 60 words.
// Its terms are the stems of its content words, the names in it under one key ("U.S.", "American"
// and "United States" are one term; "Wang" is whoever is called so in full before), and its
// figures, of which those that round to the same three digits are one term ("$6 million", "$6m",
// "six million dollars"); a sum or a share moreover has a term that says so, for those that differ.
// Its cuts are the places where a mention may begin or end: marks, and words such as "that",
// "which", "to", "of".
//
//     "With a budget of just $6 million, the firm | used fewer than 2,000 chips"
//       terms: budget, $6 million, firm, use, 2,000, chip      cuts: of, the firm (comma), …
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "reprise/furniture/ranges.h"
#include "reprise/language/figures/figures.h"
#include "reprise/language/names/names.h"
#include "reprise/language/unit.h"
#include "reprise/point.h"
#include "reprise/points/ids.h"

namespace reprise::detail {

// A term and the token that it begins at.
struct Term {
  TermId id;
  uint32_t token = 0;  // of the unit
};

struct Statement {
  UnitId unit;
  TokenRange tokens;                // of the unit
  std::vector<Term> terms;          // by place
  std::vector<uint32_t> cuts;       // tokens, ascending, from the first to the one behind the last
  std::vector<uint32_t> negations;  // tokens such as "not", ascending
  std::vector<Figure> figures;      // by place
};

// Returns how many tokens both stretches hold.
inline uint32_t common_tokens(TokenRange x, TokenRange y) {
  const uint32_t begin = std::max(x.begin, y.begin);
  const uint32_t end = std::min(x.end, y.end);
  return begin < end ? end - begin : 0;
}

// Returns the tokens widened to the statement's cuts, and on to more of them, on the side where it
// costs fewer words, until there are enough. REQUIRES: they lie in the statement.
TokenRange widen_to_cuts(TokenRange tokens, const Statement& statement, uint32_t least_words);

// Returns whether the whole figure stands in the stretch.
inline bool holds(TokenRange stretch, const Figure& figure) {
  return figure.first_token >= stretch.begin && figure.last_token <= stretch.end;
}

struct StatementTable {
  std::vector<Statement> statements;  // by unit, then place
  std::vector<std::string> words;     // by term: as it was met first, for people to read
  std::vector<char> everyday;         // by term: whether one of its forms is an everyday word
  std::vector<char> names;            // by term: whether it mostly stands in names
  // By unit: its names in order; none where they aren't asked for (PointOptions::names).
  std::vector<std::vector<Name>> names_of_unit;
};

// Returns the statements of all units, but for those of which half and more is left out. The
// numbers of terms follow their first appearance. REQUIRES: the units know their languages
// (add_languages). Of the options, those count that say what is a term. Cost: about 400 ns a word;
// units run in parallel.
StatementTable make_statements(std::span<const TextUnit> units, const PointOptions& options = {},
                               const UnitRanges& left_out = {});

}  // namespace reprise::detail
