// Page furniture: what stands in a text because of the page that it was taken from, and not because
// its author wrote or copied it. Mastheads, bylines, cookie notices, newsletters, polls, rows of
// links, "Related stories".
//
// It is decided here once, before passages and points are sought, which both leave it out. A block
// (blocks.h) is furniture, wherever it stands and however long it is, if
//
//     stories     it recurs in documents of different stories, the more of them the more it says:
//                 of four words in four, of a paragraph in ten
//     source      it stands in most pages of one source, three at least; a sentence of some length
//                 moreover in two stories
//     words       it says what furniture says, by the words of its language; with three quarters of
//                 its words, or, if it recurs in three documents, with a third
//     links       it is one of the links below a heading such as "Related stories"
//     neighbours  it is short, recurs in three documents, and stands in a row of such blocks with
//                 furniture among them: "Yes, he will." below "Take our poll"; or it is short, and
//                 furniture stands right before and behind it
//
// What recurs inside one story only is reuse, and stays: five students who copy one paragraph of an
// encyclopedia copied it. Which documents tell one story is asked of all that does not recur
// (rest.h).
//
//     Take our poll           words
//     Will the ferry sail?    neighbours
//     Yes                     neighbours
//     The ferry sank off.     text
//     Related                 words
//     Bread is dear           links
//
// What stands in a reference, or is part of one, is none: to look for it is what the reference is
// for. Titles hold none.
//
// Cost: about 30 ns a word, of which half is the sentences'. Units run in parallel.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "reprise/furniture/ranges.h"
#include "reprise/language/unit.h"
#include "reprise/passage.h"

namespace reprise::detail {

struct FurnitureSearch {
  std::span<const TextUnit> units;   // with their languages and sentences
  std::span<const uint32_t> source;  // of each document: a number, or no_value (corpus/field.h)
  Normalisation rules{};             // by which the words of the units were folded
  std::optional<DocumentId> first_reference{};  // documents from here on are references
};

struct Furniture {
  UnitRanges ranges;
  uint32_t stretches = 0;                // that are furniture from end to end
  std::optional<PassageSpan> example{};  // the longest of them
};

// Returns the furniture of the units' texts. Pure.
Furniture find_furniture(const FurnitureSearch& search);

}  // namespace reprise::detail
