// Steps: the group's places are ordered as a reader meets them, each is trimmed and widened to a
// mention with its figures and whoever is said to say it; denials are set aside; the words that say
// the point best are chosen, and their mention is the label (wording.h); what two voices share
// becomes the terms.
//
//     0  "The ferry will not sail before spring"                           a whole sentence
//     1  "no ferry is going to sail before next spring, islanders heard"
//     2  "that the ferry would sail before spring" (denied)
//     0 and 1 share ferry, sail, spring. 0 has fewer words beside these: the label
//     documents and voices: those of 0 and 1; mention 2 is listed, and counts for nothing
//
// Cost: the square of the group; of a disagreement, all figures of its story.
#include "reprise/points/label.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "reprise/points/cite.h"
#include "reprise/points/clauses.h"
#include "reprise/points/disagree.h"
#include "reprise/points/trim.h"

namespace reprise::detail {
namespace {

constexpr size_t most_terms = 8;  // that a point shows

// What it is worth to be told widely, beside being told surely: chosen so that on news a point of
// many voices comes before one of a few that are sure.
constexpr double gain_of_voices = 0.8;

// Mentions that share so much of their weighted terms are of the same words, or nearly so.
constexpr double least_verbatim = 0.9;
constexpr double least_near = 0.5;

// Returns how sure it is that mentions of this mean likeness say the same. Up to 0.1 is chance, and
// beyond 0.5 it is hardly surer: what is told in the same words is no better a point than what is
// told in others.
double surety(double likeness) {
  constexpr double chance = 0.1;
  constexpr double enough = 0.5;
  constexpr double worth_beyond = 0.2;
  return std::max(0.0, std::min(likeness, enough) - chance) +
         worth_beyond * std::max(0.0, likeness - enough);
}

class PointMaker {
 public:
  PointMaker(const Group& group, const PlacePairs& found, const StoryTexts& texts,
             const Shown& shown)
      : group_(group), texts_(texts), story_(texts.story), shown_(shown) {
    numbers_ = group.places;
    const auto order = [&](PlaceId number) {
      const MentionPlace& place = found.places[number];
      return std::tuple(unit_of(place).document, place.line, place.tokens.begin);
    };
    std::sort(numbers_.begin(), numbers_.end(),
              [&](PlaceId x, PlaceId y) { return order(x) < order(y); });
    for (const PlaceId number : numbers_) {
      places_.push_back(found.places[number]);
      terms_.push_back(terms_of(line_of(places_.back()), places_.back().tokens));
    }
  }

  Point make() const {
    Point point;
    for (size_t i = 0; i < places_.size(); ++i) {
      point.mentions.push_back(mention(i));
      for (const Figure& figure : line_of(places_[i]).statement->figures) {
        if (holds(places_[i].tokens, figure)) {
          point.figures.push_back({static_cast<uint32_t>(i), figure});
        }
      }
    }
    count_repetitions(point);
    point.likeness = group_.likeness;
    point.score = score(point);
    const Wording wording = choose_wording(point);
    point.label = wording.mention;
    point.claim = wording.span;
    point.kind = kind_of(point.label);
    point.terms = binding_terms();
    point.disagreements = disagreements(point);
    return point;
  }

 private:
  const Line& line_of(const MentionPlace& place) const { return story_.lines[place.line]; }
  const TextUnit& unit_of(const MentionPlace& place) const {
    return texts_.units[line_of(place).statement->unit];
  }

  // Counts the documents and voices that repeat the point; those that deny it do only if all do.
  void count_repetitions(Point& point) const {
    const bool all_deny = std::all_of(point.mentions.begin(), point.mentions.end(),
                                      [](const Mention& mention) { return mention.denied; });
    std::set<DocumentId> documents;
    std::set<VoiceId> voices;
    for (size_t i = 0; i < places_.size(); ++i) {
      if (point.mentions[i].denied && !all_deny) {
        continue;
      }
      documents.insert(DocumentId{unit_of(places_[i]).document});
      voices.insert(places_[i].voice);
    }
    point.documents.assign(documents.begin(), documents.end());
    point.voices = static_cast<uint32_t>(voices.size());
  }

  static double score(const Point& point) {
    // A voice that says it twice makes it no surer.
    const double spread = point.voices / std::sqrt(static_cast<double>(point.mentions.size()));
    return surety(point.likeness) * std::pow(spread, gain_of_voices);
  }

  std::vector<std::pair<uint32_t, uint32_t>> disagreements(const Point& point) const {
    std::vector<VoiceId> voices;
    for (const MentionPlace& place : places_) {
      voices.push_back(place.voice);
    }
    return find_disagreements(point, voices, [this](const Mention& mention, const Figure& figure) {
      return gives(mention, figure);
    });
  }

  // Returns the terms of a stretch of the line, ascending, without repetition.
  static std::vector<StoryTermId> terms_of(const Line& line, TokenRange stretch) {
    std::vector<StoryTermId> terms;
    for (const Feature& feature : line.features) {
      const bool is_inside = feature.first >= stretch.begin && feature.last < stretch.end;
      if (!feature.is_term() || !is_inside) {
        continue;
      }
      const StoryTermId term{feature.key};
      if (terms.empty() || terms.back() != term) {
        terms.push_back(term);
      }
    }
    return terms;
  }

  double likeness_of(PlaceId place) const {
    const auto at = std::lower_bound(group_.places.begin(), group_.places.end(), place);
    return group_.likenesses[static_cast<size_t>(at - group_.places.begin())];
  }

  // Returns what of a place becomes its mention.
  TokenRange stretch_of(const MentionPlace& place) const {
    const TextUnit& unit = unit_of(place);
    const Language language = unit.language.language;
    const TokenRange trimmed = trim(place.tokens, unit, language);
    // What is added may begin with "and".
    return trim(widen(trimmed, line_of(place).statement->tokens, unit), unit, language);
  }

  Mention mention(size_t i) const {
    const Statement& statement = *line_of(places_[i]).statement;
    const TextUnit& unit = unit_of(places_[i]);
    const TokenRange stretch = stretch_of(places_[i]);
    Mention mention;
    mention.unit = statement.unit;
    mention.span = bytes_of_mention(stretch, statement, unit);
    const Span sentence = bytes_of_sentence(statement, unit);
    mention.sentence = {std::min(sentence.begin, mention.span.begin),
                        std::max(sentence.end, mention.span.end)};
    mention.likeness = likeness_of(numbers_[i]);
    cite(mention, stretch, unit, unit.language.language);
    return mention;
  }

  // Returns the mean share of weighted terms that a place, with these terms, has in common with
  // those of other voices.
  double shared_by_others(size_t i, const std::vector<StoryTermId>& terms) const {
    double sum = 0;
    size_t others = 0;
    for (size_t j = 0; j < places_.size(); ++j) {
      if (places_[j].voice == places_[i].voice) {
        continue;
      }
      sum += shared_weight(terms, terms_[j]);
      ++others;
    }
    return others > 0 ? sum / static_cast<double>(others) : 0;
  }

  // Returns the share of terms that two lists have in common, each weighted with its rarity.
  double shared_weight(const std::vector<StoryTermId>& some,
                       const std::vector<StoryTermId>& others) const {
    const auto holds = [](const std::vector<StoryTermId>& terms, StoryTermId term) {
      return std::binary_search(terms.begin(), terms.end(), term);
    };
    double shared = 0;
    double all = 0;
    for (const StoryTermId term : some) {
      all += story_.weights[term];
      if (holds(others, term)) {
        shared += story_.weights[term];
      }
    }
    for (const StoryTermId term : others) {
      if (!holds(some, term)) {
        all += story_.weights[term];
      }
    }
    return all > 0 ? shared / all : 0;
  }

  Wording choose_wording(const Point& point) const {
    std::vector<Stated> stated;
    for (size_t i = 0; i < places_.size(); ++i) {
      const Statement* statement = line_of(places_[i]).statement;
      stated.push_back(
          {&unit_of(places_[i]), statement, stretch_of(places_[i]), point.mentions[i].denied});
    }
    const auto closeness = [this](uint32_t i, TokenRange stretch) {
      return shared_by_others(i, terms_of(line_of(places_[i]), stretch));
    };
    return detail::choose_wording(stated, closeness, shown_);
  }

  // Who holds a term.
  struct Holders {
    uint32_t mentions = 0;
    std::set<VoiceId> voices;
  };

  // Returns what several voices share, by rarity and number of voices.
  std::vector<BindingTerm> binding_terms() const {
    std::map<StoryTermId, Holders> holders;
    for (size_t i = 0; i < places_.size(); ++i) {
      for (const StoryTermId term : terms_[i]) {
        ++holders[term].mentions;
        holders[term].voices.insert(places_[i].voice);
      }
    }
    std::vector<std::pair<double, StoryTermId>> ranked;
    for (const auto& [term, held] : holders) {
      if (held.voices.size() >= 2) {
        const auto others = static_cast<double>(held.voices.size() - 1);
        ranked.emplace_back(-story_.weights[term] * others, term);
      }
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.resize(std::min(ranked.size(), most_terms));
    std::vector<BindingTerm> terms;
    for (const auto& [_, term] : ranked) {
      const double weight = story_.weights[term];
      const std::string& word = texts_.table.words[story_.terms[term]];
      terms.push_back({word, weight * weight, holders[term].mentions});
    }
    return terms;
  }

  // Returns how alike the words of the mentions are to those of the label.
  PointClass kind_of(uint32_t label) const {
    double sum = 0;
    for (size_t i = 0; i < places_.size(); ++i) {
      if (i != label) {
        sum += shared_weight(terms_[i], terms_[label]);
      }
    }
    const double mean = sum / static_cast<double>(places_.size() - 1);
    if (mean >= least_verbatim) {
      return PointClass::verbatim;
    }
    return mean >= least_near ? PointClass::near : PointClass::restated;
  }

  // Returns whether the mention's document gives the figure, in any of its statements; vague ones
  // could be any.
  bool gives(const Mention& mention, const Figure& figure) const {
    if (!figure.low || !figure.high) {
      return false;
    }
    const auto is_it = [&](const Figure& other) {
      return other.low && other.high && agree(other, figure);
    };
    const DocumentId document{texts_.units[mention.unit].document};
    return std::any_of(story_.lines.begin(), story_.lines.end(), [&](const Line& line) {
      const std::vector<Figure>& figures = line.statement->figures;
      return texts_.units[line.statement->unit].document == document &&
             std::any_of(figures.begin(), figures.end(), is_it);
    });
  }

  const Group& group_;
  const StoryTexts& texts_;
  const Story& story_;
  const Shown& shown_;
  std::vector<PlaceId> numbers_;      // of the places, by document, then place
  std::vector<MentionPlace> places_;  // beside them
  std::vector<std::vector<StoryTermId>> terms_;
};

}  // namespace

Point make_point(const Group& group, const PlacePairs& found, const StoryTexts& texts,
                 Shown& shown) {
  Point point = PointMaker(group, found, texts, shown).make();
  shown.emplace(point.claim.in(texts.units[point.mentions[point.label].unit].text));
  return point;
}

}  // namespace reprise::detail
