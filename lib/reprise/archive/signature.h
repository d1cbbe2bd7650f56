// What an archive knows of a document beside its text: by which keys it is found.
//
//     bands    a key for each band of its sketch (near/banding.h)
//     grams    those that its text and its title keep (passages/grams.h)
//     codes    of the words of both (passages/word_codes.h), unless seeds are of characters
//
// They hang on the document and the parameters alone, never on what else is in the archive, and are
// made by the same functions as those of a comparison. Cost: that of a comparison's first steps,
// some 50 µs for 600 words. Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "reprise/document.h"
#include "reprise/language/unit.h"
#include "reprise/options.h"
#include "reprise/passages/word_codes.h"

namespace reprise::detail {

// By what an archive is found: of the options of a comparison those that its keys hang on.
struct ArchiveParameters {
  Normalisation words;
  std::string language = "auto";
  ShingleOptions shingles;
  SketchOptions sketch;
  double threshold = 0.5;
  SeedUnit seed_unit = SeedUnit::stems;
  uint32_t seed = 4;

  friend bool operator==(const ArchiveParameters&, const ArchiveParameters&);
};

ArchiveParameters parameters_of(const CompareOptions& options);

// Sets those of the options that the parameters hold.
void apply(const ArchiveParameters& parameters, CompareOptions& options);

// Returns the units of the documents, each by itself: a text too short to tell its language has
// none, whatever stands beside it.
std::vector<TextUnit> units_alone(std::span<const Document> documents, const Normalisation& words,
                                  const std::string& language);

// Returns the keys of a text's bands.
std::vector<uint32_t> bands_of(const TextUnit& text, const ArchiveParameters& parameters);

struct Signature {
  std::vector<uint32_t> bands;
  std::vector<uint64_t> text_grams;   // in the order of the text
  std::vector<uint64_t> title_grams;  // of the title, if it is no part of the text
  std::vector<WordCode> text_codes;
  std::vector<WordCode> title_codes;
  uint32_t words = 0;  // of the text
};

// Returns the signature of each document, in parallel. Many at a time cost a third of what each
// costs alone.
std::vector<Signature> signatures_of(std::span<const Document> documents,
                                     const ArchiveParameters& parameters);
Signature signature_of(const Document& document, const ArchiveParameters& parameters);

// Returns a number that is another one if this build would make other keys: how words are read,
// stemmed and hashed, tried on a text of many kinds; not of languages whose words a dictionary
// parts (Chinese, Japanese, Thai).
uint64_t fingerprint(const ArchiveParameters& parameters);

}  // namespace reprise::detail
