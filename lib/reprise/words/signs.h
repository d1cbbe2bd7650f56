// Signs that readers take for the same, or don't see at all: one table for all who ask.
//
//     apostrophes     ' ’ ‘ ‛ ` ´ ʼ ʻ ′    don’t, don`t
//     double quotes   " “ ” „ ‟ ״ ″         צה"ל, צה״ל: it abbreviates between Hebrew letters
//     stops           . : · ․ ：            deck.The: a sentence ends, and the blank is missing
//     hyphens         - ‐ ‑ ⸗ ⹀ ¬           at a line's end; the last one is what scanners write
//     unseen          U+200B, U+00AD, ـ     a place to break, a direction, a longer line: nothing
//
// Cost: a look into a short table; of is_unseen two of ICU's, 20 ns. Pure; any thread.
#pragma once

namespace reprise::detail {

bool is_apostrophe(char32_t code);
bool is_double_quote(char32_t code);

// Marks that join what they touch into one word, unless a sentence ends there.
bool is_stop_sign(char32_t code);

// Marks that may break a word at a line's end; the soft hyphen is unseen elsewhere.
bool is_line_hyphen(char32_t code);

// Those of them that stand in compounds too: "long-term".
bool is_hyphen(char32_t code);

// Default_Ignorable_Code_Point, and what only makes an Arabic word longer (tatweel).
bool is_unseen(char32_t code);

// White space inside a line.
bool is_blank_sign(char32_t code);

}  // namespace reprise::detail
