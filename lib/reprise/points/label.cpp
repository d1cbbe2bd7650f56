// Steps: the group's places are ordered as a reader meets them, each is trimmed to a mention with
// its figures and whoever is said to say it; denials are set aside; the mention that has the most
// in common with the others becomes the label; what two voices share becomes the terms.
//
//     0  "The ferry will not sail before spring"                           begins its sentence
//     1  "no ferry is going to sail before next spring, islanders heard"
//     2  "that the ferry would sail before spring" (denied)
//     0 and 1 share ferry, sail, spring. 0 has fewer words beside these: the label
//     documents and voices: those of 0 and 1; mention 2 is listed, and counts for nothing
//
// Cost: the square of the group.
#include "reprise/points/label.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "reprise/points/cite.h"
#include "reprise/points/disagree.h"
#include "reprise/points/trim.h"

namespace reprise::detail {
namespace {

constexpr size_t most_terms = 8;  // that a point shows

// What it is worth to be told widely, beside being told surely.
constexpr double gain_of_voices = 0.25;

// Mentions that share so much of their weighted terms are of the same words, or nearly so.
constexpr double least_verbatim = 0.9;
constexpr double least_near = 0.5;

// What speaks for a label: it begins where its sentence begins. What speaks against it: it is long,
// it denies what the others say. Found by reading labels.
constexpr double gain_of_begin = 1.2;
constexpr double loss_of_length = 0.9;
constexpr double loss_of_denial = 0.5;
constexpr uint32_t longest_label = 20;  // words; a label with more is long

class PointMaker {
 public:
  PointMaker(const Group& group, const PlacePairs& found, const StoryTexts& texts)
      : group_(group), texts_(texts), story_(texts.story) {
    numbers_ = group.places;
    const auto order = [&](PlaceId number) {
      const MentionPlace& place = found.places[number];
      return std::tuple(unit_of(place).document, place.line, place.tokens.begin);
    };
    std::sort(numbers_.begin(), numbers_.end(),
              [&](PlaceId x, PlaceId y) { return order(x) < order(y); });
    for (const PlaceId number : numbers_) {
      places_.push_back(found.places[number]);
      terms_.push_back(terms_in(line_of(places_.back()), places_.back().tokens));
    }
  }

  Point make() const {
    Point point;
    std::vector<FigurePlace> places;  // of its figures
    for (size_t i = 0; i < places_.size(); ++i) {
      point.mentions.push_back(mention(i));
      const std::vector<Figure>& figures = line_of(places_[i]).statement->figures;
      for (uint32_t f = 0; f < figures.size(); ++f) {
        if (holds(places_[i].tokens, figures[f])) {
          point.figures.push_back({static_cast<uint32_t>(i), figures[f]});
          places.push_back({places_[i].line, f});
          std::string& of = point.figures.back().figure.of;
          if (of.empty()) {
            of = texts_.differing.fate_of(places.back());
          }
        }
      }
    }
    count_repetitions(point);
    point.likeness = group_.likeness;
    point.chance = group_.chance;
    point.score = score(point);
    point.label = choose_label(point);
    point.kind = kind_of(point.label);
    point.terms = binding_terms();
    point.disagreements = find_disagreements(point, places, texts_.differing);
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

  double score(const Point& point) const {
    return std::sqrt(group_.chance) * std::pow(point.voices, gain_of_voices);
  }

  double likeness_of(PlaceId place) const {
    const auto at = std::lower_bound(group_.places.begin(), group_.places.end(), place);
    return group_.likenesses[static_cast<size_t>(at - group_.places.begin())];
  }

  Mention mention(size_t i) const {
    const Statement& statement = *line_of(places_[i]).statement;
    const TextUnit& unit = unit_of(places_[i]);
    const Language language = texts_.units[statement.unit].language.language;
    const TokenRange stretch = trim(places_[i].tokens, unit, language);
    Mention mention;
    mention.unit = statement.unit;
    mention.span = bytes_of_mention(stretch, statement, unit);
    mention.likeness = likeness_of(numbers_[i]);
    cite(mention, stretch, unit, language);
    return mention;
  }

  // Returns the mean share of weighted terms that a place has in common with those of other voices.
  double shared_by_others(size_t i) const {
    double sum = 0;
    size_t others = 0;
    for (size_t j = 0; j < places_.size(); ++j) {
      if (places_[j].voice == places_[i].voice) {
        continue;
      }
      sum += shared_weight(i, j);
      ++others;
    }
    return others > 0 ? sum / static_cast<double>(others) : 0;
  }

  // Returns what a reader gains by a label that is whole: one that begins where a sentence begins,
  // and is no denial.
  double clarity(size_t i, const Mention& mention) const {
    const bool begins = places_[i].tokens.begin == line_of(places_[i]).statement->tokens.begin;
    const bool is_long = places_[i].tokens.size() > longest_label;
    double clarity = 1;
    clarity *= begins ? gain_of_begin : 1;
    clarity *= is_long ? loss_of_length : 1;
    clarity *= mention.denied ? loss_of_denial : 1;
    return clarity;
  }

  // Returns the share of terms that two places have in common, each weighted with its rarity.
  double shared_weight(size_t i, size_t j) const {
    const auto holds = [](const std::vector<StoryTermId>& terms, StoryTermId term) {
      return std::binary_search(terms.begin(), terms.end(), term);
    };
    double shared = 0;
    double all = 0;
    for (const StoryTermId term : terms_[i]) {
      all += story_.weights[term];
      if (holds(terms_[j], term)) {
        shared += story_.weights[term];
      }
    }
    for (const StoryTermId term : terms_[j]) {
      if (!holds(terms_[i], term)) {
        all += story_.weights[term];
      }
    }
    return all > 0 ? shared / all : 0;
  }

  uint32_t choose_label(const Point& point) const {
    uint32_t best = 0;
    double best_value = -1;
    for (uint32_t i = 0; i < places_.size(); ++i) {
      const double value = shared_by_others(i) * clarity(i, point.mentions[i]);
      const bool is_shorter = places_[i].tokens.size() < places_[best].tokens.size();
      if (value > best_value || (value == best_value && is_shorter)) {
        best = i;
        best_value = value;
      }
    }
    return best;
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
        sum += shared_weight(i, label);
      }
    }
    const double mean = sum / static_cast<double>(places_.size() - 1);
    if (mean >= least_verbatim) {
      return PointClass::verbatim;
    }
    return mean >= least_near ? PointClass::near : PointClass::restated;
  }

  const Group& group_;
  const StoryTexts& texts_;
  const Story& story_;
  std::vector<PlaceId> numbers_;      // of the places, by document, then place
  std::vector<MentionPlace> places_;  // beside them
  std::vector<std::vector<StoryTermId>> terms_;
};

}  // namespace

Point make_point(const Group& group, const PlacePairs& found, const StoryTexts& texts) {
  return PointMaker(group, found, texts).make();
}

}  // namespace reprise::detail
