// The options of each phase, and what goes together.
//
//     reprise phases keys work/ shards/ --part 3/8 --threshold 0.7     inputs and rule
//     reprise phases join work/ --part 3/8                             the same, from the folder
//     reprise phases join work/ --threshold 0.7                        refused: keys has it
//
// Cost: none that counts.
#include "phases_options.h"

#include <algorithm>
#include <array>

#include "copy_options.h"
#include "help.h"

namespace reprise::program {
namespace {

struct PhaseRow {
  Phase phase;
  const char* name;
  const char* operands;  // behind the folder; null: it takes none
  const char* summary;
};

constexpr std::array<PhaseRow, 5> phases{
    {{Phase::keys, "keys", "[PATH...]",
      "makes the keys of each shard, a file of many documents, by which these meet"},
     {Phase::join, "join", nullptr, "finds which documents meet, of a range of keys"},
     {Phase::verify, "verify", nullptr, "compares those that met"},
     {Phase::decide, "decide", nullptr,
      "decides which documents stay; where some stay open, join comes next again, else filter"},
     {Phase::filter, "filter", nullptr, "writes each shard without what leaves"}}};

const PhaseRow& row_of(Phase phase) {
  return *std::find_if(phases.begin(), phases.end(),
                       [&](const PhaseRow& row) { return row.phase == phase; });
}

std::string list_of_phases() {
  std::string list;
  for (const PhaseRow& row : phases) {
    if (!list.empty()) {
      list += row.phase == phases.back().phase ? " and " : ", ";
    }
    list += row.name;
  }
  return list;
}

Phase phase_of(const std::string& word) {
  const auto found = std::find_if(phases.begin(), phases.end(),
                                  [&](const PhaseRow& row) { return row.name == word; });
  if (found != phases.end()) {
    return found->phase;
  }
  const std::string guess = nearest(word, phase_names());
  throw WrongUse(
      "there is no phase '" + word + "'; " +
      (guess.empty() ? "the phases are " + list_of_phases() : "did you mean " + guess + "?"));
}

PhasePart parse_part(const std::string& text) {
  const size_t slash = text.find('/');
  const std::string wrong = "--part takes a number of how many, as in 3/8, not '" + text + "'";
  if (slash == std::string::npos) {
    throw WrongUse(wrong);
  }
  PhasePart part;
  part.number = parse_number<uint32_t>("part", text.substr(0, slash));
  part.of = parse_number<uint32_t>("part", text.substr(slash + 1));
  constexpr uint32_t most_parts = 1'000'000;
  const bool is_part = part.number >= 1 && part.number <= part.of && part.of <= most_parts;
  if (!is_part) {
    throw WrongUse(wrong);
  }
  return part;
}

// All options of one phase, bound to the fields of a request; of no phase, those of all.
struct Definition {
  PhasesRequest request;
  std::string part = "1/1";
  po::options_description input{"Input", line_length()};
  po::options_description similarity{"What is a copy", line_length()};
  po::options_description work{"The work", line_length()};
  po::options_description visible{line_length()};
  std::optional<InputOptions> input_options;
  std::optional<CopyOptions> copy_options;

  explicit Definition(Phase phase) {
    const auto is = [&](Phase one) {
      return phase == one || phase == Phase::none;
    };
    if (is(Phase::keys)) {
      input_options.emplace(input, request.dedup.read, request.dedup.words);
      copy_options.emplace(similarity, request.dedup);
      visible.add(input).add(similarity);
    }
    work.add_options()(
        "part", po::value<std::string>(&part)->value_name("I/N")->default_value(part),
        "the I-th of N parts of the work, which any number of machines may do at once");
    if (is(Phase::decide)) {
      work.add_options()("exit-code", po::bool_switch(&request.exit_code),
                         "exit with 1 if documents stay open for another round");
    }
    if (is(Phase::filter)) {
      // clang-format off
      work.add_options()
        ("output,o", po::value<std::string>(&request.outputs.kept)->value_name("FOLDER/"),
         "what stays: a folder that mirrors the inputs")
        ("removed", po::value<std::string>(&request.outputs.removed)->value_name("FOLDER/"),
         "a folder for lists of what leaves, a file of JSON Lines for each shard");
      // clang-format on
    }
    request.general.add_to(work);
    visible.add(work);
  }
};

// Returns the phase: the first argument.
Phase take_phase(std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    throw WrongUse("phases needs one of them: " + list_of_phases());
  }
  const std::string first = arguments.front();
  if (first == "--help") {
    return Phase::none;
  }
  if (first.starts_with("-")) {
    throw WrongUse(first + " comes behind the phase, as in 'reprise phases join work/ --part 3/8'");
  }
  arguments.erase(arguments.begin());
  return phase_of(first);
}

void check(const PhasesRequest& request) {
  const std::string name = row_of(request.phase).name;
  if (request.folder.empty()) {
    throw WrongUse("name a folder for what lies between the phases, as in 'reprise phases " + name +
                   " work/'");
  }
  if (request.phase != Phase::keys && !request.paths.empty()) {
    throw WrongUse(name + " takes a work folder alone, not '" + request.paths.front() +
                   "' too; it knows what keys was given");
  }
  if (request.phase == Phase::filter && request.outputs.kept.empty()) {
    throw WrongUse("where shall the documents go that stay? name a folder with -o OUT/");
  }
  if (request.phase == Phase::keys) {
    detail::check_phase_options(request.dedup);
  }
}

// The outputs of filter are folders, whether they are there or not.
void end_with_slash(std::string& folder) {
  if (!folder.empty() && !folder.ends_with('/')) {
    folder += '/';
  }
}

}  // namespace

std::vector<std::string> phase_names() {
  std::vector<std::string> names;
  for (const PhaseRow& row : phases) {
    names.emplace_back(row.name);
  }
  return names;
}

PhasesRequest parse_phases(const std::vector<std::string>& arguments) {
  std::vector<std::string> rest = arguments;
  const Phase phase = take_phase(rest);
  Definition definition(phase);
  parse_command_line(definition.visible, rest, definition.request.paths);
  definition.request.phase = phase;
  if (definition.request.general.help) {
    return std::move(definition.request);
  }
  if (phase == Phase::keys) {
    definition.input_options->apply();
    definition.copy_options->apply();
  }
  PhasesRequest request = std::move(definition.request);
  request.part = parse_part(definition.part);
  request.dedup.threads = request.general.threads;
  if (!request.paths.empty()) {
    request.folder = request.paths.front();
    request.paths.erase(request.paths.begin());
  }
  end_with_slash(request.outputs.kept);
  end_with_slash(request.outputs.removed);
  check(request);
  return request;
}

std::vector<OptionHelp> phases_option_help() {
  return help_of(Definition(Phase::none).visible);
}

std::string phases_help(Phase phase) {
  if (phase != Phase::none) {
    const PhaseRow& row = row_of(phase);
    std::string usage = std::string("reprise phases ") + row.name + " [OPTION...] FOLDER";
    usage += row.operands == nullptr ? "" : std::string(" ") + row.operands;
    usage += phase == Phase::filter ? " -o OUT/" : "";
    return help_page(usage, std::string(row.name) + ": " + row.summary + ".",
                     Definition(phase).visible);
  }
  std::string list;
  for (const PhaseRow& row : phases) {
    list +=
        "  " + (std::string(row.name) + std::string(10, ' ')).substr(0, 10) + row.summary + "\n";
  }
  return "usage: reprise phases PHASE [OPTION...] FOLDER [PATH...]\n\n"
         "What reprise dedup does, step by step, on as many machines as see the FOLDER.\n\n" +
         list + "\nreprise phases PHASE --help shows the options of a phase.\n";
}

}  // namespace reprise::program
