// How likely it is that two places state the same: what speaks for it and against it, weighed.
//
// Likeness by itself misleads. Two sentences on one subject share its words and say different
// things; "the vote was put off" and "they postponed it" share none. More is known of two places:
//
//     their likeness                            0.21
//     that of their whole sentences             0.15
//     what they share says much                 "dredger", no everyday word such as "year"
//     neither has others much like it           0.21 is 0.1 above what is usual for both
//     a third text is like both                 0.25
//     both stand near the begin of their texts  where news says what matters
//     one says "not", the other doesn't         no
//     and with a model of language, their likeness by meaning alone, 0.4, which is 0.2 above what
//     is usual for both
//
// Each counts so much as it did among real news and among short statements that people had marked
// (a logistic regression); the sum becomes a chance. Statements that are texts of their own have no
// place in one, and are judged by weights of theirs; so are pairs whose meaning is looked at.
//
// Cost: of a pair, that of merging the terms of two lines, and 64 neighbours of either place; of a
// place, a sort of its neighbours. Pairs run in parallel.
// Source: Cox 1958 (logistic regression).
#pragma once

#include <span>
#include <vector>

#include "reprise/meaning/learnt_weights.h"
#include "reprise/points/mentions.h"
#include "reprise/points/select.h"
#include "reprise/points/story.h"

namespace reprise::detail {

struct Evidence {
  double likeness = 0;   // of the places, over all sources, in [0, 1]
  double sentences = 0;  // of their lines by terms, in [0, 1]
  double shared = 0;     // ln(1 + what the terms in common say, in mean terms)
  double relative = 0;   // likeness less what is usual for its ends, for that for which it is more
  double support = 0;    // the greatest likeness that both have to a third place
  double place = 0;      // in its text, of the one that stands nearer to the begin, in [0, 1)
  double distance = 0;   // between the places in their texts, in [0, 1)
  bool opposed = false;  // one of them says "not"
  double meaning = 0;    // likeness by meaning alone; without a model 0, as is the next
  double surplus = 0;    // of meaning, over what is usual for its ends, as `relative` has it
};

// What is judged: stretches of longer texts, or texts of one statement each; by their words, or by
// their meaning as well.
enum class EvidenceOf { prose, statements, prose_with_meaning, statements_with_meaning };

// Returns the chance that the evidence is of two places that state the same, in [0, 1], rounded to
// a millionth, so that the last bit of a processor's exponential decides nothing. `learnt`: what
// counts where meaning is looked at; null: what the library has learnt.
double chance_of(const Evidence& evidence, EvidenceOf kind, const LearntWeights* learnt = nullptr);

// Returns the pieces as numbers: 1 for `none`, 0 or 1 for `opposed`.
Evidences values_of(const Evidence& evidence);

// Returns what each piece adds to the log odds of that chance. Their sum, in this order, is all of
// them.
Evidences log_odds_of(const Evidence& evidence, EvidenceOf kind,
                      const LearntWeights* learnt = nullptr);

// Returns what is known of each pair of places, beside found.pairs.
std::vector<Evidence> find_evidence(const PlacePairs& found, const Story& story);

// What is known of the pairs of a group.
struct GroupEvidence {
  std::vector<PieceOfEvidence> pieces;  // means over the pairs; none if there are no pairs
  double compared = 0;                  // share of the group's pairs of two voices that these are
};

// Returns what is known of the pairs of each group: of those that a judge was asked about, his
// verdicts alone. REQUIRES: no place is in two groups.
std::vector<GroupEvidence> find_group_evidence(std::span<const Group> groups,
                                               const PlacePairs& found, const Story& story);

// Returns the chance of each pair of places, beside found.pairs.
std::vector<double> find_chances(const PlacePairs& found, const Story& story);

}  // namespace reprise::detail
