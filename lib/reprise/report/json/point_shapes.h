// The keys of talking points, of their mentions, and of the figures in these.
#pragma once

#include "reprise/report/json/place_shapes.h"

namespace reprise::detail {

// A stretch of a text as a report shows it.
struct Excerpt {
  ShownPlace place;
  std::string text;
};

// What the rows get and how they are read, where that is more than a member.
std::string text_of_label(const Point& point, const Writing& w);
std::optional<uint32_t> label_if_not_first(const Point& point, const Writing& w);
std::optional<ShownPlace> place_of_label(const Point& point, const Writing& w);
std::optional<Excerpt> sentence_of(const Mention& mention, const Writing& w);
std::optional<std::string> attribution_of(const Mention& mention, const Writing& w);
std::optional<ShownPlace> far_attribution(const Mention& mention, const Writing& w);
std::vector<std::string_view> words_of_terms(const Point& point);
bool figures_disagree(const Point& point, const Writing& w);
bool figures_moved_on(const Point& point, const Writing& w);
inline UnitId unit_of(const MentionedFigure& figure, const Writing& w) {
  return w.point->mentions[figure.mention].unit;
}

void read_mention_place(const JsonNode& node, Mention& mention, Reading& r);
void read_sentence(const JsonNode& node, Mention& mention, Reading& r);
void read_attributed(const JsonNode& node, Mention& mention, Reading& r);
void read_attributed_at(const JsonNode& node, Mention& mention, Reading& r);
void read_figure_mention(const JsonNode& node, MentionedFigure& figure, Reading& r);
void read_figure_place(const JsonNode& node, MentionedFigure& figure, Reading& r);
void read_label(const JsonNode& node, Point& point, Reading& r);
void read_label_mention(const JsonNode& node, Point& point, Reading& r);
void read_label_at(const JsonNode& node, Point& point, Reading& r);
// After all others: what says where the label stands must agree with its words.
void check_label(const JsonNode& node, const Point& point, const Reading& r);
void read_terms(const JsonNode& node, Point& point, Reading& r);
void read_document_count(const JsonNode& node, Point& point, Reading& r);
void read_mentions(const JsonNode& node, Point& point, Reading& r);
void read_story_of_point(const JsonNode& node, Point& point, Reading& r);
void read_disagreements(const JsonNode& node, Point& point, Reading& r);

inline constexpr auto excerpt_shape =
    shape("excerpt", "A stretch of a text, with its words.",
          group(
              place_shape, [](const Excerpt& e, const Writing&) { return e.place; }, PassOver{}),
          derived("text", "Its words.", some_text, &Excerpt::text));

inline constexpr auto mention_shape = shape(
    "mention", "One place where a point is stated.",
    derived("document", "The document.", whole,
            [](const Mention& m, const Writing& w) { return w.result.units[m.unit].document; }),
    group(
        place_shape, [](const Mention& m, const Writing& w) { return w.places.of(m.unit, m.span); },
        read_mention_place),
    derived("text", "Its words.", some_text,
            [](const Mention& m, const Writing& w) { return w.places.text(m.unit, m.span); }),
    field("attributed", "Whom it is attributed to.", any_text, attribution_of, read_attributed)
        .or_null()
        .late(),
    field("denied", "The text denies or doubts it: no repetition.", flag, &Mention::denied),
    field("attributed_at",
          "Where the attribution stands; absent: at the nearest place that reads like it.",
          object<place_shape>, far_attribution, read_attributed_at)
        .if_any(),
    field("sentence",
          "The sentence that it stands in, with its quotation marks and its stop; absent: the "
          "mention is all of it.",
          object<excerpt_shape>, sentence_of, read_sentence)
        .if_any()
        .since("0.2"));

inline constexpr auto figure_shape = shape(
    "figure", "A figure in a mention: its hedge, number and unit.",
    field("mention", "The mention.", whole, &MentionedFigure::mention, read_figure_mention),
    group(
        place_shape,
        [](const MentionedFigure& f, const Writing& w) {
          return w.places.of(unit_of(f, w), f.figure.span);
        },
        read_figure_place),
    derived("text", "The figure as it is written.", some_text,
            [](const MentionedFigure& f, const Writing& w) {
              return w.places.text(unit_of(f, w), f.figure.span);
            }),
    field("kind", "What it measures.", choice<FigureKind>,
          at(&MentionedFigure::figure, &Figure::kind)),
    field("unit",
          "ISO 4217 code of money, % of percent, day of a duration; of a date day (since "
          "1970-01-01) or month-day (of a leap year).",
          any_text, at(&MentionedFigure::figure, &Figure::unit))
        .or_null(),
    field("low", "The least that it may mean; null: open.", real,
          at(&MentionedFigure::figure, &Figure::low))
        .or_null(),
    field("high", "The most that it may mean; null: open.", real,
          at(&MentionedFigure::figure, &Figure::high))
        .or_null(),
    field("of", "What it counts.", any_text, at(&MentionedFigure::figure, &Figure::of)).or_null());

inline constexpr auto point_shape = shape(
    "point", "One statement that several documents make.",
    derived("id", "Its place in the list.", whole,
            [](const Point&, const Writing& w) { return w.number; }),
    field("label",
          "What it says: the whole sentence, clause or quotation around the mention that says it "
          "best.",
          some_text, text_of_label, read_label)
        .late(),
    field("terms", "Words that bind the mentions, the strongest first.", list(some_text),
          words_of_terms, read_terms),
    field("score", "How surely and how widely it is shared; only the order means something.",
          from_zero, &Point::score),
    field("class", "How alike the mentions' words are.", choice<PointClass>, &Point::kind),
    field(
        "documents", "How many documents state it; those that only deny it are not counted.",
        from_one, [](const Point& p) { return p.documents.size(); }, read_document_count)
        .late(),
    field("sources",
          "How many independent texts they are: copies of one text count once, whoever published "
          "them.",
          from_one, &Point::voices),
    derived("first",
            "The documents that no known date puts behind another; null where none has a date.",
            list(whole, 1),
            [](const Point& p, const Writing& w) { return first_documents(p.documents, w.result); })
        .or_null(),
    derived("disagree", "Two documents give figures that can't both be right.", flag,
            figures_disagree),
    derived("updated", "The figures differ because the story went on.", flag, figures_moved_on),
    field("mentions", "Where it is stated.", list(object<mention_shape>, 2), &Point::mentions,
          read_mentions),
    field("figures", "The figures in its mentions.", list(object<figure_shape>), &Point::figures),
    field("story", "The story that its documents tell.", whole, &Point::story, read_story_of_point)
        .late(),
    field("likeness", "Mean likeness of two of its mentions in different texts.", share,
          &Point::likeness),
    field("chance", "Chance that two of its mentions in different texts state the same.", share,
          &Point::chance)
        .since("0.2"),
    field("disagreements", "Pairs of its figures that can't both be right.", list(two(whole)),
          &Point::disagreements, read_disagreements),
    field("label_mention",
          "The mention that the label is or stands around; absent: the first with these words.",
          whole, label_if_not_first, read_label_mention)
        .if_any()
        .late(),
    field("label_at",
          "Where the label stands, in the document of its mention; absent: it is all of the "
          "mention.",
          object<place_shape>, place_of_label, read_label_at)
        .if_any()
        .since("0.2")
        .late(),
    field("speaker",
          "Who says it, as a text writes the name, where it is somebody's word and the texts that "
          "name one agree; absent: nobody is named.",
          any_text, &Point::speaker)
        .if_any()
        .since("0.2"));

}  // namespace reprise::detail
