// What a figure counts or measures: the rules that know it are asked in turn.
//
// Steps of what is counted: the words behind the number are passed until one of them is a person or
// a plural; if none is, the words before it are asked.
//
// Steps of what is measured: the rules of the table `measured_rules`, in their order; the first
// that knows decides, and may decide that nothing is said.
//
//     "155 people on board"     people: they are counted whatever they look like
//     "a 2,000-chip cluster"    chip: what is joined by a hyphen
//     "the toll rose to 6"      no plural behind; before: toll
//     "shares fell 8% Monday"   a verb of change before: fell; "$8" would be of nothing there
//     "They lost 300"           nothing: what leads to 300 is a verb
//
// Cost: a look at about ten words.
#include "reprise/language/figures/figure_of.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "reprise/language/figures/figure_nouns.h"
#include "reprise/language/figures/figure_unit.h"
#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

// ---- What is counted.
// Whether "and" and the word at token i add to what is counted: "passengers and crew", "men and
// women", "dead and wounded", "boats and houses".
bool is_addition(const FigureText& t, uint32_t counted, uint32_t i) {
  const bool ends = !t.adjoins(i) || t.is(i + 1, FigureRole::function);
  if (t.is(i, FigureRole::fate)) {
    return ends && t.is(counted, FigureRole::fate);
  }
  if (t.is(i, FigureRole::company) || t.is(i, FigureRole::person)) {
    return true;
  }
  return ends && !t.capital(i) && is_plural(t, i);
}

// The counted noun at token i with what "and" adds to it: "passengers and crew", but not
// "passengers and six crew".
std::string with_addition(const FigureText& t, uint32_t i) {
  std::string thing(t.word(i));
  const bool and_follows = t.adjoins(i) && t.leads(i + 1, FigureRole::conjunction);
  if (!t.traits().nouns_are_added || !and_follows) {
    return thing;
  }
  const uint32_t added = i + 2;
  const bool may_be_counted = t.meaning(added).many == 0 && !ends_phrase(t, added);
  if (!may_be_counted || !is_addition(t, i, added)) {
    return thing;
  }
  thing += ' ';
  thing += t.word(i + 1);
  thing += ' ';
  thing += t.word(added);
  return thing;
}

// "300 wounded fighters": how the counted ones fared.
bool says_how_they_fared(const FigureText& t, uint32_t i) {
  return t.leads(i, FigureRole::fate) && is_plural(t, i + 1);
}

// "340 last week", "340 per day": words that what is counted doesn't go beyond.
bool ends_what_is_counted(const FigureText& t, uint32_t i) {
  const bool unit = !t.meaning(i).unit.name.empty();
  return unit || t.is(i, FigureRole::function) || t.is(i, FigureRole::time);
}

// The counted thing that the word at token i is, or nothing if it is none.
std::optional<std::string> counted_at(const FigureText& t, uint32_t i) {
  if (t.is(i, FigureRole::person)) {
    return with_addition(t, i);
  }
  if (t.nouns_are_capital()) {
    if (!t.capital(i)) {
      return std::nullopt;
    }
    return std::string(t.word(end_of_compound(t, i)));
  }
  if (!is_plural(t, i)) {
    return std::nullopt;
  }
  const bool two_plurals = t.adjoins(i) && is_plural(t, i + 1);  // "sales jobs"
  return with_addition(t, two_plurals ? i + 1 : i);
}

// The first counted thing behind a number that ends before token `from`.
std::optional<std::string> counted_behind(const FigureText& t, uint32_t from) {
  for (uint32_t i = from; i < from + noun_reach && i < t.size() && t.adjoins(i - 1); ++i) {
    if (says_how_they_fared(t, i)) {
      continue;
    }
    const bool ends = !t.is(i, FigureRole::person) && ends_what_is_counted(t, i);
    if (ends) {
      break;
    }
    if (auto thing = counted_at(t, i)) {
      return thing;
    }
  }
  return std::nullopt;
}

// "2,000-chip cluster": what a hyphen joins to the number.
bool is_joined_by_hyphen(const FigureText& t, uint32_t i) {
  return t.gap_after(i - 1) == "-" && !ends_phrase(t, i) && !t.starts_with_digit(i);
}

// ---- What is measured.
// A sum, share or ratio, and the words beside it.
struct Measured {
  uint32_t last = 0;  // the token behind
  FigureKind kind = FigureKind::money;
  bool goes_on = false;            // the text goes on right behind
  std::optional<uint32_t> before;  // the word before, past fillers
};

// Whether the text goes on right behind a figure, past its sign: "17% of", "6 € Gebühr".
bool text_goes_on(const FigureText& t, uint32_t last) {
  if (t.adjoins(last - 1)) {
    return true;
  }
  std::string_view gap = without_blanks(t.gap_after(last - 1));
  const size_t sign = gap.starts_with('%') ? 1 : currency_sign_at(gap);
  if (sign == 0 || last >= t.size()) {
    return false;
  }
  gap.remove_prefix(sign);
  const bool blanks_alone = without_blanks(gap).empty();
  return gap == "-" || (blanks_alone && has_no_empty_line(gap));
}

// What a rule answers: nothing to leave it to the next one, "" to say that it is of nothing.
using Answer = std::optional<std::string>;

Answer if_any(std::string noun) {
  return noun.empty() ? Answer() : Answer(std::move(noun));
}

// "90% of the market", "8 milliards de dollars d'actifs".
Answer of_what(const FigureText& t, const Measured& m) {
  if (!m.goes_on) {
    return {};
  }
  const bool elided = t.elided(m.last);
  const bool elided_noun = elided && t.word(m.last).size() > 2;
  if (!t.is(m.last, FigureRole::of) && !elided_noun) {
    return {};
  }
  return if_any(elided ? head_from(t, m.last) : noun_behind_link(t, m.last));
}

// "fell by 8%"; "gained $8" is of nothing.
Answer by_which_change(const FigureText& t, const Measured& m) {
  std::string change = m.before ? change_before(t, *m.before) : std::string();
  if (change.empty()) {
    return {};
  }
  return m.kind == FigureKind::money ? std::string() : std::move(change);
}

// "a $500 billion initiative".
Answer noun_right_behind(const FigureText& t, const Measured& m) {
  if (!m.goes_on || t.is(m.last, FigureRole::function)) {
    return {};
  }
  return if_any(head_from(t, m.last));
}

// "$8 billion in assets".
Answer in_what(const FigureText& t, const Measured& m) {
  if (!m.goes_on || !t.is(m.last, FigureRole::in)) {
    return {};
  }
  return if_any(noun_behind_link(t, m.last));
}

// "a budget of just $6 million", "the cost was $6 million".
Answer noun_that_leads(const FigureText& t, const Measured& m) {
  return m.before ? if_any(noun_before(t, *m.before)) : Answer();
}

// "It cost $6 million".
Answer cost_of_verb(const FigureText& t, const Measured& m) {
  if (!m.before || !t.meaning(*m.before).amount) {
    return {};
  }
  const std::string_view verb = t.word(*m.before);
  if (!begins_with(verb, t.traits().costs)) {
    return {};
  }
  const std::string_view name = t.traits().name_of_costs;
  return std::string(name.empty() ? verb : name);
}

using MeasuredRule = Answer (*)(const FigureText&, const Measured&);

// In the order in which they are asked.
constexpr MeasuredRule measured_rules[] = {
    of_what,            // "90% of the market"
    by_which_change,    // "fell by 8%"
    noun_right_behind,  // "a $500 billion initiative"
    in_what,            // "$8 billion in assets"
    noun_that_leads,    // "a budget of just $6 million"
    cost_of_verb,       // "It cost $6 million"
};

// ---- Whether two things are the same, whatever language they are of.
struct WordsOfAllLanguages {
  std::unordered_map<std::string_view, int> directions;  // "fell" -1, "rose" 1
  WordSet conjunctions;

  WordsOfAllLanguages() {
    for (const LanguagePack* pack : all_packs()) {
      add(pack->figures);
    }
  }

  // The first language that has a word decides.
  void add(const FigureVocabulary& words) {
    for_each_part(words.falls, ' ', [&](std::string_view w) { directions.emplace(w, -1); });
    for_each_part(words.rises, ' ', [&](std::string_view w) { directions.emplace(w, 1); });
    for (const RoleRow& row : words.roles) {
      if (row.role == FigureRole::conjunction) {
        conjunctions.merge(words_in(row.words));
      }
    }
  }
};

const WordsOfAllLanguages& words_of_all_languages() {
  static const WordsOfAllLanguages words;
  return words;
}

int direction_of(std::string_view word) {
  const auto& directions = words_of_all_languages().directions;
  const auto found = directions.find(word);
  return found == directions.end() ? 0 : found->second;
}

// "passengers and crew": the second of three words joins the others.
bool is_joined(std::string_view thing) {
  const size_t first = thing.find(' ');
  const size_t second = thing.rfind(' ');
  if (first == second) {
    return false;
  }
  const std::string_view middle = thing.substr(first + 1, second - first - 1);
  return words_of_all_languages().conjunctions.contains(middle);
}

// The last word in the singular: "cost" of "training costs".
std::string_view head_of(std::string_view thing) {
  const size_t blank = thing.rfind(' ');
  std::string_view word = blank == thing.npos ? thing : thing.substr(blank + 1);
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) {
    word.remove_suffix(1);
  }
  return word;
}

}  // namespace

std::string counted_thing(const FigureText& t, uint32_t first, uint32_t last) {
  if (t.lexicon().empty()) {
    return {};
  }
  const bool of = t.adjoins(last - 1) && t.is(last, FigureRole::of);
  const uint32_t from = of ? last + 1 : last;
  if (t.adjoins(from - 1) && t.is(from, FigureRole::degree)) {
    return {};
  }
  if (is_joined_by_hyphen(t, from)) {
    return std::string(t.word(from));
  }
  if (auto thing = counted_behind(t, from)) {
    return *thing;
  }
  const auto before = before_fillers(t, first);
  return before ? noun_before(t, *before) : std::string();
}

std::string measured_thing(const FigureText& t, uint32_t first, uint32_t last, FigureKind kind) {
  if (t.lexicon().empty()) {
    return {};
  }
  const Measured measured{last, kind, text_goes_on(t, last), before_fillers(t, first)};
  for (const MeasuredRule rule : measured_rules) {
    if (auto answer = rule(t, measured)) {
      return *answer;
    }
  }
  return {};
}

std::string key_of_thing(std::string_view thing) {
  if (is_joined(thing)) {
    return std::string(thing);
  }
  const int direction = direction_of(thing);
  if (direction != 0) {
    return direction > 0 ? "+" : "-";
  }
  return std::string(head_of(thing));
}

bool same_thing(std::string_view a, std::string_view b) {
  return key_of_thing(a) == key_of_thing(b);
}

}  // namespace reprise::detail
