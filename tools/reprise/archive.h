// The command archive: documents that are kept between runs.
#pragma once

#include "archive_options.h"

namespace reprise::program {

// Does what is asked and returns the exit code. Throws Error.
int run_archive(const ArchiveRequest& request);

}  // namespace reprise::program
