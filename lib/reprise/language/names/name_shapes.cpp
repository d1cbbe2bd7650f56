// How words are written, and what a collection shows of each.
//
// Steps for a word: one of a to z alone is small, and done. Else a possessive's end and an elision
// are cut off; what is left is counted: capitals, small letters, digits; the counts say its shape.
// A sentence whose small words are all function words is a headline: capitals say nothing there.
//
// Steps for a collection: each unit lists its words with a capital inside a sentence, at the begin
// of one, behind an article, and its small ones; the lists are counted by language. Units run in
// parallel, and the counting goes by their order.
//
//     "Orvik's ferry sank. Officials said Orvik knew."
//     Orvik's    capital, core "Orvik", possessive; begins a sentence
//     Orvik      capital, inside: one witness that it is a name
//     ferry      small
//
// Cost: about 20 ns a word, most of it for those with a capital.
#include "reprise/language/names/name_shapes.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/language/blanks.h"
#include "reprise/language/function_words.h"
#include "reprise/language/name_words.h"
#include "reprise/language/pack.h"

namespace reprise::detail {
namespace {

bool is_small_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_capital(char32_t c) {
  if (c < 0x80) {
    return c >= 'A' && c <= 'Z';
  }
  const auto code = static_cast<UChar32>(c);
  return u_isupper(code) || u_istitle(code);
}

// Whether the letter is none of the capitals. REQUIRES: it is no capital.
bool is_other_letter(char32_t c) {
  if (c < 0x80) {
    return c >= 'a' && c <= 'z';
  }
  return u_isalpha(static_cast<UChar32>(c));
}

bool is_digit_or_currency(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return u_isdigit(code) || u_charType(code) == U_CURRENCY_SYMBOL;
}

struct Letters {
  size_t upper = 0;
  size_t lower = 0;
  size_t digits = 0;
  bool first_is_upper = false;
  bool first_is_digit = false;
  bool upper_behind_lower = false;
};

Letters count_letters(std::string_view word) {
  Letters letters;
  for (size_t at = 0; at < word.size();) {
    const Decoded c = decode(word, at);
    if (is_capital(c.code)) {
      letters.upper_behind_lower |= letters.lower > 0;
      letters.first_is_upper |= at == 0;
      ++letters.upper;
    } else if (is_other_letter(c.code)) {
      ++letters.lower;
    } else if (is_digit_or_currency(c.code)) {
      letters.first_is_digit |= at == 0;
      ++letters.digits;
    }
    at += c.size;
  }
  return letters;
}

Shape shape_of(std::string_view word) {
  const Letters letters = count_letters(word);
  if (letters.first_is_digit) {
    return Shape::none;
  }
  if (letters.upper == 0) {
    return letters.lower == 0 ? Shape::none : Shape::small;
  }
  if (letters.upper_behind_lower) {
    return Shape::mixed;
  }
  if (!letters.first_is_upper) {
    return Shape::small;
  }
  if (letters.lower > 0) {
    return Shape::capital;
  }
  const bool alone = letters.upper == 1 && letters.digits == 0;
  return alone ? Shape::initial : Shape::caps;
}

// Returns the bytes of a possessive's end, 's; 0 if there is none.
size_t possessive_end(std::string_view word) {
  if (!word.ends_with('s') && !word.ends_with('S')) {
    return 0;
  }
  const std::string_view stem = word.substr(0, word.size() - 1);
  size_t mark = 0;
  if (stem.ends_with('\'')) {
    mark = 1;
  } else if (stem.ends_with("’")) {
    mark = 3;
  }
  return mark > 0 && stem.size() > mark ? mark + 1 : 0;
}

// Returns the bytes of an elision before a capital, "l'Orne"; 0 if there is none.
size_t elision_before_capital(std::string_view word, Language language) {
  const size_t straight = word.substr(0, 3).find('\''), curved = word.substr(0, 5).find("’");
  size_t end = 0;
  if (straight != word.npos) {
    end = straight + 1;
  } else if (curved != word.npos) {
    end = curved + 3;
  }
  if (end < 2 || end >= word.size()) {
    return 0;
  }
  const bool small = word[0] >= 'a' && word[0] <= 'z';
  return (small || !pack_of(language).elisions.empty()) &&
                 shape_of(word.substr(end)) >= Shape::initial
             ? end
             : 0;
}

}  // namespace

UnitWords::Word UnitWords::read_word(std::string_view text, Span span, Language language) {
  Word word{span, Shape::small, false, is_small_ascii(span.in(text))};
  if (word.plain) {
    return word;
  }
  const size_t end = possessive_end(span.in(text));
  word.possessive = end > 0;
  word.core.end -= static_cast<uint32_t>(end);
  word.core.begin += static_cast<uint32_t>(elision_before_capital(word.core.in(text), language));
  word.shape = shape_of(word.core.in(text));
  word.plain = is_small_ascii(word.core.in(text));
  return word;
}

UnitWords::UnitWords(const TextUnit& unit, Language language)
    : unit_(unit), language_(language), nouns_are_capital_(pack_of(language).nouns_are_capital) {
  words_.reserve(unit.tokens.size());
  folded_.resize(unit.tokens.size());
  for (uint32_t i = 0; i < folded_.size(); ++i) {
    words_.push_back(read_word(unit.text, unit.tokens[i].span, language));
    if (words_[i].plain) {
      continue;
    }
    fold_word(core(i), {}, folded_[i]);
    std::erase(folded_[i], '.');
  }
  if (unit.sentences.empty() && !words_.empty()) {
    whole_.push_back({0, size(), {0, static_cast<uint32_t>(unit.text.size())}, false});
  }
}

uint64_t UnitWords::hash(uint32_t i) const {
  return hash_word(word(i));
}
NameRoles UnitWords::roles(uint32_t i) const {
  return name_roles_of(word(i), language_);
}

std::string_view UnitWords::gap(uint32_t i) const {
  const uint32_t from = unit_.tokens[i - 1].span.end;
  return unit_.text.substr(from, unit_.tokens[i].span.begin - from);
}

bool UnitWords::gap_is(uint32_t i, std::string_view mark) const {
  std::string_view g = gap(i);
  while (const size_t n = blank_at(g)) {
    g.remove_prefix(n);
  }
  while (const size_t n = blank_at_end(g)) {
    g.remove_suffix(n);
  }
  return g == mark;
}

bool UnitWords::joins(uint32_t i) const {
  const std::string_view g = gap(i);
  if (words_[i - 1].possessive) {
    return false;
  }
  if (is_one_blank(g) || g == "-") {
    return true;
  }
  if (std::count(g.begin(), g.end(), '\n') > 1) {
    return false;
  }
  if (gap_is(i, "") || gap_is(i, "&")) {
    return !g.empty();
  }
  const bool short_form = shape(i - 1) == Shape::initial ||
                          (roles(i - 1).has(NameRole::title | NameRole::place | NameRole::suffix));
  return short_form && g.starts_with('.') && blank_at(g.substr(1)) > 0 && gap_is(i, ".");
}

bool UnitWords::begins(uint32_t i, const Sentence& sentence) const {
  if (i == sentence.first_token) {
    return true;
  }
  const std::string_view g = gap(i);
  if (is_one_blank(g)) {
    return false;
  }
  const size_t blank = g.find_last_of(" \t\n");
  const std::string_view behind = g.substr(blank == g.npos ? 0 : blank + 1);
  const auto opens = [&](std::string_view mark) {
    return behind.find(mark) != behind.npos;
  };
  return g.find(':') != g.npos || opens("\"") || opens("“") || opens("„") || opens("«") ||
         opens("‘");
}

Style UnitWords::style(const Sentence& sentence) const {
  size_t capital = 0, caps = 0, small = 0;
  for (uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
    if (shape(i) == Shape::small) {
      ++small;
      if (!is_function_word(word(i), language_) && !(roles(i).has(NameRole::connector))) {
        return Style::prose;
      }
    } else if (shape(i) == Shape::caps) {
      ++caps;
    } else if (shape(i) > Shape::initial && !begins_sentences(word(i), language_)) {
      ++capital;
    }
  }
  if (capital == 0 && small == 0 && caps > 1) {
    return Style::all_caps;
  }
  return capital > 0 && capital + caps > (sentence.closed ? 2u : 1u) ? Style::headline
                                                                     : Style::prose;
}

namespace {

struct Witness {
  std::vector<uint64_t> inside, begins, small, behind_article;
};

// Adds what word i of the sentence shows.
void hear_word(const UnitWords& words, const Sentence& sentence, uint32_t i, Witness& witness) {
  if (words.shape(i) == Shape::small) {
    witness.small.push_back(words.hash(i));
  }
  if (!words.capitals(i)) {
    return;
  }
  if (words.begins(i, sentence)) {
    witness.begins.push_back(words.hash(i));
    return;
  }
  witness.inside.push_back(words.hash(i));
  if (words.nouns_are_capital() && is_article(words.word(i - 1), words.language())) {
    witness.behind_article.push_back(words.hash(i));
  }
}

// Headlines are left out: their capitals say nothing.
Witness hear(const UnitWords& words) {
  Witness witness;
  for (const Sentence& s : words.sentences()) {
    if (words.style(s) != Style::prose) {
      continue;
    }
    for (uint32_t i = s.first_token; i < s.last_token; ++i) {
      hear_word(words, s, i, witness);
    }
  }
  return witness;
}

}  // namespace

EvidenceByLanguage gather_evidence(std::span<const TextUnit> units,
                                   std::span<const Language> languages) {
  std::vector<Witness> witnesses(units.size());
  parallel_for(units.size(),
               [&](size_t u) { witnesses[u] = hear(UnitWords(units[u], languages[u])); });
  EvidenceByLanguage evidence(all_packs().size());
  const auto of = [&](size_t u) -> Evidence& {
    return evidence[static_cast<size_t>(languages[u])];
  };
  for (size_t u = 0; u < units.size(); ++u) {
    for (const uint64_t word : witnesses[u].inside) {
      ++of(u)[word].inside;
    }
    for (const uint64_t word : witnesses[u].begins) {
      of(u)[word];
    }
    for (const uint64_t word : witnesses[u].behind_article) {
      of(u)[word].behind_article = true;
    }
  }
  // Of what never has a capital, nobody asks.
  for (size_t u = 0; u < units.size(); ++u) {
    for (const uint64_t word : witnesses[u].small) {
      if (const auto it = of(u).find(word); it != of(u).end()) {
        ++it->second.small;
      }
    }
  }
  return evidence;
}

}  // namespace reprise::detail
