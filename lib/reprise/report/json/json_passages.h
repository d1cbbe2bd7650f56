// The parts of a report that are about passages: passages, passage_clusters, suppressed, and the
// reuse of each document.
//
// There may be millions of passages, so their JSON is written straight into a string, without a
// tree of values between: about 2 µs a passage and its edits. Passages run in parallel. Not for two
// threads at once, because of the places.
#pragma once

#include <string>
#include <vector>

#include "reprise/result.h"
#include "reprise/result/places.h"

namespace reprise::detail {

// Each returns one JSON object for each member of the list.
std::vector<std::string> json_of_passages(const Result& result, Places& places);
std::vector<std::string> json_of_passage_clusters(const Result& result, Places& places);
std::vector<std::string> json_of_suppressed(const Result& result, Places& places);

// Returns the object that says how much of the document stands in others.
std::string json_of_reuse(const Result& result, uint32_t document);

}  // namespace reprise::detail
