// Steps: of each unit, words or characters become grams, of which winnowing keeps some; kept grams
// are sorted into buckets of equal ones; buckets of one document alone are dropped.
//
//     seed 4, so grams of 4 words, all kept
//     0: "a b c d e"    grams abcd, bcde          1: "x b c d e"    grams xbcd, bcde
//     buckets           bcde: unit 0 word 1, unit 1 word 1          abcd, xbcd: alone, dropped
//
// Cost and source: the head of grams.h.
#include "reprise/passages/grams.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <optional>
#include <stdexcept>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {
namespace {

constexpr uint32_t most_places_in_unit = 16;
constexpr uint32_t none = std::numeric_limits<uint32_t>::max();
constexpr uint64_t idle_gram = std::numeric_limits<uint64_t>::max();

// How long the grams are, and of how many in a row one is kept.
struct Sampling {
  uint32_t size, window;
};

Sampling sampling_of(uint32_t seed) {
  constexpr uint32_t shortest_sampled = 6;
  const uint32_t size = std::min(seed, std::max(shortest_sampled, seed / 3));
  return {size, seed - size + 1};
}

// What grams are made of: a hash for each word or character, and the token that it belongs to.
struct Stream {
  std::vector<uint64_t> hashes;
  std::vector<uint32_t> tokens;  // of characters; empty for words, which are tokens
};

void read_words(const Keys& keys, Stream& stream) {
  stream.hashes.assign(keys.begin(), keys.end());
  stream.tokens.clear();
}

// Makes the grams of n words that are idle phrases lose to all others: no window keeps one while it
// holds another gram.
void set_idle(std::span<const Key> words, uint32_t n, std::span<uint64_t> grams) {
  const uint32_t least = std::clamp(n / 2, 1u, 2u);
  uint32_t informative = 0;  // of the words of the gram
  for (uint32_t i = 0; i + 1 < n; ++i) {
    informative += !is_common(words[i]);
  }
  for (size_t g = 0; g < grams.size(); ++g) {
    informative += !is_common(words[g + n - 1]);
    if (informative < least) {
      grams[g] = idle_gram;
    }
    informative -= !is_common(words[g]);
  }
}

// Characters of the folded words, without blanks: scanners lose and invent these.
void read_characters(const TextUnit& unit, const Normalisation& rules, Stream& stream) {
  stream.hashes.clear();
  stream.tokens.clear();
  std::string folded;
  for (uint32_t t = 0; t < unit.tokens.size(); ++t) {
    fold_word(unit.tokens[t].span.in(unit.text), rules, folded);
    for (size_t at = 0; at < folded.size();) {
      const Decoded c = decode(folded, at);
      stream.hashes.push_back(mix(c.code));
      stream.tokens.push_back(t);
      at += c.size;
    }
  }
}

// Returns the place of the smallest gram in [begin, end), the last one of several.
size_t smallest_in(std::span<const uint64_t> grams, size_t begin, size_t end) {
  size_t smallest = begin;
  for (size_t i = begin + 1; i < end; ++i) {
    smallest = grams[i] <= grams[smallest] ? i : smallest;
  }
  return smallest;
}

// Calls on_kept(place) for the grams that winnowing keeps: the smallest hash of each window, the
// last one of several.
template <class OnKept>
void winnow(std::span<const uint64_t> grams, uint32_t window, const OnKept& on_kept) {
  if (window == 1) {
    for (size_t g = 0; g < grams.size(); ++g) {
      on_kept(g);
    }
    return;
  }
  size_t smallest = 0;
  for (size_t end = 1; end <= grams.size(); ++end) {
    const size_t begin = end > window ? end - window : 0;
    const size_t before = smallest;
    if (smallest < begin) {  // it left the window: look at all of it
      smallest = smallest_in(grams, begin, end);
    } else if (grams[end - 1] <= grams[smallest]) {
      smallest = end - 1;
    }
    // The first window is complete once `window` grams are there, or all.
    const bool complete = end >= window || end == grams.size();
    const bool first = end == std::min<size_t>(window, grams.size());
    if (complete && (first || smallest != before)) {
      on_kept(smallest);
    }
  }
}

// Returns the grams of one unit that are kept, in the order of the text.
std::vector<KeptGram> keep_grams(const TextUnit& unit, const Keys& keys, const Normalisation& rules,
                                 const PassageOptions& options) {
  thread_local Stream stream;
  thread_local std::vector<uint64_t> grams;
  const Sampling sampling = sampling_of(options.seed);
  if (options.seed_unit == SeedUnit::characters) {
    read_characters(unit, rules, stream);
  } else {
    read_words(keys, stream);
  }
  std::vector<KeptGram> kept;
  if (stream.hashes.size() < sampling.size) {
    return kept;
  }
  roll_shingles(stream.hashes, sampling.size, grams);
  if (stream.tokens.empty()) {
    set_idle(keys, sampling.size, grams);
  }
  kept.reserve(2 * grams.size() / (sampling.window + 1) + 4);
  winnow(grams, sampling.window, [&](size_t g) {
    if (grams[g] == idle_gram) {
      return;
    }
    kept.push_back({grams[g], stream.tokens.empty() ? static_cast<uint32_t>(g) : stream.tokens[g]});
  });
  return kept;
}

// Some buckets of grams: all that were added, and others by chance.
class SomeBuckets {
 public:
  explicit SomeBuckets(size_t grams) : bits_(std::bit_ceil(16 * grams + 64) / 64) {}

  void add(uint64_t gram) { word_of(gram) |= bit_of(gram); }
  bool may_hold(uint64_t gram) const { return (bits_[slot_of(gram)] & bit_of(gram)) != 0; }

 private:
  size_t slot_of(uint64_t gram) const { return bucket_of_gram(gram) / 64 % bits_.size(); }
  uint64_t& word_of(uint64_t gram) { return bits_[slot_of(gram)]; }
  static uint64_t bit_of(uint64_t gram) { return uint64_t{1} << bucket_of_gram(gram) % 64; }

  std::vector<uint64_t> bits_;
};

// Drops most grams of references that no other unit has: nobody looks for them.
void drop_unasked(std::span<const TextUnit> units, DocumentId first_reference,
                  std::vector<std::vector<KeptGram>>& kept) {
  const auto asks = [&](size_t u) {
    return units[u].document < first_reference;
  };
  size_t count = 0;
  for (size_t u = 0; u < units.size(); ++u) {
    count += asks(u) ? kept[u].size() : 0;
  }
  SomeBuckets asked(count);
  for (size_t u = 0; u < units.size(); ++u) {
    for (const KeptGram& gram : kept[u]) {
      if (asks(u)) {
        asked.add(gram.hash);
      }
    }
  }
  parallel_for(units.size(), [&](size_t u) {
    std::erase_if(kept[u], [&](const KeptGram& gram) { return !asked.may_hold(gram.hash); });
  });
}

// Returns whether a bucket may have more grams than are kept: buckets are counted by what is left
// of their numbers, and few texts have as many in one by chance.
bool may_be_full(std::span<const KeptGram> grams) {
  constexpr size_t counters = 4096;
  std::array<uint8_t, counters> counts{};
  for (const KeptGram& gram : grams) {
    if (++counts[bucket_of_gram(gram.hash) % counters] > most_places_in_unit) {
      return true;
    }
  }
  return false;
}

}  // namespace

uint32_t size_of_gram(const PassageOptions& options) {
  return sampling_of(options.seed).size;
}

std::vector<KeptGram> kept_grams(const TextUnit& unit, const Keys& keys, const Normalisation& rules,
                                 const PassageOptions& options) {
  std::vector<KeptGram> grams = keep_grams(unit, keys, rules, options);
  if (may_be_full(grams)) {
    std::unordered_map<uint32_t, uint32_t> places;
    std::erase_if(grams, [&](const KeptGram& gram) {
      return ++places[bucket_of_gram(gram.hash)] > most_places_in_unit;
    });
  }
  return grams;
}

GramIndex::GramIndex(std::span<const TextUnit> units, std::span<const Keys> keys,
                     const Normalisation& rules, const PassageOptions& options,
                     std::optional<DocumentId> first_reference, const ReferencePlaces* places) {
  std::vector<std::vector<KeptGram>> kept(units.size());
  parallel_for(units.size(),
               [&](size_t u) { kept[u] = keep_grams(units[u], keys[u], rules, options); });
  if (first_reference) {
    drop_unasked(units, *first_reference, kept);
  }

  uint64_t count = 0;
  for (const auto& list : kept) {
    first_.push_back(static_cast<uint32_t>(count));
    count += list.size();
  }
  if (count >= none) {
    throw Error(ErrorKind::input,
                {"", "too many words for passages", "compare fewer documents at a time"});
  }
  first_.push_back(static_cast<uint32_t>(count));

  std::vector<uint64_t> entries;
  std::vector<uint32_t> key_of_place;  // where references are elsewhere
  entries.reserve(count);
  places_.reserve(count);
  for (UnitId u; u < kept.size(); ++u) {
    for (const KeptGram& gram : kept[u]) {
      const uint32_t key = bucket_of_gram(gram.hash);
      entries.push_back(bucket_entry(key, static_cast<uint32_t>(entries.size())));
      if (places != nullptr) {
        key_of_place.push_back(key);
      }
      places_.push_back({u, gram.token, static_cast<uint32_t>(gram.hash)});
    }
    std::vector<KeptGram>().swap(kept[u]);
  }
  append_buckets(entries, buckets_);
  drop_unshared(units);
  if (places != nullptr && first_reference) {
    count_places(units, key_of_place, *first_reference, *places);
  }
}

void GramIndex::count_places(std::span<const TextUnit> units,
                             std::span<const uint32_t> key_of_place, DocumentId first_reference,
                             const ReferencePlaces& elsewhere) {
  const auto is_own = [&](uint32_t p) {
    return units[places_[p].unit].document < first_reference;
  };
  for (size_t b = 0; b < buckets_.size(); ++b) {
    const std::span<const uint32_t> bucket = std::as_const(buckets_)[b];
    const auto own = std::count_if(bucket.begin(), bucket.end(), is_own);
    const auto others = elsewhere.counts.find(key_of_place[bucket.front()]);
    counts_.push_back(static_cast<uint32_t>(own) +
                      (others == elsewhere.counts.end() ? 0 : others->second));
  }
  const auto& settled = elsewhere.settled;
  for (uint32_t p = 0; p < places_.size() && !settled.empty(); ++p) {
    const uint64_t gram = uint64_t{key_of_place[p]} << 32 | places_[p].check;
    if (bucket_of_[p] != 0 && is_own(p) && settled.contains(gram)) {
      bucket_of_[p] = 0;
    }
  }
}

void GramIndex::drop_unshared(std::span<const TextUnit> units) {
  Buckets kept;
  bucket_of_.resize(places_.size());
  for (size_t b = 0; b < buckets_.size(); ++b) {
    const size_t begin = kept.documents.size();
    uint32_t in_unit = 0;  // how many of the places were in the unit of the last one
    std::optional<UnitId> unit;
    bool shared = false;
    for (const uint32_t p : buckets_[b]) {
      in_unit = places_[p].unit == unit ? in_unit + 1 : 1;
      unit = places_[p].unit;
      if (in_unit > most_places_in_unit) {
        continue;
      }
      shared |= kept.documents.size() > begin &&
                units[places_[kept.documents[begin]].unit].document != units[*unit].document;
      kept.documents.push_back(p);
    }
    if (!shared) {
      kept.documents.resize(begin);
      continue;
    }
    kept.begins.push_back(kept.documents.size());
    for (size_t i = begin; i < kept.documents.size(); ++i) {
      bucket_of_[kept.documents[i]] = static_cast<uint32_t>(kept.size());
    }
  }
  buckets_ = std::move(kept);
}

}  // namespace reprise::detail
