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

constexpr size_t most_terms = 8;
constexpr double gain_of_voices =
    0.8;  // what it is worth to be told widely, beside being told surely

// Returns how sure it is that mentions of this mean likeness say the same. Up to 0.1 is chance, and
// beyond 0.5 it is hardly surer: what is told in the same words is no better a point than what is
// told in others.
double surety(double likeness) {
  constexpr double chance = 0.1, enough = 0.5, worth_beyond = 0.2;
  return std::max(0.0, std::min(likeness, enough) - chance) +
         worth_beyond * std::max(0.0, likeness - enough);
}

class PointMaker {
 public:
  PointMaker(const Group& group, const PlacePairs& found, const StoryTexts& texts)
      : group_(group), texts_(texts), story_(texts.story) {
    numbers_ = group.places;
    std::sort(numbers_.begin(), numbers_.end(), [&](uint32_t x, uint32_t y) {
      const auto key = [&](const MentionPlace& p) {
        return std::tuple(unit_of(p).document, p.line, p.tokens.begin);
      };
      return key(found.places[x]) < key(found.places[y]);
    });
    for (uint32_t number : numbers_) {
      places_.push_back(found.places[number]);
      terms_.push_back(terms_of(places_.back()));
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
    // A voice that says it twice makes it no surer.
    const double spread = point.voices / std::sqrt(static_cast<double>(point.mentions.size()));
    point.score = surety(group_.likeness) * std::pow(spread, gain_of_voices);
    point.label = choose_label(point);
    point.kind = kind_of(point.label);
    point.terms = binding_terms();
    std::vector<uint32_t> voices;
    for (const MentionPlace& place : places_) {
      voices.push_back(place.voice);
    }
    point.disagreements = find_disagreements(
        point, voices,
        [this](const Mention& mention, const Figure& figure) { return gives(mention, figure); });
    return point;
  }

 private:
  const Line& line_of(const MentionPlace& place) const { return story_.lines[place.line]; }
  const TextUnit& unit_of(const MentionPlace& place) const {
    return texts_.units[line_of(place).statement->unit];
  }

  void count_repetitions(Point& point) const {
    const auto denies = [](const Mention& mention) {
      return mention.denied;
    };
    const bool all_deny = std::all_of(point.mentions.begin(), point.mentions.end(), denies);
    std::set<uint32_t> documents, voices;
    for (size_t i = 0; i < places_.size(); ++i) {
      if (point.mentions[i].denied && !all_deny) {
        continue;
      }
      documents.insert(unit_of(places_[i]).document);
      voices.insert(places_[i].voice);
    }
    point.documents.assign(documents.begin(), documents.end());
    point.voices = static_cast<uint32_t>(voices.size());
  }

  // Returns the terms of a place, ascending, without repetition.
  std::vector<uint32_t> terms_of(const MentionPlace& place) const {
    std::vector<uint32_t> terms;
    for (const Feature& feature : line_of(place).features) {
      if (!feature.is_term() || feature.first < place.tokens.begin ||
          feature.last >= place.tokens.end) {
        continue;
      }
      if (terms.empty() || terms.back() != feature.key) {
        terms.push_back(static_cast<uint32_t>(feature.key));
      }
    }
    return terms;
  }

  Mention mention(size_t i) const {
    const Statement& statement = *line_of(places_[i]).statement;
    const TextUnit& unit = unit_of(places_[i]);
    const Language language = texts_.languages[statement.unit].language;
    const TokenRange stretch = trim(places_[i].tokens, unit, language);
    Mention mention;
    mention.unit = statement.unit;
    mention.span = bytes_of_mention(stretch, statement, unit);
    const auto place = std::lower_bound(group_.places.begin(), group_.places.end(), numbers_[i]) -
                       group_.places.begin();
    mention.likeness = group_.likenesses[static_cast<size_t>(place)];
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
    const bool is_long = places_[i].tokens.size() > 20;
    return (begins ? 1.2 : 1.0) * (is_long ? 0.9 : 1.0) * (mention.denied ? 0.5 : 1.0);
  }

  // Returns the share of terms that two places have in common, each weighted with its rarity.
  double shared_weight(size_t i, size_t j) const {
    double shared = 0, all = 0;
    const auto weight = [&](uint32_t term) {
      return story_.weights[term];
    };
    for (uint32_t term : terms_[i]) {
      all += weight(term);
      if (std::binary_search(terms_[j].begin(), terms_[j].end(), term)) {
        shared += weight(term);
      }
    }
    for (uint32_t term : terms_[j]) {
      if (!std::binary_search(terms_[i].begin(), terms_[i].end(), term)) {
        all += weight(term);
      }
    }
    return all > 0 ? shared / all : 0;
  }

  uint32_t choose_label(const Point& point) const {
    uint32_t best = 0;
    double best_value = -1;
    for (uint32_t i = 0; i < places_.size(); ++i) {
      const double value = shared_by_others(i) * clarity(i, point.mentions[i]);
      const bool shorter = places_[i].tokens.size() < places_[best].tokens.size();
      if (value > best_value || (value == best_value && shorter)) {
        best = i, best_value = value;
      }
    }
    return best;
  }

  // Returns what several voices share, by rarity and number of mentions.
  std::vector<BindingTerm> binding_terms() const {
    std::map<uint32_t, std::pair<uint32_t, std::set<uint32_t>>>
        holders;  // of each term: mentions, voices
    for (size_t i = 0; i < places_.size(); ++i) {
      for (uint32_t term : terms_[i]) {
        ++holders[term].first;
        holders[term].second.insert(places_[i].voice);
      }
    }
    std::vector<std::pair<double, uint32_t>> ranked;
    for (const auto& [term, held] : holders) {
      if (held.second.size() >= 2) {
        ranked.emplace_back(-story_.weights[term] * static_cast<double>(held.second.size() - 1),
                            term);
      }
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<BindingTerm> terms;
    for (size_t i = 0; i < std::min(ranked.size(), most_terms); ++i) {
      const uint32_t term = ranked[i].second;
      const double weight = story_.weights[term];
      terms.push_back(
          {texts_.table.words[story_.terms[term]], weight * weight, holders[term].first});
    }
    return terms;
  }

  PointClass kind_of(uint32_t label) const {
    double sum = 0;
    for (size_t i = 0; i < places_.size(); ++i) {
      if (i != label) {
        sum += shared_weight(i, label);
      }
    }
    const double mean = sum / static_cast<double>(places_.size() - 1);
    return mean >= 0.9   ? PointClass::verbatim
           : mean >= 0.5 ? PointClass::near
                         : PointClass::restated;
  }

  // Returns whether the mention's document gives the figure, in any of its statements; vague ones
  // could be any.
  bool gives(const Mention& mention, const Figure& figure) const {
    const uint32_t document = texts_.units[mention.unit].document;
    return std::any_of(story_.lines.begin(), story_.lines.end(), [&](const Line& line) {
      if (texts_.units[line.statement->unit].document != document) {
        return false;
      }
      const auto& figures = line.statement->figures;
      return std::any_of(figures.begin(), figures.end(), [&](const Figure& other) {
        return other.low && other.high && figure.low && figure.high && agree(other, figure);
      });
    });
  }

  const Group& group_;
  const StoryTexts& texts_;
  const Story& story_;
  std::vector<uint32_t> numbers_;     // of the places, by document, then place
  std::vector<MentionPlace> places_;  // beside them
  std::vector<std::vector<uint32_t>> terms_;
};

}  // namespace

Point make_point(const Group& group, const PlacePairs& found, const StoryTexts& texts) {
  return PointMaker(group, found, texts).make();
}

}  // namespace reprise::detail
