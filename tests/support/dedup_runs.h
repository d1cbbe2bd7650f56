// A run of dedup that writes nothing, for tests.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/dedup/records.h"

namespace reprise::detail::support {

using Strings = std::vector<std::string>;

struct Outcome {
  DedupResult result;
  std::vector<Problem> problems;
};

inline Outcome run(const Strings& paths, const DedupOptions& options, size_t examples = 0) {
  Outcome made;
  const auto on_problem = [&](Problem p) {
    made.problems.push_back(std::move(p));
  };
  const auto inputs = list_inputs(paths, options.read.format, on_problem);
  DedupCallbacks callbacks{on_problem};
  callbacks.control.on_progress = [](const Progress& progress) {
    EXPECT_TRUE(progress.total == 0 || progress.done <= progress.total);
  };
  made.result = find_duplicates(inputs, options, examples, callbacks);
  const DedupResult& r = made.result;
  EXPECT_EQ(r.decisions.size(), r.records->count);
  EXPECT_EQ(r.keeps.size(), r.records->count);
  return made;
}

// Copies lie far enough from this threshold, or near enough for the bands to find them all.
inline DedupOptions with_threshold(double threshold) {
  DedupOptions options;
  options.threshold = threshold;
  return options;
}

}  // namespace reprise::detail::support
