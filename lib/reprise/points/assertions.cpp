// Steps: what two voices of the group share is listed, word by word, with the places where it
// stands; each rule of the table is asked; the first that holds leaves the group out.
//
//     a: "the yard of former Mayor Berit Tann"    b: "Berit Tann, former mayor of Quillhaven"
//     shared: former (a title), mayor (a title), Berit Tann (a name): only names
//
// A capital shows a name inside a sentence, where not every noun has one, and where not every word
// around it has one, as in headlines.
#include "reprise/points/assertions.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "reprise/base/utf8.h"
#include "reprise/language/clause_words.h"
#include "reprise/language/cue_words.h"
#include "reprise/language/function_words.h"
#include "reprise/language/name_words.h"
#include "reprise/language/pack.h"
#include "reprise/points/clauses.h"

namespace reprise::detail {
namespace {

constexpr CueRoles of_saying = CueRole::says | CueRole::says_perhaps | CueRole::says_beside |
                               CueRole::says_of_many | CueRole::tells | CueRole::time;
constexpr NameRoles of_names = NameRole::title | NameRole::weak_title | NameRole::calendar;

// One place of the group.
struct Place {
  const TextUnit* unit = nullptr;
  const Line* line = nullptr;
  TokenRange tokens;
  VoiceId voice;
  bool is_headline = false;  // its capitals show nothing
};

// Where a term stands.
struct Occurrence {
  size_t place = 0;
  uint32_t token = 0;
};

using Term = std::vector<Occurrence>;

bool is_capital(const TextUnit& unit, uint32_t token) {
  const std::string_view bytes = unit.tokens[token].span.in(unit.text);
  return u_isupper(static_cast<UChar32>(decode(bytes, 0).code)) != 0;
}

// From that likeness by meaning on, two places of a group say the same in other words: a cosine of
// a half.
constexpr double enough_meaning = 0.375;

// Returns whether the group's places are alike by more than their words: a judge says so, or the
// mean of their likeness by meaning.
bool is_alike_beyond_words(const Group& group, const PlacePairs& found) {
  if (found.are_judged || found.meanings.empty()) {
    return found.are_judged;
  }
  double sum = 0;
  double pairs = 0;
  for (size_t i = 0; i < group.places.size(); ++i) {
    for (size_t j = i + 1; j < group.places.size(); ++j) {
      const std::pair<uint32_t, uint32_t> wanted(group.places[i], group.places[j]);
      const auto at = std::lower_bound(found.pairs.begin(), found.pairs.end(), wanted,
                                       [](const ScoredPair& pair, const auto& both) {
                                         return std::pair(pair.a, pair.b) < both;
                                       });
      const bool is_there = at != found.pairs.end() && std::pair(at->a, at->b) == wanted;
      if (is_there) {
        sum += found.meanings[static_cast<size_t>(at - found.pairs.begin())];
        ++pairs;
      }
    }
  }
  return pairs > 0 && sum / pairs >= enough_meaning;
}

class GroupFacts {
 public:
  GroupFacts(const Group& group, const PlacePairs& found, const StoryTexts& texts) {
    for (const PlaceId number : group.places) {
      const MentionPlace& place = found.places[number];
      const Line& line = texts.story.lines[place.line];
      const TextUnit& unit = texts.units[line.statement->unit];
      places_.push_back({&unit, &line, place.tokens, place.voice, false});
      places_.back().is_headline = is_headline(places_.back());
    }
    alike_beyond_words_ = is_alike_beyond_words(group, found);
    find_shared();
  }

  // Returns whether it is not by their words that the places are one group.
  bool alike_beyond_words() const { return alike_beyond_words_; }

  // Returns whether most places stand in questions.
  bool mostly_questions() const {
    return mostly(
        [](const Place& place) { return is_question(*place.line->statement, *place.unit); });
  }

  // Returns whether some sentence has a verb, or the voices share a word that is no name: "Look
  // forward to our summit" asserts as much as a title can.
  bool has_clause() const {
    const bool has_verb = std::any_of(places_.begin(), places_.end(), [](const Place& place) {
      const TokenRange sentence = place.line->statement->tokens;
      return !finite_verbs(*place.unit, sentence, place.unit->language.language).empty();
    });
    return has_verb || std::any_of(shared_.begin(), shared_.end(), [&](const Term& term) {
             return std::any_of(term.begin(), term.end(), [&](const Occurrence& at) {
               return !is_capital(*places_[at.place].unit, at.token);
             });
           });
  }

  // Returns whether two voices share a word or a figure that is no name, no title, no date and no
  // word of saying; or several of these, with something said between them.
  bool shares_more_than_names() const {
    const bool shares_a_word = std::any_of(shared_.begin(), shared_.end(),
                                           [&](const Term& term) { return says_something(term); });
    if (shares_a_word) {
      return true;
    }
    std::vector<std::vector<uint32_t>> tokens(places_.size());  // by place
    for (const Term& term : shared_) {
      for (const Occurrence& at : term) {
        tokens[at.place].push_back(at.token);
      }
    }
    for (size_t i = 0; i < places_.size(); ++i) {
      std::sort(tokens[i].begin(), tokens[i].end());
      if (are_parted(tokens[i], places_[i])) {
        return true;
      }
    }
    return false;
  }

 private:
  template <class Is>
  bool mostly(const Is& is) const {
    return 2 * static_cast<size_t>(std::count_if(places_.begin(), places_.end(), is)) >
           places_.size();
  }

  static bool is_headline(const Place& place) {
    uint32_t words = 0;
    uint32_t capitals = 0;
    const TokenRange sentence = place.line->statement->tokens;
    for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
      std::string word = folded_words(*place.unit, {i, i + 1}).front();
      if (!is_function_word(word, place.unit->language.language)) {
        ++words;
        capitals += is_capital(*place.unit, i) ? 1U : 0U;
      }
    }
    return words >= 4 && 5 * capitals > 3 * words;
  }

  // Lists what several voices share.
  void find_shared() {
    std::map<uint64_t, Term> terms;
    for (size_t i = 0; i < places_.size(); ++i) {
      const TokenRange tokens = places_[i].tokens;
      for (const Feature& feature : places_[i].line->features) {
        if (feature.is_term() && feature.first >= tokens.begin && feature.last < tokens.end) {
          terms[feature.key].push_back({i, feature.first});
        }
      }
    }
    for (auto& [_, term] : terms) {
      if (is_shared(term)) {
        shared_.push_back(std::move(term));
      }
    }
  }

  bool is_shared(const Term& term) const {
    return std::any_of(term.begin(), term.end(), [&](const Occurrence& other) {
      return places_[other.place].voice != places_[term.front().place].voice;
    });
  }

  // Returns whether the term, at one of its places, is a word that asserts; what stands in a
  // headline or begins a sentence may be either, and is believed.
  bool says_something(const Term& term) const {
    bool is_name = false;
    for (const Occurrence& at : term) {
      const Place& place = places_[at.place];
      if (says_nothing(place, at.token)) {
        return false;
      }
      const bool begins = at.token == place.line->statement->tokens.begin;
      const bool nouns_too = pack_of(place.unit->language.language).nouns_are_capital;
      if (place.is_headline || begins || nouns_too) {
        continue;
      }
      if (!is_capital(*place.unit, at.token)) {
        return true;
      }
      is_name = true;
    }
    return !is_name;
  }

  // Returns whether something is said between two of the tokens, ascending: "Tann" and "Orvik" in
  // "Tann met Orvik", but not in "Mayor Tann and former Governor Orvik".
  static bool are_parted(const std::vector<uint32_t>& tokens, const Place& place) {
    if (tokens.size() < 2) {
      return false;
    }
    for (uint32_t i = tokens.front() + 1; i < tokens.back(); ++i) {
      const std::string word = folded_words(*place.unit, {i, i + 1}).front();
      const bool is_function = is_function_word(word, place.unit->language.language);
      if (!is_function && !is_capital(*place.unit, i) && !says_nothing(place, i)) {
        return true;
      }
    }
    return false;
  }

  // Returns whether the word is a title, a date, or a word of saying.
  static bool says_nothing(const Place& place, uint32_t token) {
    for (const Figure& figure : place.line->statement->figures) {
      if (figure.first_token == token) {
        return figure.kind == FigureKind::date || figure.kind == FigureKind::year;
      }
    }
    const Language language = place.unit->language.language;
    const std::string word = folded_words(*place.unit, {token, token + 1}).front();
    const CueRoles roles = cue_roles_of(word, language);
    const bool is_statement = roles.has(CueRole::speaker) && roles.has(CueRole::claim_noun);
    return is_statement || roles.has(of_saying) || name_roles_of(word, language).has(of_names);
  }

  std::vector<Place> places_;
  std::vector<Term> shared_;
  bool alike_beyond_words_ = false;
};

// A group for which one of these holds asserts nothing.
struct Rule {
  std::string_view name;
  std::string_view example;
  bool (*holds)(const GroupFacts&);
};

constexpr std::array<Rule, 3> rules{
    {{"a question", "Will the ferry sail again?",
      [](const GroupFacts& facts) {
        return facts.mostly_questions();
      }},
     {"no clause", "QUILLHAVEN, Tolvane Road",
      [](const GroupFacts& facts) {
        return !facts.has_clause();
      }},
     {"only names, titles, dates and words of saying",
      "Mayor Berit Tann said in a statement on Thursday", [](const GroupFacts& facts) {
        return !facts.shares_more_than_names() && !facts.alike_beyond_words();
      }}}};

}  // namespace

bool asserts_something(const Group& group, const PlacePairs& found, const StoryTexts& texts) {
  const GroupFacts facts(group, found, texts);
  return std::none_of(rules.begin(), rules.end(),
                      [&](const Rule& rule) { return rule.holds(facts); });
}

}  // namespace reprise::detail
