// The report as JSON: what other programs read. report.schema.json beside this file describes it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reprise/result.h"

namespace reprise::detail {

struct JsonOptions {
  bool text = true;          // of the documents
  double floor = 0.01;       // above `most_dense` documents, entries at or below it are left out
  size_t most_dense = 1000;  // documents up to which matrices are written in full
  std::vector<std::pair<std::string, double>> timings;  // in seconds; written if there are any
};

// Returns the report as one JSON object: a line for each key and for each member of its lists, so
// that it can be read and compared line by line. Keys in the order of the documentation, texts as
// valid UTF-8. Memory: about three times the size of what is returned. Pure; any thread.
std::string to_json(const Result& result, const JsonOptions& options);

}  // namespace reprise::detail
