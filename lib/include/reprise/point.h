// A talking point: what several documents say, each in its own words; and a dispute: what some
// state and others contradict.
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
  // The words that deny it, bytes of the unit's text; nothing for a mention of a saved report.
  std::optional<Span> denial;
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

// What speaks for it, or against it, that two mentions state the same (docs/guide.md, "Chance").
enum class EvidenceKind {
  none,       // what counts where nothing is known
  likeness,   // of the mentions
  sentences,  // likeness of the sentences around them
  shared,     // how much the words in common say
  relative,   // likeness beyond what is usual for both
  support,    // likeness of both to a third text
  place,      // how far down its text the nearer one to its begin stands
  distance,   // between the places in their texts
  opposed,    // one of them says "not"
  meaning,    // likeness by meaning alone; nothing without a model, as the next
  surplus,    // of meaning, beyond what is usual for both
  verdict     // what the judge says, who is asked instead of all others
};

struct PieceOfEvidence {
  EvidenceKind kind = EvidenceKind::none;
  double value = 0;     // as evidence.h measures it
  double log_odds = 0;  // what it adds to ln(chance / (1 - chance))
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
  // Who says it, where it is somebody's word and the texts name the same person or body for it.
  std::optional<std::string> speaker;
  double score = 0;     // how widely and how surely it is shared; the order of points
  double likeness = 0;  // mean likeness of two mentions of different voices, in [0, 1]
  double chance = 0;    // that two mentions of different voices state the same, in [0, 1]
  // Means over its pairs of mentions of different voices that were compared, and the share of its
  // pairs that these are, in [0, 1]: others have next to nothing in common, and a chance of 0.
  // Nothing for a point of a saved report.
  std::vector<PieceOfEvidence> evidence;
  double compared = 0;
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

// A dispute: what some documents state and others contradict.

// By what the sides are known: one denies or doubts the other ("denied that the vote was rigged"),
// says "not" to it ("won't resign"), or has an antonym of its word ("rejected" for "welcomed").
enum class DisputeKind { denial, negation, antonym };

// Those that say the same.
struct DisputeSide {
  std::vector<Mention> mentions;      // by document, then place
  uint32_t label = 0;                 // the mention that stands for the side
  std::string words;                  // of the label that oppose the other side: "won't resign"
  std::vector<DocumentId> documents;  // of the mentions, ascending
};

struct Dispute {
  DisputeKind kind = DisputeKind::antonym;
  std::vector<DisputeSide> sides;  // two; the one that more documents take comes first
  std::vector<PointId> points;     // that its mentions belong to, ascending; often none
  StoryId story;                   // that its documents tell
};

}  // namespace reprise
