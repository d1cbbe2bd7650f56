// From the columns of all records to a decision on each.
//
//     1. Places: the records in the order of keeping. By default that is the order of the input.
//     2. Originals: of records with one value of the field that makes copies, and then of texts
//        with equal bytes (all of one group), the first place stands for all.
//     3. Buckets: originals that share the key of a band (or a sampled shingle) may be alike. One
//        band at a time, so that memory holds one column and not 21.
//     4. keep_greedily() (near/keep.h) walks the places and asks the judge about pairs of a bucket.
//     5. Decisions go back from places to records, and from originals to their copies.
//
// Example: of three equal texts and one like them, --keep longest has the fourth at place 0; it
// stays, and the three go with it: the first because it was compared, the others as its copies.
//
// Cost: a key of each record and band is sorted; what comparing takes is up to the judge.
// Source: LSH by bands is chapter 3 of Leskovec, Rajaraman, Ullman: Mining of Massive Datasets.
#include "reprise/dedup/decide.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "reprise/base/parallel.h"
#include "reprise/dedup/hasher.h"
#include "reprise/dedup/judge.h"
#include "reprise/dedup/order.h"

namespace reprise::detail {
namespace {

// Calls on_record(place, block, index) for each record, in the order of keeping.
template <class OnRecord>
void for_each_place(const Records& records, const Order& order, const OnRecord& on_record) {
  if (order.records().empty()) {
    for (const Block& block : records.blocks) {
      for (uint32_t i = 0; i < block.size_in_records(); ++i) {
        on_record(block.first + i, block, i);
      }
    }
    return;
  }
  for (uint32_t place = 0; place < records.count; ++place) {
    const auto [block, index] = records.find(order.record(place));
    on_record(place, block, index);
  }
}

// What tells records that are one from all others: a hash, and the group that they stay in.
using Identity = std::optional<std::pair<TextHash, uint64_t>>;

uint64_t group_of(const Block& block, uint32_t index) {
  return block.groups.empty() ? 0 : block.groups[index];
}

// The bytes of the text.
Identity identity_by_text(const Block& block, uint32_t index) {
  return std::pair(block.texts[index], group_of(block, index));
}

// The value of the field; without one a record is alone.
Identity identity_by_value(const Block& block, uint32_t index) {
  const TextHash& value = block.values[index];
  return value == no_same_value ? Identity() : std::pair(value, group_of(block, index));
}

// Puts for each place that is an original the first original with the same identity.
template <class IdentityOf>
void merge_originals(const Records& records, const Order& order, const IdentityOf& identity_of,
                     std::vector<uint32_t>& originals) {
  std::vector<uint64_t> entries;
  entries.reserve(records.count);
  for_each_place(records, order, [&](uint32_t place, const Block& block, uint32_t i) {
    const Identity identity = identity_of(block, i);
    if (identity && originals[place] == place) {
      entries.push_back(bucket_entry(identity_key(identity->first, identity->second), place));
    }
  });
  Buckets same_key;
  append_buckets(entries, same_key);
  for (size_t b = 0; b < same_key.size(); ++b) {
    const std::span<uint32_t> places = same_key[b];
    const auto identity = [&](uint32_t place) {
      const auto [block, index] = records.find(order.record(place));
      return identity_of(block, index);
    };
    std::stable_sort(places.begin(), places.end(),
                     [&](uint32_t x, uint32_t y) { return identity(x) < identity(y); });
    for (size_t i = 1; i < places.size(); ++i) {
      if (identity(places[i]) == identity(places[i - 1])) {
        originals[places[i]] = originals[places[i - 1]];
      }
    }
  }
}

// Returns for each place the first place that is one with it: by the value of a field, if the
// options name one, and else by its text.
std::vector<uint32_t> find_originals(const Records& records, const Order& order,
                                     const DedupOptions& options, std::vector<bool>& same) {
  std::vector<uint32_t> originals(records.count);
  std::iota(originals.begin(), originals.end(), 0u);
  if (!options.same.empty()) {
    merge_originals(records, order, identity_by_value, originals);
    same.resize(records.count);
    for (uint32_t place = 0; place < records.count; ++place) {
      same[order.record(place)] = originals[place] != place;
    }
  }
  merge_originals(records, order, identity_by_text, originals);
  for (uint32_t& original : originals) {
    original = originals[original];
  }
  return originals;
}

// Returns the keys of one band of the block, from the temporary file if they were put there; `room`
// holds these.
std::span<const uint32_t> keys_of_band(const Records& records, const Block& block, size_t band,
                                       std::vector<uint32_t>& room) {
  const size_t count = block.size_in_records();
  if (!records.keys) {
    return std::span(block.keys).subspan(band * count, count);
  }
  room.resize(count);
  records.keys->read(block.spilled_keys + sizeof(uint32_t) * band * count,
                     {reinterpret_cast<char*>(room.data()), sizeof(uint32_t) * count});
  return room;
}

// The last place never has this one, for places are fewer than 2^32.
constexpr uint64_t no_entry = ~uint64_t{0};

// Makes buckets of the records that may be alike, of the originals alone.
class CandidateSearch {
 public:
  CandidateSearch(const Records& records, const Order& order, std::span<const uint32_t> originals)
      : records_(records), order_(order), originals_(originals) {}

  void add_band(size_t band, Buckets& buckets) {
    entries_.assign(records_.count, no_entry);
    for (const Block& block : records_.blocks) {
      const std::span<const uint32_t> keys = keys_of_band(records_, block, band, room_);
      for (uint32_t i = 0; i < keys.size(); ++i) {
        const uint32_t place = order_.place(block.first + i);
        if (is_candidate(place, block, i)) {
          entries_[place] = bucket_entry(keys[i], place);
        }
      }
    }
    std::erase(entries_, no_entry);
    append_buckets(entries_, buckets);
  }

  // A sixteenth of the sampled shingles at a time.
  static constexpr uint32_t slices = 16;

  void add_slice_of_samples(uint32_t slice, Buckets& buckets) {
    entries_.clear();
    for_each_place(records_, order_, [&](uint32_t place, const Block& block, uint32_t i) {
      if (!is_candidate(place, block, i)) {
        return;
      }
      for (uint32_t s = i == 0 ? 0 : block.sample_ends[i - 1]; s < block.sample_ends[i]; ++s) {
        if (block.sample[s] % slices == slice) {
          entries_.push_back(bucket_entry(block.sample[s], place));
        }
      }
    });
    append_buckets(entries_, buckets);
  }

 private:
  bool is_candidate(uint32_t place, const Block& block, uint32_t i) const {
    return block.words[i] > 0 && originals_[place] == place;
  }

  const Records& records_;
  const Order& order_;
  std::span<const uint32_t> originals_;
  std::vector<uint64_t> entries_;
  std::vector<uint32_t> room_;
};

Buckets find_buckets(Records& records, const Order& order, std::span<const uint32_t> originals,
                     const DedupOptions& options, const Banding& banding) {
  CandidateSearch search(records, order, originals);
  Buckets buckets;
  const bool by_bands = options.measure == Measure::jaccard;
  const uint32_t rounds = by_bands ? banding.bands : CandidateSearch::slices;
  for (uint32_t round = 0; round < rounds; ++round) {
    tell_progress({Progress::Phase::candidates, round, rounds});
    if (by_bands) {
      search.add_band(round, buckets);
    } else {
      search.add_slice_of_samples(round, buckets);
    }
  }
  records.keys.reset();
  for (Block& block : records.blocks) {
    block.keys = {};
    block.sample = {};
  }
  return buckets;
}

}  // namespace

Decided decide(Records& records, const DedupOptions& options, const Banding& banding,
               Examples& examples) {
  const Order order(records, options.keep);
  Decided decided;
  const std::vector<uint32_t> originals = find_originals(records, order, options, decided.same);
  Buckets buckets = find_buckets(records, order, originals, options, banding);

  KeepOptions keep{options.threshold, options.joining};
  if (options.memory > 0) {
    keep.open_bytes = std::min<uint64_t>(keep.open_bytes, options.memory / 4);
  }
  const auto judge = make_judge(records, order.records(), options, examples);
  const std::vector<Decision> by_place =
      keep_greedily(records.count, std::move(buckets), keep, *judge);

  // From places to records, and from originals to their copies.
  decided.decisions.resize(records.count);
  for (uint32_t place = 0; place < records.count; ++place) {
    const Decision& of_original = by_place[originals[place]];
    decided.decisions[order.record(place)] = {order.record(of_original.kept),
                                              of_original.similarity};
  }
  return decided;
}

}  // namespace reprise::detail
