// Clauses and their terms: what can be a mention, and what it is compared by.
//
// A sentence is split where a new statement begins: at a semicolon, colon or dash, and at a comma before "and", "but",
// "while", "which" and the like, if both halves have eight words or more. Its terms are the stems of its
// content words; figures keep their numbers ("2,000"), so that they bind as rare words do.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "reprise/text/figures.h"
#include "reprise/text/unit.h"

namespace reprise {

struct Clause {
  uint32_t unit = 0;
  TokenRange tokens;            // of the unit
  Span span;                    // bytes of the unit's text
  std::vector<uint32_t> stems;  // ascending, without repetition
  std::vector<Figure> figures;
};

struct ClauseTable {
  std::vector<Clause> clauses;            // by unit, then place
  std::vector<std::string> stems;         // by id
  std::vector<std::string> words;         // by id: the first word met with this stem, for people to read
  std::vector<uint32_t> clauses_of_stem;  // in how many clauses each stem stands
};

// Returns the clauses of all units. The ids of stems follow their first appearance. Throws std::invalid_argument if the
// language has no stemmer. Cost: about 200 ns a word; units run in parallel.
ClauseTable make_clauses(std::span<const TextUnit> units, const std::string& language);

}  // namespace reprise
