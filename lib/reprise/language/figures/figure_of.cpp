#include "reprise/language/figures/figure_of.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace reprise::detail {
namespace {

constexpr uint32_t reach = 5;  // words that a noun phrase is followed for

// Whether the word looks like a noun in the plural.
bool plural(const FigureText& t, uint32_t i) {
  if (t.is(i, FigureRole::person)) {
    return true;
  }
  const std::string_view w = t.word(i);
  if (w.size() <= 3 || t.is(i, FigureRole::time) || t.is(i, FigureRole::function)) {
    return false;
  }
  if (t.language() == Language::french && w.ends_with('x')) {
    return true;
  }
  if (!w.ends_with('s')) {
    return false;
  }
  for (const char* ending : {"ss", "us", "is", "'s"}) {
    if (w.ends_with(ending)) {
      return false;
    }
  }
  return true;
}

// Whether the word can't belong to the noun phrase behind a figure.
bool ends_phrase(const FigureText& t, uint32_t i) {
  const FigureWord& word = t.meaning(i);
  return i >= t.size() || t.word(i).empty() || word.is(FigureRole::function) ||
         word.is(FigureRole::time) || !word.unit.name.empty() || word.month > 0 ||
         word.number > 0 || word.scale > 0;
}

// A German compound with hyphens counts by its last part: "Nvidia-Chips".
uint32_t end_of_compound(const FigureText& t, uint32_t i) {
  while (t.gap_after(i) == "-" && i + 1 < t.size() && !t.word(i + 1).empty()) {
    ++i;
  }
  return i;
}

// The "s" of "GPT-4's", where digits keep the apostrophe from joining.
bool loose_possessive(const FigureText& t, uint32_t i) {
  return t.word(i) == "s" && (t.gap_before(i) == "'" || t.gap_before(i) == "’");
}

// "put at", "s'élèvent à", "se estiman en", "liegt bei": what stands between the number and the
// subject.
bool verb_before_number(const FigureText& t, uint32_t i) {
  constexpr std::string_view verbs[] = {
      "put",     "puts",    "stands",   "stood",   "stand",  "hit",     "hits",    "set",
      "left",    "sits",    "sat",      "remains", "remain", "reach",   "began",   "came",
      "comes",   "élève",   "élèvent",  "élevait", "monte",  "montent", "atteint", "estima",
      "estiman", "estimó",  "cifra",    "cifran",  "cifró",  "sitúa",   "sitúan",  "situó",
      "fijó",    "calcula", "calculan", "calculó"};
  if (t.is(i, FigureRole::person)) {
    return false;
  }
  const std::string_view w = t.word(i);
  if (t.meaning(i).change != 0 ||
      std::find(std::begin(verbs), std::end(verbs), w) != std::end(verbs)) {
    return true;
  }
  const auto ends_in = [&](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view e) { return w.ends_with(e); });
  };
  switch (t.language()) {
    case Language::english: return (w.ends_with("ed") && !w.ends_with("eed")) || w.ends_with("ing");
    case Language::german: return !t.capital(i);
    case Language::french: return ends_in({"é", "és", "ée", "ées"});
    case Language::spanish:
      return ends_in({"ado", "ados", "ada", "adas", "ido", "idos", "ida", "idas"});
    case Language::other: break;
  }
  return false;
}

bool auxiliary(std::string_view w) {
  constexpr std::string_view words[] = {
      "is",  "are",  "was", "were", "be",     "been",  "being", "has",    "have",    "had",
      "est", "sont", "a",   "ont",  "été",    "était", "s",     "se",     "étaient", "ha",
      "han", "es",   "son", "fue",  "fueron", "sido",  "now",   "already"};
  return w.ends_with("ly") || std::find(std::begin(words), std::end(words), w) != std::end(words);
}

bool possessive(std::string_view word) {
  return word.ends_with("'s") || word.ends_with("s'");
}

bool noun_in_ing(std::string_view w) {
  constexpr std::string_view nouns[] = {"funding", "building", "financing", "housing", "offering",
                                        "holding", "meeting",  "training",  "ring",    "painting"};
  return std::find(std::begin(nouns), std::end(nouns), w) != std::end(nouns);
}

// The noun of the phrase that begins at token i.
std::string head_from(const FigureText& t, uint32_t i) {
  if (t.language() == Language::french || t.language() == Language::spanish) {
    return ends_phrase(t, i) || t.starts_with_digit(i) ? std::string() : std::string(t.word(i));
  }
  std::string_view head;
  for (uint32_t at = i; at < i + reach; ++at) {
    const std::string_view w = t.word(at);
    const bool loose = loose_possessive(t, at);
    if (!loose && (ends_phrase(t, at) || (at > i && !t.adjoins(at - 1)))) {
      break;
    }
    if (loose || possessive(w)) {
      head = {};
    } else if (t.language() == Language::german) {
      if (t.capital(at)) {
        return std::string(t.word(end_of_compound(t, at)));
      }
    } else if (!t.capital(at) && !t.starts_with_digit(at)) {
      const bool modifier = w.ends_with("ly") || w.ends_with("ing") || w.ends_with("ed");
      if (!head.empty() && modifier) {
        break;
      }
      if (at == i && w.ends_with("ed") && !w.ends_with("eed")) {
        break;  // "$6 million wasted"
      }
      if (at == i && w.ends_with("ing") && !noun_in_ing(w)) {
        continue;  // "$6 million using it"
      }
      head = w;
      if (plural(t, at) && !(t.adjoins(at) && plural(t, at + 1))) {
        break;
      }
    }
  }
  return std::string(head);
}

// Goes from before a figure over "just", "about", "a" to the word that says what it is of; -1 if
// there is none.
int64_t before_fillers(const FigureText& t, uint32_t first) {
  int64_t at = static_cast<int64_t>(first) - 1;
  for (int skipped = 0; at >= 0 && t.adjoins(static_cast<uint32_t>(at)); --at, ++skipped) {
    const auto i = static_cast<uint32_t>(at);
    const bool leads = t.is(i, FigureRole::of) || t.is(i, FigureRole::by);
    if (skipped == 3 || leads || !t.is(i, FigureRole::filler)) {
      return at;
    }
  }
  return -1;
}

bool is_noun(const FigureText& t, int64_t at) {
  if (at < 0) {
    return false;
  }
  const auto i = static_cast<uint32_t>(at);
  return !ends_phrase(t, i) && !t.starts_with_digit(i) && t.word(i).size() > 2 && t.adjoins(i);
}

// "toll" of "the toll has risen to 6": the noun right before the verb at token `verb`; "" if
// something else is there.
std::string subject_of(const FigureText& t, uint32_t verb) {
  uint32_t i = verb;
  for (int steps = 0; steps < 4 && i > 0 && t.adjoins(i - 1); ++steps) {
    --i;
    if (auxiliary(t.word(i)) && !(t.language() == Language::german && t.capital(i))) {
      continue;
    }
    if (!is_noun(t, i) || verb_before_number(t, i) || t.meaning(i).amount) {
      return {};
    }
    const bool led = i > 0 && t.adjoins(i - 1) && t.is(i - 1, FigureRole::function);
    if (t.language() == Language::english) {
      return !t.capital(i) || plural(t, i) ? std::string(t.word(i)) : std::string();
    }
    return led || t.elided(i) ? std::string(t.word(i)) : std::string();
  }
  return {};
}

// "toll" of "a toll of 32", "training cost" of "a training cost of $6 million", "toll" of "the toll
// rose to 32"; `at` is the word before the fillers.
std::string noun_before(const FigureText& t, int64_t at) {
  if (at < 1) {
    return {};
  }
  const auto link = static_cast<uint32_t>(at);
  const bool of = t.is(link, FigureRole::of), is = t.is(link, FigureRole::is);
  const bool to =
      t.is(link, FigureRole::to) || (t.language() == Language::german && t.word(link) == "auf");
  if (to && t.adjoins(link - 1) && t.meaning(link - 1).change != 0) {
    return subject_of(t, link - 1);
  }
  if (!of && !is) {
    return {};
  }
  const bool copula = auxiliary(t.word(link));  // "spending was $6 million"
  if (!of && !copula && t.adjoins(link - 1) && verb_before_number(t, link - 1)) {
    return subject_of(t, link - 1);
  }
  if (!is_noun(t, at - 1) || !t.meaning(link - 1).hedges.empty() ||
      t.is(link - 1, FigureRole::filler)) {
    return {};
  }
  std::string noun(t.word(link - 1));
  const bool compound = t.language() == Language::english && is_noun(t, at - 2) &&
                        !t.capital(link - 2) && !possessive(t.word(link - 2)) &&
                        !t.meaning(link - 2).amount && !t.word(link - 2).ends_with("ed");
  return compound ? std::string(t.word(link - 2)) + " " + noun : noun;
}

// "fell" of "fell by 8%"; `at` is the word before the fillers.
std::string change_before(const FigureText& t, int64_t at) {
  for (int steps = 0; at >= 0 && steps < 3; ++steps, --at) {
    const auto i = static_cast<uint32_t>(at);
    if (!t.adjoins(i)) {
      return {};
    }
    if (t.meaning(i).change != 0) {
      return std::string(t.word(i));
    }
    if (!t.is(i, FigureRole::by) && !t.is(i, FigureRole::filler)) {
      return {};
    }
  }
  return {};
}

// The noun behind "of" or "in" at token i, past articles: "of the market".
std::string noun_behind_link(const FigureText& t, uint32_t i) {
  for (uint32_t at = i + 1; at < i + 4 && t.adjoins(at - 1); ++at) {
    if (!t.is(at, FigureRole::function)) {
      return head_from(t, at);
    }
  }
  return {};
}

// Whether the text goes on right behind a figure, past its sign: "17% of", "6 € Gebühr".
bool goes_on(const FigureText& t, uint32_t last) {
  if (t.adjoins(last - 1)) {
    return true;
  }
  std::string_view gap = without_blanks(t.gap_after(last - 1));
  size_t sign = gap.starts_with('%') ? 1 : 0;
  for (size_t n = 1; n <= 3 && n <= gap.size() && sign == 0; ++n) {
    if (!currency_of_sign(gap.substr(0, n)).empty()) {
      sign = n;
    }
  }
  if (sign == 0 || last >= t.size()) {
    return false;
  }
  gap.remove_prefix(sign);
  return gap == "-" || (without_blanks(gap).empty() && gap.find('\n') == gap.rfind('\n'));
}

// Whether the word says how people fared: "dead", "wounded".
bool fate(const FigureText& t, uint32_t i) {
  const std::string_view w = t.word(i);
  return t.is(i, FigureRole::person) && (w == "dead" || w == "missing" || w.ends_with("ed"));
}

// The counted noun at token i with what "and" adds to it: "passengers and crew", but not
// "passengers and six crew".
std::string with_addition(const FigureText& t, uint32_t i) {
  std::string thing(t.word(i));
  const uint32_t added = i + 2;
  if (t.language() != Language::english || added >= t.size() || t.word(i + 1) != "and") {
    return thing;
  }
  if (!t.adjoins(i) || !t.adjoins(i + 1) || t.meaning(added).many > 0 || ends_phrase(t, added)) {
    return thing;
  }
  const bool ends = !t.adjoins(added) || t.is(added + 1, FigureRole::function);
  const std::string_view w = t.word(added);
  const bool joins = fate(t, added) ? fate(t, i) && ends
                                    : w == "crew" || t.is(added, FigureRole::person) ||
                                          (ends && !t.capital(added) && plural(t, added));
  return joins ? thing + " and " + std::string(w) : thing;
}

bool degrees(std::string_view word) {
  return word == "degrees" || word == "degree" || word == "grad" || word == "degrés" ||
         word == "degré" || word == "grados" || word == "grado";
}

int direction_of(std::string_view word) {
  for (const Language language :
       {Language::english, Language::german, Language::french, Language::spanish}) {
    const FigureWord* found = figure_lexicon(language).find(word);
    if (found && found->change != 0) {
      return found->change;
    }
  }
  return 0;
}

}  // namespace

std::string counted_thing(const FigureText& t, uint32_t first, uint32_t last) {
  if (t.language() == Language::other) {
    return {};
  }
  uint32_t from = last;
  if (t.adjoins(from - 1) && t.is(from, FigureRole::of)) {
    ++from;
  }
  if (t.adjoins(from - 1) && degrees(t.word(from))) {
    return {};
  }
  if (from > 0 && t.gap_after(from - 1) == "-" && !ends_phrase(t, from) &&
      !t.starts_with_digit(from)) {
    return std::string(t.word(from));
  }
  for (uint32_t i = from; i < from + reach && i < t.size() && t.adjoins(i - 1); ++i) {
    if (t.language() == Language::english && fate(t, i) && t.adjoins(i) && plural(t, i + 1)) {
      continue;
    }
    if (t.is(i, FigureRole::person)) {
      return with_addition(t, i);
    }
    if (t.is(i, FigureRole::function) || t.is(i, FigureRole::time) ||
        !t.meaning(i).unit.name.empty()) {
      break;
    }
    if (t.language() == Language::german) {
      if (t.capital(i)) {
        return std::string(t.word(end_of_compound(t, i)));
      }
      continue;
    }
    if (!plural(t, i)) {
      continue;
    }
    return with_addition(t, t.adjoins(i) && plural(t, i + 1) ? i + 1 : i);
  }
  return noun_before(t, before_fillers(t, first));
}

std::string measured_thing(const FigureText& t, uint32_t first, uint32_t last, FigureKind kind) {
  if (t.language() == Language::other) {
    return {};
  }
  const bool adjoins = goes_on(t, last);
  if (adjoins && (t.is(last, FigureRole::of) || (t.elided(last) && t.word(last).size() > 2))) {
    std::string noun = t.elided(last) ? head_from(t, last) : noun_behind_link(t, last);
    if (!noun.empty()) {
      return noun;
    }
  }
  const int64_t before = before_fillers(t, first);
  if (std::string change = change_before(t, before); !change.empty()) {
    return kind == FigureKind::money ? std::string() : change;
  }
  if (adjoins && !t.is(last, FigureRole::function)) {
    std::string noun = head_from(t, last);
    if (!noun.empty()) {
      return noun;
    }
  }
  if (adjoins && t.is(last, FigureRole::in)) {
    std::string noun = noun_behind_link(t, last);
    if (!noun.empty()) {
      return noun;
    }
  }
  if (std::string noun = noun_before(t, before); !noun.empty()) {
    return noun;
  }
  if (before < 0 || !t.meaning(static_cast<uint32_t>(before)).amount) {
    return {};
  }
  const std::string_view verb = t.word(static_cast<uint32_t>(before));
  if (t.language() == Language::english) {
    return verb.starts_with("cost") ? "cost" : "";
  }
  const bool cost = verb.starts_with("kost") || verb.starts_with("gekost") ||
                    verb.starts_with("coût") || verb.starts_with("cost") ||
                    verb.starts_with("cuest");
  return cost ? std::string(verb) : std::string();
}

bool same_thing(std::string_view a, std::string_view b) {
  if (a.find(" and ") != a.npos || b.find(" and ") != b.npos) {
    return a == b;
  }
  const auto head = [](std::string_view words) {
    const size_t blank = words.rfind(' ');
    std::string_view word = blank == words.npos ? words : words.substr(blank + 1);
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) {
      word.remove_suffix(1);
    }
    return word;
  };
  if (head(a) == head(b)) {
    return true;
  }
  const int direction = direction_of(a);
  return direction != 0 && direction == direction_of(b);
}

}  // namespace reprise::detail
