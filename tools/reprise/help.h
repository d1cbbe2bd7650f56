// How --help is laid out: as wide as standard output, but for lines that are too short or too long
// to be read.
#pragma once

#include <string>

#include "library.h"
#include "option_values.h"

namespace reprise::program {

// Returns the columns of a line, from 60 to 100; lists of options are made with it.
unsigned line_length();

// Returns the text of --help: the usage in one line, what the operands are, and the options.
std::string help_page(const std::string& usage, const std::string& operands,
                      const po::options_description& options);

}  // namespace reprise::program
