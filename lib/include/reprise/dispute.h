// A dispute: what some documents state and others contradict.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reprise/ids.h"
#include "reprise/point.h"

namespace reprise {

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
