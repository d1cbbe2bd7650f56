// Steps of find(): the document is scanned for seeds of items and heads of items; where heads
// stand, whole items are looked up, and compared word for word; for every other item with a seed
// there, the best stretch is sought (reference_stretch.h); and identical items get the match of the
// one that stood for them.
//
//     items     0: "a b c"   1: the same   2: 40 words
//     document  "x a b c y", and two thirds of item 2
//     heads     "a b" at word 1; the only length behind it is 3: "a b c", word for word
//     seeds     8 words of item 2; its best stretch has a share below 0.7
//     matches   items 0 and 1
//
// Cost: the head of reference.h.
#include "reprise/near/reference.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <unordered_map>

#include "reprise/near/reference_stretch.h"

namespace reprise::detail {

struct ReferenceIndex::Found {
  uint32_t distinct = 0;
  double share = 0;
  TokenRange words;
};

ReferenceIndex::ReferenceIndex(std::span<const std::vector<uint64_t>> items,
                               const ReferenceOptions& options)
    : options_(options) {
  keep_distinct(items);
  table_ = make_table();
}

std::vector<ReferenceMatch> ReferenceIndex::find(std::span<const uint64_t> words) const {
  std::vector<ReferenceHit> hits = table_.scan(words);
  if (hits.empty()) {
    return {};
  }
  std::sort(hits.begin(), hits.end());
  const auto heads =
      std::find_if(hits.begin(), hits.end(), [](const auto& h) { return h.what >= h.is_head; });
  const RunHashes runs(words);
  std::vector<Found> found = find_verbatim(words, runs, {heads, hits.end()});
  find_edited(words, runs, {hits.begin(), heads}, found);

  std::vector<ReferenceMatch> matches;
  for (const Found& f : found) {
    for (size_t c = copy_begins_[f.distinct]; c < copy_begins_[f.distinct + 1]; ++c) {
      matches.push_back({copies_[c], f.share, f.words});
    }
  }
  std::sort(matches.begin(), matches.end(),
            [](const auto& x, const auto& y) { return x.item < y.item; });
  return matches;
}

size_t ReferenceIndex::memory_bytes() const {
  return words_.capacity() * sizeof(uint64_t) +
         (begins_.capacity() + copy_begins_.capacity()) * sizeof(size_t) +
         copies_.capacity() * sizeof(uint32_t) + table_.memory_bytes();
}

std::span<const uint64_t> ReferenceIndex::words_of(uint32_t distinct) const {
  return std::span(words_).subspan(begins_[distinct], begins_[distinct + 1] - begins_[distinct]);
}

void ReferenceIndex::keep_distinct(std::span<const std::vector<uint64_t>> items) {
  struct Named {
    uint64_t hash;
    uint32_t item;
  };
  std::vector<Named> order;
  for (uint32_t i = 0; i < items.size(); ++i) {
    const RunLength all(static_cast<uint32_t>(items[i].size()));
    if (!items[i].empty()) {
      order.push_back({RunHashes(items[i]).of(0, all), i});
    }
  }
  std::sort(order.begin(), order.end(), [&](const Named& x, const Named& y) {
    return std::tie(x.hash, items[x.item], x.item) < std::tie(y.hash, items[y.item], y.item);
  });
  for (size_t i = 0; i < order.size(); ++i) {
    const auto& item = items[order[i].item];
    if (i == 0 || item != items[order[i - 1].item]) {
      begins_.push_back(words_.size());
      copy_begins_.push_back(copies_.size());
      words_.insert(words_.end(), item.begin(), item.end());
    }
    copies_.push_back(order[i].item);
  }
  begins_.push_back(words_.size());
  copy_begins_.push_back(copies_.size());
  words_.shrink_to_fit();
}

ReferenceTable ReferenceIndex::make_table() const {
  return ReferenceTable(
      static_cast<uint32_t>(begins_.size() - 1), [this](uint32_t i) -> ReferenceRuns {
        const auto words = static_cast<uint32_t>(words_of(i).size());
        if (words < options_.ngram) {
          return {words_of(i), std::bit_floor(std::min(words, 4u)), 0};
        }
        const uint32_t seed = stretch_rule(words, options_.ngram, options_.share).seed;
        return {words_of(i), seed, seed};
      });
}

// Returns the items that stand in the document word for word, ordered, each at its first place.
std::vector<ReferenceIndex::Found> ReferenceIndex::find_verbatim(
    std::span<const uint64_t> words, const RunHashes& runs,
    std::span<const ReferenceHit> heads) const {
  // Of each item the first: it has one head, whose places ascend.
  std::unordered_map<uint32_t, uint32_t> places;
  for (size_t begin = 0, end = 0; begin < heads.size(); begin = end) {
    while (end < heads.size() && heads[end].what == heads[begin].what) {
      ++end;
    }
    for (const uint32_t count : table_.lengths_of(heads[begin].what)) {
      const RunLength length(count);
      for (size_t h = begin; h < end && heads[h].place + size_t{count} <= words.size(); ++h) {
        const uint32_t i = table_.find_whole(runs.of(heads[h].place, length), count);
        if (i != ReferenceTable::none) {
          places.try_emplace(i, heads[h].place);
        }
      }
    }
  }
  std::vector<Found> found;
  for (const auto& [i, place] : places) {
    const auto item = words_of(i),
               there = words.subspan(place, std::min(item.size(), words.size() - place));
    if (!std::equal(item.begin(), item.end(), there.begin(), there.end())) {
      continue;
    }
    found.push_back({i, 1, {place, place + static_cast<uint32_t>(item.size())}});
  }
  std::sort(found.begin(), found.end(),
            [](const Found& x, const Found& y) { return x.distinct < y.distinct; });
  return found;
}

// Adds to the items found, which are ordered, those of which a good share stands somewhere.
void ReferenceIndex::find_edited(std::span<const uint64_t> words, const RunHashes& runs,
                                 std::span<const ReferenceHit> seeds,
                                 std::vector<Found>& found) const {
  const size_t verbatim = found.size();
  for (size_t begin = 0, end = 0, v = 0; begin < seeds.size(); begin = end) {
    const uint32_t i = seeds[begin].what;
    while (end < seeds.size() && seeds[end].what == i) {
      ++end;
    }
    while (v < verbatim && found[v].distinct < i) {
      ++v;
    }
    if (v < verbatim && found[v].distinct == i) {
      continue;
    }
    const auto item = words_of(i);
    if (item.size() < options_.ngram) {
      continue;  // an entry of another kind with the same bits
    }
    const StretchRule rule =
        stretch_rule(static_cast<uint32_t>(item.size()), options_.ngram, options_.share);
    const Stretch best = best_stretch(item, words, runs, seeds.subspan(begin, end - begin), rule);
    if (best.shared > 0) {
      found.push_back(
          {i, static_cast<double>(best.shared) / static_cast<double>(item.size()), best.words});
    }
  }
}

}  // namespace reprise::detail
