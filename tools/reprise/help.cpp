#include "help.h"

#include <algorithm>
#include <sstream>

#include "reprise/report/terminal/layout.h"
#include "summary_options.h"

namespace reprise::program {

unsigned line_length() {
  return static_cast<unsigned>(std::clamp<size_t>(width_of_standard_output(), 60, 100));
}

std::string help_page(const std::string& usage, const std::string& operands,
                      const po::options_description& options) {
  Page page(line_length(), false);
  page.line(0, 2, "usage: " + usage);
  page.blank();
  page.line(0, 0, operands);
  std::stringstream list;  // begins with an empty line
  list << options;
  std::string text = page.text();
  for (std::string line; std::getline(list, line);) {
    line.erase(line.find_last_not_of(' ') + 1);  // Boost leaves the blank where it breaks a line
    text += line + "\n";
  }
  return text;
}

}  // namespace reprise::program
