#include "reprise/report/json/read_points.h"

#include <algorithm>
#include <array>

#include "reprise/language/figures/figures.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/json/shown_text.h"

namespace reprise::detail {
namespace {

FigureKind kind_of(const JsonNode& node) {
  std::array<std::string_view, 7> names;
  for (size_t i = 0; i < names.size(); ++i) {
    names[i] = name_of(static_cast<FigureKind>(i));
  }
  return static_cast<FigureKind>(node.choice(names));
}

class PointReader {
 public:
  PointReader(ReadPlaces& places, const Result& result) : places_(places), result_(result) {}

  Point read(const JsonNode& node) {
    Point point;
    const JsonNode mentions = node["mentions"];
    mentions.each([&](const JsonNode& entry, size_t) { point.mentions.push_back(mention(entry)); });
    if (point.mentions.empty()) {
      mentions.fail("is empty");
    }
    point.label = label(node, point);
    node["terms"].each([&](const JsonNode& term, size_t) {
      point.terms.push_back({std::string(term.text()), 0, 0});
    });
    point.score = node["score"].real(0);
    point.likeness = node["likeness"].real(0, 1);
    point.kind = static_cast<PointClass>(node["class"].choice(names_of_classes));
    point.story = story(node["story"], point);
    point.documents = documents_of(point);
    if (node["documents"].count() != point.documents.size()) {
      node["documents"].fail("is not how many documents state it: " +
                             std::to_string(point.documents.size()));
    }
    point.voices = static_cast<uint32_t>(node["sources"].count());
    node["figures"].each(
        [&](const JsonNode& entry, size_t) { point.figures.push_back(figure(entry, point)); });
    node["disagreements"].each([&](const JsonNode& entry, size_t) {
      const auto [first, second] = entry.items<2>();
      point.disagreements.emplace_back(first.index(point.figures.size()),
                                       second.index(point.figures.size()));
    });
    return point;
  }

 private:
  Mention mention(const JsonNode& node) {
    Mention mention;
    mention.unit = places_.unit(node);
    mention.span = places_.span(mention.unit, node);
    mention.denied = node["denied"].flag();
    if (!node.holds("attributed")) {
      return mention;
    }
    const JsonNode attributed = node["attributed"];
    if (node.holds("attributed_at")) {
      mention.attributed = places_.span(mention.unit, node["attributed_at"]);
      if (places_.text(mention.unit, *mention.attributed) != attributed.text()) {
        attributed.fail("does not stand at attributed_at");
      }
    } else {
      mention.attributed =
          nearest_shown(result_.units[mention.unit], attributed.text(), mention.span.begin);
      if (!mention.attributed) {
        attributed.fail("stands nowhere near its mention");
      }
    }
    return mention;
  }

  // The label is a mention: the first with its words, unless the report says which.
  uint32_t label(const JsonNode& node, const Point& point) const {
    if (node.holds("label_mention")) {
      return node["label_mention"].index(point.mentions.size());
    }
    const JsonNode label = node["label"];
    const auto found = std::find_if(
        point.mentions.begin(), point.mentions.end(),
        [&](const Mention& m) { return places_.text(m.unit, m.span) == label.text(); });
    if (found == point.mentions.end()) {
      label.fail("is none of the mentions");
    }
    return static_cast<uint32_t>(found - point.mentions.begin());
  }

  // Points are sought inside a story.
  uint32_t story(const JsonNode& node, const Point& point) const {
    const uint32_t story = node.index(result_.documents.size());
    for (const Mention& m : point.mentions) {
      if (result_.stories[result_.units[m.unit].document] != story) {
        node.fail("is not the story of the documents that state it");
      }
    }
    return story;
  }

  // Those that only deny it are not among them, unless nobody says otherwise.
  std::vector<uint32_t> documents_of(const Point& point) const {
    const bool all = std::all_of(point.mentions.begin(), point.mentions.end(),
                                 [](const Mention& m) { return m.denied; });
    std::vector<uint32_t> documents;
    for (const Mention& m : point.mentions) {
      if (all || !m.denied) {
        documents.push_back(result_.units[m.unit].document);
      }
    }
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    return documents;
  }

  MentionedFigure figure(const JsonNode& node, const Point& point) {
    const auto or_empty = [&](const char* key) {
      return node.holds(key) ? std::string(node[key].text()) : std::string();
    };
    const auto or_open = [&](const char* key) {
      return node.holds(key) ? std::optional(node[key].real()) : std::nullopt;
    };
    MentionedFigure mentioned;
    mentioned.mention = node["mention"].index(point.mentions.size());
    const uint32_t unit = point.mentions[mentioned.mention].unit;
    Figure& figure = mentioned.figure;
    figure.span = places_.span(unit, node);
    const auto [first, last] = places_.touched(unit, figure.span);
    figure.first_token = first, figure.last_token = last;
    const JsonNode kind = node["kind"];
    figure.kind = kind_of(kind);
    figure.unit = or_empty("unit");
    figure.low = or_open("low");
    figure.high = or_open("high");
    figure.of = or_empty("of");
    return mentioned;
  }

  ReadPlaces& places_;
  const Result& result_;
};

}  // namespace

void read_points(const JsonNode& root, ReadPlaces& places, Result& result) {
  PointReader reader(places, result);
  root["points"].each(
      [&](const JsonNode& node, size_t) { result.points.push_back(reader.read(node)); });
}

}  // namespace reprise::detail
