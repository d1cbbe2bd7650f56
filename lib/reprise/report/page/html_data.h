// The data of the HTML report: a result as compact JSON, in rows of values without keys.
// page/src/types.d.ts says which value stands where; places are counted as browsers count, in
// UTF-16 units of the repaired text.
//
//     "passages": [[0, 6,120,310, 14,98,286, 31,30,29, 935,0,null, [12,15,12,18]], …]
//
// A part that the result has not got is absent. Pure; deterministic.
#pragma once

#include <string>
#include <vector>

#include "reprise/report.h"

namespace reprise::detail {

struct HtmlData {
  std::string json;                   // without "<", so that it can stand in markup
  std::vector<std::string> left_out;  // a sentence each
};

HtmlData html_data(const Result& result, const HtmlOptions& options);

// The clusters of the passages that the page shows, in the order in which these name them; and the
// passages, whose clusters are numbered so.
struct HtmlPassages {
  std::string passages, clusters;
};

// The parts that findings take, in rows. Of ranked pairs, points and passages (with their
// clusters), the first that fit into `most_bytes`, one at least; of matrices, those of each
// document's largest values, but for the empty rows if there is no room for a value. What is left
// out is told to `left_out`. Cost: linear, but for the order of passages and of a row's values.
std::string html_matrices(const Result& result, size_t most_bytes,
                          std::vector<std::string>& left_out);
std::string html_ranking(const Result& result, size_t most_bytes,
                         std::vector<std::string>& left_out);
HtmlPassages html_passages(const Result& result, size_t most_bytes,
                           std::vector<std::string>& left_out);
std::string html_points(const Result& result, size_t most_bytes,
                        std::vector<std::string>& left_out);

// Returns the rows of the disputes.
std::string html_disputes(const Result& result, size_t most_bytes,
                          std::vector<std::string>& left_out);

}  // namespace reprise::detail
