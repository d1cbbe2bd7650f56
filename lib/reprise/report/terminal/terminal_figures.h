// The figures of points that can't all be right, as the summary shows them.
//
// Cost: the square of a point's figures. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "reprise/report/terminal/terminal_writer.h"

namespace reprise::detail {

// The points whose figures differ, by index, ascending: because somebody errs, or because the story
// moved on.
struct PointsThatDiffer {
  std::vector<size_t> contested, updated;
};
PointsThatDiffer points_that_differ(const Result& result);

// Returns the figures of the point that contradict each other, as they are written: "340 jobs
// against 430 jobs"; of those that agree with one another, the first.
std::string contested_figures(const Point& point, const SummaryWriter& out);

// Returns the figures of a point that others of it contradict, by index.
std::set<uint32_t> contested_in(const Point& point);

// What was said, and by whom.
struct Said {
  std::string text;
  const Mention* mention = nullptr;  // the first that says it
  std::vector<std::string> names;
};

// Adds the name to those that stand beside the text.
void add_name(std::vector<Said>& list, const std::string& text, const Mention& mention,
              const std::string& name);

// Returns the contested figures as they are written, with who gives them.
std::vector<Said> contested_by(const Point& point, const SummaryWriter& out);

}  // namespace reprise::detail
