// Steps of all_similarities(): every shingle of every document is a posting; sorted, equal shingles
// stand together; each document counts what it shares with later ones by looking behind its own
// postings.
//
//     0: {a b}   1: {b c}   2: {b}
//     postings   (a, 0) (b, 0) (b, 1) (b, 2) (c, 1)
//     0 shares b with 1 and 2; 1 shares it with 2
//
// Cost: a sort of the postings, then one step for each two documents that share a shingle.
#include "reprise/near/similarity.h"

#include <algorithm>
#include <utility>

#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

using Posting = std::pair<uint64_t, DocumentId>;  // a shingle, and a document that holds it

// The postings of all shingles, sorted; and where in them each document's own stand.
struct Index {
  std::vector<Posting> postings;
  std::vector<std::vector<size_t>> places;  // [document][i]: of its i-th shingle
};

Index make_index(std::span<const ShingleSet> sets) {
  Index index;
  index.places.resize(sets.size());
  size_t total = 0;
  for (const ShingleSet& set : sets) {
    total += set.size();
  }
  index.postings.reserve(total);
  for (DocumentId d; d < sets.size(); ++d) {
    for (uint64_t shingle : sets[d]) {
      index.postings.emplace_back(shingle, d);
    }
    index.places[d].reserve(sets[d].size());
  }
  std::sort(index.postings.begin(), index.postings.end());
  for (size_t p = 0; p < index.postings.size(); ++p) {
    index.places[index.postings[p].second].push_back(p);
  }
  return index;
}

// Returns the pairs of `document` with the later ones that share a shingle with it.
std::vector<Similarity> pairs_of(DocumentId document, std::span<const ShingleSet> sets,
                                 const Index& index) {
  thread_local std::vector<uint32_t> shared;  // with each document; all 0 between two calls
  shared.resize(std::max(shared.size(), sets.size()));
  std::vector<DocumentId> others;
  for (size_t place : index.places[document]) {
    const uint64_t shingle = index.postings[place].first;
    for (size_t p = place + 1; p < index.postings.size() && index.postings[p].first == shingle;
         ++p) {
      const DocumentId other = index.postings[p].second;
      if (shared[other]++ == 0) {
        others.push_back(other);
      }
    }
  }
  std::sort(others.begin(), others.end());
  std::vector<Similarity> pairs;
  pairs.reserve(others.size());
  for (const DocumentId other : others) {
    pairs.push_back(similarity_of({document, other}, sets[document].size(), sets[other].size(),
                                  std::exchange(shared[other], 0)));
  }
  return pairs;
}

}  // namespace

size_t count_shared(std::span<const uint64_t> a, std::span<const uint64_t> b) {
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const uint64_t x = a[i], y = b[j];
    shared += x == y;
    i += x <= y;
    j += y <= x;
  }
  return shared;
}

Similarity similarity_of(DocumentPair pair, size_t size_a, size_t size_b, size_t shared) {
  const auto share_of = [&](size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(whole);
  };
  return {pair, share_of(size_a + size_b - shared), share_of(size_a), share_of(size_b)};
}

std::vector<Similarity> verify(std::span<const ShingleSet> sets,
                               std::span<const DocumentPair> pairs) {
  std::vector<Similarity> result(pairs.size());
  parallel_for(pairs.size(), [&](size_t i) {
    const ShingleSet &a = sets[pairs[i].a], &b = sets[pairs[i].b];
    result[i] = similarity_of(pairs[i], a.size(), b.size(), count_shared(a, b));
  });
  return result;
}

std::vector<Similarity> all_similarities(std::span<const ShingleSet> sets) {
  const Index index = make_index(sets);
  std::vector<std::vector<Similarity>> rows(sets.size());
  parallel_for(sets.size(), [&](size_t d) { rows[d] = pairs_of(DocumentId(d), sets, index); });
  std::vector<Similarity> all;
  for (const auto& row : rows) {
    all.insert(all.end(), row.begin(), row.end());
  }
  return all;
}

}  // namespace reprise::detail
