// Which blocks stand in several documents, and in which.
//
// A document holds a block if it holds most of its runs of four words; figures are all one there,
// so that a masthead with the day's date is found in yesterday's page:
//
//     "The Courier, 3 May 2031, four pages"      the courier # may, courier # may #, …
//     "The Courier, 4 May 2031, six pages"       the same but for two of them
//
// What a text begins with is only sought at the begin of others: the headline of one page stands
// among the links of many, and belongs to its text nevertheless.
//
// Blocks that read the same, figures aside, are one kind, and looked up once. Of a run that more
// than 1,000 documents hold the first 1,000 are known.
//
// Cost: two passes over the words, 5 ns each, and a sort of the runs that stand in three places or
// more; memory: 2 bytes a word, and 16 bytes for each of these runs. Any thread, once built.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reprise/furniture/blocks.h"

namespace reprise::detail {

// Blocks that read the same.
struct BlockKind {
  TextBlock example;
  std::vector<DocumentId> holders;  // three and more, ascending
};

inline constexpr uint32_t no_kind = UINT32_MAX;

struct Recurrence {
  std::vector<BlockKind> kinds;             // those that three documents and more hold
  std::vector<std::vector<uint32_t>> kind;  // by unit and block; no_kind: it stands by itself
};

// Returns what recurs. `blocks`: of each unit. What stands in a reference (a document from
// `first_reference` on) recurs in none. Units run in parallel.
Recurrence find_recurrence(std::span<const TextUnit> units,
                           std::span<const std::vector<TextBlock>> blocks,
                           std::optional<DocumentId> first_reference);

}  // namespace reprise::detail
