// What dedup did as one HTML file that people read: the page of page/ with modules of its own
// (page/removed), and what was found as data in it. It opens without a network, and what comes from
// documents is data, never markup.
//
// Small, whatever the corpus: numbers for all of it, and of texts the bounds below. The texts are
// read again, one pair at a time, so that memory holds none of the corpus.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "reprise/dedup.h"
#include "reprise/dedup/listings.h"
#include "reprise/error.h"
#include "reprise/report/terminal/dedup_summary.h"

namespace reprise::detail {

// How much of each kind a page shows.
struct DedupPageBounds {
  size_t clusters = 12;  // the largest
  size_t members = 3;    // of each side by side with the kept one: the least similar
  size_t names = 20;     // of each
  size_t examples = 10;  // on each side of the threshold; also of finds of items, and of parts
  size_t origins = 30;   // sources and files
  size_t items = 30;     // of a reference
  size_t problems = 50;
};

// REQUIRES: these live as long as the call, and DedupOptions::note_sources was set for the run.
struct DedupPageInput {
  const DedupResult& result;
  const ClusterTable& clusters;
  const DedupCounts& counts;
  const DedupOptions& options;
  std::span<const Problem> problems;
};

// Returns the page. The same bytes for every number of threads. Throws Error if a file can't be
// read again or has changed, and Stopped.
std::string dedup_page(const DedupPageInput& input, const DedupPageBounds& bounds = {});

// Returns its data: a JSON object without "<", as page/removed/types.d.ts describes it.
std::string dedup_page_data(const DedupPageInput& input, const DedupPageBounds& bounds = {});

// The page as the build joins it (cmake/join_page.cmake).
extern const std::string_view removed_before_data, removed_after_data;

}  // namespace reprise::detail
