#include "help.h"

#include <algorithm>
#include <sstream>

#include "presets.h"
#include "reprise/report/terminal/layout.h"
#include "summary_options.h"

namespace reprise::program {

unsigned line_length() {
  return static_cast<unsigned>(std::clamp<size_t>(width_of_standard_output(), 60, 100));
}

namespace {

// Returns the line in pieces where it lists more words, "auto|text|jsonl", than fit: Boost breaks
// descriptions alone.
std::string broken_at_bars(std::string line, size_t limit) {
  std::string text;
  for (size_t bar = line.rfind('|', limit - 1); line.size() > limit && bar != line.npos;
       bar = line.rfind('|', limit - 1)) {
    text += line.substr(0, bar + 1) + "\n";
    line = "      " + line.substr(bar + 1);
  }
  return text + line;
}

}  // namespace

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
    text += broken_at_bars(line, line_length()) + "\n";
  }
  if (options.find_nothrow("preset", false)) {
    text += "\nPresets:\n" + presets_in_words(options, line_length());
  }
  return text;
}

}  // namespace reprise::program
