// The command serve: an archive as a page on this machine.
#pragma once

#include "serve_options.h"

namespace reprise::program {

// Serves until a signal ends it, and returns the exit code. Throws Error.
int run_serve(const ServeRequest& request);

}  // namespace reprise::program
