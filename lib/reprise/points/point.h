// A talking point: what several documents say, each in its own words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reprise/base/span.h"
#include "reprise/language/figures/figures.h"

namespace reprise::detail {

// One place where a point is stated.
struct Mention {
  uint32_t unit = 0;    // index of the text unit
  Span span;            // bytes of the unit's text
  double likeness = 0;  // mean likeness to the mentions of other voices, in [0, 1]
  std::optional<Span>
      attributed;       // who is said to say so: bytes of the unit's text, "according to reports"
  bool denied = false;  // the text denies or doubts what it mentions: no repetition
};

// A figure inside a mention.
struct MentionedFigure {
  uint32_t mention = 0;  // index into the point's mentions
  Figure figure;         // spans are bytes of the unit's text
};

// A word or figure that several mentions share, with what it adds to the score of two mentions that
// have it.
struct BindingTerm {
  std::string word;
  double weight = 0;      // squared rarity in the story
  uint32_t mentions = 0;  // that have it
};

enum class PointClass { verbatim, near, restated };  // how alike the mentions' words are

struct Point {
  std::vector<Mention> mentions;   // by document, then place
  uint32_t label = 0;              // the mention that says it best: close to all others, and short
  std::vector<BindingTerm> terms;  // what binds the mentions, the strongest first
  double score = 0;                // how widely and how surely it is shared; the order of points
  double likeness = 0;             // mean likeness of two mentions of different voices, in [0, 1]
  PointClass kind = PointClass::restated;
  uint32_t story = 0;  // the story that all its documents tell
  std::vector<uint32_t>
      documents;        // that state it, ascending; those that only deny it are not among them
  uint32_t voices = 0;  // independent ones among them: copies of one text are one voice
  std::vector<MentionedFigure> figures;  // by mention, then place
  std::vector<std::pair<uint32_t, uint32_t>>
      disagreements;                // two figures each that can't both be right, by index
  std::optional<uint32_t> nearest;  // the point of its story that comes closest to it, by index
  double nearest_likeness = 0;      // mean likeness between the mentions of the two
};

// How points are sought. The numbers were chosen on collections that bench/results names.
struct PointOptions {
  std::string language = "auto";  // "auto": as the words say; else what languages_of knows
  bool names =
      true;  // whether names and figures are terms of their own; without, their words alone count
  bool figures = true;
  double least_score =
      0.17;  // mean likeness at which places are one point. Lower: more and looser points
  double margin_of_two = 0.05;  // by how much the likeness of two mentions alone must be higher
  uint32_t least_terms = 2;     // terms that two statements must share to be compared
  uint32_t rare_lines = 6;      // a term in no more statements than that is enough by itself
  uint32_t most_lines =
      200;  // a term in more statements than that proposes nothing; the cost grows with it
  uint32_t least_words = 9;       // of a stretch, if its statement has as many
  uint32_t longest_stretch = 24;  // words between the first and the last shared term of a stretch
  double smoothing = 1.5;         // added to a stretch's norm, in mean terms
  double pair_share = 0.05;  // of the product of two neighbours' weights that their pair is worth
  double character_share = 0.45;  // of the likeness that comes from character n-grams
  double opposed = 0.85;          // factor where one of two stretches says "not"
  double least_proposal = 0.08;   // likeness from which two stretches are places for a mention
  double same_place = 0.85;  // two stretches with that much of the longer in common are one place
  double story_likeness = 0.12;  // mean likeness of documents that tell one story
};

}  // namespace reprise::detail
