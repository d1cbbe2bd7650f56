#include "reprise/near/participants.h"

#include <algorithm>

#include "reprise/base/forest.h"

namespace reprise::detail {
namespace {

std::vector<uint32_t> roots_of_components(uint32_t count, const Buckets& buckets) {
  std::vector<uint32_t> roots = lone_trees(count);
  for (size_t b = 0; b < buckets.size(); ++b) {
    for (const uint32_t d : buckets[b]) {
      join(roots, buckets[b].front(), d);
    }
  }
  for (uint32_t d = 0; d < count; ++d) {
    roots[d] = roots[roots[d]];  // roots only fall, so one step is enough in order
  }
  return roots;
}

}  // namespace

Participants list_participants(uint32_t count, Buckets& buckets) {
  Participants all;
  std::vector<uint32_t> degree(count);
  for (const uint32_t d : buckets.documents) {
    ++degree[d];
  }
  {
    const std::vector<uint32_t> roots = roots_of_components(count, buckets);
    for (uint32_t d = 0; d < count; ++d) {
      if (degree[d] > 0) {
        all.documents.push_back(d);
      }
    }
    std::stable_sort(all.documents.begin(), all.documents.end(),
                     [&](uint32_t x, uint32_t y) { return roots[x] < roots[y]; });
    for (size_t p = 0; p < all.documents.size(); ++p) {
      if (p == 0 || roots[all.documents[p]] != roots[all.documents[p - 1]]) {
        all.components.push_back(p);
      }
    }
    all.components.push_back(all.documents.size());
  }
  all.bucket_begins.push_back(0);
  for (const uint32_t d : all.documents) {
    all.bucket_begins.push_back(all.bucket_begins.back() + degree[d]);
  }
  std::vector<uint32_t>& number = degree;  // of the participant that a document is
  for (uint32_t p = 0; p < all.documents.size(); ++p) {
    number[all.documents[p]] = p;
  }
  all.buckets.resize(buckets.documents.size());
  std::vector<size_t> next(all.bucket_begins.begin(), all.bucket_begins.end() - 1);
  for (uint32_t b = 0; b < buckets.size(); ++b) {
    for (uint32_t& d : buckets[b]) {
      d = number[d];
      all.buckets[next[d]++] = b;
    }
  }
  return all;
}

}  // namespace reprise::detail
