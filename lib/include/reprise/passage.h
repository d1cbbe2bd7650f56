// A passage: a stretch of one text that stands in another too, word for word or lightly edited.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "reprise/ids.h"
#include "reprise/text_unit.h"

namespace reprise {

// From side a to side b.
enum class EditKind { replace, insert, remove };

// Words that differ between the two sides. An insertion has no words in a, a removal none in b.
struct Edit {
  EditKind kind = EditKind::replace;
  TokenRange a, b;
  bool near = false;  // word for word near misses
};

struct Passage {
  UnitId unit_a, unit_b;  // unit_a < unit_b, or unit_b is a reference's
  TokenRange a, b;
  uint32_t matched = 0;  // words that are the same on both sides, in order
  uint32_t near = 0;     // words of one stem, or that a slip of the pen or of a scanner tells apart
  uint32_t informative = 0;  // of the matched words, those that are not common
  uint32_t holders = 0;      // places of its rarest seed in the whole collection
  double identity = 0;       // matched words over the words of the longer side, in (0, 1]
  bool quoted = false;       // both sides stand in quotation marks
  std::vector<Edit> edits;   // in order
  std::optional<PassageClusterId> cluster;

  // Words that say something: a common one counts for a quarter.
  double weight() const { return informative + 0.25 * (matched - informative); }
};

// A stretch of one unit.
struct PassageSpan {
  UnitId unit;
  TokenRange range;
  friend auto operator<=>(const PassageSpan&, const PassageSpan&) = default;
};

// The same text in three documents or more.
struct PassageCluster {
  std::vector<PassageSpan> spans;  // ascending
  PassageSpan core;                // in one of them: the longest run of words that all of them have
  double agreement = 0;  // mean share of the words of that one that the others have; (0, 1]
};

// Why a passage that was found is not reported.
enum class Suppression { ignored, furniture, same_source, quotation, common };

struct SuppressedPassages {
  Suppression reason = Suppression::ignored;
  uint32_t count = 0;
  PassageSpan example;  // a side of the longest of them
};

// How much of one document's text stands in others.
struct Reuse {
  struct Source {
    DocumentId document;
    uint32_t words = 0;  // of this document that stand in that one too
  };
  uint32_t words = 0;           // that stand in any other, each counted once
  std::vector<Source> sources;  // most words first
};

}  // namespace reprise
