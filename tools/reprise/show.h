// `reprise show`: a saved report again, as the summary that compare printed or as any of its
// exports.
#pragma once

#include <string>
#include <vector>

#include "command_line.h"
#include "library.h"
#include "manual.h"
#include "outputs.h"
#include "summary_options.h"

namespace reprise::program {

struct ShowRequest {
  std::string report;  // its path; "-": standard input
  OutputPaths outputs;
  SummaryOptions summary;
  GeneralOptions general;
};

// Returns what the arguments ask for. Throws WrongUse.
ShowRequest parse_show(const std::vector<std::string>& arguments);

// Returns what the options are, for the manual.
std::vector<OptionHelp> show_option_help();

// Returns the text of `reprise show --help`.
std::string show_help();

// Reads the report and writes what was asked for; returns the exit code. Throws Error for what is
// no report.
int run_show(const ShowRequest& request);

}  // namespace reprise::program
