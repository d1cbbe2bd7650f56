#include "messages.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "option_values.h"
#include "reprise/report/terminal/layout.h"

namespace reprise::program {
namespace {

constexpr size_t most_problems_shown = 100;

// Returns the paths of everything that is read.
std::vector<std::filesystem::path> all_read(const std::vector<InputPath>& inputs,
                                            const std::vector<std::string>& others) {
  std::vector<std::filesystem::path> all(others.begin(), others.end());
  for (const InputPath& input : inputs) {
    const std::filesystem::path path = input.path == "-" ? "/dev/stdin" : input.path;
    all.insert(all.end(), {path, path.parent_path() / "metadata.csv",
                           std::filesystem::path(input.folder) / "metadata.csv"});
  }
  return all;
}

}  // namespace

void complain(const std::string& message) {
  std::cerr << "reprise: " << on_one_line(message) << "\n";
}

void show_problems(const std::vector<Problem>& problems, const std::string& where_all_are) {
  for (size_t i = 0; i < std::min(problems.size(), most_problems_shown); ++i) {
    complain(Error::line_of(problems[i]));
  }
  if (problems.size() > most_problems_shown) {
    complain("and " + grouped(problems.size() - most_problems_shown) + " more problems; " +
             where_all_are);
  }
}

void check_output_is_no_input(const std::string& output, const std::vector<InputPath>& inputs,
                              const std::vector<std::string>& others) {
  std::error_code error;
  if (output.empty() || output == "-" || !std::filesystem::is_regular_file(output, error)) {
    return;
  }
  for (const std::filesystem::path& input : all_read(inputs, others)) {
    if (std::filesystem::equivalent(input, output, error)) {
      throw WrongUse(output + " is an input as well; write to another place");
    }
  }
}

}  // namespace reprise::program
