// Steps: pairs of places that may speak of the same are asked whether they contradict each other
// (opposition.h); a word of a line that is contradicted, and what contradicts it, are stances;
// stances that hang together become the two sides of one dispute.
//
//     a: welcomed - c: rejected, b: welcomed - c: rejected     stances a, b | c: one dispute
//     a: welcomed - c: rejected, c: rejected - e: accepted     a, e | c
//     x - y, y - z, z - x                                      no two sides: no dispute
//
// Cost: linear in pairs; a comparison is about 2 µs.
#include "reprise/points/disputes.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "reprise/base/lists.h"
#include "reprise/points/cite.h"
#include "reprise/points/opposition.h"
#include "reprise/points/trim.h"

namespace reprise::detail {
namespace {

// The root of the chance that two places state the same, below which they aren't compared. That
// they oppose each other has lowered it.
constexpr double least_root = 0.2;

// What a line says by one of its words.
struct Stance {
  LineId line;
  uint32_t token = 0;  // the first of its words
  friend auto operator<=>(const Stance&, const Stance&) = default;
};

struct StanceFacts {
  TokenRange stretch;  // the first place that it was seen in
  TokenRange words;    // that oppose; empty: it is denied
  std::map<Stance, DisputeKind> against;
  std::optional<size_t> side;
};

TokenRange stretch_of(const MentionPlace& place, const StoryTexts& texts) {
  const Statement& statement = *texts.story.lines[place.line].statement;
  return stretch_of_mention(place.tokens, statement, texts.units[statement.unit]);
}

// Returns the stretch with the words that oppose, which may stand beside it.
TokenRange hull(TokenRange stretch, TokenRange words) {
  if (words.begin == words.end) {
    return stretch;
  }
  return {std::min(stretch.begin, words.begin), std::max(stretch.end, words.end)};
}

class Sides {
 public:
  Sides(std::span<const Point> points, const StoryTexts& texts) : texts_(texts) {
    for (PointId p{0}; p < points.size(); ++p) {
      for (const Mention& mention : points[p].mentions) {
        places_[mention.unit].push_back({mention.span, p});
      }
    }
  }

  DocumentId document_of(const Mention& mention) const {
    return texts_.units[mention.unit].document;
  }

  // Fills in documents and points, and returns whether it is a dispute: each side has a document of
  // its own.
  bool complete(Dispute& dispute) const {
    for (DisputeSide& side : dispute.sides) {
      for (const Mention& mention : side.mentions) {
        side.documents.push_back(document_of(mention));
        const auto at = places_.find(mention.unit);
        for (const auto& [span, point] : at == places_.end() ? no_places : at->second) {
          if (2 * overlap(span, mention.span) >= std::min(span.size(), mention.span.size())) {
            dispute.points.push_back(point);
          }
        }
      }
      make_set(side.documents);
    }
    make_set(dispute.points);
    DisputeSide& first = dispute.sides[0];
    DisputeSide& second = dispute.sides[1];
    if (first.documents.size() < second.documents.size()) {
      std::swap(first, second);
    }
    const auto has_own = [](const DisputeSide& side, const DisputeSide& other) {
      return std::any_of(side.documents.begin(), side.documents.end(), [&](DocumentId d) {
        return !std::binary_search(other.documents.begin(), other.documents.end(), d);
      });
    };
    return has_own(first, second) && has_own(second, first);
  }

 private:
  using Places = std::vector<std::pair<Span, PointId>>;
  static inline const Places no_places;
  const StoryTexts& texts_;
  std::map<UnitId, Places> places_;  // of the points' mentions
};

class StanceFinder {
 public:
  StanceFinder(const PlacePairs& found, const StoryTexts& texts) : found_(found), texts_(texts) {
    for (const ScoredPair& pair : found.roots) {
      if (pair.score >= least_root) {
        compare(PlaceId{pair.a}, PlaceId{pair.b});
      }
    }
  }

  std::vector<Dispute> disputes() {
    std::vector<Dispute> disputes;
    for (auto& [stance, facts] : stances_) {
      if (facts.side) {
        continue;
      }
      std::array<std::vector<Stance>, 2> sides;
      if (divide(stance, sides)) {
        disputes.push_back(dispute_of(sides));
      }
    }
    return disputes;
  }

 private:
  const ReadLine& read(LineId line) {
    const auto known = lines_.find(line);
    if (known != lines_.end()) {
      return known->second;
    }
    return lines_.emplace(line, read_line(texts_.story.lines[line], texts_)).first->second;
  }

  void compare(PlaceId x, PlaceId y) {
    const MentionPlace& a = found_.places[x];
    const MentionPlace& b = found_.places[y];
    const TokenRange in_a = stretch_of(a, texts_);
    const TokenRange in_b = stretch_of(b, texts_);
    const auto opposition = find_opposition(read(a.line), in_a, read(b.line), in_b);
    if (!opposition) {
      return;
    }
    const Stance of_a{a.line, opposition->a.begin};
    const Stance of_b{b.line, opposition->b.begin};
    stances_.try_emplace(of_a, StanceFacts{hull(in_a, opposition->a), opposition->a, {}, {}})
        .first->second.against.emplace(of_b, opposition->kind);
    stances_.try_emplace(of_b, StanceFacts{hull(in_b, opposition->b), opposition->b, {}, {}})
        .first->second.against.emplace(of_a, opposition->kind);
  }

  // Puts all stances that hang together with the first on one of two sides; returns whether no
  // stance is against one of its own side.
  bool divide(const Stance& first, std::array<std::vector<Stance>, 2>& sides) {
    bool holds = true;
    std::vector<Stance> open{first};
    stances_.at(first).side = 0;
    sides[0].push_back(first);
    while (!open.empty()) {
      const Stance stance = open.back();
      open.pop_back();
      const StanceFacts& facts = stances_.at(stance);
      for (const auto& [other, _] : facts.against) {
        std::optional<size_t>& side = stances_.at(other).side;
        if (!side) {
          side = 1 - *facts.side;
          sides[*side].push_back(other);
          open.push_back(other);
        }
        holds &= *side != *facts.side;
      }
    }
    return holds;
  }

  Mention mention(const Stance& stance) const {
    const Statement& statement = *texts_.story.lines[stance.line].statement;
    return make_mention(stances_.at(stance).stretch, statement, texts_.units[statement.unit]);
  }

  std::string words(const Stance& stance) {
    const TokenRange range = stances_.at(stance).words;
    if (range.begin == range.end) {
      return {};
    }
    const TextUnit& unit = *read(stance.line).unit;
    return std::string(bytes_of(unit, range).in(unit.text));
  }

  Dispute dispute_of(std::array<std::vector<Stance>, 2>& sides) {
    Dispute dispute;
    for (std::vector<Stance>& stances : sides) {
      const auto unit_of = [&](const Stance& stance) {
        return texts_.story.lines[stance.line].statement->unit;
      };
      std::sort(stances.begin(), stances.end(), [&](const Stance& x, const Stance& y) {
        return std::tuple(texts_.units[unit_of(x)].document, x) <
               std::tuple(texts_.units[unit_of(y)].document, y);
      });
      DisputeSide& side = dispute.sides.emplace_back();
      size_t most = 0;  // that contradict the label
      for (uint32_t i = 0; i < stances.size(); ++i) {
        side.mentions.push_back(mention(stances[i]));
        const size_t against = stances_.at(stances[i]).against.size();
        if (against > most) {
          most = against;
          side.label = i;
        }
      }
      const Stance& label = stances[side.label];
      side.words = words(label);
      dispute.kind = stances_.at(label).against.begin()->second;
    }
    return dispute;
  }

  const PlacePairs& found_;
  const StoryTexts& texts_;
  std::map<LineId, ReadLine> lines_;
  std::map<Stance, StanceFacts> stances_;
};

}  // namespace

std::vector<Dispute> find_disputes(std::span<const Point> points, const PlacePairs& found,
                                   const StoryTexts& texts) {
  const Sides sides(points, texts);
  std::vector<Dispute> disputes;
  const auto add = [&](Dispute dispute) {
    if (sides.complete(dispute)) {
      disputes.push_back(std::move(dispute));
    }
  };
  for (Dispute& dispute : StanceFinder(found, texts).disputes()) {
    add(std::move(dispute));
  }
  const auto documents = [](const Dispute& dispute) {
    return dispute.sides[0].documents.size() + dispute.sides[1].documents.size();
  };
  std::stable_sort(disputes.begin(), disputes.end(),
                   [&](const Dispute& x, const Dispute& y) { return documents(x) > documents(y); });
  return disputes;
}

}  // namespace reprise::detail
