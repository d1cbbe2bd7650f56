// The presets, a row each. What a row sets is measured (bench/quality/scans.py) or reasoned, and
// said beside it; docs/guide.md repeats it for users.
#include "presets.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "reprise/report/terminal/layout.h"

namespace reprise::program {
namespace {

// clang-format off
constexpr std::array<Preset, 4> presets{{
    // Mastheads and subscription notices make different stories alike.
    {"news", "articles of several outlets",
     "drop-furniture = yes\n"},
    // What is quoted with its marks is no secret; people look for a file by its name.
    {"essays", "answers and essays, against one another or their sources",
     "rank = reused\n"
     "skip-quotations = yes\n"
     "names = file\n"},
    // The usual threshold of corpora; of copies the longest tells most.
    {"corpus", "texts to train or to count on",
     "threshold = 0.8\n"
     "drop-furniture = yes\n"
     "keep = longest\n"},
    // Where one letter in ten is wrong, four words in ten are: runs of letters find .91 of what was
    // reused, runs of words .62. Two scans of one page share a fifth of their runs of seven
    // letters, pages of different texts a tenth.
    {"scans", "texts that a scanner has read, with wrong letters",
     "threshold = 0.2\n"
     "shingles = characters\n"
     "shingle-size = 7\n"
     "passage-unit = characters\n"
     "passage-seed = 12\n"
     "passage-gap = 15\n"
     "drop-marks = yes\n"
     "fold-lookalikes = yes\n"},
}};
// clang-format on

std::string name_of_setting(const std::string& line) {
  return line.substr(0, line.find(' '));
}

}  // namespace

const Preset& preset_named(const std::string& name) {
  const auto found = std::find_if(presets.begin(), presets.end(),
                                  [&](const Preset& preset) { return preset.name == name; });
  if (found == presets.end()) {
    throw WrongUse("--preset takes " + preset_names() + ", not '" + name + "'");
  }
  return *found;
}

std::string preset_names() {
  std::string names;
  for (const Preset& preset : presets) {
    names += (names.empty() ? "" : "|") + std::string(preset.name);
  }
  return names;
}

std::string settings_for(const Preset& preset, const po::options_description& options) {
  std::istringstream lines{std::string(preset.settings)};
  std::string known;
  for (std::string line; std::getline(lines, line);) {
    if (options.find_nothrow(name_of_setting(line), false)) {
      known += line + "\n";
    }
  }
  return known;
}

std::string presets_in_words(const po::options_description& options, size_t columns) {
  Page page(columns, false);
  for (const Preset& preset : presets) {
    std::string line = std::string(preset.name) + ": " + std::string(preset.work);
    std::istringstream settings(settings_for(preset, options));
    char mark = ':';
    for (std::string setting; std::getline(settings, setting); mark = ',') {
      line += mark + (" " + setting);
    }
    page.line(2, 4, line);
  }
  return page.text();
}

}  // namespace reprise::program
