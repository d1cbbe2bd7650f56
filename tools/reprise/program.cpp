// Steps: streams and signals are made safe; the first argument names a command, which is looked up
// in the table below and run; what it throws becomes a message and an exit code.
//
//     reprise points a/ --json -    the command "points", its options, and 0
//     reprise pionts a/             no command; did you mean points? 2
//
// Cost: none that counts.
#include "program.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <new>
#include <string_view>
#include <system_error>

#include "archive.h"
#include "compare.h"
#include "compare_options.h"
#include "dedup.h"
#include "doctor.h"
#include "embed.h"
#include "exit_code.h"
#include "manual.h"
#include "messages.h"
#include "phases.h"
#include "reprise/error.h"
#include "reprise/io/output_file.h"
#include "reprise/io/unfinished.h"
#include "reprise/version.h"
#include "serve.h"
#include "show.h"

namespace reprise::program {
namespace {

using Arguments = std::vector<std::string>;

int print(const std::string& text) {
  OutputFile("-").write(text);
  return done;
}

int compare_command(const std::string& name, const Parts& parts, const Arguments& arguments) {
  const Request request = parse_request(name, parts, arguments);
  if (request.general.help) {
    return print(help_text(name));
  }
  return request.general.explain_options ? print(request.general.explained) : run_compare(request);
}

int dedup_command(const Arguments& arguments) {
  const DedupRequest request = parse_dedup(arguments);
  if (request.general.help) {
    return print(dedup_help());
  }
  return request.general.explain_options ? print(request.general.explained) : run_dedup(request);
}

int show_command(const Arguments& arguments) {
  const ShowRequest request = parse_show(arguments);
  if (!request.general.help) {
    return run_show(request);
  }
  return print(show_help());
}

int archive_command(const Arguments& arguments) {
  const ArchiveRequest request = parse_archive(arguments);
  if (!request.general.help) {
    return run_archive(request);
  }
  return print(archive_help(request.verb));
}

int serve_command(const Arguments& arguments) {
  const ServeRequest request = parse_serve(arguments);
  return request.general.help ? print(serve_help()) : run_serve(request);
}

int phases_command(const Arguments& arguments) {
  const PhasesRequest request = parse_phases(arguments);
  if (!request.general.help) {
    return run_phases(request, arguments);
  }
  return print(phases_help(request.phase));
}

int manual_command(const Arguments& arguments);
int completion_command(const Arguments& arguments);

struct Command {
  std::string name;
  std::string summary;
  std::function<int(const Arguments&)> run;
  std::string operands = "PATH...";
  std::vector<OptionHelp> (*options)() = nullptr;  // nullptr: it has none
  std::vector<std::string> words{};  // what the operand may be, if it is a word out of a few
};

// In the order in which --help lists them.
const std::vector<Command>& commands() {
  static const auto part = [](const std::string& name, const Parts& parts, const char* summary) {
    return Command{name, summary,
                   [=](const Arguments& a) { return compare_command(name, parts, a); }, "PATH...",
                   compare_option_help};
  };
  static const std::vector<Command> all{
      part("compare", {true, true, true},
           "near-duplicates, matrices, passages and points of a set of documents"),
      part("matrix", {true, false, false}, "near-duplicates and similarity matrices alone"),
      part("passages", {false, true, false}, "shared passages alone"),
      part("points", {false, false, true}, "talking points alone"),
      {"dedup", "removes near-duplicates from a corpus of any size", dedup_command,
       "PATH... -o OUT", dedup_option_help},
      {"archive", "keeps documents between runs, and finds what stands in them already",
       archive_command, "VERB ARCHIVE [PATH...]", archive_option_help, archive_verbs()},
      {"serve", "an archive as a page on this machine, and as JSON for programs", serve_command,
       "ARCHIVE", serve_option_help},
      {"phases", "dedup on many machines, step by step", phases_command, "PHASE FOLDER [PATH...]",
       phases_option_help, phase_names()},
      {"show", "a saved report again, as text, as a page or for other programs", show_command,
       "REPORT.json", show_option_help},
      {"embed", "the vectors that a model of language gives to texts", run_embed,
       "--model FOLDER PATH...", embed_option_help},
      {"doctor", "versions, SIMD, threads, other programs and limits of this machine", run_doctor,
       "", doctor_option_help},
      {"manual", "the manual page, for man(1)", manual_command, ""},
      {"completion",
       "what a shell needs to complete commands and options",
       completion_command,
       "bash|zsh|fish",
       nullptr,
       {"bash", "zsh", "fish"}}};
  return all;
}

const Command* find_command(const std::string& name) {
  const auto found = std::find_if(commands().begin(), commands().end(),
                                  [&](const Command& c) { return c.name == name; });
  return found == commands().end() ? nullptr : &*found;
}

bool is_option_of_a_command(const std::string& typed) {
  const std::string name = typed.substr(0, typed.find('='));
  return std::any_of(commands().begin(), commands().end(), [&](const Command& command) {
    const auto options = command.options ? command.options() : std::vector<OptionHelp>();
    return std::any_of(options.begin(), options.end(),
                       [&](const OptionHelp& option) { return "--" + option.name == name; });
  });
}

// "--html page.html articles/": an option where the command should stand.
[[noreturn]] void throw_option_for_command(const std::string& option) {
  std::string guess;
  if (option == "-V" || option == "-v") {
    guess = "--version";
  } else if (!is_option_of_a_command(option)) {
    guess = nearest(option, {"--help", "--version"});
  }
  if (!guess.empty()) {
    throw WrongUse("there is no option " + option + " without a command; did you mean " + guess +
                   "?");
  }
  throw WrongUse(option +
                 " comes behind the command, as in 'reprise compare FOLDER --html page.html'");
}

std::string list_of_commands() {
  std::string list;
  for (const Command& command : commands()) {
    if (!list.empty()) {
      list += command.name == commands().back().name ? " and " : ", ";
    }
    list += command.name;
  }
  return list;
}

[[noreturn]] void throw_unknown_command(const std::string& name) {
  if (name.starts_with("-")) {
    throw_option_for_command(name);
  }
  if (name.find_first_of("./") != name.npos) {
    throw WrongUse("'" + name + "' is no command, and no file or folder; check the path");
  }
  std::vector<std::string> names{"--help", "--version"};
  for (const Command& command : commands()) {
    names.push_back(command.name);
  }
  const std::string guess = nearest(name, names);
  const std::string remedy =
      guess.empty() ? "the commands are " + list_of_commands() : "did you mean " + guess + "?";
  throw WrongUse("there is no command '" + name + "'; " + remedy);
}

std::vector<CommandHelp> help_of_commands() {
  std::vector<CommandHelp> list;
  for (const Command& c : commands()) {
    list.push_back({c.name, c.summary, c.operands, c.words,
                    c.options ? c.options() : std::vector<OptionHelp>()});
  }
  return list;
}

int manual_command(const Arguments& arguments) {
  if (arguments == Arguments{"--help"}) {
    return print("usage: reprise manual > reprise.1\n\nThe manual page, for man(1).\n");
  }
  if (!arguments.empty()) {
    throw WrongUse("reprise manual takes no arguments, not '" + arguments.front() + "'");
  }
  return print(manual_page(help_of_commands()));
}

int completion_command(const Arguments& arguments) {
  static const std::map<std::string, std::string (*)(const std::vector<CommandHelp>&)> shells{
      {"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};
  if (arguments == Arguments{"--help"}) {
    return print(
        "usage: reprise completion bash|zsh|fish\n\n"
        "A script for the shell: put it where the shell looks for completions, or try it with\n\n"
        "  bash  source <(reprise completion bash)\n"
        "  zsh   source <(reprise completion zsh)     behind compinit\n"
        "  fish  reprise completion fish | source\n");
  }
  const auto shell = arguments.size() == 1 ? shells.find(arguments.front()) : shells.end();
  if (shell == shells.end()) {
    throw WrongUse("reprise completion takes the name of a shell: bash, zsh or fish");
  }
  return print(shell->second(help_of_commands()));
}

std::string general_help() {
  std::string text =
      "Reprise finds what was said before.\n\nusage: reprise COMMAND [OPTION...] PATH...\n\n";
  for (const Command& c : commands()) {
    text += "  " + c.name + std::string(12 - c.name.size(), ' ') + c.summary + "\n";
  }
  return text +
         "\nreprise COMMAND --help shows the options. Without a command, paths are compared; for a "
         "start: reprise FOLDER\n";
}

int run_command(const Command& command, Arguments arguments) {
  // Behind "--", it is a file.
  std::replace(arguments.begin(), std::find(arguments.begin(), arguments.end(), "--"),
               std::string("-h"), std::string("--help"));
  return command.run(arguments);
}

int run(const Arguments& arguments) {
  if (arguments.empty()) {
    throw WrongUse("no command; for a start: reprise compare FOLDER");
  }
  const Command* command = find_command(arguments[0]);
  const bool asks_version =
      std::find(arguments.begin(), arguments.end(), "--version") != arguments.end();
  if (arguments[0] == "--version" || (command && asks_version)) {
    return print("reprise " + std::string(version()) + "\n");
  }
  if (arguments[0] == "help" && arguments.size() == 2 && !arguments[1].starts_with("-")) {
    return run({arguments[1], "--help"});
  }
  if (arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help") {
    return print(general_help());
  }
  std::error_code ignored;
  if (!command && std::filesystem::exists(arguments[0], ignored)) {
    command = find_command("compare");  // a folder alone: what most people want to see of it
    return run_command(*command, arguments);
  }
  if (!command) {
    throw_unknown_command(arguments[0]);
  }
  return run_command(*command, {arguments.begin() + 1, arguments.end()});
}

// Where a standard stream was closed before we began, the next file opened would take its number,
// and messages would land in reports. Something that fails when used takes it instead.
void occupy_closed_streams() {
  for (int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) < 0) {
      open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
  }
}

// Leaves nothing half written, then ends as the signal would have ended us.
void end_by_signal(int signal) {
  OutputFile::remove_unfinished();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

[[noreturn]] void end_without_memory() {
  static constexpr std::string_view message =
      "reprise: not enough memory; compare fewer or shorter documents at a time, or try "
      "--threads 1\n";
  OutputFile::remove_unfinished();
  static_cast<void>(write(STDERR_FILENO, message.data(), message.size()));
  _exit(failed);
}

// Where memory can't be had. Not all libraries below us bear to be told, so that it is the end; but
// a step that is to be taken back is told, and takes it back.
void meet_short_memory() {
  if (detail::is_uninterrupted()) {
    throw std::bad_alloc();
  }
  end_without_memory();
}

// The last words where an exception can't be caught, as in a thread that a library starts: what is
// short is said as elsewhere. Anything else is a fault of ours, and shows where it was.
void end_by_exception() {
  OutputFile::remove_unfinished();
  try {
    if (const std::exception_ptr thrown = std::current_exception()) {
      std::rethrow_exception(thrown);
    }
  } catch (const std::bad_alloc&) {
    end_without_memory();
  } catch (const std::system_error&) {
    static constexpr std::string_view message = "reprise: not enough threads; try --threads 1\n";
    static_cast<void>(write(STDERR_FILENO, message.data(), message.size()));
    _exit(failed);
  } catch (...) {
  }
  std::abort();
}

int run_and_report(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const Error& e) {
    if (e.kind() == ErrorKind::closed_pipe) {
      return after_signal + SIGPIPE;
    }
    complain(e.what());
    // What names a place says what to do there.
    if (e.kind() == ErrorKind::usage && e.problem().where.empty()) {
      complain("--help shows how to use it");
    }
  } catch (const std::bad_alloc&) {
    end_without_memory();  // more at once than any machine has
  } catch (const std::exception& e) {
    complain(e.what());
  }
  return failed;
}

}  // namespace

int run_program(int argc, char** argv) {
  std::set_new_handler(meet_short_memory);
  std::set_terminate(end_by_exception);
  occupy_closed_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is met when writing,
  std::signal(SIGXFSZ, SIG_IGN);  // and so is the limit on the size of files
  for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGABRT}) {
    if (std::signal(signal, end_by_signal) == SIG_IGN) {
      std::signal(signal, SIG_IGN);  // nohup
    }
  }
  return run_and_report(argc, argv);
}

}  // namespace reprise::program
