// What a figure counts or measures, read off the words around it.
//
//     "2,000 tier-2 Nvidia chips"       chips            "a toll of 32"                    toll
//     "$8 billion in assets"            assets           "a budget of just $6 million"     budget
//     "a $500 billion initiative"       initiative       "training cost of $6 million"     training cost
//     "90% of GPT-4's performance"      performance      "shares fell 8%"                  fell
//
// These are guesses by rule: the noun is the last word in small letters before a function word, a comma or a word of
// time; of German, the first word with a capital; of French and Spanish, the first word;
// of languages whose words we don't know, none.
// Cost: a look at about ten words. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "reprise/text/figure_text.h"

namespace reprise {

// Returns what the tokens from `first` to before `last` count, or "".
std::string counted_thing(const FigureText& text, uint32_t first, uint32_t last);

// Returns what the sum, share or ratio in these tokens is of, or "".
std::string measured_thing(const FigureText& text, uint32_t first, uint32_t last);

// Returns whether the two name the same thing: their last words are equal in singular or plural, or both say that
// something rose, or both that it fell, in any language.
bool same_thing(std::string_view a, std::string_view b);

}  // namespace reprise
