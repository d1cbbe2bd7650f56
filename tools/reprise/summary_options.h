// How a summary is shown: the same options for every command that prints one, and what the terminal
// says.
#pragma once

#include <boost/program_options.hpp>
#include <cstddef>

#include "library.h"
#include "reprise/report.h"

namespace reprise::program {

enum class ColourChoice { automatic, always, never };

// Returns the columns of standard output: $COLUMNS, else the terminal's, else 80.
size_t width_of_standard_output();

struct SummaryOptions {
  size_t limit = 10;  // entries of each list
  ColourChoice colour = ColourChoice::automatic;
  NamedBy names = NamedBy::file;

  // Adds --limit, --color and --names to the list. The fields are written when the arguments are
  // parsed.
  void add_to(boost::program_options::options_description& list);

  // Returns how to show a summary on standard output, as it is now. Colours are for terminals,
  // unless NO_COLOR is set to anything or TERM says dumb; a choice that was made wins.
  TerminalOptions for_standard_output() const;
};

}  // namespace reprise::program
