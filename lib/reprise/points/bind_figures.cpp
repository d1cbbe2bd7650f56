// Steps: of each figure that differs the clause is found; the group of which half the places say
// what a family's clauses say is the family's, or else a new one; others that say nothing else join
// it; it gets a place for each figure that it lacks; last, groups that joined others are taken out.
//
//     48 (text a), 47 (b), 48 (c)       one family
//     clauses: "named in the 48-page report", "the 47-page report says", "a 48-page report"
//     a group has "the 48-page report covers 2009 to 2016", "a 48-page report", "from 2009 to 2016"
//         two of its voices give 2009 to 2016: it is of that, and the family gets a new group
//
// Cost: linear in the pairs and the places, and the square of each group that has one of the
// figures.
#include "reprise/points/bind_figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "reprise/language/figures/figure_of.h"
#include "reprise/points/figure_clause.h"
#include "reprise/points/figure_families.h"

namespace reprise::detail {
namespace {

constexpr uint32_t longest_place = 30;  // words of a place that is widened

// A family of more figures is shown where its figures stand already: a point costs the square of
// its mentions.
constexpr size_t most_bound = 500;

class Binder {
 public:
  Binder(std::span<const CountedFigure> figures,
         std::span<const std::pair<uint32_t, uint32_t>> differing, const Story& story,
         PlacePairs& found, std::vector<Group>& groups)
      : figures_(figures), story_(story), found_(found), groups_(groups) {
    for (const auto& [a, b] : differing) {
      note_clause(a, b);
      note_clause(b, a);
    }
    for (GroupId g{0}; g < groups.size(); ++g) {
      for (const PlaceId place : groups[g].places) {
        on_line_[found.places[place].line].emplace_back(g, place);
      }
    }
  }

  void bind(std::span<const uint32_t> family) {
    const std::vector<GroupId> known = groups_of(family);
    if (known.empty()) {
      Group group;
      for (const uint32_t member : family) {
        add(figures_[member], clauses_.at(member), group);
      }
      measure(group);
      groups_.push_back(std::move(group));
      return;
    }
    for (size_t i = 1; i < known.size(); ++i) {
      absorb(known[i], known.front());
    }
    for (const uint32_t member : family) {
      extend(known.front(), figures_[member], clauses_.at(member));
    }
  }

  // Takes out the groups that others have absorbed.
  void close() {
    std::vector<std::optional<GroupId>> now(groups_.size());  // the place of each
    std::vector<Group> kept;
    for (GroupId g{0}; g < groups_.size(); ++g) {
      if (!absorbed_.contains(g)) {
        now[g] = GroupId{kept.size()};
        kept.push_back(std::move(groups_[g]));
      }
    }
    for (const auto& [group, _] : absorbed_) {
      now[group] = now[last_absorber(group)];
    }
    for (GroupId g{0}; g < kept.size(); ++g) {
      std::optional<GroupId>& nearest = kept[g].nearest;
      nearest = nearest ? now[*nearest] : nearest;
      if (nearest == g) {
        nearest.reset();
        kept[g].nearest_likeness = 0;
      }
    }
    groups_ = std::move(kept);
  }

 private:
  // Notes the clause of a figure that differs from another one, the first.
  void note_clause(uint32_t figure, uint32_t other) {
    if (!clauses_.contains(figure)) {
      clauses_[figure] = clause_of(figures_[figure], figures_[other], story_);
    }
  }

  GroupId last_absorber(GroupId group) const {
    auto by = absorbed_.find(group);
    while (by != absorbed_.end()) {
      group = by->second;
      by = absorbed_.find(group);
    }
    return group;
  }

  // More than half of the longer one in common: they say the same.
  static bool overlap(TokenRange x, TokenRange y) {
    return 2 * common_tokens(x, y) > std::max(x.size(), y.size());
  }

  // Returns the groups of which half the places or more say what the family does: the one with the
  // most such places, then those that say nothing else.
  std::vector<GroupId> groups_of(std::span<const uint32_t> family) const {
    std::vector<GroupId> found;
    size_t most = 0;
    std::vector<GroupId> whole;
    for (const GroupId group : touched_by(family)) {
      const std::vector<PlaceId>& places = groups_[group].places;
      const auto count = static_cast<size_t>(std::count_if(
          places.begin(), places.end(), [&](PlaceId place) { return says_it(place, family); }));
      const bool is_half = 2 * count >= places.size();
      if (!is_half || is_of_another_figure(group, family)) {
        continue;
      }
      if (count > most) {
        found.assign(1, group);
        most = count;
      }
      if (count == places.size()) {
        whole.push_back(group);
      }
    }
    for (const GroupId group : whole) {
      if (group != found.front()) {
        found.push_back(group);
      }
    }
    return found;
  }

  // Returns the groups that have places on the family's clauses.
  std::set<GroupId> touched_by(std::span<const uint32_t> family) const {
    std::set<GroupId> touched;
    for (const uint32_t member : family) {
      const auto places = on_line_.find(figures_[member].line);
      if (places == on_line_.end()) {
        continue;
      }
      for (const auto& [group, place] : places->second) {
        if (common_tokens(found_.places[place].tokens, clauses_.at(member)) > 0) {
          touched.insert(group);
        }
      }
    }
    return touched;
  }

  // Returns whether the place says what the family's clauses say: it has more than half of the
  // longer of the two in common with one; or its only figure is that of one.
  bool says_it(PlaceId id, std::span<const uint32_t> family) const {
    const MentionPlace& place = found_.places[id];
    const auto is_clause = [&](uint32_t member) {
      return figures_[member].line == place.line && overlap(place.tokens, clauses_.at(member));
    };
    if (std::any_of(family.begin(), family.end(), is_clause)) {
      return true;
    }
    const std::vector<Figure>& figures = story_.lines[place.line].statement->figures;
    const auto is_inside = [&](const Figure& figure) {
      return holds(place.tokens, figure);
    };
    if (std::count_if(figures.begin(), figures.end(), is_inside) != 1) {
      return false;
    }
    const Figure& only = *std::find_if(figures.begin(), figures.end(), is_inside);
    return std::any_of(family.begin(), family.end(), [&](uint32_t member) {
      return is_same_amount(only, *figures_[member].figure);
    });
  }

  // Returns whether two voices of the group give the same figure of another kind or thing: then the
  // group is of that one, and the family's stands beside it.
  bool is_of_another_figure(GroupId group, std::span<const uint32_t> family) const {
    std::vector<std::pair<const Figure*, VoiceId>> others;
    for (const PlaceId id : groups_[group].places) {
      const MentionPlace& place = found_.places[id];
      for (const Figure& figure : story_.lines[place.line].statement->figures) {
        if (holds(place.tokens, figure) && !is_of_family(figure, family)) {
          others.emplace_back(&figure, place.voice);
        }
      }
    }
    for (size_t i = 0; i < others.size(); ++i) {
      for (size_t j = i + 1; j < others.size(); ++j) {
        const bool of_two_voices = others[i].second != others[j].second;
        if (of_two_voices && agree(*others[i].first, *others[j].first)) {
          return true;
        }
      }
    }
    return false;
  }

  bool is_of_family(const Figure& figure, std::span<const uint32_t> family) const {
    return std::any_of(family.begin(), family.end(), [&](uint32_t member) {
      const Figure& known = *figures_[member].figure;
      return figure.kind == known.kind && figure.unit == known.unit;
    });
  }

  static bool is_same_amount(const Figure& a, const Figure& b) {
    const bool of_one = a.kind == b.kind && a.unit == b.unit && same_thing(a.of, b.of);
    constexpr double rounding = 0.01;
    return of_one && std::abs(value_of(a) - value_of(b)) <= rounding * value_of(b);
  }

  // Moves the places of a group to another one, but for those that this has, too.
  void absorb(GroupId from, GroupId to) {
    absorbed_[from] = to;
    for (size_t i = 0; i < groups_[from].places.size(); ++i) {
      const PlaceId place = groups_[from].places[i];
      const MentionPlace& moved = found_.places[place];
      std::vector<std::pair<GroupId, PlaceId>>& on_line = on_line_[moved.line];
      std::erase(on_line, std::pair(from, place));
      const bool is_there = std::any_of(on_line.begin(), on_line.end(), [&](const auto& other) {
        return other.first == to && overlap(found_.places[other.second].tokens, moved.tokens);
      });
      if (!is_there) {
        on_line.emplace_back(to, place);
        groups_[to].places.push_back(place);
        groups_[to].likenesses.push_back(groups_[from].likenesses[i]);
      }
    }
    sort_places(groups_[to]);
  }

  // Sees to it that a place of the group holds the figure.
  void extend(GroupId g, const CountedFigure& figure, TokenRange clause) {
    std::optional<PlaceId> nearest;
    for (const auto& [group, place] : on_line_[figure.line]) {
      if (group != g) {
        continue;
      }
      const TokenRange tokens = found_.places[place].tokens;
      if (holds(tokens, *figure.figure)) {
        return;
      }
      if (common_tokens(tokens, clause) > 0) {
        nearest = place;
      }
    }
    if (!nearest) {
      add(figure, clause, groups_[g]);
      on_line_[figure.line].emplace_back(g, groups_[g].places.back());
      return;
    }
    TokenRange& tokens = found_.places[*nearest].tokens;
    const TokenRange both{std::min(tokens.begin, clause.begin), std::max(tokens.end, clause.end)};
    tokens = both.size() <= longest_place ? both : clause;
  }

  // Adds a place on the figure's clause; its likeness is left at the group's.
  void add(const CountedFigure& figure, TokenRange clause, Group& group) {
    for (const PlaceId place : group.places) {
      const bool is_there = found_.places[place].line == figure.line &&
                            holds(found_.places[place].tokens, *figure.figure);
      if (is_there) {
        return;
      }
    }
    group.places.emplace_back(found_.places.size());
    group.likenesses.push_back(group.likeness);
    found_.places.push_back({figure.line, clause, figure.voice});
  }

  // Puts the places in order, with their likenesses beside them.
  static void sort_places(Group& group) {
    std::map<PlaceId, double> by_place;
    for (size_t i = 0; i < group.places.size(); ++i) {
      by_place.emplace(group.places[i], group.likenesses[i]);
    }
    group.places.clear();
    group.likenesses.clear();
    for (const auto& [place, likeness] : by_place) {
      group.places.push_back(place);
      group.likenesses.push_back(likeness);
    }
  }

  // Measures a new group by the terms that its places share.
  void measure(Group& group) const {
    std::set<VoiceId> voices;
    std::vector<std::vector<StoryTermId>> terms;
    for (const PlaceId place : group.places) {
      voices.insert(found_.places[place].voice);
      terms.push_back(
          terms_in(story_.lines[found_.places[place].line], found_.places[place].tokens));
    }
    double all = 0;
    double pairs = 0;
    for (size_t i = 0; i < terms.size(); ++i) {
      double sum = 0;
      double others = 0;
      for (size_t j = 0; j < terms.size(); ++j) {
        if (found_.places[group.places[i]].voice != found_.places[group.places[j]].voice) {
          sum += shared_weight(story_, terms[i], terms[j]);
          ++others;
        }
      }
      group.likenesses[i] = others > 0 ? sum / others : 0;
      all += sum;
      pairs += others;
    }
    group.voices = static_cast<uint32_t>(voices.size());
    group.likeness = pairs > 0 ? all / pairs : 0;
    group.chance = group.likeness;  // nothing surer is known of places that likeness didn't find
  }

  std::span<const CountedFigure> figures_;
  const Story& story_;
  PlacePairs& found_;
  std::vector<Group>& groups_;
  std::map<uint32_t, TokenRange> clauses_;  // by figure
  std::map<GroupId, GroupId> absorbed_;     // and by which one
  std::map<LineId, std::vector<std::pair<GroupId, PlaceId>>> on_line_;
};

}  // namespace

void bind_figures(std::span<const CountedFigure> figures,
                  std::span<const std::pair<uint32_t, uint32_t>> differing, const Story& story,
                  PlacePairs& found, std::vector<Group>& groups) {
  Binder binder(figures, differing, story, found, groups);
  for (const std::vector<uint32_t>& family : families_of(figures, differing)) {
    if (family.size() <= most_bound) {
      binder.bind(family);
    }
  }
  binder.close();
}

}  // namespace reprise::detail
