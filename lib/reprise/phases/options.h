// Which options of dedup its phases can follow, and how they stand in the head of each file.
#pragma once

#include <string>

#include "reprise/dedup.h"

namespace reprise::detail {

// Throws Error of kind `usage` if the options can't be, or ask for what phases don't do.
void check_phase_options(const DedupOptions& options);

// Returns all options that change what phases find, as JSON in one line.
std::string phase_options_line(const DedupOptions& options);

// Which share of a phase's work one call does: the `number`-th of `of`, counted from 1.
struct PhasePart {
  uint32_t number = 1;
  uint32_t of = 1;
};

// Returns "3/8".
std::string name_of(const PhasePart& part);

// Returns where the part begins, of `count` things that are dealt to the parts in their order; that
// of part `number` + 1 is its end. Cost: none.
uint64_t begin_of_part(uint64_t count, const PhasePart& part);

}  // namespace reprise::detail
