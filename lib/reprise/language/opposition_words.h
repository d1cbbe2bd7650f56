// Which words contradict each other (opposition_vocabulary.h), looked up.
//
//     are_antonyms(antonyms_of("reject", en), antonyms_of("welcom", en))     true
//
// Cost: about 30 ns a word. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "reprise/language/language.h"

namespace reprise::detail {

// One side of a row of antonyms.
struct AntonymSide {
  uint32_t row = 0;
  bool right = false;
};

// Returns the rows in which the stem stands; none if it has no antonym. The view holds for ever.
std::span<const AntonymSide> antonyms_of(std::string_view stem, Language language);

// Returns whether one row has them on different sides, and none on the same.
bool are_antonyms(std::span<const AntonymSide> x, std::span<const AntonymSide> y);

enum class OppositionRole { negation, uncertain, infinitive, article, denying, reversing };

// Returns whether the folded word has the role.
bool has_role(std::string_view folded, OppositionRole role, Language language);

// Returns the group of modals that the folded word belongs to, from 1 on; 0 if to none.
size_t modal_of(std::string_view folded, Language language);

// Returns how many of the folded words from `from` on are a phrase that only seems to deny; 0 if
// none begins there.
size_t seeming_negation(std::span<const std::string> folded, size_t from, Language language);

}  // namespace reprise::detail
