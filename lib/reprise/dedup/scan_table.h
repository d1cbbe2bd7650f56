// The first reading of texts that lie in memory: scan.h for a table.
#pragma once

#include "reprise/dedup/records.h"
#include "reprise/dedup/scan.h"
#include "reprise/table.h"

namespace reprise::detail {

// Gives every row with a text to a sink, as scan() does the records of files; the records point to
// the texts. Progress counts bytes of texts. Throws Stopped.
Records scan_table(const TextTable& table, const ScanOptions& options,
                   const ScanCallbacks& callbacks);

// Returns how many bytes of texts there are.
uint64_t total_size(const TextTable& table);

}  // namespace reprise::detail
