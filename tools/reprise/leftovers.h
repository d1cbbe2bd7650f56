// What runs that were killed have left where a command is about to write.
#pragma once

#include <string>
#include <vector>

namespace reprise::program {

// Puts in place what such a run had decided to, removes what it had not finished, and names both on
// standard error. Beside each of the paths, and in those that are folders.
void clear_leftovers(const std::vector<std::string>& outputs);

// The same for all of a folder.
void clear_leftovers_in(const std::string& folder);

}  // namespace reprise::program
