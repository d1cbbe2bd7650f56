// Characters as the rules of word segmentation see them, and the ends of lines between them.
//
//     "e\u0301t"    two clusters: e with its accent, t
//     "-  \n  m"    skip_blanks and skip_line_end lead from the hyphen to the m
//
// Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "reprise/words/character_class.h"

namespace reprise::detail {

// One character with the ignorable ones that follow it.
struct Cluster {
  char32_t code = 0;
  CharacterClass kind = CharacterClass::other;
  size_t end = 0;
  bool soft_hyphen = false;  // one of them is U+00AD
};

// REQUIRES: at < text.size().
Cluster cluster_at(std::string_view text, size_t at);

bool holds_letter_or_digit(std::string_view word);

// Returns the place behind all blanks and unseen characters from `at` on, in the same line.
size_t skip_blanks(std::string_view text, size_t at);

// Returns the place behind the line end at `at`; `at` if there is none.
size_t skip_line_end(std::string_view text, size_t at);

}  // namespace reprise::detail
