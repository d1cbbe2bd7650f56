// Which documents tell the same story.
//
// Points are sought inside a story: its weights tell its claims apart, and ten thousand articles
// cost what their stories cost. Two documents are as alike as the cosine of their terms, each
// weighted with its rarity in the collection; stories are made by average link. Texts of fewer than
// 60 words are statements rather than articles: they belong to the story that they are nearest to,
// or together to a story of their own. Terms in more than 1,000 documents are left out.
//
// Source: Allan, Carbonell, Doddington, Yamron, Yang 1998 (topic detection by tf-idf and
// clustering).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/ids.h"
#include "reprise/points/statements.h"

namespace reprise::detail {

// Returns the story of each of the documents, numbered by their first one. A document without
// statements is a story by itself. Cost: linear in the terms, times the number of documents that
// share them; documents run in parallel.
std::vector<StoryId> group_stories(const StatementTable& table, std::span<const TextUnit> units,
                                   size_t documents, const PointOptions& options);

}  // namespace reprise::detail
