// How alike two documents are as wholes, so that those of one story are found.
//
// Look-alikes of one trade share its words: two trials have a judge, a jury, a verdict each. What
// they do not share are names, and words that stand side by side: "Orvik ferry", "salt museum". So
// a document is two vectors, one of its terms and one of the pairs of neighbouring terms in its
// statements, each feature weighted with its rarity in the collection. The likeness is a mean of
// their cosines, in which pairs count double.
//
//     a: "The jury heard how the Orvik ferry sank."    jury hear orvik ferry sink;
//                                                      jury-hear hear-orvik orvik-ferry ferry-sink
//     b: "The Orvik ferry sank in fog."                shares three of its five terms, two pairs
//     c: "The jury heard a salt miner."                shares two of its five terms, one pair
//
// - How often a document says a word counts for nothing: a text that says "Orvik" twenty times
//   would be like whatever says it twice.
// - A short article is not kept from a long one that says the same and more: most of what a cosine
//   loses by different lengths is given back.
// - Two short articles have fewer chances to say a thing in the same words than two long ones, and
//   are made more alike for it.
// - Most pairs of neighbours stand in one document alone, by chance. They count a little, so that
//   two documents that share next to nothing with anybody are not alike by the one pair they have.
// - Rarity is that in the collection and some more documents that hold none of it, so that a
//   likeness means about the same among ten documents and among thousands.
// - Documents whose dates lie far apart are less alike: the same court sits again next month.
//
// Source: Salton, Buckley 1988 (tf-idf, cosine); Singhal, Buckley, Mitra 1996 (what lengths do).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reprise/corpus/date.h"
#include "reprise/points/link.h"
#include "reprise/points/statements.h"

namespace reprise::detail {

// By document, where it is known; empty: none is.
using DocumentDates = std::span<const std::optional<DateRange>>;

// Returns the likenesses, in [0, 1], of two documents each, those of `least` and more, a < b,
// ascending; nothing of two that share no term. Cost: the sum, over terms and pairs of neighbours,
// of the square of how many documents hold each, up to 1,000; what more hold is left out. Documents
// run in parallel.
std::vector<ScoredPair> compare_documents(const StatementTable& table,
                                          std::span<const TextUnit> units, size_t documents,
                                          DocumentDates dates, double least);

// Returns what the likeness of two documents is multiplied by: 1 up to three days between them, 1/2
// from a month on.
double nearness(const std::optional<DateRange>& a, const std::optional<DateRange>& b);

}  // namespace reprise::detail
