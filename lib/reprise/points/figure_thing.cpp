// Steps: of a sum or a share, the figure says itself what it is of (figure_of.h). Of a count, a
// word near it is sought that says what happened to those who are counted, the nearest first; if
// these are anybody, that word is all that counts.
//
//     "killing more than 50 and injuring nearly 500"
//         50 is next to "killing"; 500 is next to "injuring", and another figure parts it from
//         "killing"
//     "the toll of the storm rose to 97"
//         no noun follows, so the words before it are asked farther back
//
// Cost: a look at about ten words.
#include "reprise/points/figure_thing.h"

#include <algorithm>
#include <array>

#include "reprise/language/figures/figure_of.h"

namespace reprise::detail {
namespace {

constexpr uint32_t fate_reach = 4;  // words on each side in which "killed" is said of a number
constexpr uint32_t toll_reach = 8;  // words before it in which "toll" is, if no noun follows

// What happened to those who are counted.
struct Fate {
  FigureRole role;
  std::string_view FigureVocabulary::*name;
};
constexpr std::array<Fate, 2> fates{{
    {FigureRole::died, &FigureVocabulary::name_of_dead},
    {FigureRole::hurt, &FigureVocabulary::name_of_injured},
}};

// "dozens", "thousands of dollars", "several hundred".
bool is_vague(const Figure& figure, const FigureLine& line) {
  for (uint32_t i = figure.first_token; i < figure.last_token; ++i) {
    const FigureWord* meaning = line.meaning(i);
    const bool says_many = meaning && (meaning->many > 0 || meaning->is(FigureRole::vague) ||
                                       meaning->is(FigureRole::couple));
    if (says_many) {
      return true;
    }
  }
  return false;
}

// "a 43-year-old", "43 years of age", "aged 43", "der 43-jährige".
bool is_age(const Figure& figure, const FigureLine& line) {
  const bool may_be = figure.kind == FigureKind::duration || figure.kind == FigureKind::count;
  if (!may_be) {
    return false;
  }
  const bool before = figure.first_token > 0 && line.is(figure.first_token - 1, FigureRole::age);
  const bool behind = line.is(figure.last_token, FigureRole::age) ||
                      line.is(figure.last_token + 1, FigureRole::age);
  return before || behind;
}

// "60 votes", "a 52-48 vote".
bool is_vote(const Figure& figure, const FigureLine& line) {
  constexpr uint32_t reach = 3;
  for (uint32_t i = figure.last_token; i < figure.last_token + reach; ++i) {
    if (line.is(i, FigureRole::vote)) {
      return true;
    }
  }
  return false;
}

// "12 lorries", but not "the toll of the storm rose to 12".
bool is_named_behind(const Figure& figure, const FigureLine& line) {
  constexpr uint32_t reach = 6;
  for (uint32_t i = figure.last_token; i < figure.last_token + reach; ++i) {
    if (line.is_noun_of(i, figure)) {
      return true;
    }
  }
  return false;
}

// Returns whether another figure stands between the tokens.
bool has_figure(const FigureLine& line, uint32_t begin, uint32_t end) {
  return std::any_of(line.figures().begin(), line.figures().end(), [&](const Figure& figure) {
    return figure.first_token >= begin && figure.last_token <= end;
  });
}

bool stands_behind(const Figure& figure, uint32_t distance, FigureRole role,
                   const FigureLine& line) {
  const uint32_t token = figure.last_token + distance - 1;
  return line.is(token, role) && !line.parted(figure.last_token - 1, token) &&
         !has_figure(line, figure.last_token, token);
}

bool stands_before(const Figure& figure, uint32_t distance, FigureRole role,
                   const FigureLine& line) {
  if (figure.first_token < distance) {
    return false;
  }
  const uint32_t token = figure.first_token - distance;
  return line.is(token, role) && !line.parted(token, figure.first_token) &&
         !has_figure(line, token, figure.first_token);
}

// Returns the fate that what is counted says itself: "toll", "deaths", "wounded"; nullptr if none.
const Fate* fate_in(std::string_view thing, const FigureLine& line) {
  const auto found = std::find_if(fates.begin(), fates.end(),
                                  [&](const Fate& fate) { return line.says(thing, fate.role); });
  return found == fates.end() ? nullptr : &*found;
}

// Returns what happened to those who are counted, if the figure or a word near it says so.
const Fate* fate_of(const Figure& figure, bool is_named, const FigureLine& line) {
  if (const Fate* fate = fate_in(figure.of, line)) {
    return fate;
  }
  const uint32_t farthest = is_named ? fate_reach : toll_reach;
  for (uint32_t distance = 1; distance <= farthest; ++distance) {
    for (const Fate& fate : fates) {
      const bool may_follow = distance <= fate_reach;
      if (stands_before(figure, distance, fate.role, line) ||
          (may_follow && stands_behind(figure, distance, fate.role, line))) {
        return &fate;
      }
    }
  }
  return nullptr;
}

}  // namespace

bool counts_nothing(const Figure& figure, const FigureLine& line) {
  const bool is_amount = figure.kind != FigureKind::date && figure.kind != FigureKind::ratio;
  return !is_amount || is_vague(figure, line) || is_age(figure, line);
}

FigureThing thing_of(const Figure& figure, const FigureLine& line) {
  if (figure.kind != FigureKind::count) {
    return {key_of_thing(figure.of)};
  }
  if (is_vote(figure, line)) {
    return {};
  }
  const bool is_named = is_named_behind(figure, line);
  const Fate* fate = fate_of(figure, is_named, line);
  if (!fate) {
    return {key_of_thing(figure.of)};
  }
  const bool are_anybody =
      !is_named || line.says(figure.of, FigureRole::people) || fate_in(figure.of, line) != nullptr;
  const std::string name(line.vocabulary().*fate->name);
  return {are_anybody ? name : key_of_thing(figure.of) + " " + name, true};
}

}  // namespace reprise::detail
