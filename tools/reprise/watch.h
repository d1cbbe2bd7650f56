// `reprise archive watch`: what comes, asked and then added, without end.
#pragma once

#include "archive_options.h"

namespace reprise::program {

// Watches until SIGTERM or SIGINT comes, or standard input ends. Returns the exit code. Throws
// Error.
int run_watch(const ArchiveRequest& request);

}  // namespace reprise::program
