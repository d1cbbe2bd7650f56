// How the rows of disputes are got and read, where that is more than a member. What follows from
// the mentions must agree with them.
#include "reprise/report/json/dispute_shapes.h"

#include <algorithm>

#include "reprise/base/lists.h"
#include "reprise/report/json/read_places.h"

namespace reprise::detail {

std::string text_of_label(const DisputeSide& side, const Writing& w) {
  const Mention& label = side.mentions[side.label];
  return w.places.text(label.unit, label.span);
}

void read_side_mentions(const JsonNode& node, DisputeSide& side, Reading& r) {
  list(object<mention_shape>).read(node, side.mentions, r);
  if (side.mentions.empty()) {
    node.fail("is empty");
  }
}

void read_side_label(const JsonNode& node, DisputeSide& side, Reading&) {
  side.label = static_cast<uint32_t>(node.index(side.mentions.size()));
}

void read_side_documents(const JsonNode& node, DisputeSide& side, Reading& r) {
  list(document_number).read(node, side.documents, r);
  std::vector<DocumentId> documents;
  for (const Mention& mention : side.mentions) {
    documents.push_back(r.result.units[mention.unit].document);
  }
  make_set(documents);
  if (side.documents != documents) {
    node.fail("are not the documents of its mentions");
  }
}

void read_sides(const JsonNode& node, Dispute& dispute, Reading& r) {
  list(object<dispute_side_shape>).read(node, dispute.sides, r);
  if (dispute.sides.size() != 2) {
    node.fail("are not two");
  }
}

void read_disputed_points(const JsonNode& node, Dispute& dispute, Reading& r) {
  node.each([&](const JsonNode& entry, size_t) {
    const PointId point{entry.index(r.result.points.size())};
    if (!dispute.points.empty() && dispute.points.back() >= point) {
      entry.fail("does not stand behind the one before it");
    }
    dispute.points.push_back(point);
  });
}

// Disputes are sought inside a story.
void read_story_of_dispute(const JsonNode& node, Dispute& dispute, Reading& r) {
  dispute.story = StoryId(node.index(r.documents));
  for (const DisputeSide& side : dispute.sides) {
    for (const DocumentId document : side.documents) {
      if (r.result.stories[document] != dispute.story) {
        node.fail("is not the story of the documents that are in it");
      }
    }
  }
}

}  // namespace reprise::detail
