// The nouns around a figure, by rules of what words look like: there is no dictionary of nouns.
//
// Behind a figure, the noun is the last word in small letters before what ends the phrase
// (head_from and its rules); where nouns are capital, the first capital word; where the noun comes
// first, the first word. Before a figure, it is the word before "of" or "was", or the subject of a
// verb that says how things stand (noun_before).
//
//     "$6 of tier-2 Nvidia chips were"   "tier" and "chips" are in small letters; "were" ends it
//     "the toll has risen to 45"         "to" behind a verb of change; its subject: toll
//     "They lost 300"                    "lost" is a verb, and nothing leads: none
//
// Cost: a look at about ten words, a hash look-up for none of them: FigureText has looked them up.
#include "reprise/language/figures/figure_nouns.h"

namespace reprise::detail {
namespace {

constexpr uint32_t most_fillers = 3;      // "just about a": words between a noun and its figure
constexpr uint32_t most_auxiliaries = 3;  // "has already been": words between a noun and its verb

bool is_possessive(const FigureText& t, std::string_view word) {
  return ends_in(word, t.traits().possessive_endings);
}

// The "s" of "GPT-4's", where digits keep the apostrophe from joining.
bool is_loose_possessive(const FigureText& t, uint32_t i) {
  const std::string_view gap = t.gap_before(i);
  const bool apostrophe = gap == "'" || gap == "’";
  return apostrophe && t.word(i) == "s";
}

// "estimated", "estimé", "estimado"; but not "speed".
bool is_participle(const FigureText& t, std::string_view word) {
  return ends_in(word, t.traits().participle_endings) && !ends_in(word, t.traits().not_participles);
}

// "put at", "s'élèvent à", "se estiman en", "liegt bei": what stands between the number and the
// subject.
bool is_verb_before_number(const FigureText& t, uint32_t i) {
  if (t.is(i, FigureRole::person)) {
    return false;
  }
  if (t.meaning(i).change != 0 || t.is(i, FigureRole::states)) {
    return true;
  }
  if (t.traits().nouns_are_capital) {
    return !t.capital(i);
  }
  const std::string_view word = t.word(i);
  return is_participle(t, word) || ends_in(word, t.traits().gerund_endings);
}

// "is", "has", "already", "recently".
bool is_auxiliary(const FigureText& t, uint32_t i) {
  if (t.traits().nouns_are_capital && t.capital(i)) {
    return false;
  }
  return t.is(i, FigureRole::auxiliary) || ends_in(t.word(i), t.traits().adverb_endings);
}

// Whether the word before another one may be a noun: nothing says that it isn't.
bool may_be_noun(const FigureText& t, uint32_t i) {
  const bool wordlike = !t.starts_with_digit(i) && t.word(i).size() > 2;
  return wordlike && !ends_phrase(t, i) && t.adjoins(i);
}

// ---- The noun behind a figure, where it is the last one of its phrase.
// What a word does to the phrase that is read.
enum class Step : uint8_t { end, pass, take, take_and_end };

// "90% of GPT-4's performance": what has a possessive is not what is meant, but the noun behind it.
bool is_owner(const FigureText& t, uint32_t i) {
  return is_loose_possessive(t, i) || is_possessive(t, t.word(i));
}

// "$6 million wasted": a participle right behind the figure is no noun.
bool is_participle_behind(const FigureText& t, uint32_t i, bool first) {
  return first && is_participle(t, t.word(i));
}

// "$6 million using chips": what somebody does with it; but "$6 million funding" is a noun.
bool is_gerund_behind(const FigureText& t, uint32_t i, bool first) {
  return first && ends_in(t.word(i), t.traits().gerund_endings) &&
         !t.is(i, FigureRole::verb_shaped);
}

// "a $6 million loss recently reported": behind a noun, these begin something else.
bool is_modifier(const FigureText& t, std::string_view word) {
  const FigureVocabulary& traits = t.traits();
  return ends_in(word, traits.adverb_endings) || ends_in(word, traits.gerund_endings) ||
         ends_in(word, traits.participle_endings);
}

// "jobs lost": a plural ends the phrase, unless another one follows, "sales jobs".
bool is_last_plural(const FigureText& t, uint32_t i) {
  const bool another_follows = t.adjoins(i) && is_plural(t, i + 1);
  return is_plural(t, i) && !another_follows;
}

// What the word at token i does to a phrase of which `head` is the noun so far.
Step step_at(const FigureText& t, uint32_t i, std::string_view head, bool first) {
  if (t.capital(i) || t.starts_with_digit(i)) {
    return Step::pass;  // "Nvidia", "H100"
  }
  const bool behind_a_noun = !head.empty();
  if (behind_a_noun && is_modifier(t, t.word(i))) {
    return Step::end;
  }
  if (is_participle_behind(t, i, first)) {
    return Step::end;
  }
  if (is_gerund_behind(t, i, first)) {
    return Step::pass;
  }
  return is_last_plural(t, i) ? Step::take_and_end : Step::take;
}

// Whether the phrase that begins at token `begin` goes on with token i.
bool phrase_holds(const FigureText& t, uint32_t begin, uint32_t i) {
  if (is_loose_possessive(t, i)) {
    return true;
  }
  return !ends_phrase(t, i) && (i == begin || t.adjoins(i - 1));
}

// "tier-2 Nvidia chips": the last noun of the phrase.
std::string last_noun(const FigureText& t, uint32_t begin) {
  std::string_view head;
  for (uint32_t i = begin; i < begin + noun_reach && phrase_holds(t, begin, i); ++i) {
    if (is_owner(t, i)) {
      head = {};
      continue;
    }
    const Step step = step_at(t, i, head, i == begin);
    if (step == Step::end) {
      break;
    }
    if (step != Step::pass) {
      head = t.word(i);
    }
    if (step == Step::take_and_end) {
      break;
    }
  }
  return std::string(head);
}

// "neue Nvidia-Chips": the first word with a capital.
std::string first_capital(const FigureText& t, uint32_t begin) {
  for (uint32_t i = begin; i < begin + noun_reach && phrase_holds(t, begin, i); ++i) {
    if (t.capital(i) && !is_owner(t, i)) {
      return std::string(t.word(end_of_compound(t, i)));
    }
  }
  return {};
}

// "puces": the first word, as adjectives come behind it.
std::string first_word(const FigureText& t, uint32_t i) {
  const bool noun = !ends_phrase(t, i) && !t.starts_with_digit(i);
  return noun ? std::string(t.word(i)) : std::string();
}

// ---- The noun before a figure.
// Whether the word, which may be a noun, may be a subject: "losses", but not "Tuesday"; where nouns
// take an article, "la perte", but not "perte".
bool may_be_subject(const FigureText& t, uint32_t i) {
  if (t.traits().nouns_stand_without_articles) {
    return !t.capital(i) || is_plural(t, i);
  }
  return t.elided(i) || t.led_by(i, FigureRole::function);
}

// "toll" of "the toll has risen to 6": the noun right before the verb at token `verb`; "" if
// something else is there.
std::string subject_of(const FigureText& t, uint32_t verb) {
  uint32_t i = verb;
  for (uint32_t passed = 0; passed <= most_auxiliaries; ++passed) {
    if (i == 0 || !t.adjoins(i - 1)) {
      return {};
    }
    --i;
    if (!is_auxiliary(t, i)) {
      break;
    }
  }
  if (is_auxiliary(t, i)) {
    return {};
  }
  const bool noun = may_be_noun(t, i) && !is_verb_before_number(t, i) && !t.meaning(i).amount;
  return noun && may_be_subject(t, i) ? std::string(t.word(i)) : std::string();
}

// "training" of "training cost of $6 million": the noun at token i and the one behind it are one.
bool is_first_of_two(const FigureText& t, uint32_t i) {
  if (!t.traits().nouns_compound || !may_be_noun(t, i)) {
    return false;
  }
  const std::string_view word = t.word(i);
  const bool says_whose = t.capital(i) || is_possessive(t, word);
  const bool says_what_happened =
      t.meaning(i).amount || ends_in(word, t.traits().participle_endings);
  return !says_whose && !says_what_happened;
}

// The noun at token i, with one before it that is part of it.
std::string noun_at(const FigureText& t, uint32_t i) {
  const bool hedge = !t.meaning(i).hedges.empty();  // "around of": it says how exact, not what
  if (!may_be_noun(t, i) || hedge || t.is(i, FigureRole::filler)) {
    return {};
  }
  std::string noun(t.word(i));
  if (i > 0 && is_first_of_two(t, i - 1)) {
    return std::string(t.word(i - 1)) + " " + noun;
  }
  return noun;
}

}  // namespace

bool is_plural(const FigureText& t, uint32_t i) {
  if (t.is(i, FigureRole::person)) {
    return true;
  }
  const std::string_view word = t.word(i);
  if (word.size() <= 3 || t.is(i, FigureRole::time) || t.is(i, FigureRole::function)) {
    return false;
  }
  return ends_in(word, t.traits().plural_endings) && !ends_in(word, t.traits().singular_endings);
}

bool ends_phrase(const FigureText& t, uint32_t i) {
  if (t.word(i).empty()) {
    return true;
  }
  const FigureWord& word = t.meaning(i);
  const bool belongs_elsewhere = word.is(FigureRole::function) || word.is(FigureRole::time);
  const bool is_figure_itself = word.number > 0 || word.scale > 0 || word.month > 0;
  return belongs_elsewhere || is_figure_itself || !word.unit.name.empty();
}

uint32_t end_of_compound(const FigureText& t, uint32_t i) {
  while (t.gap_after(i) == "-" && i + 1 < t.size() && !t.word(i + 1).empty()) {
    ++i;
  }
  return i;
}

std::string head_from(const FigureText& t, uint32_t i) {
  if (t.traits().noun_comes_first) {
    return first_word(t, i);
  }
  return t.traits().nouns_are_capital ? first_capital(t, i) : last_noun(t, i);
}

std::string noun_behind_link(const FigureText& t, uint32_t i) {
  constexpr uint32_t most_articles = 3;
  for (uint32_t at = i + 1; at <= i + most_articles && t.adjoins(at - 1); ++at) {
    if (!t.is(at, FigureRole::function)) {
      return head_from(t, at);
    }
  }
  return {};
}

std::optional<uint32_t> before_fillers(const FigureText& t, uint32_t first) {
  uint32_t i = first;
  for (uint32_t passed = 0; i > 0 && t.adjoins(i - 1); ++passed) {
    --i;
    const bool leads = t.is(i, FigureRole::of) || t.is(i, FigureRole::by);
    if (leads || passed == most_fillers || !t.is(i, FigureRole::filler)) {
      return i;
    }
  }
  return std::nullopt;
}

std::string noun_before(const FigureText& t, uint32_t link) {
  if (link == 0) {
    return {};
  }
  const uint32_t before = link - 1;
  const bool changed = t.adjoins(before) && t.meaning(before).change != 0;
  if (changed && t.is(link, FigureRole::change_ends)) {  // "the toll rose to 6"
    return subject_of(t, before);
  }
  const bool of = t.is(link, FigureRole::of);
  if (!of && !t.is(link, FigureRole::is)) {
    return {};
  }
  const bool stands_at = !of && !is_auxiliary(t, link);  // "at", "bei", not "was"
  if (stands_at && t.adjoins(before) && is_verb_before_number(t, before)) {
    return subject_of(t, before);  // "the toll stands at 6"
  }
  return noun_at(t, before);
}

std::string change_before(const FigureText& t, uint32_t at) {
  constexpr uint32_t steps = 3;
  for (uint32_t i = at + 1; i-- > 0 && at - i < steps;) {
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

}  // namespace reprise::detail
