// Steps: figures are filed under what they have in common: their kind and unit, with each of the
// terms near them, the thing that they count, each group that holds them; in each file, by value,
// each is compared with the next few.
//
//     "57 people were killed by the storm"   files: count and dead, count and storm, …
//     "the storm left 97 dead"               files: count and dead, count and storm, count and left
//     both stand in "count and dead": both are tolls, and share "storm"; they differ, unless one of
//     the two texts has the other's number of dead, too
//
// Values of one file that lie far apart are not compared if many lie between: they would hardly be
// of one thing.
#include "reprise/points/differ.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "reprise/points/figure_rules.h"

namespace reprise::detail {
namespace {

constexpr size_t next_compared = 24;  // of a file: the figures behind, by value

// A term in more lines than that says of no two figures that they are of one thing.
constexpr uint32_t most_holders = 200;

// What shared terms weigh less for standing far from the figures, by word; and what the others of
// the two lines weigh, and the noun itself.
constexpr double loss_per_word = 0.1;
constexpr double share_of_lines = 0.15;
constexpr double share_of_noun = 0.3;

// A figure in one of its files.
struct Entry {
  std::tuple<FigureKind, std::string_view, std::string> file;
  double value;
  uint32_t figure;
  friend bool operator<(const Entry& x, const Entry& y) {
    return std::tie(x.file, x.value, x.figure) < std::tie(y.file, y.value, y.figure);
  }
};

class Differing {
 public:
  Differing(std::span<const CountedFigure> figures, const Story& story)
      : figures_(figures), story_(story), mean_value_(mean_value_of(story)) {
    for (uint32_t i = 0; i < figures.size(); ++i) {
      const double value = value_of(*figures[i].figure);
      of_voice_[{figures[i].voice, figures[i].figure->kind}].emplace_back(value, i);
    }
    for (auto& [_, given] : of_voice_) {
      std::sort(given.begin(), given.end());
    }
  }

  std::vector<std::pair<uint32_t, uint32_t>> find() const {
    const std::vector<Entry> entries = entries_by_file();
    std::set<std::pair<uint32_t, uint32_t>> found;
    for (size_t i = 0; i < entries.size(); ++i) {
      const size_t end = std::min(entries.size(), i + 1 + next_compared);
      for (size_t j = i + 1; j < end && entries[j].file == entries[i].file; ++j) {
        const auto [a, b] = std::minmax(entries[i].figure, entries[j].figure);
        if (differ(figures_[a], figures_[b])) {
          found.emplace(a, b);
        }
      }
    }
    return {found.begin(), found.end()};
  }

 private:
  static double mean_value_of(const Story& story) {
    double sum = 0;
    double occurrences = 0;
    for (size_t term = 0; term < story.weights.size(); ++term) {
      sum += story.weights[term] * story.weights[term] * story.holders[term];
      occurrences += story.holders[term];
    }
    return occurrences > 0 ? sum / occurrences : 1;
  }

  std::vector<Entry> entries_by_file() const {
    std::vector<Entry> entries;
    for (uint32_t i = 0; i < figures_.size(); ++i) {
      const CountedFigure& counted = figures_[i];
      const double value = value_of(*counted.figure);
      if (value <= 0) {
        continue;
      }
      const auto put = [&](std::string name) {
        entries.push_back(
            {{counted.figure->kind, counted.figure->unit, std::move(name)}, value, i});
      };
      if (!counted.thing.name.empty()) {
        put(counted.thing.name);
      }
      for (const GroupId group : counted.groups) {
        put("group " + std::to_string(group));
      }
      for (const NearTerm& near : counted.terms) {
        if (story_.holders[near.term] <= most_holders) {
          put("term " + std::to_string(near.term));
        }
      }
    }
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  // From the cheapest question on.
  bool differ(const CountedFigure& a, const CountedFigure& b) const {
    if (!are_comparable(story_, a.line, b.line) || !may_be_of_one_thing(a, b)) {
      return false;
    }
    return are_apart(a, b) && shared_by(a, b) >= needed_to_relate(a, b) && !gives_too(a.voice, b) &&
           !gives_too(b.voice, a);
  }

  // Returns whether the voice says what the figure says, anywhere.
  bool gives_too(VoiceId voice, const CountedFigure& figure) const {
    const auto known = of_voice_.find({voice, figure.figure->kind});
    if (known == of_voice_.end()) {
      return false;
    }
    const std::vector<std::pair<double, uint32_t>>& given = known->second;
    const ValueRange near = values_that_say_the_same(*figure.figure);
    const auto begin = std::lower_bound(given.begin(), given.end(), std::pair(near.low, 0u));
    for (auto it = begin; it != given.end() && it->first <= near.high; ++it) {
      if (says_the_same(figures_[it->second], figure)) {
        return true;
      }
    }
    return false;
  }

  // Returns what speaks for the two being of one thing, in mean terms of the story.
  double shared_by(const CountedFigure& a, const CountedFigure& b) const {
    double sum = shared_near(a, b) + share_of_lines * shared_by_lines(a, b);
    if (a.noun && a.noun == b.noun) {
      sum += share_of_noun * value(*a.noun);
    }
    return sum / mean_value_ + gain_of_point(a, b);
  }

  double value(StoryTermId term) const { return story_.weights[term] * story_.weights[term]; }

  double shared_near(const CountedFigure& a, const CountedFigure& b) const {
    double sum = 0;
    auto y = b.terms.begin();
    for (const NearTerm& x : a.terms) {
      while (y != b.terms.end() && y->term < x.term) {
        ++y;
      }
      if (y != b.terms.end() && y->term == x.term) {
        sum += value(x.term) / (1 + loss_per_word * (x.distance + y->distance));
      }
    }
    return sum;
  }

  double shared_by_lines(const CountedFigure& a, const CountedFigure& b) const {
    const std::vector<StoryTermId>& x = story_.lines[a.line].terms;
    const std::vector<StoryTermId>& y = story_.lines[b.line].terms;
    std::vector<StoryTermId> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    double sum = 0;
    for (const StoryTermId term : both) {
      sum += value(term);
    }
    return sum;
  }

  std::span<const CountedFigure> figures_;
  const Story& story_;
  double mean_value_;  // of a term
  // Of each voice and kind, the figures by value.
  std::map<std::pair<VoiceId, FigureKind>, std::vector<std::pair<double, uint32_t>>> of_voice_;
};

}  // namespace

std::vector<std::pair<uint32_t, uint32_t>> find_differing(std::span<const CountedFigure> figures,
                                                          const Story& story) {
  return Differing(figures, story).find();
}

}  // namespace reprise::detail
