#include "reprise/points/disagree.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include "reprise/language/figures/figures.h"

namespace reprise::detail {
namespace {

bool is_amount(FigureKind kind) {
  return kind == FigureKind::money || kind == FigureKind::percent || kind == FigureKind::count ||
         kind == FigureKind::duration;
}

bool apart(const Figure& a, const Figure& b) {
  return (a.high && b.low && *a.high < *b.low) || (b.high && a.low && *b.high < *a.low);
}

class Disagreements {
 public:
  Disagreements(const Point& point, std::span<const uint32_t> voices,
                const std::function<bool(const Mention&, const Figure&)>& gives)
      : point_(point), voices_(voices), gives_(gives) {}

  std::vector<std::pair<uint32_t, uint32_t>> find() const {
    std::vector<std::pair<uint32_t, uint32_t>> found;
    for (uint32_t i = 0; i < point_.figures.size(); ++i) {
      for (uint32_t j = i + 1; j < point_.figures.size(); ++j) {
        if (disagree(point_.figures[i], point_.figures[j])) {
          found.emplace_back(i, j);
        }
      }
    }
    return found;
  }

 private:
  bool disagree(const MentionedFigure& x, const MentionedFigure& y) const {
    if (voices_[x.mention] == voices_[y.mention] || !is_amount(x.figure.kind)) {
      return false;
    }
    if (point_.mentions[x.mention].denied || point_.mentions[y.mention].denied) {
      return false;
    }
    if (x.figure.kind != y.figure.kind || x.figure.unit != y.figure.unit) {
      return false;
    }
    if (said_too(x, y.mention) || said_too(y, x.mention)) {
      return false;
    }
    if (contradict(x.figure, y.figure) && !x.figure.of.empty() && !y.figure.of.empty()) {
      return true;
    }
    const bool alone = x.figure.kind != FigureKind::count && is_only_one(x) && is_only_one(y) &&
                       is_voices_best(x) && is_voices_best(y);
    return alone && apart(x.figure, y.figure) && !gives_(point_.mentions[x.mention], y.figure) &&
           !gives_(point_.mentions[y.mention], x.figure);
  }

  // Returns whether the other mention gives the same figure beside one that differs.
  bool said_too(const MentionedFigure& x, uint32_t mention) const {
    return std::any_of(point_.figures.begin(), point_.figures.end(),
                       [&](const MentionedFigure& other) {
                         return other.mention == mention && agree(x.figure, other.figure);
                       });
  }

  // Returns whether its mention has no other figure of the kind and unit.
  bool is_only_one(const MentionedFigure& x) const {
    return std::count_if(
               point_.figures.begin(), point_.figures.end(), [&](const MentionedFigure& other) {
                 return other.mention == x.mention && other.figure.kind == x.figure.kind &&
                        other.figure.unit == x.figure.unit;
               }) == 1;
  }

  // Returns whether no other mention of its voice that has a figure of the kind and unit is more
  // like those of other voices: of "a $5.5 trillion loss" and "a $36 trillion debt" in one text,
  // the former is what others speak of.
  bool is_voices_best(const MentionedFigure& x) const {
    return std::none_of(
        point_.figures.begin(), point_.figures.end(), [&](const MentionedFigure& other) {
          return voices_[other.mention] == voices_[x.mention] &&
                 other.figure.kind == x.figure.kind && other.figure.unit == x.figure.unit &&
                 point_.mentions[other.mention].likeness > point_.mentions[x.mention].likeness;
        });
  }

  const Point& point_;
  std::span<const uint32_t> voices_;
  const std::function<bool(const Mention&, const Figure&)>& gives_;
};

}  // namespace

bool is_toll(const Figure& figure) {
  static const std::unordered_set<std::string_view> counted{
      "people",    "dead",     "deaths",   "death",     "toll",       "casualties",
      "victims",   "injured",  "wounded",  "missing",   "cases",      "infections",
      "survivors", "arrests",  "patients", "residents", "bodies",     "injuries",
      "houses",    "homes",    "menschen", "tote",      "todesopfer", "verletzte",
      "opfer",     "morts",    "blessés",  "victimes",  "personnes",  "muertos",
      "heridos",   "víctimas", "personas", "casos",     "evacuees",   "killed"};
  if (figure.kind != FigureKind::count) {
    return false;
  }
  const size_t last = figure.of.rfind(' ');
  return counted.contains(
      std::string_view(figure.of).substr(last == std::string::npos ? 0 : last + 1));
}

std::vector<std::pair<uint32_t, uint32_t>> find_disagreements(
    const Point& point, std::span<const uint32_t> voices,
    const std::function<bool(const Mention&, const Figure&)>& gives) {
  return Disagreements(point, voices, gives).find();
}

}  // namespace reprise::detail
