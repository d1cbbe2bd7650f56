// Reading a corpus in a test, and what came of it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reprise/read.h"

namespace reprise::detail::support {

using Strings = std::vector<std::string>;

inline Corpus read(const Strings& paths, const ReadOptions& options = {},
                   const RunControl& control = {}) {
  return read_corpus(paths, options, control);
}

inline Strings ids_of(const Corpus& corpus) {
  Strings ids;
  for (const Document& d : corpus.documents) {
    ids.push_back(d.id);
  }
  return ids;
}

inline Strings texts_of(const Corpus& corpus) {
  Strings texts;
  for (const Document& d : corpus.documents) {
    texts.push_back(d.text);
  }
  return texts;
}

inline size_t count_rejected(const Corpus& corpus) {
  return static_cast<size_t>(std::count_if(corpus.problems.begin(), corpus.problems.end(),
                                           [](const Problem& p) { return p.rejected; }));
}

// Returns the only problem; a test that expects one must not overlook a second.
inline Problem only_problem(const Corpus& corpus) {
  EXPECT_EQ(corpus.problems.size(), 1u) << ::testing::PrintToString([&] {
    Strings all;
    for (const Problem& p : corpus.problems) {
      all.push_back(p.where + ": " + p.what);
    }
    return all;
  }());
  return corpus.problems.empty() ? Problem{} : corpus.problems.front();
}

}  // namespace reprise::detail::support
