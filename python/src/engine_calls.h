// What engines need to deduplicate by rounds, as phases do (lib/reprise/phases): columns of numbers
// in and out, no files. reprise/spark.py is made of these.
#pragma once

#include "calls.h"

namespace reprise::python {

// Returns the columns besides the texts that the options ask for. Throws Error if phases can't
// follow them.
std::vector<std::string> engine_columns(const Arguments& options);

// Returns what decides about each row with a text: row, rank, group, low and high (the hash of its
// text and group), keys (in each band, the number of the band above; then one of the text; none of
// bands without words) and slots (its sketch, eight slots a number).
TableOut document_keys(const TableIn& table, const std::string& text, const Arguments& options,
                       const nb::object& on_progress);

// Walks buckets (phases/bucket_walk.h). All are arrays of 64-bit numbers as bytes: where each
// bucket ends; documents, bucket after bucket; those that are open and that have left, ascending.
// In the first round all are open. Returns pairs of documents that may stay, and who waits.
nb::tuple bucket_pairs(const nb::bytes& ends, const nb::bytes& documents, const nb::bytes& open,
                       const nb::bytes& left, uint32_t round);

// Returns of how many equal slots on a pair is worth a comparison; with another verification than
// exact, of how many on it is a copy.
uint32_t least_equal_slots(const Arguments& options);

}  // namespace reprise::python
