// How the rows of passages are got and read, where that is more than a member.
//
// Inside, a passage and its edits are ranges of words; a report has bytes on disk. So what is read
// must lie on the borders of words (read_places.h), and what stands between two edits must be as
// long on both sides, for these words are equal:
//
//     a  the [ferry] sails        "edits": [{"kind": "replace", "a": [4, 9], "b": [4, 8]}]
//     b  the [boat] sails
//
// Cost: about 1 µs a passage and 0.3 µs an edit.
#include "reprise/report/json/passage_shapes.h"

#include <algorithm>

#include "reprise/report/json/read_places.h"

namespace reprise::detail {
namespace {

// What stands between edits is equal, word for word, and so as long on both sides.
void check_edits(const JsonNode& node, const Passage& p) {
  uint32_t a = p.a.begin;
  uint32_t b = p.b.begin;
  const auto up_to = [&](TokenRange next_a, TokenRange next_b) {
    const bool goes_back = next_a.begin < a || next_b.begin < b;
    if (goes_back || next_a.begin - a != next_b.begin - b) {
      node.fail("does not hold edits in order, with equal words between them");
    }
    a = next_a.end;
    b = next_b.end;
  };
  for (const Edit& edit : p.edits) {
    up_to(edit.a, edit.b);
  }
  up_to({p.a.end, p.a.end}, {p.b.end, p.b.end});
}

}  // namespace

std::pair<uint64_t, uint64_t> shown_range(UnitId unit, TokenRange range, const Writing& w) {
  const Span span = bytes_of(w.result.units[unit], range);
  return {w.places.of(unit, span.begin).byte, w.places.of(unit, span.end).byte};
}

TokenRange read_range(const JsonNode& node, UnitId unit, Reading& r) {
  return r.places->pair(unit, node);
}

std::optional<std::vector<DocumentId>> first_of_cluster(const PassageCluster& cluster,
                                                        const Writing& w) {
  std::vector<DocumentId> documents;
  for (const PassageSpan& span : cluster.spans) {
    documents.push_back(w.result.units[span.unit].document);
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return first_documents(documents, w.result);
}

void read_side_a(const JsonNode& node, Passage& p, Reading& r) {
  const PassageSpan side = r.places->words(node);
  p.unit_a = side.unit;
  p.a = side.range;
}

void read_side_b(const JsonNode& node, Passage& p, Reading& r) {
  const PassageSpan side = r.places->words(node);
  p.unit_b = side.unit;
  p.b = side.range;
}

void read_edits(const JsonNode& node, Passage& p, Reading& r) {
  r.passage = &p;
  list(object<edit_shape>).read(node, p.edits, r);
  check_edits(node, p);
}

void read_passage_cluster(const JsonNode& node, Passage& p, Reading& r) {
  p.cluster = PassageClusterId(node.index(r.result.passage_clusters.size()));
}

void read_spans(const JsonNode& node, PassageCluster& cluster, Reading& r) {
  node.each([&](const JsonNode& span, size_t) { cluster.spans.push_back(r.places->words(span)); });
  if (cluster.spans.empty()) {
    node.fail("is empty");
  }
}

void read_core(const JsonNode& node, PassageCluster& cluster, Reading& r) {
  const std::string_view core = node.text();
  if (core.empty()) {
    const PassageSpan& first = cluster.spans.front();
    cluster.core = {first.unit, {first.range.begin, first.range.begin}};
    return;
  }
  for (const PassageSpan& span : cluster.spans) {
    if (const std::optional<TokenRange> found = r.places->find(span, core)) {
      cluster.core = {span.unit, *found};
      return;
    }
  }
  node.fail("stands in none of the spans");
}

// Furniture was called "template" in version 0.1.
void read_reason(const JsonNode& node, SuppressedPassages& suppressed, Reading& r) {
  if (node.text() == "template") {
    suppressed.reason = Suppression::furniture;
  } else {
    choice<Suppression>.read(node, suppressed.reason, r);
  }
}

void read_example(const JsonNode& node, SuppressedPassages& suppressed, Reading& r) {
  suppressed.example = r.places->words(node);
}

}  // namespace reprise::detail
