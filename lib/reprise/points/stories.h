// Which documents tell the same story.
//
// Points are sought inside a story: its weights tell its claims apart, and ten thousand articles
// cost what their stories cost. How alike two documents are is told in document_likeness.h; stories
// are made by average link, of few articles from a lower likeness on. Texts of fewer than 60 words
// are statements rather than articles: they belong to the story that they are nearest to, or
// together to a story of their own.
//
// Source: Allan, Carbonell, Doddington, Yamron, Yang 1998 (topic detection by tf-idf and
// clustering).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/document_likeness.h"
#include "reprise/points/ids.h"
#include "reprise/points/statements.h"

namespace reprise::detail {

// Returns the story of each of the documents, numbered by their first one. A document without
// statements is a story by itself. Cost: that of comparing the documents.
std::vector<StoryId> group_stories(const StatementTable& table, std::span<const TextUnit> units,
                                   size_t documents, const PointOptions& options,
                                   DocumentDates dates = {});

}  // namespace reprise::detail
