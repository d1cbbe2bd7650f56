// Whether two lines contradict each other, by one word of each.
//
//     The council welcomed the apology      The council rejected the apology       antonyms
//     Mayor Tann will resign                Tann won't resign                      a negation
//     The vote was rigged, Tann said        Orvik denied that the vote was rigged  a denial
//
// This is no logic. A reader calls two clauses opposed if they speak of the same and one says no;
// so what is asked for is the same subject, the same object where both have one, and no sign that
// either clause speaks of another time or of what may be. In doubt nothing is found.
// opposition.cpp has the rules, each with an example.
//
// Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>

#include "reprise/point.h"
#include "reprise/points/read_line.h"

namespace reprise::detail {

// The words of two lines that oppose each other; where one denies the other, that has none, and an
// empty range at its begin.
struct Opposition {
  TokenRange a, b;
  DisputeKind kind = DisputeKind::antonym;
  uint32_t shared = 0;  // terms that stand around both
};

// Returns the opposition of the two stretches that most terms stand around; of equals, the first.
// Cost: the product of their words that have antonyms or are negated.
std::optional<Opposition> find_opposition(const ReadLine& a, TokenRange in_a, const ReadLine& b,
                                          TokenRange in_b);

}  // namespace reprise::detail
