#include "reprise/report/json/read_passages.h"

#include <algorithm>
#include <array>

#include "reprise/passages/suppress.h"
#include "reprise/report/json/json_names.h"

namespace reprise::detail {
namespace {

Edit read_edit(const JsonNode& node, const Passage& p, ReadPlaces& places) {
  const JsonNode a = node["a"], b = node["b"];
  Edit edit;
  edit.kind = static_cast<EditKind>(node["kind"].choice(names_of_edits));
  edit.a = places.pair(p.unit_a, a);
  edit.b = places.pair(p.unit_b, b);
  edit.near = node.holds("near") && node["near"].flag();
  return edit;
}

// What stands between edits is equal, word for word, and so as long on both sides.
void check_edits(const JsonNode& node, const Passage& p) {
  uint32_t a = p.a.begin, b = p.b.begin;
  const auto up_to = [&](TokenRange next_a, TokenRange next_b) {
    if (next_a.begin < a || next_b.begin < b || next_a.begin - a != next_b.begin - b) {
      node.fail("does not hold edits in order, with equal words between them");
    }
    a = next_a.end, b = next_b.end;
  };
  for (const Edit& edit : p.edits) {
    up_to(edit.a, edit.b);
  }
  up_to({p.a.end, p.a.end}, {p.b.end, p.b.end});
}

Passage read_passage(const JsonNode& node, ReadPlaces& places, size_t clusters) {
  const JsonNode side_a = node["a"], side_b = node["b"], edits = node["edits"];
  const PassageSpan a = places.words(side_a), b = places.words(side_b);
  Passage p;
  if (a.unit == b.unit) {
    node.fail("has both sides in one text");
  }
  p.unit_a = a.unit, p.unit_b = b.unit;
  p.a = a.range, p.b = b.range;
  p.matched = static_cast<uint32_t>(node["matched"].count(std::min(p.a.size(), p.b.size())));
  p.identity = node["identity"].real(0, 1);
  p.informative = static_cast<uint32_t>(node["informative"].count(p.matched));
  p.quoted = node["quoted"].flag();
  edits.each([&](const JsonNode& edit, size_t) { p.edits.push_back(read_edit(edit, p, places)); });
  check_edits(edits, p);
  if (node.holds("cluster")) {
    p.cluster = node["cluster"].index(clusters);
  }
  p.near = static_cast<uint32_t>(node["near"].count());
  return p;
}

PassageSpan core_of(const JsonNode& node, const PassageCluster& cluster, const ReadPlaces& places) {
  const std::string_view text = node.text();
  const PassageSpan& first = cluster.spans.front();
  if (text.empty()) {
    return {first.unit, {first.range.begin, first.range.begin}};
  }
  for (const PassageSpan& span : cluster.spans) {
    if (const std::optional<TokenRange> found = places.find(span, text)) {
      return {span.unit, *found};
    }
  }
  node.fail("stands in none of the spans");
}

PassageCluster read_cluster(const JsonNode& node, ReadPlaces& places) {
  const JsonNode spans = node["spans"];
  PassageCluster cluster;
  spans.each([&](const JsonNode& span, size_t) { cluster.spans.push_back(places.words(span)); });
  if (cluster.spans.empty()) {
    spans.fail("is empty");
  }
  const JsonNode core = node["core"];
  cluster.core = core_of(core, cluster, places);
  return cluster;
}

SuppressedPassages read_suppressed(const JsonNode& node, ReadPlaces& places) {
  std::array<std::string_view, 5> reasons;
  for (size_t i = 0; i < reasons.size(); ++i) {
    reasons[i] = name_of(static_cast<Suppression>(i));
  }
  const JsonNode at = node["at"];
  SuppressedPassages suppressed;
  suppressed.reason = static_cast<Suppression>(node["reason"].choice(reasons));
  suppressed.count = static_cast<uint32_t>(node["count"].count());
  suppressed.example = places.words(at);
  return suppressed;
}

}  // namespace

void read_passages(const JsonNode& root, ReadPlaces& places, Result& result) {
  const JsonNode clusters = root["passage_clusters"], passages = root["passages"],
                 suppressed = root["suppressed"];
  clusters.each([&](const JsonNode& node, size_t) {
    result.passage_clusters.push_back(read_cluster(node, places));
  });
  passages.each([&](const JsonNode& node, size_t) {
    result.passages.push_back(read_passage(node, places, result.passage_clusters.size()));
  });
  suppressed.each([&](const JsonNode& node, size_t) {
    result.suppressed.push_back(read_suppressed(node, places));
  });
}

}  // namespace reprise::detail
