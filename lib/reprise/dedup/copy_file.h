// A text file that stays, copied as it lies on disk.
#pragma once

#include <cstdint>

#include "reprise/dedup/records.h"
#include "reprise/io/output_file.h"

namespace reprise::detail {

// Copies the shard's file of this number, byte for byte. Throws Error if it can't be read, or if it
// is not the one that was read before. Cost: one reading and one writing.
void copy_file(const Shard& shard, uint32_t number, OutputFile& output);

}  // namespace reprise::detail
