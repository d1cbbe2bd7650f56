// A result is put together: first what is compared, then what each stage found.
#pragma once

#include "reprise/document.h"
#include "reprise/near/find.h"
#include "reprise/passages/find_reuse.h"
#include "reprise/points/find.h"
#include "reprise/result.h"

namespace reprise::detail {

// Returns a result with the options, the documents (the references behind the others), how large
// they are, and all problems, of the inputs first, then of the ignored texts, then what is to be
// said of the documents themselves.
Result gather(const CompareOptions& options, Corpus corpus, Corpus references,
              std::vector<Problem> of_ignored);

// Put what was found into the result; of near-duplicates all but the similarities, which matrices
// are made of. A copy tells the story of its original.
void put(NearFound& near, Result& result);
void put(PointsFound found, const Originals& originals, Result& result);
void put(ReuseFound found, Result& result);

}  // namespace reprise::detail
