// Steps: each two figures of a point are asked for reasons to say nothing about each other (one
// voice, another kind, a denial, a mention that gives both), then whether what they count has one
// name and they differ, then whether each is all that its voice says in this kind.
//
//     voice 0  "spent $6 million"           6 million, of nothing that is named
//     voice 1  "a budget of $100 million"   100 million, of "budget"
//     one kind, one amount each, ranges apart: they disagree, unless text 1 says "$5.6 million" too
//
// Cost: the square of the point's figures, times their number.
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

bool is_below(const Figure& a, const Figure& b) {
  return a.high && b.low && *a.high < *b.low;
}

bool are_apart(const Figure& a, const Figure& b) {
  return is_below(a, b) || is_below(b, a);
}

bool same_kind(const Figure& a, const Figure& b) {
  return a.kind == b.kind && a.unit == b.unit;
}

class Disagreements {
 public:
  Disagreements(const Point& point, std::span<const VoiceId> voices,
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
    const bool of_two_voices = voices_[x.mention] != voices_[y.mention];
    const bool of_one_kind = is_amount(x.figure.kind) && same_kind(x.figure, y.figure);
    if (!of_two_voices || !of_one_kind || is_denied(x) || is_denied(y)) {
      return false;
    }
    if (said_too(x, y.mention) || said_too(y, x.mention)) {
      return false;
    }
    const bool both_say_of_what = !x.figure.of.empty() && !y.figure.of.empty();
    if (both_say_of_what && contradict(x.figure, y.figure)) {
      return true;
    }
    return stands_for_its_voice(x) && stands_for_its_voice(y) && are_apart(x.figure, y.figure) &&
           !is_given(x, y.mention) && !is_given(y, x.mention);
  }

  bool is_denied(const MentionedFigure& x) const { return point_.mentions[x.mention].denied; }

  // Returns whether the other mention's document gives the figure too.
  bool is_given(const MentionedFigure& x, uint32_t mention) const {
    return gives_(point_.mentions[mention], x.figure);
  }

  // Returns whether the figure is what its voice says, though nothing names what it measures. A
  // count of nothing in particular could be of anything.
  bool stands_for_its_voice(const MentionedFigure& x) const {
    return x.figure.kind != FigureKind::count && is_only_one(x) && is_voices_best(x);
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
    const auto count = std::count_if(
        point_.figures.begin(), point_.figures.end(), [&](const MentionedFigure& other) {
          return other.mention == x.mention && same_kind(other.figure, x.figure);
        });
    return count == 1;
  }

  // Returns whether no other mention of its voice that has a figure of the kind and unit is more
  // like those of other voices: of "a $5.5 trillion loss" and "a $36 trillion debt" in one text,
  // the former is what others speak of.
  bool is_voices_best(const MentionedFigure& x) const {
    const auto is_better = [&](const MentionedFigure& other) {
      const bool of_its_voice = voices_[other.mention] == voices_[x.mention];
      return of_its_voice && same_kind(other.figure, x.figure) &&
             point_.mentions[other.mention].likeness > point_.mentions[x.mention].likeness;
    };
    return std::none_of(point_.figures.begin(), point_.figures.end(), is_better);
  }

  const Point& point_;
  std::span<const VoiceId> voices_;
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
    const Point& point, std::span<const VoiceId> voices,
    const std::function<bool(const Mention&, const Figure&)>& gives) {
  return Disagreements(point, voices, gives).find();
}

}  // namespace reprise::detail
