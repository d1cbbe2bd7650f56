// The manual page, and what shells need to complete a command line: both from the definitions of
// the options, so that neither can say what the program does not do.
//
//     reprise manual > reprise.1          reprise completion bash >
//                                         /usr/share/bash-completion/completions/reprise
#pragma once

#include <string>
#include <vector>

#include "library.h"
#include "option_values.h"

namespace reprise::program {

struct OptionHelp {
  std::string name;                 // without "--"
  std::string letter;               // "-o"; empty: none
  std::string value;                // "N", "FILE|-", "auto|text|jsonl"; empty: a switch
  std::string default_value;        // empty: none
  std::string description;          // one sentence, without a full stop
  std::vector<std::string> values;  // all that it may be, if these are a few
  bool is_path() const;             // of a file or a folder
};

struct CommandHelp {
  std::string name;
  std::string summary;                // one line
  std::string operands;               // "PATH..."
  std::vector<std::string> words;     // what the operand may be, if it is a word out of a few
  std::vector<OptionHelp> options{};  // in the order of --help
};

// Returns what the definition says of each of its options.
std::vector<OptionHelp> help_of(const po::options_description& options);

// Returns the manual page in the language of man(7). Commands with the same options share a
// section.
std::string manual_page(const std::vector<CommandHelp>& commands);

// Return the completions for a shell, as its own script.
std::string bash_completion(const std::vector<CommandHelp>& commands);
std::string zsh_completion(const std::vector<CommandHelp>& commands);
std::string fish_completion(const std::vector<CommandHelp>& commands);

}  // namespace reprise::program
