// The program: picks the command, and turns what the library throws into messages and exit codes. Only here it ends.
#include <fcntl.h>
#include <unistd.h>
#include <algorithm>

#include <csignal>
#include <iostream>
#include <map>

#include "compare.h"
#include "exit_code.h"
#include "options.h"
#include "reprise/base/problem.h"
#include "reprise/io/output_file.h"

namespace reprise::program {
namespace {

struct Command {
  Parts parts;
  const char* summary;
};

const std::map<std::string, Command>& commands() {
  static const std::map<std::string, Command> all{
      {"compare", {{true, true, true}, "near-duplicates, matrices, passages and points of a set of documents"}},
      {"matrix", {{true, false, false}, "near-duplicates and similarity matrices alone"}},
      {"passages", {{false, true, false}, "shared passages alone"}},
      {"points", {{false, false, true}, "talking points alone"}}};
  return all;
}

std::string general_help() {
  std::string text = "Reprise finds what was said before.\n\nusage: reprise COMMAND [OPTION...] PATH...\n\n";
  for (const auto& [name, command] : commands())
    text += "  " + name + std::string(11 - name.size(), ' ') + command.summary + "\n";
  return text + "\nreprise COMMAND --help shows the options. For a start: reprise compare FOLDER\n";
}

int run(const std::vector<std::string>& arguments) {
  const auto asks = [&](const char* option) {
    return std::find(arguments.begin(), arguments.end(), option) != arguments.end();
  };
  if (arguments.empty()) throw WrongUse("no command; for a start: reprise compare FOLDER");
  if (arguments[0] == "--version" || (commands().contains(arguments[0]) && asks("--version"))) {
    OutputFile("-").write("reprise " + version() + "\n");
    return done;
  }
  if (arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help") {
    OutputFile("-").write(general_help());
    return done;
  }
  const auto command = commands().find(arguments[0]);
  if (command == commands().end()) {
    std::vector<std::string> names;
    for (const auto& [name, _] : commands()) names.push_back(name);
    const std::string guess = nearest(arguments[0], names);
    throw WrongUse(
        "there is no command '" + arguments[0] + "'; " +
        (guess.empty() ? "the commands are compare, matrix, passages and points" : "did you mean " + guess + "?"));
  }
  std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (rest == std::vector<std::string>{"-h"}) rest = {"--help"};
  const Request request = parse_request(command->first, command->second.parts, rest);
  if (request.help) {
    OutputFile("-").write(help_text(command->first));
    return done;
  }
  return run_compare(request);
}

// Where a standard stream was closed before we began, the next file opened would take its number, and messages would land
// in reports. Something that fails when used takes it instead.
void occupy_closed_streams() {
  for (int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) < 0) open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

// Leaves nothing half written, then ends as the signal would have ended us.
void end_by_signal(int signal) {
  OutputFile::remove_unfinished();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

int run_and_report(const std::vector<std::string>& arguments) {
  try {
    return run(arguments);
  } catch (const WrongUse& e) {
    std::cerr << "reprise: " << e.what() << "\n"
              << "reprise: --help shows how to use it\n";
  } catch (const ClosedPipe&) {
    return after_signal + SIGPIPE;
  } catch (const std::bad_alloc&) {
    std::cerr << "reprise: not enough memory; compare fewer or shorter documents at a time\n";
  } catch (const std::exception& e) {
    std::cerr << "reprise: " << e.what() << "\n";
  }
  return failed;
}

}  // namespace
}  // namespace reprise::program

int main(int argc, char** argv) {
  reprise::program::occupy_closed_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is met when writing
  for (int signal : {SIGINT, SIGTERM, SIGHUP}) {
    if (std::signal(signal, reprise::program::end_by_signal) == SIG_IGN) std::signal(signal, SIG_IGN);  // nohup
  }
  return reprise::program::run_and_report({argv + 1, argv + argc});
}
