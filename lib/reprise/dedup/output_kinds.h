// Which inputs may go into which output, said before any work where that is known.
//
//     a.txt b.jsonl -o kept.jsonl      wrong use: lists of files and records don't mix
//     a.csv b.csv -o kept.csv          only if both have the same columns
//     feed.xml -o kept/                wrong use: what a file holds several of can't be cut
//
// All throw Error of wrong use. Cost: a look at each input.
#pragma once

#include <span>
#include <string>

#include "reprise/dedup.h"
#include "reprise/dedup/records.h"

namespace reprise::detail {

// Two inputs would have one name in a folder that mirrors them. `where`: that folder.
void check_names(const std::string& where, std::span<const InputPath> inputs);

// Two inputs of one name would overwrite each other in the folder, and an output that is an input
// would be lost.
void check_folder(const std::string& folder, std::span<const InputPath> inputs);

// `folder`: the output is one.
void check_kinds(const DedupOutputPaths& paths, std::span<const InputPath> inputs, bool folder);

// The same after reading: of a pipe it is known only then which kind it was, and of a table which
// columns it has.
void check_kinds_again(const DedupOutputPaths& paths, std::span<const Shard> shards, bool folder);

}  // namespace reprise::detail
