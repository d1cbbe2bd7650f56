#include "reprise/result/word_index.h"

#include <algorithm>
#include <utility>

#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

// Returns the words of those documents, ascending.
std::vector<uint64_t> words_of(std::span<const ShingleSet> words,
                               std::span<const DocumentId> asked) {
  std::vector<uint64_t> all;
  for (const DocumentId d : asked) {
    all.insert(all.end(), words[d].begin(), words[d].end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

WordIndex::WordIndex(std::span<const ShingleSet> words, std::span<const DocumentId> asked,
                     DocumentId first_holder)
    : wanted_(words_of(words, asked)), held_(words.size()) {
  parallel_for(words.size(), [&](size_t d) { held_[d] = places_of(words[d]); });
  count_holders(first_holder);
  fill(first_holder);
}

std::optional<DocumentId> WordIndex::nearest(DocumentId to) const {
  thread_local std::vector<uint32_t> shared;  // with each document; all 0 between two calls
  shared.resize(std::max(shared.size(), held_.size()));
  std::vector<DocumentId> met;
  for (const uint32_t word : held_[to]) {
    for (size_t at = begin_[word]; at < begin_[word + 1]; ++at) {
      if (shared[holders_[at]]++ == 0) {
        met.push_back(holders_[at]);
      }
    }
  }
  std::optional<DocumentId> best;
  uint32_t most = 0;
  for (const DocumentId other : met) {
    const uint32_t count = std::exchange(shared[other], 0);
    const bool is_nearer = count > most || (count == most && best && other < *best);
    if (other != to && is_nearer) {
      most = count;
      best = other;
    }
  }
  return best;
}

// Returns the places in wanted_ of those of the words that are there.
std::vector<uint32_t> WordIndex::places_of(const ShingleSet& words) const {
  std::vector<uint32_t> ids;
  auto at = wanted_.begin();
  for (const uint64_t word : words) {
    at = std::lower_bound(at, wanted_.end(), word);
    if (at != wanted_.end() && *at == word) {
      ids.push_back(static_cast<uint32_t>(at - wanted_.begin()));
    }
  }
  return ids;
}

// Makes room for the holders of each word; none for one that too many hold to say anything.
void WordIndex::count_holders(DocumentId first) {
  begin_.assign(wanted_.size() + 1, 0);
  for (size_t d = first; d < held_.size(); ++d) {
    for (const uint32_t word : held_[d]) {
      ++begin_[word + 1];
    }
  }
  for (size_t word = 1; word < begin_.size(); ++word) {
    if (begin_[word] > most_holders_of_a_word) {
      begin_[word] = 0;
    }
    begin_[word] += begin_[word - 1];
  }
  holders_.resize(begin_.back());
}

void WordIndex::fill(DocumentId first) {
  std::vector<size_t> next(begin_.begin(), begin_.end());
  for (DocumentId d = first; d < held_.size(); ++d) {
    for (const uint32_t word : held_[d]) {
      if (next[word] < begin_[word + 1]) {
        holders_[next[word]++] = d;
      }
    }
  }
}

}  // namespace reprise::detail
