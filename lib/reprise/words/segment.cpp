// One pass over the characters with a lookahead of two, as rules WB6 and WB12 of UAX #29 want it.
//
// Steps, for what begins at a place (Segmenter::step):
// 1. A letter, a digit, or a currency sign before a digit begins a word: word_end goes from cluster
//    to cluster as long as the rules join them, also over a hyphen at a line's end; with_suffix
//    adds the full stop of "U.S." and the sign of "6€".
// 2. Underscores round a word mark it as stars do ("_so_"), but for those of code ("__init__()").
// 3. A run of dictionary script (Chinese, Thai) goes to unspaced.h.
// 4. Anything else is passed, or given by itself as punctuation.
//
//     "2,000"     digit, mid-number, digit: "," bridges them, one word
//     "he, too"   "," bridges no letters: the word ends before it
//     "deck.The"  "." bridges letters, but here a sentence ends: two words
//     "$6"        the sign begins a word, as a digit follows; in "6 $" it is none
//
// Cost: linear, a few look-ups a character. Source: UAX #29, Unicode Text Segmentation, section 4.
#include "reprise/words/segment.h"

#include <unicode/uchar.h>

#include "reprise/base/utf8.h"
#include "reprise/words/signs.h"
#include "reprise/words/unspaced.h"

namespace reprise::detail {
namespace {

using Class = CharacterClass;

bool is_letter(Class c) {
  return c == Class::letter || c == Class::hebrew;
}
bool is_core(Class c) {
  return is_letter(c) || c == Class::numeric || c == Class::connector;
}
bool is_small(char32_t code) {
  return u_islower(static_cast<UChar32>(code));
}
bool is_capital(char32_t code) {
  return u_isupper(static_cast<UChar32>(code)) || u_istitle(static_cast<UChar32>(code));
}

// WB6, WB7, WB7b, WB7c, WB11, WB12: does `middle` join what stands on its sides?
bool bridges(Class left, Class middle, Class right) {
  const bool either = middle == Class::mid_both || middle == Class::single_quote;
  if (is_letter(left) && is_letter(right)) {
    if (middle == Class::double_quote) {
      return left == Class::hebrew && right == Class::hebrew;
    }
    return either || middle == Class::mid_letter;
  }
  return left == Class::numeric && right == Class::numeric &&
         (either || middle == Class::mid_number);
}

// "deck.The": a sentence ended, and the blank behind it is missing. "Ph.D" and "e.V" are
// abbreviations. `letters`: so many stand before the mark, from the word's last one on.
bool ends_sentence(std::string_view text, const Cluster& left, const Cluster& mark,
                   const Cluster& right, size_t letters) {
  if (!is_stop_sign(mark.code) || !is_small(left.code) || !is_capital(right.code)) {
    return false;
  }
  const bool alone = right.end == text.size() || !is_core(cluster_at(text, right.end).kind);
  const bool abbreviation = letters <= 2 && alone;
  return !abbreviation;
}

// Returns the cluster behind a mark that stands inside a word; an empty one if the mark ends it.
Cluster behind_joining_mark(std::string_view text, const Cluster& last, const Cluster& mark,
                            size_t letters) {
  if (mark.end >= text.size()) {
    return {};
  }
  const Cluster after = cluster_at(text, mark.end);
  const bool joins =
      bridges(last.kind, mark.kind, after.kind) && !ends_sentence(text, last, mark, after, letters);
  return joins ? after : Cluster{};
}

// "צה''ל": two apostrophes between Hebrew letters are one mark. Returns the letter behind the
// second one, which stands at `at`, or a cluster without an end.
Cluster behind_second_apostrophe(std::string_view text, size_t at) {
  if (at >= text.size()) {
    return {};
  }
  const Cluster second = cluster_at(text, at);
  if (!is_apostrophe(second.code) || second.end >= text.size()) {
    return {};
  }
  const Cluster letter = cluster_at(text, second.end);
  return letter.kind == Class::hebrew ? letter : Cluster{};
}

// Extends a word over the full stop or the currency sign that belongs to it.
size_t with_suffix(std::string_view text, size_t begin, size_t end) {
  if (end >= text.size()) {
    return end;
  }
  if (text[end] == '.') {
    return is_dotted(text.substr(begin, end - begin)) ? end + 1 : end;
  }
  const Cluster next = cluster_at(text, end);
  if (next.kind != Class::currency || cluster_at(text, begin).kind != Class::numeric) {
    return end;
  }
  const bool of_next = next.end < text.size() && cluster_at(text, next.end).kind == Class::numeric;
  return of_next ? end : next.end;
}

bool is_ascii_letter_or_digit(char c) {
  const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return letter || (c >= '0' && c <= '9');
}

// Do the underscores at the word's edges belong to it? "__init__(self)", "self._name", "`_x`",
// "__main__.py": signs that prose doesn't set there.
bool is_code(std::string_view text, size_t begin, size_t end) {
  constexpr std::string_view before = "`@$";
  constexpr std::string_view behind = "(`=";
  if (begin > 0 && before.find(text[begin - 1]) != before.npos) {
    return true;
  }
  if (begin > 1 && text[begin - 1] == '.' && is_ascii_letter_or_digit(text[begin - 2])) {
    return true;
  }
  const std::string_view rest = text.substr(end);
  if (rest.empty()) {
    return false;
  }
  const bool small_behind = rest.size() > 1 && rest[1] >= 'a' && rest[1] <= 'z';
  return behind.find(rest[0]) != behind.npos || (rest[0] == '.' && small_behind);
}

}  // namespace

bool is_dotted(std::string_view word) {
  size_t letters = 0;
  for (size_t at = 0; at < word.size();) {
    const Decoded c = decode(word, at);
    at += c.size;
    if (c.broken || class_of(c.code) != Class::letter) {
      return false;
    }
    ++letters;
    if (at == word.size()) {
      break;
    }
    if (word[at] != '.') {
      return false;
    }
    ++at;
  }
  return letters > 1;
}

// If the word whose last cluster is given is broken by a hyphen at a line's end, returns where it
// goes on; else 0.
size_t Segmenter::continuation(const Cluster& last) {
  size_t at = last.end;
  bool may_be_compound = false;
  const Decoded hyphen = at < text_.size() ? decode(text_, at) : Decoded{};
  if (hyphen.size > 0 && !hyphen.broken && is_line_hyphen(hyphen.code)) {
    may_be_compound = is_hyphen(hyphen.code);
    at += hyphen.size;
  } else if (!last.soft_hyphen) {
    return 0;
  }
  const size_t line_end = skip_blanks(text_, at);
  const size_t next_line = skip_line_end(text_, line_end);
  if (next_line == line_end) {
    return 0;
  }
  at = skip_blanks(text_, next_line);
  if (at >= text_.size()) {
    return 0;
  }
  const Decoded next = decode(text_, at);
  const bool small = !next.broken && is_small(next.code);
  if (!small || class_of(next.code) != Class::letter) {
    return 0;
  }
  return may_be_compound && compounds_.hold(last.end, at) ? 0 : at;
}

// Returns where the word ends whose first cluster is `first`.
Segmenter::End Segmenter::word_end(const Cluster& first) {
  Cluster last = first;
  size_t letters = 1;  // since the last mark that joined
  size_t bare = first.end;
  const auto take = [&](const Cluster& next, size_t letters_now) {
    last = next;
    letters = letters_now;
    bare = next.kind == Class::connector ? bare : next.end;
  };
  while (last.end < text_.size()) {
    const Cluster next = cluster_at(text_, last.end);
    if (is_core(next.kind)) {
      take(next, letters + 1);
      continue;
    }
    const Cluster after = behind_joining_mark(text_, last, next, letters);
    if (after.end > 0) {
      take(after, 1);
      continue;
    }
    if (last.kind == Class::hebrew && is_apostrophe(next.code)) {
      const Cluster letter = behind_second_apostrophe(text_, next.end);
      if (letter.end == 0) {
        return {next.end, next.end};  // WB7a
      }
      take(letter, 1);
      continue;
    }
    const size_t resume = last.kind == Class::letter ? continuation(last) : 0;
    if (resume == 0) {
      break;
    }
    take(cluster_at(text_, resume), letters + 1);
  }
  return {last.end, bare};
}

void Segmenter::give(size_t begin, size_t end) {
  on_segment_({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
}

// Takes the word that begins at `at`; `core` is its first letter or digit.
size_t Segmenter::take_word(size_t at, const Cluster& core) {
  const End end = word_end(core);
  const bool keeps_underscores = end.all > end.bare && is_code(text_, at, end.all);
  const size_t until = with_suffix(text_, at, keeps_underscores ? end.all : end.bare);
  give(at, until);
  return until;
}

// Takes the underscores at `at`, and the word behind them if they are part of it.
size_t Segmenter::take_connectors(size_t at) {
  const Cluster first = cluster_at(text_, at);
  Cluster next = first;
  size_t end = first.end;
  while (next.kind == Class::connector) {
    end = next.end;
    if (end == text_.size()) {
      break;
    }
    next = cluster_at(text_, end);
  }
  if (is_core(next.kind) && next.kind != Class::connector) {
    const size_t word = word_end(next).all;
    if (is_code(text_, at, word)) {
      give(at, word);
      return word;
    }
  }
  for (size_t sign = at; with_punctuation_ && sign < end;) {
    const size_t sign_end = cluster_at(text_, sign).end;
    give(sign, sign_end);
    sign = sign_end;
  }
  return end;
}

size_t Segmenter::step(size_t at) {
  const Cluster first = cluster_at(text_, at);
  if (first.kind == Class::connector) {
    return take_connectors(at);
  }
  if (is_core(first.kind)) {
    return take_word(at, first);
  }
  if (first.kind == Class::currency && first.end < text_.size()) {
    const Cluster next = cluster_at(text_, first.end);
    if (next.kind == Class::numeric) {
      return take_word(at, next);
    }
  }
  if (first.kind == Class::dictionary) {
    return segment_unspaced(text_, at, on_segment_);
  }
  const bool shown = first.kind != Class::space && first.kind != Class::ignorable;
  const bool symbol = with_punctuation_ && shown && !decode(text_, at).broken;
  if (first.kind == Class::number_sign || symbol) {
    give(at, first.end);
  }
  return first.end;
}

void segment(std::string_view text, bool with_punctuation,
             const std::function<void(Span)>& on_segment) {
  Segmenter segmenter(text, with_punctuation, on_segment);
  for (size_t at = 0; at < text.size();) {
    at = segmenter.step(at);
  }
}

}  // namespace reprise::detail
