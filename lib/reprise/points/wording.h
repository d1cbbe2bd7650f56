// Which words of which mention say a point so that a reader would sign them.
//
// A mention is a stretch around what several texts share; a reader wants a claim that stands by
// itself: a sentence, a clause or a quotation, with a subject and a verb. It is sought around each
// mention, from mark to mark, and the clearest that shares the most with the others wins.
//
//     mention    "the ferry stays in port until spring"
//     sentence   "On Monday the mayor, who is ill, said: “The ferry stays in port until spring.”"
//     wording    "“The ferry stays in port until spring.”"
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>

#include "reprise/language/unit.h"
#include "reprise/points/statements.h"

namespace reprise::detail {

// A mention as the choice sees it.
struct Stated {
  const TextUnit* unit = nullptr;
  const Statement* statement = nullptr;
  TokenRange tokens;  // inside the statement
  bool denied = false;
};

struct Wording {
  uint32_t mention = 0;
  TokenRange tokens;
  Span span;           // bytes of the mention's unit: the tokens with their marks
  double clarity = 0;  // how plainly it is a claim that stands by itself, in (0, 1]
};

// Returns how much the words of a stretch around the mention have in common with the other
// mentions, in [0, 1].
using Closeness = std::function<double(uint32_t mention, TokenRange)>;

// What other points of the story show, and the sentences that it stands in: who reads the same
// words twice learns nothing.
struct Shown {
  std::set<std::string, std::less<>> labels;
  std::set<std::string, std::less<>> sentences;
};

// Returns the wording; one that is shown already only if no other is nearly as good. Cost: some
// thirty stretches of each of the dozen mentions that are closest to the others. REQUIRES: there
// are mentions.
Wording choose_wording(std::span<const Stated> mentions, const Closeness& closeness,
                       const Shown& shown = {});

}  // namespace reprise::detail
