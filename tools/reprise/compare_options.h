// The command line of compare, matrix, passages and points: one definition, from which parsing,
// --config and --help come.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command_line.h"
#include "library.h"
#include "manual.h"
#include "outputs.h"
#include "reprise/options.h"
#include "reprise/read.h"
#include "reprise/report.h"
#include "summary_options.h"

namespace reprise::program {

struct Request {
  std::vector<std::string> paths;
  std::vector<std::string> against;  // references; empty: the paths are compared with one another
  std::vector<std::string> ignored;  // texts whose passages don't count
  ReadOptions read;
  CompareOptions compare;
  JsonOptions json;
  OutputPaths outputs;
  SummaryOptions summary;
  std::optional<size_t> explain;  // show why this point is one, counted from 1, and no summary
  bool exit_code = false;
  bool timings = false;
  GeneralOptions general;
};

// Returns what the arguments of a command ask for; `parts` are what the command makes. Throws
// WrongUse.
Request parse_request(const std::string& command, const Parts& parts,
                      const std::vector<std::string>& arguments);

// Returns what the options are, for the manual.
std::vector<OptionHelp> compare_option_help();

// Returns the text of `reprise COMMAND --help`.
std::string help_text(const std::string& command);

}  // namespace reprise::program
