// The summary of dedup as JSON.
#pragma once

#include <string>
#include <vector>

#include "reprise/report/terminal/dedup_summary.h"

namespace reprise::detail {

// Returns the rule as --keep takes it: "longest", "max:meta.stars".
std::string name_of(const KeepRule& rule);

// Returns the summary as one JSON object; report.schema.json describes it. `costs`: nullptr leaves
// out what the clock says. The first hundred problems stand in it.
std::string to_json(const DedupCounts& counts, const DedupOptions& options, const Banding& banding,
                    const std::vector<Problem>& problems, const DedupCosts* costs);

}  // namespace reprise::detail
