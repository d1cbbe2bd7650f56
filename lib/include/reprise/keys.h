// What engines need to remove near-duplicates by means of their own: the keys by which documents
// meet, and how alike two that met are.
//
//     const BandKeys keys = band_keys(texts, options);   // group rows by key: candidates
//     const auto exact = verify_pairs(left, right, options);   // row by row: how alike they are
//
// Keys and similarities are those of find_duplicates with the same options, so that what an engine
// finds by them is what `reprise dedup` finds.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/export.h"
#include "reprise/near.h"
#include "reprise/progress.h"

namespace reprise {

struct BandKeys {
  Banding banding;
  // banding.bands keys a text, text after text: the number of the band in the upper 32 bits, below
  // it the key of the text in that band. Zeros for a text without words, which meets nobody.
  std::vector<uint64_t> keys;
  std::vector<uint8_t> has_keys;  // of each text: 1 or 0
};

// Returns the keys of texts; those that share one are candidates. Of the options, words, shingles,
// sketch, threshold, drop_furniture and threads count. Broken UTF-8 reads as U+FFFD. Throws Error
// of kind `usage` if the options can't be; Stopped. Cost: 2 to 4 ns a byte of text.
REPRISE_EXPORT BandKeys band_keys(std::span<const std::optional<std::string_view>> texts,
                                  const DedupOptions& options, const RunControl& control = {});

// How alike two texts are; all in [0, 1].
struct TextSimilarity {
  double jaccard = 0;
  double a_in_b = 0;  // the share of a's shingles found in b
  double b_in_a = 0;
};

// Returns how alike a[i] and b[i] are, for each i; nothing where one of them is none. Texts of the
// same bytes are 1, also without words. Throws as band_keys; also if the two are not of one
// length. Cost: some 10 microseconds a text.
REPRISE_EXPORT std::vector<std::optional<TextSimilarity>> verify_pairs(
    std::span<const std::optional<std::string_view>> a,
    std::span<const std::optional<std::string_view>> b, const DedupOptions& options,
    const RunControl& control = {});

}  // namespace reprise
