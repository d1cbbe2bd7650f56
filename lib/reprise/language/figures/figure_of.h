// What a figure counts or measures, read off the words around it.
//
//     "2,000 tier-2 Nvidia chips"           chips
//     "a toll of 32"                        toll
//     "the toll rose to 6"                  toll
//     "155 passengers and crew"             passengers and crew
//     "$8 billion in assets"                assets
//     "a budget of just $6 million"         budget
//     "training cost of $6 million"         training cost
//     "90% of GPT-4's performance"          performance
//     "shares fell 8%"                      fell
//
// These are guesses by rule (figure_nouns.h); of languages whose words we don't know, none is made.
// Cost: a look at about ten words. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "reprise/language/figures/figure_text.h"

namespace reprise::detail {

// Returns what the tokens from `first` to before `last` count, or "". Degrees are no things.
std::string counted_thing(const FigureText& text, uint32_t first, uint32_t last);

// Returns what the sum, share or ratio in these tokens is of, or "". Of shares and ratios, it may
// be a verb of change.
std::string measured_thing(const FigureText& text, uint32_t first, uint32_t last, FigureKind kind);

// Returns what is equal for two things that are the same: the last word in the singular, "cost" for
// "training costs"; "+" for what says in any language that something rose, "-" that it fell; what
// is joined by "and" as a whole.
std::string key_of_thing(std::string_view thing);

// Returns whether the two name the same thing: their keys are equal.
bool same_thing(std::string_view a, std::string_view b);

}  // namespace reprise::detail
