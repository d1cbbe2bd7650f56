// Shows a report that was written before: reads the JSON back, and writes a page, exports and the
// summary from it.
//
// Steps: the command line is parsed and checked; outputs are opened; the report is read; exports
// are checked again by what the report holds; outputs are written and put in place.
//
//     reprise show report.json --html page.html    the page of the report
//     a report without texts                       refused for a page, which shows them
//
// Cost: that of reading the report.
#include "show.h"

#include "exit_code.h"
#include "help.h"
#include "leftovers.h"
#include "messages.h"
#include "reprise/base/parallel.h"
#include "reprise/io/input_file.h"
#include "reprise/report.h"
#include "reprise/report/terminal/layout.h"

namespace reprise::program {
namespace {

// All options, bound to the fields of a request.
struct Definition {
  ShowRequest request;
  std::vector<std::string> paths;
  po::options_description output{"Output", line_length()}, visible{line_length()};
  const std::string export_help =
      "write what the report holds for other programs (may be repeated); FORMAT: " +
      formats_in_words();

  Definition() {
    // clang-format off
    output.add_options()
      ("html", output_path("html", request.outputs.html),
       "write it as one HTML file, for people; - is standard output")
      ("export", po::value<std::vector<std::string>>()->value_name("FORMAT=PATH")->notifier(
        [this](const auto& values) { request.outputs.exports = parse_exports(values); }),
       export_help.c_str());
    // clang-format on
    request.summary.add_to(output);
    request.general.add_to(output);
    visible.add(output);
  }
};

Result read(const std::string& path) {
  std::optional<std::string> damage;
  std::string json = read_whole(path, damage);
  const std::string name = path == "-" ? "standard input" : path;
  if (damage) {
    throw Error(ErrorKind::input, {name, *damage, "write the report again", false});
  }
  return read_report(std::move(json), name);
}

}  // namespace

ShowRequest parse_show(const std::vector<std::string>& arguments) {
  Definition definition;
  parse_command_line(definition.visible, arguments, definition.paths);
  ShowRequest request = std::move(definition.request);
  if (request.general.help) {
    return request;
  }
  if (definition.paths.empty()) {
    throw WrongUse("name a report, as in 'reprise show report.json'");
  }
  if (definition.paths.size() > 1) {
    throw WrongUse("show takes one report, not " + std::to_string(definition.paths.size()));
  }
  request.report = definition.paths.front();
  if (request.general.threads > 1024) {
    throw WrongUse("the number of threads must be at most 1,024");
  }
  // Their places alone: which parts there are, the report says.
  check_exports(request.outputs.exports, "show", Parts{}, {request.outputs.html});
  return request;
}

std::vector<OptionHelp> show_option_help() {
  return with_export_names(help_of(Definition().visible));
}

std::string show_help() {
  return help_page("reprise show [OPTION...] REPORT.json",
                   "REPORT.json is what reprise compare or matrix wrote with --json (plain, gzip "
                   "or Zstandard), or - for "
                   "standard input.",
                   Definition().visible);
}

int run_show(const ShowRequest& request) {
  // Outputs first: a wrong path fails before the work.
  const std::string input = request.report == "-" ? "/dev/stdin" : request.report;
  check_outputs_are_no_inputs(request.outputs, {}, {input, request.general.config});
  clear_leftovers(all_paths(request.outputs));
  Outputs outputs(request.outputs);

  const Workers limit(request.general.threads);
  // Never given back: the system does that faster, with the process.
  static const Result* kept = nullptr;
  kept = new Result(read(request.report));
  const Result& result = *kept;
  check_exports(request.outputs.exports, "show " + request.report, result.options.parts,
                {request.outputs.html});
  if (!request.outputs.html.empty() && !has_texts(result)) {
    throw Error(ErrorKind::input,
                {request.report, "holds no texts, which a page shows",
                 "write it with reprise compare --json and without --no-text", false});
  }

  if (const size_t problems = result.problems.size(); problems > 0) {
    complain(counted(problems, "problem") + " with the input " +
             (problems == 1 ? "stands" : "stand") + " in the report");
  }
  outputs.write(result);
  outputs.put_in_place();
  if (!request.general.quiet && !outputs.take_standard_output()) {
    OutputFile("-").write(to_terminal(result, request.summary.for_standard_output()));
  }
  return done;
}

}  // namespace reprise::program
