// Steps of all_similarities(): every shingle of every document is a posting; sorted, equal shingles
// stand together; each document counts what it shares with later ones by looking behind its own
// postings.
//
//     0: {a b}   1: {b c}   2: {b}
//     postings   (a, 0) (b, 0) (b, 1) (b, 2) (c, 1)
//     0 shares b with 1 and 2; 1 shares it with 2
//
// nearest_similarities() does the same without the shingles that are common, for which it looks
// into the two sets once they have met; each document looks both ways, since what is near to it may
// not be so for the other. A text that consists mostly of what is common meets nobody so: it is
// held against the holders of its least common shingles, of so many that whoever holds enough of it
// holds one (prefix_size).
//
// Cost: a sort of the postings, then one step for each two documents that share a shingle.
#include "reprise/near/similarity.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

using Posting = std::pair<uint64_t, DocumentId>;  // a shingle, and a document that holds it

// Returns the postings of all shingles, sorted.
std::vector<Posting> make_postings(std::span<const ShingleSet> sets) {
  size_t total = 0;
  for (const ShingleSet& set : sets) {
    total += set.size();
  }
  std::vector<Posting> postings;
  postings.reserve(total);
  for (DocumentId d; d < sets.size(); ++d) {
    for (uint64_t shingle : sets[d]) {
      postings.emplace_back(shingle, d);
    }
  }
  std::sort(postings.begin(), postings.end());
  return postings;
}

// The postings, and where in them each document's own stand.
struct Index {
  std::vector<Posting> postings;
  std::vector<std::vector<size_t>> places;  // [document][i]: of its i-th shingle
};

Index make_index(std::span<const ShingleSet> sets) {
  Index index;
  index.postings = make_postings(sets);
  index.places.resize(sets.size());
  for (DocumentId d; d < sets.size(); ++d) {
    index.places[d].reserve(sets[d].size());
  }
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

// Who holds each of some shingles.
class HolderLists {
 public:
  explicit HolderLists(size_t documents) : lists_of_(documents) {}

  // Adds the holders of one shingle.
  void add(std::span<const Posting> holders) {
    const uint64_t list = begins_.size() - 1;
    for (const auto& [_, document] : holders) {
      holders_.push_back(document);
      lists_of_[document].push_back(list);
    }
    begins_.push_back(holders_.size());
  }

  // Returns the lists that the document is in, ascending.
  const std::vector<uint64_t>& of(DocumentId document) const { return lists_of_[document]; }

  std::span<const DocumentId> operator[](uint64_t list) const {
    return std::span(holders_).subspan(begins_[list], begins_[list + 1] - begins_[list]);
  }

 private:
  std::vector<DocumentId> holders_;  // list after list
  std::vector<size_t> begins_{0};    // of the lists; one more for the end
  std::vector<std::vector<uint64_t>> lists_of_;
};

// The shingles that are common, apart from the others.
struct Shingles {
  HolderLists rare;
  HolderLists common;
};

Shingles split_shingles(std::span<const ShingleSet> sets, uint32_t most_holders) {
  Shingles all{HolderLists(sets.size()), HolderLists(sets.size())};
  for_each_run(make_postings(sets), &Posting::first, [&](std::span<const Posting> holders) {
    HolderLists& own = holders.size() <= most_holders ? all.rare : all.common;
    own.add(holders);
  });
  return all;
}

bool is_nearer(const Similarity& x, const Similarity& y) {
  return std::tuple(-x.jaccard, x.pair) < std::tuple(-y.jaccard, y.pair);
}

// Leaves of the document's pairs those that are worth keeping.
void keep_nearest(std::vector<Similarity>& pairs, const PairLimits& limits) {
  std::erase_if(pairs,
                [&](const Similarity& s) { return std::max(s.a_in_b, s.b_in_a) <= limits.floor; });
  const auto last =
      pairs.begin() + static_cast<std::ptrdiff_t>(std::min(limits.most_near, pairs.size()));
  std::partial_sort(pairs.begin(), last, pairs.end(), is_nearer);
  const auto end = std::remove_if(last, pairs.end(), [&](const Similarity& s) {
    return std::max(s.a_in_b, s.b_in_a) < limits.threshold;
  });
  pairs.erase(end, pairs.end());
}

// Returns of how many shingles of a set, whichever they are, another set holds one, if it holds so
// large a share of the set: of 10 shingles and a share of 0.8, of any 3.
size_t prefix_size(size_t size, double share) {
  constexpr double rounding = 1e-9;
  const auto least = static_cast<size_t>(std::ceil(share * static_cast<double>(size) - rounding));
  return size + 1 - std::min(size, std::max<size_t>(least, 1));
}

// Returns who may hold so much of the document that the pair is kept, though they may share common
// shingles alone, ascending: the holders of the least common ones, where those that are not common
// are fewer than it takes.
std::vector<DocumentId> hosts_of(DocumentId document, const Shingles& shingles,
                                 const PairLimits& limits) {
  const size_t rare = shingles.rare.of(document).size();
  std::vector<uint64_t> lists = shingles.common.of(document);
  const size_t wanted = prefix_size(rare + lists.size(), limits.threshold);
  if (rare >= wanted) {
    return {};
  }
  std::stable_sort(lists.begin(), lists.end(), [&](uint64_t x, uint64_t y) {
    return shingles.common[x].size() < shingles.common[y].size();
  });
  lists.resize(std::min(lists.size(), wanted - rare));
  std::vector<DocumentId> hosts;
  for (const uint64_t list : lists) {
    const std::span<const DocumentId> holders = shingles.common[list];
    if (holders.size() > limits.most_hosts) {
      break;
    }
    hosts.insert(hosts.end(), holders.begin(), holders.end());
  }
  make_set(hosts);
  return hosts;
}

// Returns the document's pairs with all others, those that are worth keeping, in no order.
std::vector<Similarity> nearest_of(DocumentId document, std::span<const ShingleSet> sets,
                                   const Shingles& shingles, const PairLimits& limits) {
  thread_local std::vector<uint32_t> shared;  // with each document; all 0 between two calls
  shared.resize(std::max(shared.size(), sets.size()));
  std::vector<DocumentId> others;
  for (const uint64_t list : shingles.rare.of(document)) {
    for (const DocumentId other : shingles.rare[list]) {
      if (shared[other]++ == 0) {
        others.push_back(other);
      }
    }
  }
  const auto measured = [&](DocumentId other, size_t rare) {
    const size_t both =
        rare + count_shared(shingles.common.of(document), shingles.common.of(other));
    const DocumentPair pair{std::min(document, other), std::max(document, other)};
    return similarity_of(pair, sets[pair.a].size(), sets[pair.b].size(), both);
  };
  std::vector<DocumentId> hosts = hosts_of(document, shingles, limits);
  std::erase_if(hosts, [&](DocumentId host) { return host == document || shared[host] > 0; });
  std::vector<Similarity> pairs;
  for (const DocumentId other : others) {
    const size_t rare = std::exchange(shared[other], 0);
    if (other != document) {
      pairs.push_back(measured(other, rare));
    }
  }
  keep_nearest(pairs, limits);
  for (const DocumentId host : hosts) {
    const Similarity pair = measured(host, 0);
    const double share = std::max(pair.a_in_b, pair.b_in_a);
    if (share >= limits.threshold && share > limits.floor) {
      pairs.push_back(pair);
    }
  }
  return pairs;
}

// Returns the pairs of all rows, ascending, each once.
std::vector<Similarity> join_rows(std::span<const std::vector<Similarity>> rows) {
  std::vector<Similarity> all;
  for (const std::vector<Similarity>& row : rows) {
    all.insert(all.end(), row.begin(), row.end());
  }
  std::sort(all.begin(), all.end(),
            [](const Similarity& x, const Similarity& y) { return x.pair < y.pair; });
  const auto is_same = [](const Similarity& x, const Similarity& y) {
    return x.pair == y.pair;
  };
  all.erase(std::unique(all.begin(), all.end(), is_same), all.end());
  return all;
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

std::vector<Similarity> nearest_similarities(std::span<const ShingleSet> sets,
                                             const PairLimits& limits) {
  const Shingles shingles = split_shingles(sets, limits.most_holders);
  std::vector<std::vector<Similarity>> rows(sets.size());
  parallel_for(sets.size(),
               [&](size_t d) { rows[d] = nearest_of(DocumentId(d), sets, shingles, limits); });
  return join_rows(rows);
}

}  // namespace reprise::detail
