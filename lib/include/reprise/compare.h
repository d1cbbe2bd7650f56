// The whole comparison of a set of documents: near-duplicates, matrices, passages, points.
//
//     reprise::Result result = reprise::compare(reprise::read_corpus(paths), {});
//     std::cout << reprise::to_json(result, {});
//
// Deterministic: the same documents and options give the same result, for every number of threads.
#pragma once

#include "reprise/document.h"
#include "reprise/export.h"
#include "reprise/options.h"
#include "reprise/progress.h"
#include "reprise/result.h"

namespace reprise {

// What documents are compared with, and what is left out.
struct Beside {
  // If there are any, the documents are compared with these alone: press releases, known claims.
  Corpus references;
  Corpus ignored;  // texts whose passages don't count
  // Of more than 1,000 different texts, the matrices of shares hold what is above it, and of
  // Jaccard and containment only the pairs that are reported and the nearest of each document that
  // share with it what 64 texts at most hold. 0: everything. In [0, 1].
  double floor = 0.01;
};

// Compares the documents; the references follow them in the result. Any number of comparisons may
// run at once, each with threads of its own. Memory: the texts, 16 bytes a word, 8 a shingle. Cost:
// for collections of up to some ten thousand documents. Throws Error: of kind `usage` if the
// options can't be (CompareOptions::check), or for references where matrices are wanted; of kind
// `stopped` (Stopped) if `control` asks for it.
REPRISE_EXPORT Result compare(Corpus corpus, const CompareOptions& options, Beside beside = {},
                              const RunControl& control = {});

}  // namespace reprise
