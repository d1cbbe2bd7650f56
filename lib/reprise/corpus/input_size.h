// How much there is to read: the whole of which progress tells a share.
#pragma once

#include <cstdint>
#include <span>

#include "reprise/read.h"

namespace reprise::detail {

// Returns the bytes of the files as they lie on disk, if all are plain files; else 0: how much a
// pipe or a compressed file will give, nobody knows. Cost: a question to the system a file.
uint64_t total_size(std::span<const InputPath> inputs);

}  // namespace reprise::detail
