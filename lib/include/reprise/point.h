// A talking point: what several documents say, each in its own words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reprise/ids.h"
#include "reprise/span.h"

namespace reprise {

enum class FigureKind { count, money, percent, year, duration, date, ratio };

// A number that a text gives: its range, its unit, and what it counts. "just under $6m" is money in
// USD from 5.4e6 to 6e6 (docs/guide.md, "Figures").
struct Figure {
  Span span;                 // bytes of the unit's text: hedge, number and unit
  uint32_t first_token = 0;  // the same, in tokens, half-open
  uint32_t last_token = 0;
  FigureKind kind = FigureKind::count;
  // ISO 4217 for money, "%", "day" or the like for a duration, "day" or "month-day" for a date;
  // else empty.
  std::string unit;
  std::optional<double> low, high;  // nothing: open at this end
  std::string of;  // what it counts or measures, folded ("chips"); empty if unknown
};

// One place where a point is stated.
struct Mention {
  UnitId unit;
  Span span;            // bytes of the unit's text
  Span sentence;        // that it stands in, with its quotation marks and its stop: around `span`
  double likeness = 0;  // mean likeness to the mentions of other voices, in [0, 1]
  // Who is said to say so: bytes of the unit's text, "according to reports".
  std::optional<Span> attributed;
  bool denied = false;  // the text denies or doubts what it mentions: no repetition
};

// A figure inside a mention.
struct MentionedFigure {
  uint32_t mention = 0;  // index into the point's mentions
  Figure figure;
};

// A word or figure that several mentions share, with what it adds to the score of two mentions that
// have it.
struct BindingTerm {
  std::string word;
  double weight = 0;      // squared rarity in the story
  uint32_t mentions = 0;  // that have it
};

// How alike the mentions' words are.
enum class PointClass { verbatim, near, restated };

struct Point {
  std::vector<Mention> mentions;  // by document, then place
  uint32_t label = 0;             // the mention that says it best: close to all others, and whole
  // What a reader is shown: the sentence, clause or quotation around the label that stands by
  // itself; bytes of the text of the label's unit.
  Span claim;
  std::vector<BindingTerm> terms;  // what binds the mentions, the strongest first
  double score = 0;                // how widely and how surely it is shared; the order of points
  double likeness = 0;             // mean likeness of two mentions of different voices, in [0, 1]
  double chance = 0;  // that two mentions of different voices state the same, in [0, 1]
  PointClass kind = PointClass::restated;
  StoryId story;  // that all its documents tell
  // That state it, ascending; those that only deny it are not among them.
  std::vector<DocumentId> documents;
  uint32_t voices = 0;  // independent ones among them: copies of one text are one voice
  std::vector<MentionedFigure> figures;  // by mention, then place
  // Two figures each that can't both be right, by index.
  std::vector<std::pair<uint32_t, uint32_t>> disagreements;
  std::optional<PointId> nearest;  // the point of its story that comes closest to it
  double nearest_likeness = 0;     // mean likeness between the mentions of the two
};

}  // namespace reprise
