// Runs dedup, from the paths to the exit code. Whoever shows what was found in another way than the
// program takes the steps of DedupRun.
//
// Steps: inputs are listed, and outputs must be none of them; what killed runs have left is
// removed; outputs are opened under hidden names; the library decides, and what stays is written;
// costs are taken; all outputs appear; the summary goes to standard output, or to standard error if
// an output goes there.
//
//     reprise dedup a.jsonl -o kept.jsonl --removed gone.jsonl
//     kept.jsonl and gone.jsonl appear when both are whole
//
// Cost: that of the library.
#include "dedup.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "exit_code.h"
#include "leftovers.h"
#include "messages.h"
#include "progress.h"
#include "reprise/base/parallel.h"
#include "reprise/io/output_file.h"
#include "reprise/io/output_set.h"
#include "reprise/report/json/dedup_json.h"
#include "reprise/report/page/dedup_page.h"
#include "reprise/report/terminal/dedup_summary.h"
#include "reprise/report/terminal/layout.h"

namespace reprise::program {
namespace {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

DedupCosts costs_since(double start) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return {seconds_now() - start, seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
          static_cast<uint64_t>(usage.ru_maxrss) * 1024};
}

std::vector<std::string> output_paths(const DedupRequest& request) {
  const DedupOutputPaths& o = request.outputs;
  return {o.kept, o.removed, o.clusters, request.rejects, request.json_path, request.html_path};
}

// A list must not take the place of what is kept of an input.
void check_lists_stand_beside(const DedupRequest& request, const std::vector<InputPath>& inputs) {
  const std::string& kept = request.outputs.kept;
  if (kept.empty() || !is_folder(kept)) {
    return;
  }
  std::set<std::filesystem::path> taken;
  for (const std::string& path : mirrored_paths(kept, inputs)) {
    taken.insert(std::filesystem::weakly_canonical(links_followed(path)));
  }
  for (const std::string& path : output_paths(request)) {
    const bool is_list = !path.empty() && path != kept;
    if (!is_list || !taken.contains(std::filesystem::weakly_canonical(links_followed(path)))) {
      continue;
    }
    throw WrongUse("two outputs would go to " + path + "; give each a place of its own");
  }
}

void clear_leftovers(const DedupRequest& request, const std::vector<InputPath>& inputs) {
  const std::vector<std::string> outputs = output_paths(request);
  program::clear_leftovers(outputs);
  std::set<std::filesystem::path> folders;
  for (const std::string& path : outputs) {
    if (path.empty() || !is_folder(path)) {
      continue;
    }
    for (const std::string& mirror : mirrored_paths(path, inputs)) {
      folders.insert(std::filesystem::path(mirror).parent_path());
    }
  }
  for (const auto& folder : folders) {
    clear_leftovers_in(folder.string());
  }
}

// Returns all files that are read, those of the reference too, which may be standard input as well.
std::vector<InputPath> with_reference(std::vector<InputPath> inputs, const DedupRequest& request) {
  const auto reference =
      list_inputs(request.dedup.against, request.dedup.read.format, [](const Problem&) {});
  inputs.insert(inputs.end(), reference.begin(), reference.end());
  return inputs;
}

void write_rejects(const std::vector<Problem>& problems, OutputFile& file) {
  for (const Problem& problem : problems) {
    if (!problem.rejected) {
      continue;
    }
    const nlohmann::ordered_json line{
        {"where", problem.where}, {"what", problem.what}, {"remedy", problem.remedy}};
    file.write(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
  }
}

// The outputs of one call, opened before the work.
struct Outputs {
  std::optional<DedupOutputs> records;
  std::optional<OutputFile> rejects, json, html;

  Outputs(const DedupRequest& request, const std::vector<InputPath>& inputs) {
    if (!request.dry_run) {
      records.emplace(request.outputs, inputs);
    }
    if (!request.rejects.empty()) {
      rejects.emplace(request.rejects);
    }
    if (!request.json_path.empty()) {
      json.emplace(request.json_path);
    }
    if (!request.html_path.empty()) {
      html.emplace(request.html_path);
    }
  }

  void put_in_place() {
    OutputSet set;
    if (records) {
      records->add_to(set);
    }
    for (std::optional<OutputFile>* file : {&rejects, &json, &html}) {
      if (*file) {
        set.add(**file);
      }
    }
    set.commit();
  }
};

// What a person gets to read; nothing if standard output has something else to carry.
void show_summary(const DedupRequest& request, const DedupResult& result, const DedupCounts& counts,
                  const DedupCosts& costs) {
  if (request.general.quiet) {
    return;
  }
  const std::vector<std::string> paths = output_paths(request);
  std::string text = to_terminal(counts, request.dedup, result.banding, costs, !request.dry_run);
  if (request.examples > 0) {
    text += examples_to_terminal(result, request.dedup, request.examples);
  }
  if (std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    std::cerr << text;
  } else {
    OutputFile("-").write(text);
  }
}

}  // namespace

struct DedupRun::State {
  explicit State(const DedupRequest& asked) : request(asked) {}

  const DedupRequest& request;
  double start = seconds_now();
  std::vector<InputPath> inputs;
  std::vector<Problem> problems;
  std::optional<Outputs> outputs;
  DedupResult result;
  DedupCounts counts;
  DedupCosts costs;
};

DedupRun::DedupRun(const DedupRequest& request) : state_(std::make_unique<State>(request)) {
  State& s = *state_;
  const ProblemSink note = [&s](Problem problem) {
    s.problems.push_back(std::move(problem));
  };
  s.inputs = list_inputs(request.paths, request.dedup.read.format, note);
  const std::vector<InputPath> all_read = with_reference(s.inputs, request);
  for (const std::string& path : output_paths(request)) {
    check_output_is_no_input(path, all_read, {request.dedup.read.metadata, request.general.config});
  }
  check_lists_stand_beside(request, s.inputs);
  clear_leftovers(request, s.inputs);
  s.outputs.emplace(request, s.inputs);
}

DedupRun::~DedupRun() = default;

void DedupRun::find(const RunControl& control) {
  State& s = *state_;
  const DedupRequest& request = s.request;
  const DedupCallbacks callbacks{
      [&s](Problem problem) { s.problems.push_back(std::move(problem)); }, control};
  const size_t on_page = request.html_path.empty() ? 0 : DedupPageBounds().examples;
  s.result =
      find_duplicates(s.inputs, request.dedup, std::max(request.examples, on_page), callbacks);
  if (s.outputs->records) {
    s.outputs->records->write(s.result, request.dedup, control);
  }
  const ClusterTable clusters(s.result);
  s.counts = count(s.result, clusters, count_rejected(s.problems));
  if (s.outputs->html) {
    const Workers workers(request.dedup.threads, control);
    s.outputs->html->write(dedup_page({s.result, clusters, s.counts, request.dedup, s.problems}));
  }
  s.costs = costs_since(s.start);
}

void DedupRun::put_in_place() {
  State& s = *state_;
  if (s.outputs->rejects) {
    write_rejects(s.problems, *s.outputs->rejects);
  }
  if (s.outputs->json) {
    s.outputs->json->write(to_json(s.counts, s.request.dedup, s.result.banding, s.problems,
                                   s.request.timings ? &s.costs : nullptr));
  }
  s.outputs->put_in_place();
}

const DedupResult& DedupRun::result() const {
  return state_->result;
}

const DedupCounts& DedupRun::counts() const {
  return state_->counts;
}

const DedupCosts& DedupRun::costs() const {
  return state_->costs;
}

const std::vector<Problem>& DedupRun::problems() const {
  return state_->problems;
}

uint64_t count_rejected(const std::vector<Problem>& problems) {
  return static_cast<uint64_t>(
      std::count_if(problems.begin(), problems.end(), [](const Problem& p) { return p.rejected; }));
}

int run_dedup(const DedupRequest& request) {
  DedupRun run(request);
  ProgressBar progress(!request.general.quiet);
  run.find(progress.control());
  progress.wipe();
  show_problems(run.problems(), "--rejects FILE has all that were rejected");
  run.put_in_place();
  show_summary(request, run.result(), run.counts(), run.costs());
  if (run.counts().rejected > 0) {
    return some_rejected;
  }
  const bool is_found = run.counts().removed > 0 || run.counts().removed_parts > 0;
  return request.exit_code && is_found ? found : done;
}

}  // namespace reprise::program
