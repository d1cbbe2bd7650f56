// What a comparison found: one structure, from which every renderer draws.
//
// Documents are counted by their place in `documents`; text units by their place in `units`.
// Identical texts are compared once: only the first of them has units, passages and points; the
// others stand beside it in its cluster.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reprise/document.h"
#include "reprise/export.h"
#include "reprise/ids.h"
#include "reprise/near.h"
#include "reprise/options.h"
#include "reprise/passage.h"
#include "reprise/point.h"
#include "reprise/text_unit.h"

namespace reprise {

// What a matrix holds between each two documents.
enum class MatrixMeasure {
  jaccard,      // shingles that both have over those of either
  containment,  // share of one's shingles that the other has
  passages,     // share of one's words in passages that the other has too
  points        // talking points that both state: a number, no share
};

// A measure between each two documents. value(i, j) goes from i to j.
struct Matrix {
  struct Entry {
    DocumentId from, to;
    double value = 0;
  };
  MatrixMeasure measure = MatrixMeasure::jaccard;
  bool symmetric = false;
  std::vector<double> diagonal;  // of each document with itself
  // All that are not 0, off the diagonal, ascending. Of identical documents the first stands for
  // the others, which have an entry with it alone: ten thousand copies are not fifty million
  // entries.
  std::vector<Entry> entries;
};

struct Result {
  CompareOptions options;
  std::vector<Document> documents;
  std::vector<Problem> problems;
  std::optional<DocumentId> first_reference;  // documents from here on are references
  // For each document, the first one with the same bytes (itself, mostly).
  std::vector<DocumentId> original;
  std::vector<uint64_t> bytes;                       // of each document's text as it lies on disk
  std::vector<uint32_t> words;                       // of each document's text
  std::vector<std::optional<ClusterId>> cluster_of;  // of each document
  std::vector<TextUnit> units;

  Banding banding;
  std::vector<Matrix> matrices;
  std::vector<Similarity>
      pairs;  // Jaccard or containment reaches the threshold; one of the two was kept
  std::optional<Similarity> closest;  // the pair with the highest Jaccard, whatever the threshold
  std::vector<MeasuredCluster> clusters;
  std::vector<Passage> passages;
  std::vector<PassageCluster> passage_clusters;
  std::vector<SuppressedPassages> suppressed;  // a reason each, those that occurred
  // Stretches of the documents that stand in texts whose passages don't count (Beside::ignored),
  // ascending, apart from one another.
  std::vector<PassageSpan> ignored;
  std::vector<Reuse> reuse;  // of each document, if passages were sought
  // Who has how much of whom, if passages or matrices were sought: in the order of
  // CompareOptions::rank.
  std::vector<RankedPair> ranking;
  std::vector<Point> points;
  std::vector<Dispute> disputes;  // by story, those of most documents first
  // Of each document, if points or matrices were sought: numbered by their first document.
  std::vector<StoryId> stories;
};

// Returns whether the texts of the documents are there; of a saved report that lacks them, the
// matrices alone can be shown.
REPRISE_EXPORT bool has_texts(const Result& result);

// Returns those of the documents that no known date puts behind another of them; nothing if none
// has a date.
REPRISE_EXPORT std::optional<std::vector<DocumentId>> first_documents(
    std::span<const DocumentId> documents, const Result& result);

// Returns whether the point's figures differ because the story went on: wherever two contradict
// each other, dates are known, and the later figure is the larger one (or everywhere the smaller
// one; of "at least 57", what was known counts); and they count what goes on rising (is_toll), or
// three documents or more give figures in this order.
REPRISE_EXPORT bool is_updated(const Point& point, const Result& result);

}  // namespace reprise
