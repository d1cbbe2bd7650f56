// The ranked pairs as rows of the HTML report, in their order: those that fit.
//
//     [0, 4, 120, 118, 2, 80, 920, 970, 930, 960, 7]
//
// documents 0 and 4: 120 words of the one and 118 of the other in 2 passages, the longest of 80;
// Jaccard, containment forth and back, and words in common in thousandths; 7 points.
//
// Cost: linear.
#include "reprise/report/page/html_data.h"
#include "reprise/report/page/html_rows.h"
#include "reprise/report/terminal/layout.h"

namespace reprise::detail {
namespace {

void append_pair(JsonRows& rows, const RankedPair& pair) {
  rows.open();
  rows.number(pair.pair.a);
  rows.number(pair.pair.b);
  rows.number(pair.a_words);
  rows.number(pair.b_words);
  rows.number(pair.passages);
  rows.number(pair.longest);
  for (const double share : {pair.jaccard, pair.a_in_b, pair.b_in_a, pair.vocabulary.value_or(0)}) {
    rows.number(thousandths(share));
  }
  rows.number_or_null(pair.points);
  rows.close();
}

}  // namespace

std::string html_ranking(const Result& result, size_t most_bytes,
                         std::vector<std::string>& left_out) {
  JsonRows rows;
  rows.open();
  size_t shown = 0;
  for (; shown < result.ranking.size(); ++shown) {
    if (shown > 0 && rows.size() >= most_bytes) {
      break;
    }
    append_pair(rows, result.ranking[shown]);
  }
  rows.close();
  if (shown < result.ranking.size()) {
    left_out.push_back(grouped(result.ranking.size() - shown) + " of " +
                       counted(result.ranking.size(), "pair") + ", the last of the ranking");
  }
  return rows.json();
}

}  // namespace reprise::detail
