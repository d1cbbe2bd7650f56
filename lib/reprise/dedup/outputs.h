// What dedup writes: the records that stay, and lists of what happened.
//
// Kept records come out byte for byte as they came, in their order; a text file that stays is
// listed by its path, or in a folder copied. A folder mirrors the inputs: their names and their
// compression. Blank lines, rejected lines and byte-order marks are no part of any record. Tables
// begin with their header; records of web archives are packed one by one. Texts of which parts
// leave (parts/shorten.h) are the exception: these alone are written anew.
//
// Everything is written under hidden names until commit(): all outputs appear, or none.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/io/output_file.h"

namespace reprise::detail {

// Returns whether the path, as the user wrote it, is that of a folder: one that is there, or by a /
// at its end.
bool is_folder(const std::string& output);

// Returns the path inside an output folder that mirrors an input.
std::string mirrored_name(const InputPath& input);

// Returns the paths of the files that mirror the inputs in a folder.
std::vector<std::string> mirrored_paths(const std::string& folder,
                                        std::span<const InputPath> inputs);

}  // namespace reprise::detail
