// How the rows of points are got and read, where that is more than a member.
//
// A report shows texts, and a result knows places; two of them must be found again. The label is
// the first mention with its words, unless label_mention and label_at say where it stands. Who is
// said to say so stands at the place nearest to the mention's begin that reads like it, unless
// attributed_at says where:
//
//     "… and the company said on Monday. The yard will close, the company said."
//                                        ^ begin              ^ attributed: the nearer of two
//
// Cost: about 1 µs a mention.
#include "reprise/report/json/point_shapes.h"

#include <algorithm>

#include "reprise/report/json/read_places.h"
#include "reprise/report/json/shown_text.h"

namespace reprise::detail {
namespace {

// Returns the first mention with these words; one behind the last if none has them.
template <class TextOf>
uint32_t first_mention(const Point& point, std::string_view words, const TextOf& text_of) {
  const auto reads_so = [&](const Mention& m) {
    return text_of(m.unit, m.span) == words;
  };
  const auto found = std::find_if(point.mentions.begin(), point.mentions.end(), reads_so);
  return static_cast<uint32_t>(found - point.mentions.begin());
}

// Those that only deny it are not among them, unless nobody says otherwise.
std::vector<DocumentId> documents_of(const Point& point, const Result& result) {
  const bool all_deny = std::all_of(point.mentions.begin(), point.mentions.end(),
                                    [](const Mention& m) { return m.denied; });
  std::vector<DocumentId> documents;
  for (const Mention& m : point.mentions) {
    if (all_deny || !m.denied) {
      documents.push_back(result.units[m.unit].document);
    }
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

}  // namespace

std::string text_of_label(const Point& point, const Writing& w) {
  return w.places.text(point.mentions[point.label].unit, point.claim);
}

std::optional<uint32_t> label_if_not_first(const Point& point, const Writing& w) {
  const auto text_of = [&](UnitId unit, Span span) {
    return w.places.text(unit, span);
  };
  const uint32_t first = first_mention(point, text_of_label(point, w), text_of);
  return first == point.label ? std::nullopt : std::optional(point.label);
}

std::optional<ShownPlace> place_of_label(const Point& point, const Writing& w) {
  const Mention& label = point.mentions[point.label];
  if (point.claim == label.span) {
    return std::nullopt;
  }
  return w.places.of(label.unit, point.claim);
}

std::optional<Excerpt> sentence_of(const Mention& m, const Writing& w) {
  if (m.sentence == m.span) {
    return std::nullopt;
  }
  return Excerpt{w.places.of(m.unit, m.sentence), w.places.text(m.unit, m.sentence)};
}

std::optional<std::string> attribution_of(const Mention& m, const Writing& w) {
  return m.attributed ? std::optional(w.places.text(m.unit, *m.attributed)) : std::nullopt;
}

std::optional<ShownPlace> far_attribution(const Mention& m, const Writing& w) {
  if (!m.attributed) {
    return std::nullopt;
  }
  const std::string shown = w.places.text(m.unit, *m.attributed);
  if (nearest_shown(w.result.units[m.unit], shown, m.span.begin) == m.attributed) {
    return std::nullopt;
  }
  return w.places.of(m.unit, *m.attributed);
}

std::vector<std::string_view> words_of_terms(const Point& point) {
  std::vector<std::string_view> words;
  for (const BindingTerm& term : point.terms) {
    words.emplace_back(term.word);
  }
  return words;
}

bool figures_moved_on(const Point& point, const Writing& w) {
  return !point.disagreements.empty() && is_updated(point, w.result);
}

bool figures_disagree(const Point& point, const Writing& w) {
  return !point.disagreements.empty() && !is_updated(point, w.result);
}

void read_mention_place(const JsonNode& node, Mention& mention, Reading& r) {
  mention.unit = r.places->unit(node);
  mention.span = r.places->span(mention.unit, node);
  mention.sentence = mention.span;
}

void read_sentence(const JsonNode& node, Mention& mention, Reading& r) {
  mention.sentence = r.places->span(mention.unit, node);
  if (overlap(mention.sentence, mention.span) < mention.span.size()) {
    node.fail("does not hold its mention");
  }
}

void read_attributed_at(const JsonNode& node, Mention& mention, Reading& r) {
  mention.attributed = r.places->span(mention.unit, node);
}

void read_attributed(const JsonNode& node, Mention& mention, Reading& r) {
  const std::string_view shown = node.text();
  if (mention.attributed) {
    if (r.places->text(mention.unit, *mention.attributed) != shown) {
      node.fail("does not stand at attributed_at");
    }
    return;
  }
  mention.attributed = nearest_shown(r.result.units[mention.unit], shown, mention.span.begin);
  if (!mention.attributed) {
    node.fail("stands nowhere near its mention");
  }
}

void read_figure_mention(const JsonNode& node, MentionedFigure& figure, Reading& r) {
  figure.mention = node.index(r.point->mentions.size());
}

void read_figure_place(const JsonNode& node, MentionedFigure& figure, Reading& r) {
  const UnitId unit = r.point->mentions[figure.mention].unit;
  figure.figure.span = r.places->span(unit, node);
  const TokenRange words = r.places->touched(unit, figure.figure.span);
  figure.figure.first_token = words.begin;
  figure.figure.last_token = words.end;
}

void read_mentions(const JsonNode& node, Point& point, Reading& r) {
  list(object<mention_shape>).read(node, point.mentions, r);
  if (point.mentions.empty()) {
    node.fail("is empty");
  }
}

void read_label(const JsonNode& node, Point& point, Reading& r) {
  const auto text_of = [&](UnitId unit, Span span) {
    return r.places->text(unit, span);
  };
  point.label = first_mention(point, node.text(), text_of);
  if (point.label < point.mentions.size()) {
    point.claim = point.mentions[point.label].span;
  }
}

void read_label_mention(const JsonNode& node, Point& point, Reading&) {
  point.label = node.index(point.mentions.size());
  point.claim = point.mentions[point.label].span;
}

void read_label_at(const JsonNode& node, Point& point, Reading& r) {
  if (point.label == point.mentions.size()) {
    node.fail("stands in no document: label_mention is missing");
  }
  point.claim = r.places->span(point.mentions[point.label].unit, node);
}

void check_label(const JsonNode& node, const Point& point, const Reading& r) {
  if (point.label == point.mentions.size()) {
    node.fail("is none of the mentions");
  }
  if (r.places->text(point.mentions[point.label].unit, point.claim) != node.text()) {
    node.fail("does not stand where label_mention and label_at say");
  }
}

void read_terms(const JsonNode& node, Point& point, Reading&) {
  node.each([&](const JsonNode& term, size_t) {
    point.terms.push_back({std::string(term.text()), 0, 0});
  });
}

void read_document_count(const JsonNode& node, Point& point, Reading& r) {
  point.documents = documents_of(point, r.result);
  if (node.count() != point.documents.size()) {
    node.fail("is not how many documents state it: " + std::to_string(point.documents.size()));
  }
}

// Points are sought inside a story.
void read_story_of_point(const JsonNode& node, Point& point, Reading& r) {
  point.story = StoryId(node.index(r.documents));
  for (const Mention& m : point.mentions) {
    if (r.result.stories[r.result.units[m.unit].document] != point.story) {
      node.fail("is not the story of the documents that state it");
    }
  }
}

void read_disagreements(const JsonNode& node, Point& point, Reading&) {
  const size_t figures = point.figures.size();
  node.each([&](const JsonNode& entry, size_t) {
    const auto [first, second] = entry.items<2>();
    point.disagreements.emplace_back(first.index(figures), second.index(figures));
  });
}

}  // namespace reprise::detail
