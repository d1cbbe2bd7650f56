// What a work folder was begun with: the inputs, in their order, and the rule.
//
//     work/plan.json   {"schema": "reprise.phases/1", "version": …, "arguments": […],
//                       "inputs": […]}
//
// The first call of keys writes it; all others read it, so that the rule is said once, and nobody
// can say another one in the middle.
#pragma once

#include <string>
#include <vector>

#include "phases_options.h"
#include "reprise/read.h"

namespace reprise::program {

struct PhasesPlan {
  DedupOptions dedup;
  std::vector<InputPath> inputs;
};

// Returns the plan of the folder of a call of keys, whose arguments these are; makes it if there is
// none. Throws WrongUse if it was begun with other inputs or another rule.
PhasesPlan begin_or_join_plan(const PhasesRequest& request,
                              const std::vector<std::string>& arguments,
                              const ProblemSink& on_problem);

// Returns the plan of the folder. Throws WrongUse if there is none.
PhasesPlan plan_of(const std::string& folder);

}  // namespace reprise::program
