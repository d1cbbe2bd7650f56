#include "reprise/result/gather.h"

#include <iterator>
#include <utility>

#include "reprise/corpus/lookalike_notes.h"
#include "reprise/result/offsets.h"

namespace reprise::detail {
namespace {

template <class Entry>
void append(std::vector<Entry>& list, std::vector<Entry> more) {
  std::move(more.begin(), more.end(), std::back_inserter(list));
}

}  // namespace

Result gather(const CompareOptions& options, Corpus corpus, Corpus references,
              std::vector<Problem> of_ignored) {
  Result result;
  result.options = options;
  result.documents = std::move(corpus.documents);
  result.problems = std::move(corpus.problems);
  if (!references.documents.empty()) {
    result.first_reference = DocumentId(result.documents.size());
  }
  append(result.documents, std::move(references.documents));
  append(result.problems, std::move(references.problems));
  append(result.problems, std::move(of_ignored));
  if (!options.words.fold_lookalikes) {
    append(result.problems, lookalike_notes(result.documents));
  }
  for (const Document& document : result.documents) {
    result.bytes.push_back(bytes_on_disk(document));
  }
  return result;
}

void put(NearFound& near, Result& result) {
  result.banding = near.banding;
  result.closest = near.closest;
  result.clusters = std::move(near.clusters);
  result.cluster_of = std::move(near.cluster_of);
  result.pairs = std::move(near.pairs);
}

void put(PointsFound found, const Originals& originals, Result& result) {
  result.points = std::move(found.points);
  result.disputes = std::move(found.disputes);
  result.stories = spread(std::move(found.stories), originals);
}

void put(ReuseFound found, Result& result) {
  result.units = std::move(found.units);
  result.passages = std::move(found.passages);
  result.passage_clusters = std::move(found.clusters);
  result.suppressed = std::move(found.suppressed);
  result.reuse = std::move(found.reuse);
  result.ignored = std::move(found.ignored);
}

}  // namespace reprise::detail
