// Steps: what the point is called, how sure it is and by which evidence, which terms bind its
// mentions, each mention with its likeness and the sentence that it was cut from, the figures with
// their ranges, the disputes, and the point that comes nearest.
//
//     "just under $6m"   ->   5.4 million to 6 million USD
//     "more than 40"     ->   at least 40
//
// Cost: that of writing it.
#include "reprise/report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <utility>

#include "reprise/language/figures/figures.h"
#include "reprise/report/terminal/layout.h"

namespace reprise {

using namespace detail;
namespace {

std::string rounded(double value) {
  char text[32];
  std::snprintf(text, sizeof(text), "%.2f", value);
  return text;
}

// Returns 5500000 as "5.5 million".
std::string amount(double value) {
  constexpr std::pair<double, const char*> scales[] = {
      {1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}, {1, ""}};
  const auto fits = [&](const auto& scale) {
    return value >= scale.first;
  };
  const auto* scale = std::find_if(std::begin(scales), std::end(scales) - 1, fits);
  char text[32];
  std::snprintf(text, sizeof(text), "%.6g", value / scale->first);
  return std::string(text) + scale->second;
}

std::string range(const Figure& figure) {
  if (figure.low && figure.high) {
    return amount(*figure.low) + " to " + amount(*figure.high);
  }
  if (figure.low) {
    return "at least " + amount(*figure.low);
  }
  return figure.high ? "at most " + amount(*figure.high) : "any number";
}

class Explanation {
 public:
  Explanation(const Result& result, size_t number, const TerminalOptions& options)
      : result_(result),
        point_(result.points[number]),
        number_(number),
        page_(options.width, options.colour) {}

  std::string write() {
    const Mention& label = point_.mentions[point_.label];
    page_.line(0, 2,
               {"Point " + grouped(number_ + 1) + " of " + grouped(result_.points.size()) + ": " +
                    quote(label.unit, point_.claim),
                style::bold});
    verdict();
    evidence();
    terms();
    mentions();
    figures();
    disputes();
    nearest();
    return page_.text();
  }

 private:
  std::string quote(UnitId unit, Span span) const {
    return "“" + isolated(on_one_line(span.in(result_.units[unit].text))) + "”";
  }

  std::string name(DocumentId document) const {
    return isolated(on_one_line(result_.documents[document].id));
  }

  void heading(const std::string& text) {
    page_.blank();
    page_.line(0, 2, {text, style::bold});
  }

  void verdict() {
    const PointOptions& options = result_.options.points;
    const double needed =
        options.least_chance + (point_.mentions.size() == 2 ? options.margin_of_two : 0);
    page_.line(2, 4,
               "chance that two mentions of different texts state the same " +
                   rounded(point_.chance) + ", needed " + rounded(needed) +
                   "; their mean likeness " + rounded(point_.likeness) + "; score " +
                   rounded(point_.score) + " with " + counted(point_.voices, "independent text"));
  }

  // By what the pieces add, the strongest first; what adds nothing is left out.
  void evidence() {
    if (point_.evidence.empty()) {
      return;
    }
    heading("Evidence that they state the same, a mean of their pairs (added to the log odds)");
    std::vector<PieceOfEvidence> pieces = point_.evidence;
    std::stable_sort(pieces.begin(), pieces.end(), [](const auto& x, const auto& y) {
      return std::abs(x.log_odds) > std::abs(y.log_odds);
    });
    for (const PieceOfEvidence& piece : pieces) {
      if (std::abs(piece.log_odds) < 0.005) {
        continue;
      }
      const std::string sign = piece.log_odds > 0 ? "+" : "";
      const bool is_measured = piece.kind != EvidenceKind::none;
      page_.line(2, 4,
                 sign + rounded(piece.log_odds) + " " + meaning(piece.kind) +
                     (is_measured ? ": " + rounded(piece.value) : ""));
    }
    if (point_.compared < 1) {
      page_.line(2, 4,
                 "of the pairs " + std::to_string(std::lround(100 * point_.compared)) + " % have " +
                     (beyond_words() ? "words or meaning" : "words") +
                     " enough in common to be compared; the others count 0");
    }
  }

  static std::string meaning(EvidenceKind kind) {
    switch (kind) {
      case EvidenceKind::none: return "where nothing is known";
      case EvidenceKind::likeness: return "likeness of the mentions";
      case EvidenceKind::sentences: return "likeness of the sentences around them";
      case EvidenceKind::shared: return "what the words in common say";
      case EvidenceKind::relative: return "likeness beyond what is usual for both";
      case EvidenceKind::support: return "likeness of both to a third text";
      case EvidenceKind::place: return "how far down in its text the first of the two stands";
      case EvidenceKind::distance: return "distance of their places in the texts";
      case EvidenceKind::opposed: return "share of pairs of which one says “not”";
      case EvidenceKind::meaning: return "likeness by meaning, without words";
      case EvidenceKind::verdict: return "verdict of the judge";
      case EvidenceKind::surplus: return "likeness by meaning beyond what is usual for both";
    }
    return {};
  }

  // Whether something else than words may bind mentions.
  bool beyond_words() const {
    const PointOptions& options = result_.options.points;
    return !options.model.empty() || !options.judge.command.empty();
  }

  void terms() {
    heading("What binds them");
    if (point_.terms.empty()) {
      page_.line(2, 4,
                 beyond_words() ? "no word: they are alike by meaning"
                                : "no whole word; parts of words do");
    }
    for (const BindingTerm& term : point_.terms) {
      page_.line(2, 4,
                 on_one_line(term.word) + ": weight " + rounded(term.weight) + ", in " +
                     counted(term.mentions, "mention"));
    }
  }

  void mentions() {
    heading("Mentions, with their mean likeness to those of other texts");
    for (const Mention& m : point_.mentions) {
      std::string more;
      if (m.attributed) {
        more += ", said by: " + on_one_line(m.attributed->in(result_.units[m.unit].text));
      }
      if (m.denied) {
        more += ", denied or doubted";
        if (m.denial) {
          more += " by " + quote(m.unit, *m.denial);
        }
      }
      page_.line(2, 7,
                 rounded(m.likeness) + " " + name(result_.units[m.unit].document) + ": " +
                     quote(m.unit, m.span) + more);
      constexpr uint32_t marks = 6;  // bytes: quotation marks and a stop around the mention
      if (m.sentence.size() > m.span.size() + marks) {
        page_.line(7, 7, "cut from: " + quote(m.unit, m.sentence));
      }
    }
  }

  std::string figure(uint32_t number) const {
    const MentionedFigure& f = point_.figures[number];
    const UnitId unit = point_.mentions[f.mention].unit;
    return quote(unit, f.figure.span) + " in " + name(result_.units[unit].document);
  }

  std::string bounds(uint32_t number) const { return range(point_.figures[number].figure); }

  void figures() {
    if (point_.figures.empty()) {
      return;
    }
    heading("Figures");
    for (uint32_t i = 0; i < point_.figures.size(); ++i) {
      const Figure& f = point_.figures[i].figure;
      std::string text = figure(i) + ": " + std::string(name_of(f.kind));
      if (!f.unit.empty()) {
        text += " in " + f.unit;
      }
      text += ", " + range(f);
      if (!f.of.empty()) {
        text += ", of " + on_one_line(f.of);
      }
      page_.line(2, 4, text);
    }
    for (const auto& [a, b] : point_.disagreements) {
      page_.line(2, 4,
                 {"can't both be right: " + figure(a) + " is " + bounds(a) + ", and " + figure(b) +
                      " is " + bounds(b),
                  style::conflict});
    }
  }

  // “rejected” in b.txt: “The council rejected the apology”
  std::string side(const DisputeSide& of) const {
    const Mention& label = of.mentions[of.label];
    const std::string words =
        of.words.empty() ? "stated" : "“" + isolated(on_one_line(of.words)) + "”";
    std::string names;
    for (const DocumentId document : of.documents) {
      names += (names.empty() ? "" : ", ") + name(document);
    }
    return words + " in " + names + ": " + quote(label.unit, label.span);
  }

  void disputes() {
    bool is_first = true;
    for (const Dispute& dispute : result_.disputes) {
      if (!std::binary_search(dispute.points.begin(), dispute.points.end(), PointId{number_})) {
        continue;
      }
      if (is_first) {
        heading("Disputed");
        is_first = false;
      }
      page_.line(2, 4,
                 {"opposed by " + rule(dispute.kind) + ": " + side(dispute.sides[0]) +
                      ", against " + side(dispute.sides[1]),
                  style::conflict});
    }
  }

  static std::string rule(DisputeKind kind) {
    switch (kind) {
      case DisputeKind::denial: return "a denial";
      case DisputeKind::negation: return "a negation";
      case DisputeKind::antonym: return "antonyms";
    }
    return {};
  }

  void nearest() {
    if (!point_.nearest) {
      return;
    }
    const Point& other = result_.points[*point_.nearest];
    const Mention& label = other.mentions[other.label];
    heading("The nearest point that it is not one with");
    page_.line(2, 4,
               grouped(*point_.nearest + 1) + ". " + quote(label.unit, other.claim) +
                   ": mean likeness between the two " + rounded(point_.nearest_likeness));
  }

  const Result& result_;
  const Point& point_;
  size_t number_;
  Page page_;
};

}  // namespace

std::string explain_point(const Result& result, size_t point, const TerminalOptions& options) {
  return Explanation(result, point, options).write();
}

}  // namespace reprise
