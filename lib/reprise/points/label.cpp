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
// Cost: the square of the group.
#include "reprise/points/label.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "reprise/base/lists.h"
#include "reprise/points/cite.h"
#include "reprise/points/disagree.h"
#include "reprise/points/speaker.h"
#include "reprise/points/trim.h"

namespace reprise::detail {
namespace {

constexpr size_t most_terms = 8;  // that a point shows

// Mentions that share so much of their weighted terms are of the same words, or nearly so.
constexpr double least_verbatim = 0.9;
constexpr double least_near = 0.5;

class PointMaker {
 public:
  PointMaker(const Group& group, const PlacePairs& found, const StoryTexts& texts,
             const Shown& shown)
      : group_(group),
        texts_(texts),
        story_(texts.story),
        shown_(shown),
        by_meaning_(!found.meanings.empty() || found.are_judged) {
    numbers_ = group.places;
    const auto order = [&](PlaceId number) {
      const MentionPlace& place = found.places[number];
      return std::tuple(unit_of(place).document, place.line, place.tokens.begin);
    };
    std::sort(numbers_.begin(), numbers_.end(),
              [&](PlaceId x, PlaceId y) { return order(x) < order(y); });
    for (const PlaceId number : numbers_) {
      const MentionPlace& place = places_.emplace_back(found.places[number]);
      const Line& line = line_of(place);
      terms_.push_back(terms_in(line, place.tokens));
      stretches_.push_back(stretch_of_mention(place.tokens, *line.statement, unit_of(place)));
    }
    backed_ = backed_terms();
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
    const Wording wording = choose_wording(point);
    const auto terms = terms_in(line_of(places_[wording.mention]), wording.tokens);
    point.score = score(point, wording.clarity, backing_of(terms).share);
    point.label = wording.mention;
    point.claim = wording.span;
    point.kind = kind_of(point.label);
    point.speaker =
        name_speaker(point.mentions, point.label, texts_.units, texts_.table.names_of_unit);
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

  // `clarity`, `backing`: of the label. The fourth root: told widely and plainly, and backed by
  // others, beside told surely, counts a little. Roots are exact.
  double score(const Point& point, double clarity, double backing) const {
    constexpr double least_backing = 0.1;
    const double backed = (least_backing + backing) / (least_backing + 1);
    const double beside = point.voices * clarity * backed;
    return std::sqrt(group_.chance) * std::sqrt(std::sqrt(beside));
  }

  double likeness_of(PlaceId place) const {
    const auto at = std::lower_bound(group_.places.begin(), group_.places.end(), place);
    return group_.likenesses[static_cast<size_t>(at - group_.places.begin())];
  }

  Mention mention(size_t i) const {
    const Statement& statement = *line_of(places_[i]).statement;
    Mention mention = make_mention(stretches_[i], statement, unit_of(places_[i]));
    mention.likeness = likeness_of(numbers_[i]);
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
      sum += shared_weight(story_, terms, terms_[j]);
      ++others;
    }
    return others > 0 ? sum / static_cast<double>(others) : 0;
  }

  // What some terms assert that the sentences of two voices hold.
  struct Backing {
    double share = 0;   // of all that they assert, in [0, 1]
    double amount = 0;  // in mean terms
  };

  Backing backing_of(const std::vector<StoryTermId>& terms) const {
    const double all = asserted_by(terms, terms);
    const double backed = asserted_by(terms, backed_);
    Backing backing;
    backing.share = all > 0 ? backed / all : 0;
    backing.amount = story_.mean_says > 0 ? backed / story_.mean_says : 0;
    return backing;
  }

  // Returns the terms that the sentences of two voices hold, ascending.
  std::vector<StoryTermId> backed_terms() const {
    std::vector<std::pair<StoryTermId, VoiceId>> held;
    for (const MentionPlace& place : places_) {
      for (const StoryTermId term : line_of(place).terms) {
        held.emplace_back(term, place.voice);
      }
    }
    make_set(held);
    std::vector<StoryTermId> terms;
    for (size_t i = 1; i < held.size(); ++i) {
      if (held[i].first == held[i - 1].first) {
        terms.push_back(held[i].first);
      }
    }
    make_set(terms);
    return terms;
  }

  // Returns what those of the terms assert that stand among the others, both ascending.
  double asserted_by(const std::vector<StoryTermId>& terms,
                     const std::vector<StoryTermId>& others) const {
    double sum = 0;
    for_each_common(terms, others, std::identity(),
                    [&](StoryTermId term, StoryTermId) { sum += story_.asserts[term]; });
    return sum;
  }

  // Returns how well a stretch around a place says what others say: it shares their words, little
  // in it is its own, and much of it is no name.
  double closeness(uint32_t i, TokenRange stretch) const {
    constexpr double least_backing = 0.02;  // what only names are shared of is the last choice
    constexpr double enough_amount = 6;
    constexpr double share_of_meaning = 0.01;
    const std::vector<StoryTermId> terms = terms_in(line_of(places_[i]), stretch);
    const Backing backing = backing_of(terms);
    if (by_meaning_ && backing.amount <= 0) {
      // No word says which of them is nearest to the others; how alike they are does.
      return share_of_meaning * likeness_of(numbers_[i]);
    }
    const double amount = std::min(1.0, backing.amount / enough_amount);
    return shared_by_others(i, terms) * (backing.share + least_backing) *
           std::sqrt(amount + least_backing);
  }

  Wording choose_wording(const Point& point) const {
    std::vector<Stated> stated;
    for (size_t i = 0; i < places_.size(); ++i) {
      const Statement* statement = line_of(places_[i]).statement;
      stated.push_back({&unit_of(places_[i]), statement, stretches_[i], point.mentions[i].denied});
    }
    const auto closeness_of = [this](uint32_t i, TokenRange stretch) {
      return closeness(i, stretch);
    };
    return detail::choose_wording(stated, closeness_of, shown_);
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
        sum += shared_weight(story_, terms_[i], terms_[label]);
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
  const Shown& shown_;
  bool by_meaning_;                   // places may be alike that share no word
  std::vector<PlaceId> numbers_;      // of the places, by document, then place
  std::vector<MentionPlace> places_;  // beside them
  std::vector<std::vector<StoryTermId>> terms_;
  std::vector<TokenRange> stretches_;  // that their mentions are
  std::vector<StoryTermId> backed_;    // that the sentences of two voices hold, ascending
};

}  // namespace

Point make_point(const Group& group, const PlacePairs& found, const StoryTexts& texts,
                 Shown& shown) {
  Point point = PointMaker(group, found, texts, shown).make();
  const Mention& label = point.mentions[point.label];
  const std::string_view text = texts.units[label.unit].text;
  shown.labels.emplace(point.claim.in(text));
  shown.sentences.emplace(label.sentence.in(text));
  return point;
}

}  // namespace reprise::detail
