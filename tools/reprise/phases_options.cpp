// The options of each phase, and what goes together.
//
//     reprise phases keys work/ shards/ --part 3/8 --threshold 0.7     inputs and rule
//     reprise phases join work/ --part 3/8                             the same, from the folder
//     reprise phases join work/ --threshold 0.7                        refused: keys has it
//
// Cost: none that counts.
#include "phases_options.h"

#include "copy_options.h"
#include "help.h"
#include "subcommands.h"

namespace reprise::program {
namespace {

const Subcommands<Phase>& phases() {
  static const Subcommands<Phase> all(
      {"phases", "phase", "FOLDER",
       "What reprise dedup does, step by step, on as many machines as see the FOLDER.",
       "join work/ --part 3/8"},
      {{Phase::keys, "keys", "[PATH...]",
        "makes the keys of each shard, a file of many documents, by which these meet"},
       {Phase::join, "join", "", "finds which documents meet, of a range of keys"},
       {Phase::verify, "verify", "", "compares those that met"},
       {Phase::decide, "decide", "",
        "decides which documents stay; where some stay open, join comes next again, else filter"},
       {Phase::filter, "filter", "-o OUT/", "writes each shard without what leaves"}});
  return all;
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

void check(const PhasesRequest& request) {
  const std::string& name = phases().name_of(request.phase);
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
  return phases().names();
}

PhasesRequest parse_phases(const std::vector<std::string>& arguments) {
  std::vector<std::string> rest = arguments;
  const Phase phase = phases().take(rest).value_or(Phase::none);
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
  return phase == Phase::none ? phases().help() : phases().help(phase, Definition(phase).visible);
}

}  // namespace reprise::program
