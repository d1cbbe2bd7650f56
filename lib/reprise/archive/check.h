// Whether an archive is what was written: every byte against its checksum, every document readable,
// and the catalogue against the segments.
//
// Cost: all of the archive is read once. One thread.
#pragma once

#include <string>
#include <vector>

#include "reprise/archive/catalogue.h"
#include "reprise/archive/lookup.h"

namespace reprise::detail {

// Returns what is wrong, with the file that it is wrong in; nothing if all is well.
std::vector<Problem> check_archive(Catalogue& catalogue, const Snapshot& snapshot,
                                   const std::string& catalogue_path);

}  // namespace reprise::detail
