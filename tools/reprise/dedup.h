// reprise dedup: one pass over a corpus of any size.
#pragma once

#include "dedup_options.h"
#include "library.h"

namespace reprise::program {

// Does what was asked for and returns the exit code. Throws Error.
int run_dedup(const DedupRequest& request);

}  // namespace reprise::program
