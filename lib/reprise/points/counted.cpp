// Steps: each figure of a line is looked at by itself: whether it counts at all, what it counts,
// which terms stand within ten words of it, in its own item if it is one of a list, which years.
//
//     "The firm paid 40 million euros in 2031 for the yard, and 12 million euros for the plan."
//     40 million euros  firm 2, pay 1, yard 4; year 2031
//     12 million euros  plan 3: the words before "and" are those of the first
//
// Cost: linear in the words of lines that have figures.
#include "reprise/points/counted.h"

#include <algorithm>
#include <map>

#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

constexpr uint32_t reach = 10;  // words on each side in which terms are of the figure

bool ends_item(uint32_t token, const FigureLine& line) {
  return line.is(token, FigureRole::conjunction) || line.parted(token, token + 1);
}

// Returns the first token behind the last mark or "and" between the two, or the first of them.
uint32_t begin_of_item(uint32_t begin, uint32_t end, const FigureLine& line) {
  while (end > begin && !ends_item(end - 1, line)) {
    --end;
  }
  return end;
}

// Returns the token that the first "and" or mark between the two stands at, or the last of them.
uint32_t end_of_item(uint32_t begin, uint32_t end, const FigureLine& line) {
  for (uint32_t i = begin; i < end; ++i) {
    if (line.is(i, FigureRole::conjunction) || line.parted(i - 1, i)) {
      return i;
    }
  }
  return end;
}

// Returns whether the two are items of one list.
bool are_listed(const Figure& figure, const Figure& other) {
  const bool counts = figure.kind != FigureKind::count || !other.of.empty();
  return counts && other.kind == figure.kind && other.unit == figure.unit;
}

// Returns the words whose terms may be of the figure.
TokenRange neighbourhood(const Figure& figure, const FigureLine& line) {
  const TokenRange all = line.tokens();
  const uint32_t room = figure.first_token - all.begin;
  TokenRange range{figure.first_token - std::min(reach, room),
                   std::min(figure.last_token + reach, all.end)};
  for (const Figure& other : line.figures()) {
    if (!are_listed(figure, other)) {
      continue;
    }
    if (other.last_token <= figure.first_token) {
      const uint32_t begin = begin_of_item(other.last_token, figure.first_token, line);
      range.begin = std::max(range.begin, begin);
    }
    if (other.first_token >= figure.last_token) {
      const uint32_t end = end_of_item(figure.last_token, other.first_token, line);
      range.end = std::min(range.end, end);
    }
  }
  return range;
}

// Returns the terms of a line in the stretch that are of no figure, by term, then place.
std::vector<const Feature*> features_in(TokenRange range, const FigureLine& line) {
  std::vector<const Feature*> found;
  for (const Feature& feature : line.line().features) {
    const bool is_inside = range.begin <= feature.first && feature.first < range.end;
    if (feature.is_term() && is_inside && !line.is_in_figure(feature.first)) {
      found.push_back(&feature);
    }
  }
  return found;
}

void add_terms(TokenRange near, const FigureLine& line, CountedFigure& counted) {
  const Figure& figure = *counted.figure;
  for (const Feature* feature : features_in(near, line)) {
    const uint32_t token = feature->first;
    const StoryTermId term{feature->key};
    if (line.is_noun_of(token, figure)) {
      counted.noun = term;
      continue;
    }
    const bool is_before = token < figure.first_token;
    const uint32_t distance =
        is_before ? figure.first_token - token : token - figure.last_token + 1;
    const bool is_known = !counted.terms.empty() && counted.terms.back().term == term;
    if (!is_known) {
      counted.terms.push_back({term, token, distance});
    } else if (distance < counted.terms.back().distance) {
      counted.terms.back() = {term, token, distance};
    }
  }
}

void add_years(TokenRange near, const FigureLine& line, CountedFigure& counted) {
  for (const Figure& other : line.figures()) {
    const bool is_year = other.kind == FigureKind::year && &other != counted.figure;
    if (is_year && other.low && holds(near, other)) {
      counted.years.push_back(*other.low);
    }
  }
  std::sort(counted.years.begin(), counted.years.end());
}

// "has led the yard since 2002", "ends in 2019", but not "the 2016 election".
std::optional<StoryTermId> lead_of(const Figure& figure, TokenRange near, const FigureLine& line) {
  const bool is_dated =
      figure.first_token > 0 && line.is(figure.first_token - 1, FigureRole::dated);
  if (!is_dated) {
    return std::nullopt;
  }
  const Feature* last = nullptr;
  for (const Feature* feature : features_in({near.begin, figure.first_token}, line)) {
    if (!last || feature->first > last->first) {
      last = feature;
    }
  }
  return last ? std::optional(StoryTermId{last->key}) : std::nullopt;
}

// "25 % on steel", "17 % of voters", unless it says when: "17 % on Monday".
std::optional<StoryTermId> object_of(const Figure& figure, const FigureLine& line) {
  constexpr uint32_t most_words = 3;
  const Feature* first = nullptr;
  for (const Feature* feature :
       features_in({figure.last_token, figure.last_token + most_words}, line)) {
    if (!first || feature->first < first->first) {
      first = feature;
    }
  }
  if (!first || line.parted(figure.last_token - 1, first->first)) {
    return std::nullopt;
  }
  const bool says_when =
      line.is(first->first, FigureRole::time) || line.is(first->first, FigureRole::dated);
  return says_when ? std::nullopt : std::optional(StoryTermId{first->key});
}

// "48-page report": the word behind the one that a hyphen joins to the figure.
std::optional<StoryTermId> measure_of(const Figure& figure, const FigureLine& line) {
  if (!line.is_joined(figure.last_token)) {
    return std::nullopt;
  }
  const auto behind = features_in({figure.last_token + 1, figure.last_token + 2}, line);
  return behind.empty() ? std::nullopt : std::optional(StoryTermId{behind.front()->key});
}

CountedFigure describe(uint32_t index, const FigureLine& line) {
  const Figure& figure = line.figures()[index];
  const TokenRange near = neighbourhood(figure, line);
  CountedFigure counted;
  counted.index = index;
  counted.figure = &figure;
  counted.voice = line.line().voice;
  counted.thing = thing_of(figure, line);
  add_terms(near, line, counted);
  add_years(near, line, counted);
  counted.lead = lead_of(figure, near, line);
  counted.object = object_of(figure, line);
  counted.measure = measure_of(figure, line);
  return counted;
}

}  // namespace

double value_of(const Figure& figure) {
  return *middle_of(figure);
}

std::vector<CountedFigure> counted_figures(const Story& story, std::span<const TextUnit> units) {
  std::vector<std::vector<CountedFigure>> by_line(story.lines.size());
  parallel_for(by_line.size(), [&](size_t i) {
    const Statement& statement = *story.lines[i].statement;
    if (statement.figures.empty()) {
      return;
    }
    const FigureLine line(story.lines[i], units[statement.unit]);
    for (uint32_t f = 0; f < statement.figures.size(); ++f) {
      if (!counts_nothing(statement.figures[f], line)) {
        by_line[i].push_back(describe(f, line));
        by_line[i].back().line = LineId{i};
      }
    }
  });
  return joined(by_line);
}

void note_groups(std::span<CountedFigure> figures, const PlacePairs& found,
                 std::span<const Group> groups) {
  std::map<LineId, std::vector<std::pair<GroupId, PlaceId>>> on_line;
  for (GroupId g{0}; g < groups.size(); ++g) {
    for (const PlaceId place : groups[g].places) {
      on_line[found.places[place].line].emplace_back(g, place);
    }
  }
  for (CountedFigure& figure : figures) {
    const auto places = on_line.find(figure.line);
    if (places == on_line.end()) {
      continue;
    }
    for (const auto& [group, place] : places->second) {
      if (holds(found.places[place].tokens, *figure.figure)) {
        figure.groups.push_back(group);
      }
    }
    make_set(figure.groups);
  }
}

}  // namespace reprise::detail
