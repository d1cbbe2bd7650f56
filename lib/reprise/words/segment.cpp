// One pass over the characters with a lookahead of two, as rules WB6 and WB12 of UAX #29 want it.
//
// Steps, for what begins at a place (segment_one):
// 1. A letter, a digit, an underscore, or a currency sign before a digit begins a word: word_end
//    goes from cluster to cluster as long as the rules join them, also over a hyphen at a line's
//    end; with_suffix adds the full stop of "U.S." and the sign of "6€".
// 2. A run of dictionary script (Chinese, Thai) goes to ICU.
// 3. Anything else is passed, or given by itself as punctuation.
//
//     "2,000"     digit, mid-number, digit: "," bridges them, one word
//     "he, too"   "," bridges no letters: the word ends before it
//     "$6"        the sign begins a word, as a digit follows; in "6 $" it is none
//
// Cost: linear, a few look-ups a character. Source: UAX #29, Unicode Text Segmentation, section 4.
#include "reprise/words/segment.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "reprise/base/utf8.h"
#include "reprise/error.h"
#include "reprise/words/character_class.h"

namespace reprise::detail {
namespace {

using Class = CharacterClass;

// One character with the ignorable ones that follow it.
struct Cluster {
  Class kind = Class::other;
  size_t end = 0;
  bool soft_hyphen = false;  // the last character of the cluster is U+00AD
};

Cluster cluster_at(std::string_view text, size_t at) {
  const Decoded first = decode(text, at);
  Cluster cluster{first.broken ? Class::other : class_of(first.code), at + first.size, false};
  if (cluster.kind == Class::space) {
    return cluster;
  }
  while (cluster.end < text.size() && static_cast<uint8_t>(text[cluster.end]) >= 0x80) {
    const Decoded next = decode(text, cluster.end);
    if (next.broken || class_of(next.code) != Class::ignorable) {
      break;
    }
    cluster.end += next.size;
    cluster.soft_hyphen = next.code == 0xAD;
  }
  return cluster;
}

bool is_letter(Class c) {
  return c == Class::letter || c == Class::hebrew;
}
bool is_core(Class c) {
  return is_letter(c) || c == Class::numeric || c == Class::connector;
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

size_t skip_blanks(std::string_view text, size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) {
    ++at;
  }
  return at;
}

// If the word that ends at `at` is broken by a hyphen at a line's end, returns where it goes on;
// else 0.
size_t continuation(std::string_view text, size_t at, bool soft_hyphen) {
  if (text.substr(at).starts_with("-")) {
    at += 1;
  } else if (text.substr(at).starts_with("\u2010")) {
    at += 3;
  } else if (!soft_hyphen) {
    return 0;
  }
  at = skip_blanks(text, at);
  if (at >= text.size() || (text[at] != '\n' && text[at] != '\r')) {
    return 0;
  }
  at += text.substr(at).starts_with("\r\n") ? size_t{2} : size_t{1};
  at = skip_blanks(text, at);
  if (at >= text.size()) {
    return 0;
  }
  const Decoded next = decode(text, at);
  const bool small = !next.broken && u_islower(static_cast<UChar32>(next.code));
  const bool small_letter = small && class_of(next.code) == Class::letter;
  return small_letter ? at : 0;
}

// Returns where the word ends whose first cluster is `first`.
size_t word_end(std::string_view text, const Cluster& first) {
  Cluster last = first;
  while (last.end < text.size()) {
    const Cluster next = cluster_at(text, last.end);
    if (is_core(next.kind)) {
      last = next;
      continue;
    }
    if (next.end < text.size()) {
      const Cluster after = cluster_at(text, next.end);
      if (bridges(last.kind, next.kind, after.kind)) {
        last = after;
        continue;
      }
    }
    if (last.kind == Class::hebrew && next.kind == Class::single_quote) {
      return next.end;  // WB7a
    }
    const size_t resume =
        last.kind == Class::letter ? continuation(text, last.end, last.soft_hyphen) : 0;
    if (resume == 0) {
      break;
    }
    last = cluster_at(text, resume);
  }
  return last.end;
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

bool holds_letter_or_digit(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const Decoded c = decode(word, at);
    const auto code = static_cast<UChar32>(c.code);
    if (!c.broken && (u_isalnum(code) || u_charType(code) == U_LETTER_NUMBER)) {
      return true;
    }
    at += c.size;
  }
  return false;
}

// ICU's word breaker; one a thread, since it keeps a position.
icu::BreakIterator& word_breaker() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaker = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) {
      throw Error(ErrorKind::system,
                  {"", std::string("ICU has no word breaker: ") + u_errorName(status), ""});
    }
    return made;
  }();
  // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDelete): the pointer lives as long as the thread
  return *breaker;
}

// Returns where the run of dictionary script ends that begins at `at`. A run is cut after 64 KiB,
// which bounds the dictionary's tables.
size_t run_end(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && end - at < size_t{64} << 10) {
    const Cluster next = cluster_at(text, end);
    if (next.kind != Class::dictionary) {
      break;
    }
    end = next.end;
  }
  return end;
}

void segment_run(std::string_view run, size_t offset, const std::function<void(Span)>& on_segment) {
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, run.data(), static_cast<int64_t>(run.size()), &status);
  icu::BreakIterator& breaker = word_breaker();
  breaker.setText(&source, status);
  if (U_SUCCESS(status)) {
    int32_t begin = breaker.first();
    for (int32_t end = breaker.next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaker.next()) {
      const auto b = static_cast<size_t>(begin);
      const auto e = static_cast<size_t>(end);
      if (!holds_letter_or_digit(run.substr(b, e - b))) {
        continue;
      }
      on_segment({static_cast<uint32_t>(offset + b), static_cast<uint32_t>(offset + e)});
    }
  }
  utext_close(&source);
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

size_t segment_one(std::string_view text, size_t at, bool with_punctuation,
                   const std::function<void(Span)>& on_segment) {
  const auto give = [&](size_t end) {
    on_segment({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
  };
  const Cluster first = cluster_at(text, at);
  const bool sign = first.kind == Class::currency && first.end < text.size();
  const bool of_figure = sign && cluster_at(text, first.end).kind == Class::numeric;
  if (is_core(first.kind) || of_figure) {
    const Cluster core = of_figure ? cluster_at(text, first.end) : first;
    const size_t end = with_suffix(text, at, word_end(text, core));
    if (first.kind != Class::connector || holds_letter_or_digit(text.substr(at, end - at))) {
      give(end);
    }
    return end;
  }
  if (first.kind == Class::dictionary) {
    const size_t end = run_end(text, at);
    segment_run(text.substr(at, end - at), at, on_segment);
    return end;
  }
  const bool shown = first.kind != Class::space && first.kind != Class::ignorable;
  const bool symbol = with_punctuation && shown && !decode(text, at).broken;
  if (first.kind == Class::number_sign || symbol) {
    give(first.end);
  }
  return first.end;
}

void segment(std::string_view text, bool with_punctuation,
             const std::function<void(Span)>& on_segment) {
  for (size_t at = 0; at < text.size();) {
    at = segment_one(text, at, with_punctuation, on_segment);
  }
}

}  // namespace reprise::detail
