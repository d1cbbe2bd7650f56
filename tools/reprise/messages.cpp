#include "messages.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "option_values.h"
#include "reprise/io/hidden_name.h"
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

// Returns the path by which two ways of writing it are seen to be one.
std::string place_of(const std::string& path) {
  if (path == "-") {
    return path;
  }
  std::error_code error;
  std::filesystem::path place = std::filesystem::absolute(path, error);
  if (!place.has_filename()) {
    place = place.parent_path();  // "out/"
  }
  place = std::filesystem::weakly_canonical(links_followed(place), error);
  return error ? path : place.string();
}

// Devices and pipes take what several outputs write.
bool may_be_shared(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return path != "-" && std::filesystem::exists(status) &&
         !std::filesystem::is_regular_file(status) && !std::filesystem::is_directory(status);
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

void check_places_differ(const std::vector<std::string>& outputs) {
  std::vector<std::string> taken;
  for (const std::string& path : outputs) {
    if (path.empty()) {
      continue;
    }
    const std::string place = place_of(path);
    if (!may_be_shared(path) && std::find(taken.begin(), taken.end(), place) != taken.end()) {
      throw WrongUse("two outputs would go to " + (path == "-" ? "standard output" : path) +
                     "; give each a place of its own");
    }
    taken.push_back(place);
  }
}

}  // namespace reprise::program
