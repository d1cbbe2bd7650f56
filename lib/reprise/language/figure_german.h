// German numbers that are written as one word.
//
//     "zweihundertfünfundzwanzig"   225
//     "zweitausend"                 2000
//     "hunderte", "tausendfach"     nothing: no such number
//
// Cost: a few ns for other words, about 200 ns for a number. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

namespace reprise::detail {

// Returns the value of a folded word that is a number from 13 to 999,999; nothing if it is none.
std::optional<double> german_number(std::string_view word);

}  // namespace reprise::detail
