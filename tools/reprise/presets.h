// Sets of options for a kind of work, as --preset names them.
//
//     reprise compare scans/ --preset scans      seeds of letters, near-duplicates by letters …
//
// A preset is written as a file for --config would be, and comes after both: what the command line
// or the file says wins. A command passes over what it has no option for.
#pragma once

#include <string>
#include <string_view>

#include "option_values.h"

namespace reprise::program {

struct Preset {
  std::string_view name;
  std::string_view work;      // what it is for
  std::string_view settings;  // lines, "name = value"
};

// Returns the preset of that name. Throws WrongUse, with the names that there are.
const Preset& preset_named(const std::string& name);

// Returns the names with bars between them.
std::string preset_names();

// Returns the settings that these options know, a line each.
std::string settings_for(const Preset& preset, const po::options_description& options);

// Returns what each preset is for and sets of these options, in lines of so many columns.
std::string presets_in_words(const po::options_description& options, size_t columns);

}  // namespace reprise::program
