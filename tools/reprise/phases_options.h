// The command line of `reprise phases`: a phase, a work folder, and what goes with them.
#pragma once

#include <string>
#include <vector>

#include "command_line.h"
#include "library.h"
#include "manual.h"
#include "reprise/dedup.h"
#include "reprise/phases/filter.h"
#include "reprise/phases/options.h"

namespace reprise::program {

enum class Phase { none, keys, join, verify, decide, filter };

struct PhasesRequest {
  Phase phase = Phase::none;
  std::string folder;              // where the files between the phases stand
  std::vector<std::string> paths;  // keys: the inputs; none: those that the folder was begun with
  DedupOptions dedup;              // keys: the rule
  PhasePart part;
  FilterPaths outputs;     // filter
  bool exit_code = false;  // decide
  GeneralOptions general;
};

// Returns what the arguments ask for. Throws WrongUse.
PhasesRequest parse_phases(const std::vector<std::string>& arguments);

// Returns "keys", "join", …
std::vector<std::string> phase_names();

// Returns what the options of all phases are, for the manual.
std::vector<OptionHelp> phases_option_help();

// Returns the text of `reprise phases PHASE --help`; of no phase, what the phases do.
std::string phases_help(Phase phase);

}  // namespace reprise::program
