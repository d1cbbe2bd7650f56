// The names in a folder.
//
// Not by std::filesystem::directory_iterator: libstdc++ ends the process where memory is short in
// the middle of a step, for its steps are noexcept.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace reprise::detail {

// Returns the names of all that the folder holds but "." and "..", in no order; those that came
// before a failure if there is one, which `error` tells. Throws std::bad_alloc.
std::vector<std::string> names_in(const std::filesystem::path& folder, std::error_code& error);

}  // namespace reprise::detail
