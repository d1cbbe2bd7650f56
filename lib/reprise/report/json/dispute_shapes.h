// The keys of disputes and of their sides.
#pragma once

#include "reprise/report/json/point_shapes.h"

namespace reprise::detail {

std::string text_of_label(const DisputeSide& side, const Writing& w);

void read_side_mentions(const JsonNode& node, DisputeSide& side, Reading& r);
void read_side_label(const JsonNode& node, DisputeSide& side, Reading& r);
void read_side_documents(const JsonNode& node, DisputeSide& side, Reading& r);
void read_sides(const JsonNode& node, Dispute& dispute, Reading& r);
void read_disputed_points(const JsonNode& node, Dispute& dispute, Reading& r);
void read_story_of_dispute(const JsonNode& node, Dispute& dispute, Reading& r);

inline constexpr auto dispute_side_shape = shape(
    "dispute_side", "Those that take one side of a dispute.",
    derived("label", "The mention that stands for the side.", some_text,
            [](const DisputeSide& s, const Writing& w) { return text_of_label(s, w); }),
    field("label_mention", "Which mention that is.", whole, &DisputeSide::label, read_side_label)
        .late(),
    field("words",
          "Its words that oppose the other side; null: none, where the other side denies it.",
          any_text, &DisputeSide::words)
        .or_null(),
    field("documents", "The documents on this side, ascending.", list(whole, 1),
          &DisputeSide::documents, read_side_documents)
        .late(),
    derived("first",
            "Those of them that no known date puts behind another; null where none has a date.",
            list(whole, 1),
            [](const DisputeSide& s, const Writing& w) {
              return first_documents(s.documents, w.result);
            })
        .or_null(),
    field("mentions", "Where they say so.", list(object<mention_shape>, 1), &DisputeSide::mentions,
          read_side_mentions));

inline constexpr auto dispute_shape = shape(
    "dispute", "What some documents state and others contradict.",
    derived("id", "Its place in the list.", whole,
            [](const Dispute&, const Writing& w) { return w.number; }),
    field("kind",
          "By what the sides are known: one denies or doubts the other, says “not” to it, or has "
          "an antonym of its word.",
          choice<DisputeKind>, &Dispute::kind),
    field("sides", "The two sides; the one that more documents take comes first.",
          list(object<dispute_side_shape>, 2), &Dispute::sides, read_sides),
    field("points", "The points that its mentions belong to, ascending.", list(whole),
          &Dispute::points, read_disputed_points),
    field("story", "The story that its documents tell.", whole, &Dispute::story,
          read_story_of_dispute)
        .late());

}  // namespace reprise::detail
