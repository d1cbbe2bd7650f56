#include "phases_plan.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "reprise/base/utf8.h"
#include "reprise/dedup/output_kinds.h"
#include "reprise/io/json_tree.h"
#include "reprise/io/output_file.h"
#include "reprise/phases/keys.h"
#include "reprise/version.h"

namespace reprise::program {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* schema = "reprise.phases/1";

std::string path_of_plan(const std::string& folder) {
  return folder + (folder.ends_with('/') ? "" : "/") + "plan.json";
}

Json in_json(const std::vector<InputPath>& inputs) {
  Json list = Json::array();
  for (const InputPath& input : inputs) {
    if (!detail::is_valid_utf8(input.path)) {
      throw WrongUse(detail::repaired_utf8(input.path) +
                     ": its name is no valid UTF-8, and can't stand in the plan; rename it");
    }
    list.push_back({input.path, input.id, input.folder, input.format});
  }
  return list;
}

// Returns the texts of a list.
std::vector<std::string> texts_of(const detail::JsonNode& list) {
  std::vector<std::string> texts;
  list.each([&](const detail::JsonNode& text, size_t) { texts.emplace_back(text.text()); });
  return texts;
}

bool is_same(const InputPath& a, const InputPath& b) {
  return a.path == b.path && a.id == b.id && a.folder == b.folder && a.format == b.format;
}

std::vector<InputPath> inputs_of(const PhasesRequest& request, const ProblemSink& on_problem) {
  std::vector<InputPath> inputs = list_inputs(request.paths, request.dedup.read.format, on_problem);
  for (const InputPath& input : inputs) {
    detail::check_phase_input(input);
  }
  // Else filter would say so, after all the work.
  detail::check_names("what filter writes", inputs);
  return inputs;
}

// Returns the folder that the paths start from; null if all start from the root.
Json place_of(const std::vector<InputPath>& inputs) {
  const bool is_any_relative = std::any_of(
      inputs.begin(), inputs.end(),
      [](const InputPath& input) { return std::filesystem::path(input.path).is_relative(); });
  return is_any_relative ? Json(std::filesystem::current_path().string()) : Json(nullptr);
}

void write_plan(const std::string& path, const std::vector<std::string>& arguments,
                const std::vector<InputPath>& inputs) {
  const Json plan{{"schema", schema},
                  {"version", version()},
                  {"folder", place_of(inputs)},
                  {"arguments", arguments},
                  {"inputs", in_json(inputs)}};
  detail::WorkFolder::make_room(path);
  OutputFile file(path);
  file.write(plan.dump(1) + "\n");
  file.commit();
}

void check_same(const PhasesPlan& plan, const PhasesRequest& request,
                const std::vector<InputPath>& inputs) {
  const std::string remedy =
      "; give all calls the same inputs and options, or name another folder for a new start";
  const bool has_inputs = !request.paths.empty();
  if (has_inputs &&
      !std::equal(plan.inputs.begin(), plan.inputs.end(), inputs.begin(), inputs.end(), is_same)) {
    throw WrongUse(request.folder + " was begun with other inputs" + remedy);
  }
  const std::string said = detail::phase_options_line(request.dedup);
  const std::string planned = detail::phase_options_line(plan.dedup);
  const bool says_nothing = !has_inputs && said == detail::phase_options_line({});
  if (said != planned && !says_nothing) {
    throw WrongUse(request.folder + " was begun with other options" + remedy);
  }
}

// Paths that don't begin at the root mean something in one folder alone.
void check_place(const detail::JsonNode& root, const std::string& path) {
  const detail::JsonNode begun_in = root["folder"];
  if (begun_in.is_null() || begun_in.text() == std::filesystem::current_path().string()) {
    return;
  }
  throw WrongUse(path + " names its inputs as they are seen from " + std::string(begun_in.text()) +
                 "; go there, or begin anew with paths from the root");
}

}  // namespace

PhasesPlan plan_of(const std::string& folder) {
  const std::string path = path_of_plan(folder);
  std::ifstream file(path);
  if (!file) {
    throw WrongUse(folder + " holds no plan; begin with 'reprise phases keys " + folder +
                   " PATH...'");
  }
  std::stringstream text;
  text << file.rdbuf();
  const detail::JsonTree tree(text.str(), path, {});
  const detail::JsonNode& root = tree.root();
  const detail::JsonNode of_schema = root["schema"];
  if (of_schema.text() != schema) {
    of_schema.fail("is not \"" + std::string(schema) + "\"", "name another folder for a new start");
  }
  const detail::JsonNode of_version = root["version"];
  if (of_version.text() != version()) {
    throw WrongUse(path + " was made by reprise " + std::string(of_version.text()) +
                   ", and this is " + std::string(version()) +
                   "; run all phases with one version, or name another folder for a new start");
  }
  check_place(root, path);
  PhasesPlan plan;
  const detail::JsonNode arguments = root["arguments"];
  plan.dedup = parse_phases(texts_of(arguments)).dedup;
  const detail::JsonNode inputs = root["inputs"];
  inputs.each([&](const detail::JsonNode& input, size_t) {
    const std::vector<std::string> parts = texts_of(input);
    constexpr size_t parts_of_an_input = 4;
    if (parts.size() != parts_of_an_input) {
      input.fail("is no input");
    }
    plan.inputs.push_back({parts[0], parts[1], parts[2], parts[3]});
  });
  return plan;
}

PhasesPlan begin_or_join_plan(const PhasesRequest& request,
                              const std::vector<std::string>& arguments,
                              const ProblemSink& on_problem) {
  const std::string path = path_of_plan(request.folder);
  if (std::filesystem::exists(path)) {
    PhasesPlan plan = plan_of(request.folder);
    check_same(plan, request, inputs_of(request, on_problem));
    return plan;
  }
  check_paths(request.paths, "reprise phases keys work/ shards/");
  const std::vector<InputPath> inputs = inputs_of(request, on_problem);
  write_plan(path, arguments, inputs);
  return {request.dedup, inputs};
}

}  // namespace reprise::program
