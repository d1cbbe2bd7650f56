// The keys of passages, of their clusters, and of what was suppressed.
#pragma once

#include "reprise/report/json/place_shapes.h"

namespace reprise::detail {

inline std::string shown_text(const PassageSpan& span, const Writing& w) {
  return w.places.text(span.unit, bytes_of(span, w));
}

// A range of one side of the passage that is written, in bytes on disk.
std::pair<uint64_t, uint64_t> shown_range(UnitId unit, TokenRange range, const Writing& w);

void read_side_a(const JsonNode& node, Passage& passage, Reading& r);
void read_side_b(const JsonNode& node, Passage& passage, Reading& r);
void read_edits(const JsonNode& node, Passage& passage, Reading& r);
void read_passage_cluster(const JsonNode& node, Passage& passage, Reading& r);
TokenRange read_range(const JsonNode& node, UnitId unit, Reading& r);
void read_spans(const JsonNode& node, PassageCluster& cluster, Reading& r);
void read_core(const JsonNode& node, PassageCluster& cluster, Reading& r);
void read_reason(const JsonNode& node, SuppressedPassages& suppressed, Reading& r);
void read_example(const JsonNode& node, SuppressedPassages& suppressed, Reading& r);
std::optional<std::vector<DocumentId>> first_of_cluster(const PassageCluster& cluster,
                                                        const Writing& w);

inline constexpr auto edit_shape = shape(
    "edit",
    "Where the two sides of a passage differ; ranges are half-open, in bytes, counted as begin and "
    "end are.",
    field("kind", "What was done from a to b. insert: empty in a. remove: empty in b.",
          choice<EditKind>, &Edit::kind),
    field(
        "a", "The range in a.", two(whole),
        [](const Edit& edit, const Writing& w) {
          return shown_range(w.passage->unit_a, edit.a, w);
        },
        [](const JsonNode& node, Edit& edit, Reading& r) {
          edit.a = read_range(node, r.passage->unit_a, r);
        }),
    field(
        "b", "The range in b.", two(whole),
        [](const Edit& edit, const Writing& w) {
          return shown_range(w.passage->unit_b, edit.b, w);
        },
        [](const JsonNode& node, Edit& edit, Reading& r) {
          edit.b = read_range(node, r.passage->unit_b, r);
        }),
    field("near", "Word for word of one stem, or a few letters apart.", only_true, &Edit::near)
        .if_any());

inline constexpr auto passage_shape = shape(
    "passage", "A stretch of one document that stands in another too.",
    derived("id", "Its place in the list.", whole,
            [](const Passage&, const Writing& w) { return w.number; }),
    field(
        "a", "The one side: of the document that was read first, or that is no reference.",
        object<side_shape>,
        [](const Passage& p) {
          return PassageSpan{p.unit_a, p.a};
        },
        read_side_a),
    field(
        "b", "The other side.", object<side_shape>,
        [](const Passage& p) {
          return PassageSpan{p.unit_b, p.b};
        },
        read_side_b),
    check([](const JsonNode& node, const Passage& p, Reading&) {
      if (p.unit_a == p.unit_b) {
        node.fail("has both sides in one text");
      }
    }),
    field("matched", "Words that are the same on both sides, in order.", from_one,
          &Passage::matched,
          [](const JsonNode& node, Passage& p, Reading&) {
            p.matched = static_cast<uint32_t>(node.count(std::min(p.a.size(), p.b.size())));
          }),
    field("identity", "Matched words over the words of the longer side.", share_above_0,
          &Passage::identity),
    field("informative", "Matched words that are not common in the collection.", whole,
          &Passage::informative,
          [](const JsonNode& node, Passage& p, Reading&) {
            p.informative = static_cast<uint32_t>(node.count(p.matched));
          }),
    field("quoted", "It stands in quotation marks on both sides.", flag, &Passage::quoted),
    derived("text", "The text of side a.", some_text,
            [](const Passage& p, const Writing& w) {
              return shown_text({p.unit_a, p.a}, w);
            }),
    derived("before", "Up to twelve words before it in a.", any_text,
            [](const Passage& p, const Writing& w) { return w.places.before(p.unit_a, p.a); }),
    derived("after", "Up to twelve words behind it in a.", any_text,
            [](const Passage& p, const Writing& w) { return w.places.after(p.unit_a, p.a); }),
    field("edits", "Where the two sides differ, from a to b, in order.", list(object<edit_shape>),
          &Passage::edits, read_edits),
    field("cluster", "Its place in passage_clusters.", whole, &Passage::cluster,
          read_passage_cluster)
        .or_null(),
    field("near", "Words of one stem, or a few letters apart: neither matched nor other words.",
          whole, &Passage::near));

inline constexpr auto passage_cluster_shape = shape(
    "passage_cluster", "One stretch that stands in several documents.",
    field("spans", "Where it stands.", list(object<side_shape>, 1), &PassageCluster::spans,
          read_spans),
    field(
        "core", "The words that all have in common.", any_text,
        [](const PassageCluster& cluster, const Writing& w) { return shown_text(cluster.core, w); },
        read_core)
        .late(),
    derived("first",
            "The documents that no known date puts behind another; null where none has a date.",
            list(whole, 1), first_of_cluster)
        .or_null());

inline constexpr auto suppressed_shape = shape(
    "suppressed", "How much was left out for one reason.",
    field("reason", "Why.", choice<Suppression>, &SuppressedPassages::reason, read_reason),
    field("count", "How many passages; of furniture, how many stretches of the texts.", from_one,
          &SuppressedPassages::count),
    derived("example", "One of them.", any_text,
            [](const SuppressedPassages& s, const Writing& w) { return shown_text(s.example, w); }),
    field("at", "Where the example stands.", object<side_shape>, &SuppressedPassages::example,
          read_example));

}  // namespace reprise::detail
