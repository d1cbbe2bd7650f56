// The whole search for passages: seeds, chains, alignment, and what is too little to report.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reprise/ids.h"
#include "reprise/language/unit.h"
#include "reprise/passages/grams.h"
#include "reprise/passages/keys.h"

namespace reprise::detail {

// Where passages are sought: in texts, and against which of them.
struct PassageSearch {
  std::span<const TextUnit> units;
  Normalisation rules;
  // Documents from here on are references: if there are any, the others are compared with them
  // alone.
  std::optional<DocumentId> first_reference{};
  // Where only those references are here that may share something: what all of them hold.
  const ReferencePlaces* places = nullptr;
};

// Returns the passages that the units of different documents share, as finish_passages leaves them.
// `keys` are those of the units (keys.h). Each passage is there once: what adjoins another on both
// sides is one with it, and what mostly lies in better ones on both sides is their echo, and left
// out. Throws std::length_error for 2^32 words or more. Cost: that of the index (grams.h), then in
// proportion to what is shared. Units run in parallel.
std::vector<Passage> find_passages(const PassageSearch& search, std::span<const Keys> keys,
                                   const PassageOptions& options);

// Sets `quoted` of the passages, and puts them in the order of their units and places.
void finish_passages(std::span<const TextUnit> units, std::vector<Passage>& passages);

}  // namespace reprise::detail
