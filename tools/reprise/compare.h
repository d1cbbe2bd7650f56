// The commands compare, matrix, passages and points: one comparison, of which they report all or a
// part.
#pragma once

#include "compare_options.h"
#include "library.h"

namespace reprise::program {

// Does what is asked and returns the exit code. Throws Error.
int run_compare(const Request& request);

}  // namespace reprise::program
