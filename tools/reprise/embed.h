// The command embed: the vectors that a model gives to texts, for other programs.
#pragma once

#include <string>
#include <vector>

#include "manual.h"

namespace reprise::program {

// Does what is asked and returns the exit code. Throws Error.
int run_embed(const std::vector<std::string>& arguments);

// Returns what the options are, for the manual.
std::vector<OptionHelp> embed_option_help();

}  // namespace reprise::program
