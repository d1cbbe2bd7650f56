// The words of a text as hashes alone: what counting and sketching read, at the speed of the
// machine.
//
//     "The U.S. paid $2,000 – don’t ask"  ->  hash_word of: the | u.s | paid | $2,000 | don't | ask
//
// One scanner finds words for this and for tokenize (scan.h says how); leaving out the spans makes
// it half as fast again. Cost on one core with AVX-512: 0.9 to 1.2 GB/s of English, 0.8 GB/s of
// French, German or Serbian (Cyrillic) prose; a tenth less with AVX2, a third less with SSE4 or
// SSSE3, a fifth of it without vectors. Chinese, Japanese, Thai, Lao, Khmer, Burmese, Hebrew and
// decomposed accents go by ICU, at the speed of tokenize_plainly; so does everything if
// rules.drop_punctuation is false. The other rules cost nothing, but for drop_marks where there are
// many. Pure; any thread; the same on every processor.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reprise/words/fold.h"

namespace reprise::detail {

// Replaces the content of `hashes` with the hashes of the words of the text, in order: those of
// tokenize's tokens. REQUIRES: text.size() < 2^32.
void hash_words(std::string_view text, const Normalisation& rules, std::vector<uint64_t>& hashes);

}  // namespace reprise::detail
