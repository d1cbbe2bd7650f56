// What commands say and refuse alike.
#pragma once

#include <string>
#include <vector>

#include "library.h"
#include "reprise/error.h"
#include "reprise/read.h"

namespace reprise::program {

// Prints a line on standard error. Names of files and what stands in them come from others, and
// might drive a terminal: the text is shown as on_one_line() shows it.
void complain(const std::string& message);

// Prints the first hundred problems on standard error, and how many more there are; `where_all_are`
// says where to find these.
void show_problems(const std::vector<Problem>& problems, const std::string& where_all_are);

// Throws WrongUse if the output is one of the inputs, or a table that belongs to one, or one of
// `others`. An empty path or "-" is none.
void check_output_is_no_input(const std::string& output, const std::vector<InputPath>& inputs,
                              const std::vector<std::string>& others);

// Throws WrongUse if two of the outputs would go to one place, by whatever path: of links that lead
// nowhere yet, too. Empty ones are not wanted; devices and pipes take what several write.
void check_places_differ(const std::vector<std::string>& outputs);

}  // namespace reprise::program
