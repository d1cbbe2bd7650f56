// The command line of dedup.
#pragma once

#include <string>
#include <vector>

#include "command_line.h"
#include "library.h"
#include "manual.h"
#include "reprise/dedup.h"
#include "reprise/dedup/outputs.h"

namespace reprise::program {

struct DedupRequest {
  std::vector<std::string> paths;
  DedupOptions dedup;
  DedupOutputPaths outputs;
  std::string rejects;    // a file for all problems; empty: none
  std::string json_path;  // of the summary
  std::string html_path;  // of the page
  size_t examples = 0;
  bool dry_run = false;
  bool timings = false;
  bool exit_code = false;
  GeneralOptions general;
};

// Returns what the arguments ask for. Throws WrongUse.
DedupRequest parse_dedup(const std::vector<std::string>& arguments);

// Returns what the options are, for the manual.
std::vector<OptionHelp> dedup_option_help();

// Returns the text of `reprise dedup --help`.
std::string dedup_help();

}  // namespace reprise::program
