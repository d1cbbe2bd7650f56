// Which runs of words may stand more than once, without a look at most of them.
//
// A run of 50 words holds 35 runs of 16, its grams. The one with the smallest hash is its anchor
// (of equal ones the first). Equal runs have equal anchors, so a run whose anchor stands once in
// all texts stands once; that is known of most runs from two bits for each anchor. Neighbouring
// runs mostly share their anchor: a text has one for every 18 words.
//
//     "… the mayor of Ostrell said that …"    a page of its own: anchors seen once, no entry
//     "All rights reserved. No part of …"     anchors seen again: each run becomes an entry
//
// Counter-example: anchors that share their two bits with others by chance make entries in vain, a
// twentieth or so.
//
// Cost: some 5 ns a word, twice. Memory: a quarter of a byte a word.
// Source: winnowing is that of Schleimer, Wilkerson, Aiken, SIGMOD 2003.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reprise/dedup/parts/columns.h"
#include "reprise/dedup/parts/partitions.h"
#include "reprise/dedup/parts/repeats.h"

namespace reprise::detail {

// Calls on_entry for each run of `size` words that may stand elsewhere, too; of those that do none
// is left out.
Partitions<RunEntry> find_run_entries(const UnitColumns& columns, const UnitPlaces& places,
                                      uint32_t records, uint32_t size, size_t parts);

// The same for lines, paragraphs and sentences: each run of `size` of them that has
// `least_words` is an entry.
Partitions<RunEntry> find_part_entries(const UnitColumns& columns, const UnitPlaces& places,
                                       uint32_t records, uint32_t size, uint32_t least_words,
                                       size_t parts);

}  // namespace reprise::detail
