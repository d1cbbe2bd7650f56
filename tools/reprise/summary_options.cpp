#include "summary_options.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

#include "option_values.h"

namespace reprise::program {
namespace {

constexpr size_t usual_width = 80;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool terminal_wants_colour() {
  const std::string_view terminal = environment("TERM");
  return isatty(STDOUT_FILENO) && environment("NO_COLOR").empty() && !terminal.empty() &&
         terminal != "dumb";
}

}  // namespace

size_t width_of_standard_output() {
  const std::string_view columns = environment("COLUMNS");
  size_t given = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), given);
  if (error == std::errc() && end == columns.data() + columns.size() && given > 0) {
    return given;
  }
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  return usual_width;
}

void SummaryOptions::add_to(po::options_description& list) {
  // clang-format off
  list.add_options()
    ("limit", number("limit", limit), "entries of each list in the summary")
    ("color", choice("color", colour, {{"auto", ColourChoice::automatic},
                                       {"always", ColourChoice::always},
                                       {"never", ColourChoice::never}}),
     "colours in the summary; auto: on a terminal, unless NO_COLOR is set")
    ("names", choice("names", names, {{"file", NamedBy::file}, {"title", NamedBy::title}}),
     "what documents are called by in the summary: their files, or their titles");
  // clang-format on
}

TerminalOptions SummaryOptions::for_standard_output() const {
  const bool wanted =
      colour == ColourChoice::automatic ? terminal_wants_colour() : colour == ColourChoice::always;
  return {width_of_standard_output(), wanted, limit, names};
}

}  // namespace reprise::program
