// A saved report read back: the inverse of to_json, so that the work needs doing once.
//
//     const Result result = read_report(read_whole("report.json", damage), "report.json");
//     std::cout << to_terminal(result, {});
//
// What is read is what was written: to_json of it, with the same options, gives the same bytes, and
// to_terminal the same text. The words are found again in the texts, by the options that the report
// echoes, and every place in the report must lie on their borders, or on those of characters.
//
// What a report does not hold is not there: the timings; how many places a seed has
// (Passage::holders), how much a cluster agrees, what the terms of a point weigh, how alike each
// mention is to the others, which point is nearest; sentences. Of matrices of more than a thousand
// documents what is below the floor is 0, and so the closest pair may be missing.
//
// It may be of another version: a key that it lacks has what was the default, one that nobody knows
// is passed over. It may come from anybody: whatever it holds, it is read, or refused by an Error
// that names the value.
#pragma once

#include <string>

#include "reprise/result.h"

namespace reprise::detail {

// Reads a report of compare, matrix, passages or points. Throws Error, which calls the file
// `where`, and says which value of it is wrong, if it is no such report, or one that holds passages
// or points but not the texts that they stand in. Memory: four to six times its bytes, for a
// moment; then the result. Cost: 50 to 100 MB/s, most of it for finding the words again; texts run
// in parallel.
Result read_report(std::string json, const std::string& where);

}  // namespace reprise::detail
