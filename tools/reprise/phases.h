// reprise phases: dedup on many machines, step by step.
#pragma once

#include "phases_options.h"

namespace reprise::program {

// Does what was asked for and returns the exit code. `arguments`: those of the request. Throws
// Error.
int run_phases(const PhasesRequest& request, const std::vector<std::string>& arguments);

}  // namespace reprise::program
