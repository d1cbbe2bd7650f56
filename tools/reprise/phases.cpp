// Runs a phase, a function each, from the work folder to the exit code.
//
//     keys, filter    shard after shard, those of the part
//     join, verify    one file of the round that is open
//     decide          the same, and says how far all are
//
// Cost: that of the library.
#include "phases.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "exit_code.h"
#include "leftovers.h"
#include "messages.h"
#include "phases_plan.h"
#include "progress.h"
#include "reprise/dedup/outputs.h"
#include "reprise/io/output_file.h"
#include "reprise/phases/decide.h"
#include "reprise/report/terminal/layout.h"

namespace reprise::program {
namespace {

using detail::FinalDecisions;
using detail::PhaseDocuments;
using detail::PhaseFileKind;
using detail::PhaseOutcome;
using detail::WorkFolder;

void tell(const PhasesRequest& request, const std::string& sentence) {
  if (!request.general.quiet) {
    OutputFile("-").write(sentence + "\n");
  }
}

int code_of(const std::vector<Problem>& problems) {
  const bool any = std::any_of(problems.begin(), problems.end(),
                               [](const Problem& problem) { return problem.rejected; });
  return any ? some_rejected : done;
}

// Returns the numbers of the part's shards: every `of`-th, so that all parts have some of each end.
std::vector<uint32_t> shards_of(const PhasePart& part, size_t shards) {
  std::vector<uint32_t> numbers;
  for (uint64_t shard = part.number - uint64_t{1}; shard < shards; shard += part.of) {
    numbers.push_back(static_cast<uint32_t>(shard));
  }
  return numbers;
}

std::string said_of_shards(size_t done, size_t was_done, const std::string& what) {
  std::string said = counted(done, "shard") + " " + what;
  if (was_done > 0) {
    said += "; " + grouped(was_done) + (was_done == 1 ? " was" : " were") + " done already";
  }
  return said;
}

// Removes what killed runs have left in the folders of these files.
void clear_leftovers_beside(const std::vector<std::string>& paths) {
  std::set<std::string> folders;
  for (const std::string& path : paths) {
    folders.insert(std::filesystem::path(path).parent_path().string());
  }
  for (const std::string& folder : folders) {
    if (std::filesystem::is_directory(folder)) {
      clear_leftovers_in(folder);
    }
  }
}

int run_keys(const PhasesRequest& request, const std::vector<std::string>& arguments) {
  std::vector<Problem> problems;
  const ProblemSink note = [&](Problem problem) {
    problems.push_back(std::move(problem));
  };
  PhasesPlan plan = begin_or_join_plan(request, arguments, note);
  plan.dedup.threads = request.general.threads;
  const WorkFolder folder(request.folder);
  ProgressBar progress(!request.general.quiet);
  size_t made = 0, was_made = 0;
  clear_leftovers_beside({folder.of_shard(PhaseFileKind::keys, 0)});
  for (const uint32_t shard : shards_of(request.part, plan.inputs.size())) {
    const PhaseOutcome outcome =
        make_keys(folder, plan.inputs, shard, plan.dedup, {note, progress.control()});
    ++(outcome == PhaseOutcome::done ? made : was_made);
  }
  progress.wipe();
  show_problems(problems, "read the inputs one by one to see all");
  tell(request, said_of_shards(made, was_made, "read"));
  return code_of(problems);
}

// The documents of a work folder, and what its plan says.
struct OpenFolder {
  explicit OpenFolder(const PhasesRequest& request)
      : plan(with_threads(plan_of(request.folder), request.general.threads)),
        folder(request.folder),
        documents(folder, static_cast<uint32_t>(plan.inputs.size()), plan.dedup) {}

  static PhasesPlan with_threads(PhasesPlan plan, unsigned threads) {
    plan.dedup.threads = threads;
    return plan;
  }

  // Returns the round that is open, in whose folder no killed run has left anything.
  uint32_t begin_round(PhaseFileKind kind) const {
    const uint32_t round = folder.open_round();
    clear_leftovers_beside(
        {folder.of_part(kind, round, {}), folder.of_part(PhaseFileKind::buckets, round, {})});
    return round;
  }

  PhasesPlan plan;
  WorkFolder folder;
  PhaseDocuments documents;
};

std::string in_words(PhaseOutcome outcome, const std::string& what) {
  switch (outcome) {
    case PhaseOutcome::done: return what;
    case PhaseOutcome::was_done: return what + " already";
    case PhaseOutcome::not_open: return "all documents are decided; reprise phases filter is next";
  }
  return "";
}

std::string of_round(uint32_t round) {
  return " in round " + std::to_string(round);
}

// Does the request's part of what a round begins with.
int run_part(const PhasesRequest& request, PhaseFileKind makes,
             PhaseOutcome (*work)(const WorkFolder&, const PhaseDocuments&, const PhasePart&),
             const std::string& what) {
  const OpenFolder open(request);
  const uint32_t round = open.begin_round(makes);
  const PhaseOutcome outcome = work(open.folder, open.documents, request.part);
  tell(request, in_words(outcome, "part " + name_of(request.part) + what + of_round(round)));
  return done;
}

int run_decide(const PhasesRequest& request) {
  const OpenFolder open(request);
  open.begin_round(PhaseFileKind::states);
  const detail::RoundDecided decided = decide_round(open.folder, open.documents, request.part);
  const bool is_last = decided.is_complete && decided.open == 0;
  std::string said;
  if (!decided.is_complete) {
    said = "part " + name_of(request.part) + " decided" + of_round(decided.round);
  } else if (is_last) {
    said = "all documents are decided" + of_round(decided.round) + ": " + grouped(decided.kept) +
           " stay, " + grouped(decided.removed) + " leave; reprise phases filter is next";
  } else {
    said = counted(decided.open, "document") + (decided.open == 1 ? " is" : " are") +
           " open after" + of_round(decided.round).substr(3) +
           "; reprise phases join, verify and decide are next";
  }
  tell(request, said);
  return request.exit_code && !is_last ? found : done;
}

// Returns the files that filter writes of these shards.
std::vector<std::string> filter_outputs(const OpenFolder& open, const PhasesRequest& request,
                                        const std::vector<uint32_t>& shards) {
  std::vector<std::string> paths;
  for (const uint32_t shard : shards) {
    const std::string name = detail::mirrored_name(open.plan.inputs[shard]);
    paths.push_back(request.outputs.kept + name);
    if (!request.outputs.removed.empty()) {
      paths.push_back(request.outputs.removed + name);
    }
    paths.push_back(open.folder.of_shard(PhaseFileKind::filtered, shard));
  }
  return paths;
}

int run_filter(const PhasesRequest& request) {
  const OpenFolder open(request);
  const std::vector<InputPath>& inputs = open.plan.inputs;
  detail::check_filter_paths(request.outputs, inputs);
  const FinalDecisions decisions(open.folder, open.documents);
  const std::vector<uint32_t> shards = shards_of(request.part, inputs.size());
  clear_leftovers_beside(filter_outputs(open, request, shards));
  std::vector<Problem> problems;
  const ProblemSink note = [&](Problem problem) {
    problems.push_back(std::move(problem));
  };
  ProgressBar progress(!request.general.quiet);
  size_t made = 0, was_made = 0;
  uint64_t documents = 0, removed = 0;
  for (const uint32_t shard : shards) {
    const detail::ShardFiltered filtered =
        filter_shard(open.folder, open.documents, decisions, inputs, shard, request.outputs,
                     {note, progress.control()});
    ++(filtered.outcome == PhaseOutcome::done ? made : was_made);
    documents += filtered.documents;
    removed += filtered.removed;
  }
  progress.wipe();
  show_problems(problems, "read the inputs one by one to see all");
  tell(request, said_of_shards(made, was_made, "written") + ": of " +
                    counted(documents, "document") + " " + grouped(removed) +
                    (removed == 1 ? " leaves" : " leave"));
  return code_of(problems);
}

}  // namespace

int run_phases(const PhasesRequest& request, const std::vector<std::string>& arguments) {
  switch (request.phase) {
    case Phase::keys: return run_keys(request, arguments);
    case Phase::join: return run_part(request, PhaseFileKind::pairs, detail::join_keys, " joined");
    case Phase::verify:
      return run_part(request, PhaseFileKind::similarities, detail::verify_pairs_of_round,
                      " compared");
    case Phase::decide: return run_decide(request);
    case Phase::filter: return run_filter(request);
    case Phase::none: break;
  }
  return failed;
}

}  // namespace reprise::program
