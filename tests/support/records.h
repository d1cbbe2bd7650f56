// Records for tests of dedup, with copies of every kind among them, and the rule of dedup applied
// to all pairs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/near/keep.h"
#include "support/generator.h"

namespace reprise::detail::support {

struct Record {
  std::string text;
  std::string date;             // empty: none
  std::optional<double> score;  // some have none
  std::string group;            // empty: none
};

// Returns families of copies, shuffled: the same bytes, the same words otherwise punctuated, edited
// ones from nearly equal to hardly alike, shortened ones; and a few records without a word.
std::vector<Record> make_records(size_t families, size_t most_copies, size_t most_words,
                                 Random& random);

// Returns the record as a line of JSON, without its end.
std::string line_of(const Record& record);

// Returns the records as a JSONL file.
std::string lines_of(std::span<const Record> records);

// Returns the decisions as they have to be if every pair is compared by all of its shingles. The
// field of KeepRule::largest and smallest is taken to be "score", that of `within` to be "group".
std::vector<Decision> decide_plainly(std::span<const Record> records, const DedupOptions& options);

}  // namespace reprise::detail::support
