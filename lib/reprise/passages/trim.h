// A passage without its ends: what is left of it where these are a template's, and nobody's copy.
#pragma once

#include <optional>

#include "reprise/passages/keys.h"
#include "reprise/passages/passage.h"

namespace reprise::detail {

// Returns the part of the passage that lies in `a` on the one side and in `b` on the other, from
// the first to the last word that is equal there; nothing if there is none. `keys` are those of
// side a. Cost: linear in the words.
std::optional<Passage> trimmed(const Passage& passage, TokenRange a, TokenRange b,
                               const Keys& keys);

}  // namespace reprise::detail
