#include "compare.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>

#include "exit_code.h"
#include "reprise/compare.h"
#include "reprise/io/output_file.h"
#include "reprise/report/layout.h"
#include "reprise/report/terminal.h"

namespace reprise::program {
namespace {

constexpr size_t most_problems_shown = 100;

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

// Returns the paths of everything that is read: tables and options as well as documents.
std::vector<std::filesystem::path> all_inputs(const Request& request) {
  std::vector<std::filesystem::path> all{request.read.metadata, request.config};
  for (const InputPath& input : list_inputs(request.paths, request.read.format, [](const Problem&) {})) {
    const std::filesystem::path path = input.path == "-" ? "/dev/stdin" : input.path;
    all.insert(all.end(),
               {path, path.parent_path() / "metadata.csv", std::filesystem::path(input.folder) / "metadata.csv"});
  }
  return all;
}

// An output that is an input as well would be lost, or read half written.
void check_output(const Request& request) {
  if (request.json_path.empty() || request.json_path == "-") return;
  std::error_code error;
  if (!std::filesystem::is_regular_file(request.json_path, error)) return;
  for (const std::filesystem::path& input : all_inputs(request)) {
    if (std::filesystem::equivalent(input, request.json_path, error)) {
      throw WrongUse(request.json_path + " is an input as well; write the report to another place");
    }
  }
}

void show_problems(const std::vector<Problem>& problems) {
  for (size_t i = 0; i < std::min(problems.size(), most_problems_shown); ++i) {
    // Names of files and records come from others, and might drive a terminal.
    std::cerr << "reprise: " << on_one_line(Error(problems[i]).what()) << "\n";
  }
  if (problems.size() > most_problems_shown) {
    std::cerr << "reprise: and " << problems.size() - most_problems_shown << " more problems; --json has them all\n";
  }
}

TerminalOptions terminal_options(const Request& request) {
  TerminalOptions options;
  options.limit = request.limit;
  if (!isatty(STDOUT_FILENO)) return options;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) options.width = size.ws_col;
  const char *no_colour = std::getenv("NO_COLOR"), *terminal = std::getenv("TERM");
  options.colour = !(no_colour && *no_colour) && terminal && std::string_view(terminal) != "dumb";
  return options;
}

// What a command does not report has not been found by it.
bool found_something(const Result& result) {
  const Parts& parts = result.options.parts;
  return (parts.matrices && !result.pairs.empty()) || (parts.passages && !result.passages.empty()) ||
         (parts.points && !result.points.empty());
}

}  // namespace

int run_compare(const Request& request) {
  // Outputs first: a wrong path fails before the work.
  check_output(request);
  std::optional<OutputFile> json_file;
  if (!request.json_path.empty()) json_file.emplace(request.json_path);

  const double start = seconds();
  Corpus corpus = read_corpus(request.paths, request.read);
  show_problems(corpus.problems);
  const double read = seconds();
  const Result result = compare(std::move(corpus), request.compare);
  const double compared = seconds();

  if (json_file) {
    JsonOptions json = request.json;
    if (request.timings) json.timings = {{"read", read - start}, {"compare", compared - read}};
    json_file->write(to_json(result, json));
    json_file->commit();
  }
  if (!request.quiet && request.json_path != "-") {
    OutputFile("-").write(to_terminal(result, terminal_options(request)));
  }

  for (const Problem& problem : result.problems) {
    if (problem.rejected) return some_rejected;
  }
  return request.exit_code && found_something(result) ? found : done;
}

}  // namespace reprise::program
