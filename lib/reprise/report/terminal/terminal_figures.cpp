// Steps: the figures that a point's disagreements name are written as the texts have them; equal
// writings are one entry with several names; for a list on one line, each figure joins the first
// group that it does not contradict.
//
//     figures 0 "340 jobs" (a.txt), 1 "430 jobs" (b.txt), 2 "340 jobs" (c.txt), 1 against 0 and 2
//     beside the point    340 jobs: a.txt and c.txt    430 jobs: b.txt
//     on one line         "340 jobs against 430 jobs"
//
// Cost: the square of the point's figures.
#include "reprise/report/terminal/terminal_figures.h"

#include <algorithm>
#include <utility>

namespace reprise::detail {
namespace {

// Returns the figure as it is written, with what it counts.
std::string written(const MentionedFigure& f, const Point& point, const Result& result) {
  constexpr size_t most_columns = 80;
  const TextUnit& unit = result.units[point.mentions[f.mention].unit];
  const std::string& of = f.figure.of;
  std::string text = cut_to(on_one_line(f.figure.span.in(unit.text)), most_columns);
  if (!of.empty() && text.find(of) == text.npos) {
    const std::string_view behind = unit.text.substr(f.figure.span.end, of.size() + 1);
    const bool follows = on_one_line(behind) == of;
    const std::string shown = cut_to(on_one_line(of), most_columns);
    text += follows ? " " + shown : " (" + shown + ")";
  }
  return isolated(text);
}

// Figures that agree with one another, called by the first of them.
struct Agreeing {
  std::string text;
  std::vector<uint32_t> figures;
};

// Returns the contested figures, each beside the first ones that it does not contradict.
std::vector<Agreeing> contested_groups(const Point& point, const Result& result) {
  const std::set<std::pair<uint32_t, uint32_t>> against(point.disagreements.begin(),
                                                        point.disagreements.end());
  const auto contradict = [&](uint32_t x, uint32_t y) {
    return against.contains({x, y}) || against.contains({y, x});
  };
  std::vector<Agreeing> groups;
  for (const uint32_t f : contested_in(point)) {
    const std::string text = written(point.figures[f], point, result);
    const auto fits = [&](const Agreeing& group) {
      return group.text == text ||
             std::none_of(group.figures.begin(), group.figures.end(),
                          [&](uint32_t other) { return contradict(f, other); });
    };
    auto group = std::find_if(groups.begin(), groups.end(), fits);
    if (group == groups.end()) {
      group = groups.insert(group, {text, {}});
    }
    group->figures.push_back(f);
  }
  return groups;
}

}  // namespace

void add_name(std::vector<Said>& list, const std::string& text, const Mention& mention,
              const std::string& name) {
  auto entry =
      std::find_if(list.begin(), list.end(), [&](const Said& said) { return said.text == text; });
  if (entry == list.end()) {
    entry = list.insert(list.end(), {text, &mention, {}});
  }
  if (std::find(entry->names.begin(), entry->names.end(), name) == entry->names.end()) {
    entry->names.push_back(name);
  }
}

std::set<uint32_t> contested_in(const Point& point) {
  std::set<uint32_t> figures;
  for (const auto& [first, second] : point.disagreements) {
    figures.insert({first, second});
  }
  return figures;
}

std::vector<Said> contested_by(const Point& point, const SummaryWriter& out) {
  std::vector<Said> given;
  for (uint32_t f : contested_in(point)) {
    const MentionedFigure& figure = point.figures[f];
    const Mention& mention = point.mentions[figure.mention];
    add_name(given, written(figure, point, out.result), mention,
             out.name(out.result.units[mention.unit].document));
  }
  return given;
}

PointsThatDiffer points_that_differ(const Result& result) {
  PointsThatDiffer differing;
  for (size_t i = 0; i < result.points.size(); ++i) {
    const Point& point = result.points[i];
    if (point.disagreements.empty()) {
      continue;
    }
    std::vector<size_t>& list = is_updated(point, result) ? differing.updated : differing.contested;
    list.push_back(i);
  }
  return differing;
}

std::string contested_figures(const Point& point, const SummaryWriter& out) {
  constexpr size_t most_figures = 4;
  const std::vector<Agreeing> groups = contested_groups(point, out.result);
  std::string list;
  for (size_t i = 0; i < std::min(groups.size(), most_figures); ++i) {
    list += (i > 0 ? " against " : "") + groups[i].text;
  }
  return list + (groups.size() > most_figures ? " against …" : "");
}

}  // namespace reprise::detail
