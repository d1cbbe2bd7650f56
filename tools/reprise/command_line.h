// From arguments to options: what all commands share.
#pragma once

#include <string>
#include <vector>

#include "library.h"
#include "option_values.h"
#include "reprise/read.h"
#include "reprise/words/fold.h"

namespace reprise::program {

// What is read, and what makes a word: the same options for every command.
class InputOptions {
 public:
  // Adds the options to the list. The fields are written when the arguments are parsed.
  InputOptions(po::options_description& list, ReadOptions& read, Normalisation& words);

  // Takes over what only switches say. To be called after parsing.
  void apply();

 private:
  Normalisation& words_;
  bool keep_case_ = false, keep_punctuation_ = false;
};

// The options that every command has.
struct GeneralOptions {
  std::string config;            // the file that options were read from; empty: none
  std::string preset;            // what --preset names; empty: none
  bool help = false;             // nothing else was asked for
  bool explain_options = false;  // nothing but what the options are set to was asked for
  std::string explained;         // that
  bool quiet = false;
  unsigned threads = 0;

  // Adds them to the list.
  void add_to(po::options_description& list);

  // Adds --preset and --explain-options, for commands that have much to choose.
  void add_presets_to(po::options_description& list);
};

// Reads the arguments, the file that --config names, and what --preset stands for, into the options
// and the paths; what comes first counts. Returns what each option is set to and by what, a line
// each. Throws WrongUse.
std::string parse_command_line(const po::options_description& options,
                               const std::vector<std::string>& arguments,
                               std::vector<std::string>& paths);

// Checks what every command asks of its paths. Throws WrongUse.
void check_paths(const std::vector<std::string>& paths, const std::string& example);

// Returns the one of the known words, written small, that was probably meant; empty if none is
// near.
std::string nearest(const std::string& typed, const std::vector<std::string>& known);

}  // namespace reprise::program
