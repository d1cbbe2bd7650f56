// The first reading of texts that lie in memory: scan.h for a table.
#pragma once

#include "reprise/dedup/records.h"
#include "reprise/dedup/scan.h"
#include "reprise/table.h"

namespace reprise::detail {

// Gives every row with a text to a sink, as scan() does the records of files, and adds what they
// become to the records: as a shard of its own, or, if the last one has the same name, to that.
// Progress counts bytes of texts. Throws Stopped.
void scan_table(const TextTable& table, const ScanOptions& options, const ScanCallbacks& callbacks,
                Records& records);

// The same for a batch whose texts are gone afterwards: they go to the spool.
void scan_batch(const TextTable& batch, const std::string& name, const ScanOptions& options,
                const ScanCallbacks& callbacks, Records& records);

// Returns how many bytes of texts there are.
uint64_t total_size(const TextTable& table);

}  // namespace reprise::detail
