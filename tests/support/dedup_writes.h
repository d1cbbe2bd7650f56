// A run of dedup that writes its files, for tests.
#pragma once

#include <string>
#include <vector>

#include "reprise/dedup/outputs.h"

namespace reprise::detail::support {

using Strings = std::vector<std::string>;

inline DedupOptions usual_options() {
  DedupOptions options;
  options.threshold = 0.7;
  return options;
}

inline DedupResult run(const Strings& paths, const DedupOutputPaths& outputs,
                       const DedupOptions& options = usual_options()) {
  const DedupCallbacks callbacks{[](const Problem&) {
  }};
  const auto inputs = list_inputs(paths, options.read.format, callbacks.on_problem);
  DedupOutputs files(outputs, inputs);
  DedupResult result = find_duplicates(inputs, options, 0, callbacks);
  files.write(result, options);
  files.commit();
  return result;
}

inline DedupOutputPaths only_kept(const std::string& path,
                                  Annotation annotation = Annotation::none) {
  return {path, "", "", annotation};
}

}  // namespace reprise::detail::support
