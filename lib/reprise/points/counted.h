// The figures of a story with what is said of each: by this, figures of two voices are told to be
// of one thing or of two (figure_rules.h).
//
//     "the storm killed at least 57 people in Quillhaven"
//         thing  "dead"
//         terms  storm, kill, people, Quillhaven, each with its distance in words
//     "3,100 kroner for a lamp and 4,250 kroner for a new door"
//         terms of the first: lamp; what stands in the next item of a list is not of this one
//
// Left out are figures that nobody could contradict (figure_thing.h).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reprise/language/unit.h"
#include "reprise/points/figure_thing.h"
#include "reprise/points/ids.h"
#include "reprise/points/mentions.h"
#include "reprise/points/select.h"
#include "reprise/points/story.h"

namespace reprise::detail {

// A term that stands near a figure.
struct NearTerm {
  StoryTermId term;
  uint32_t token = 0;     // of the unit
  uint32_t distance = 0;  // in words, from 1
};

struct CountedFigure {
  LineId line;
  uint32_t index = 0;  // in the figures of the line's statement
  const Figure* figure = nullptr;
  VoiceId voice;
  FigureThing thing;
  std::optional<StoryTermId> noun;  // that names the thing
  std::vector<NearTerm> terms;      // ascending, the nearest of each; without the noun
  std::vector<double> years;        // that are named near it, ascending
  std::optional<StoryTermId> lead;  // of a year: the last term before it, "led" of "led since 2002"
  std::optional<StoryTermId> object;   // the first term behind it: "steel" of "25 % on steel"
  std::optional<StoryTermId> measure;  // what it is the size of: "report" of "48-page report"
  std::vector<GroupId> groups;         // that have a mention with it, ascending
};

// Returns the number that the figure gives, or the end of it that it gives: 1.5e6 for "up to 1.5
// million". REQUIRES: it has one.
double value_of(const Figure& figure);

// Returns the story's figures by line, then place, without their groups. Lines run in parallel.
// Cost: linear in the words of lines that have figures.
std::vector<CountedFigure> counted_figures(const Story& story, std::span<const TextUnit> units);

// Tells each figure which groups of places hold it. Cost: linear in the places and the figures.
void note_groups(std::span<CountedFigure> figures, const PlacePairs& found,
                 std::span<const Group> groups);

}  // namespace reprise::detail
