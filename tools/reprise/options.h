// The command line of compare, matrix, passages and points: one definition, from which parsing, --config and --help come.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "reprise/corpus/read.h"
#include "reprise/report/json.h"
#include "reprise/report/options.h"

namespace reprise::program {

// A mistake in how the program was called. what() says what to do.
struct WrongUse : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Request {
  std::vector<std::string> paths;
  ReadOptions read;
  CompareOptions compare;
  JsonOptions json;
  std::string config;     // the file that options were read from; empty: none
  std::string json_path;  // empty: none; "-": standard output
  size_t limit = 10;      // entries of each list in the summary
  bool quiet = false;
  bool exit_code = false;
  bool timings = false;
  bool help = false;  // nothing else was asked for
};

// Returns what the arguments of a command ask for; `parts` are what the command makes. Throws WrongUse.
Request parse_request(const std::string& command, const Parts& parts, const std::vector<std::string>& arguments);

// Returns the text of `reprise COMMAND --help`.
std::string help_text(const std::string& command);

// Returns the one of the known words that `word` was probably meant to be; empty if none is near.
std::string nearest(const std::string& word, const std::vector<std::string>& known);

}  // namespace reprise::program
