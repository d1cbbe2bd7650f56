// Keys and similarities for engines, made by the parts of which find_duplicates is made.
//
//     1. Texts are cut into ranges; each range has a hasher of its own, as a block of dedup has.
//     2. The hasher leaves keys band after band; here they stand text after text, the number of
//        the band above each.
//
//     21 bands, text 3, band 2, key 0x9e01…    keys[3 * 21 + 2] == 2 << 32 | 0x9e01…
//
// Cost: that of dedup's first reading.
#include "reprise/dedup.h"

#include <algorithm>

#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/dedup/hasher.h"
#include "reprise/near/banding.h"
#include "reprise/near/similarity.h"

namespace reprise {

using namespace detail;
namespace {

using Texts = std::span<const std::optional<std::string_view>>;

constexpr size_t range_size = 256;  // texts in a round

// Returns the options without those that read other things than texts.
DedupOptions of_texts_alone(const DedupOptions& options) {
  options.check();
  DedupOptions alone;
  alone.words = options.words;
  alone.shingles = options.shingles;
  alone.sketch = options.sketch;
  alone.threshold = options.threshold;
  alone.drop_furniture = options.drop_furniture;
  return alone;
}

// Hashes the texts from `begin` to `end` and puts their keys into their places.
void hash_range(Texts texts, size_t begin, size_t end, const DedupOptions& options,
                BandKeys& result) {
  RecordHasher hasher(options, result.banding, nullptr);
  Block block;
  std::string mended;
  for (size_t i = begin; i < end; ++i) {
    std::string_view text = texts[i].value_or(std::string_view());
    if (!is_valid_utf8(text)) {
      mended = repaired_utf8(text);
      text = mended;
    }
    hasher.add(text, {}, {}, block);
  }
  hasher.end_block(block);
  const size_t bands = result.banding.bands;
  const size_t count = end - begin;
  for (size_t i = 0; i < count; ++i) {
    result.has_keys[begin + i] = block.words[i] > 0 ? 1 : 0;
    if (block.words[i] == 0) {
      continue;
    }
    for (size_t band = 0; band < bands; ++band) {
      result.keys[(begin + i) * bands + band] =
          (uint64_t{band} << 32) | block.keys[band * count + i];
    }
  }
}

TextSimilarity compare_texts(std::string_view a, std::string_view b, const DedupOptions& options) {
  if (a == b) {
    return {1, 1, 1};
  }
  const ShingleSet in_a = shingles_of(repaired_utf8(a), options);
  const ShingleSet in_b = shingles_of(repaired_utf8(b), options);
  const Similarity found = similarity_of({}, in_a.size(), in_b.size(), count_shared(in_a, in_b));
  return {found.jaccard, found.a_in_b, found.b_in_a};
}

}  // namespace

BandKeys band_keys(Texts texts, const DedupOptions& options, const RunControl& control) {
  const DedupOptions alone = of_texts_alone(options);
  const Workers workers(options.threads, control);
  BandKeys result;
  result.banding = choose_banding(alone.sketch.slots, alone.threshold);
  result.keys.resize(texts.size() * result.banding.bands);
  result.has_keys.resize(texts.size());
  parallel_for((texts.size() + range_size - 1) / range_size,
               [&](size_t range) {
                 const size_t begin = range * range_size;
                 hash_range(texts, begin, std::min(begin + range_size, texts.size()), alone,
                            result);
               },
               Progress::Phase::words);
  return result;
}

std::vector<std::optional<TextSimilarity>> verify_pairs(Texts a, Texts b,
                                                        const DedupOptions& options,
                                                        const RunControl& control) {
  if (a.size() != b.size()) {
    throw Error(ErrorKind::usage, {"", "the two columns are not of one length",
                                   "give two columns of equally many texts"});
  }
  const DedupOptions alone = of_texts_alone(options);
  const Workers workers(options.threads, control);
  std::vector<std::optional<TextSimilarity>> similarities(a.size());
  parallel_for(
      a.size(),
      [&](size_t i) {
        if (a[i] && b[i]) {
          similarities[i] = compare_texts(*a[i], *b[i], alone);
        }
      },
      Progress::Phase::comparing);
  return similarities;
}

}  // namespace reprise
