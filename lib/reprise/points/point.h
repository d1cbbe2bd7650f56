// A talking point: what several documents say, each in its own words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reprise/base/span.h"
#include "reprise/text/figures.h"

namespace reprise {

// One place where a point is stated.
struct Mention {
  uint32_t unit = 0;  // index of the text unit
  Span span;          // bytes of the unit's text
};

// A figure inside a mention.
struct MentionedFigure {
  uint32_t mention = 0;  // index into the point's mentions
  Figure figure;         // spans are bytes of the unit's text
};

enum class PointClass { verbatim, near, restated };  // how alike the mentions' words are

struct Point {
  std::vector<Mention> mentions;   // by document, then place
  uint32_t label = 0;              // the mention that is closest to all others
  std::vector<std::string> terms;  // words that bind the mentions, the strongest first
  double score = 0;                // voices beside the first that repeat it, each weighed with how alike it is
  PointClass likeness = PointClass::restated;
  std::vector<uint32_t> documents;       // ascending
  uint32_t voices = 0;                   // independent ones among them: copies of one text are one voice
  std::vector<MentionedFigure> figures;  // by mention, then place
  bool disagree = false;                 // two documents give figures that can't both be right
};

struct PointOptions {
  std::string language = "english";  // of the stems: a Snowball stemmer's name or ISO 639-1 code
  uint32_t least_stems = 2;          // stems that two clauses must share to be compared
  uint32_t rare_clauses = 8;         // a stem in no more clauses than that is enough by itself
  uint32_t most_clauses = 200;       // a stem in more clauses than that proposes no candidates; the cost grows with it
  double stem_share = 0.6;           // of the likeness that comes from stems; the rest from character n-grams
  double least_score = 0.22;         // average likeness at which clauses are one point. Lower: more and looser points
};

}  // namespace reprise
