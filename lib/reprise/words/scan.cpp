// Steps 4 and 5 of the scanner (scan.h): places and hashes; steps 1 to 3 stand in stretch-inl.h.
//
// For each stretch:
// 1. find_limit ends it behind its last blank, so that no word is cut.
// 2. Up to the blank before the next careful place, take_words lists the edges of the words
//    (list_words), mends those that lose bytes (close_gaps) and hashes them (hash_listed).
// 3. From there on, the Segmenter goes word by word until the masks can be trusted again.
//
//     he  don’t  $2,000    edges   0 2, 4 11, 13 19
//                          gaps    two bytes of the apostrophe: "don't" moves behind the copy
//                          hashes  of "he", "don't", "$2,000"
//     他有6万元            careful throughout: no word of it is listed
//
// Cost: linear; what a byte costs says tokenize.h.
#include "reprise/words/scan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <functional>
#include <string>
#include <utility>

#include "reprise/base/hash.h"
#include "reprise/words/segment.h"

// Before anything of Highway.
#include "reprise/base/targets.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "reprise/words/scan.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes them anew for each target.
#include <hwy/highway.h>

#include "reprise/words/stretch-inl.h"

HWY_BEFORE_NAMESPACE();
namespace reprise::detail::HWY_NAMESPACE {

// Lists the edges of the words that begin in [from, to): where the first begins, where it ends,
// where the second begins, and so on. Returns the number of words.
size_t list_words(Stretch& s, size_t from, size_t to) {
  // Forget what was taken before; at `from` itself a word may have ended.
  const uint64_t first = uint64_t{1} << from % block_bytes;
  const uint64_t later = ~(first | (first - 1));
  s.edges[from / block_bytes] &= later | (first & s.begins[from / block_bytes]);
  size_t count = 0;
  for (size_t b = from / block_bytes; b * block_bytes < to; ++b) {
    uint64_t mask = s.edges[b];
    if (to - b * block_bytes < block_bytes) {
      mask &= ~(~uint64_t{0} << to % block_bytes);
    }
    s.edges_before[b] = static_cast<uint16_t>(count);
    const auto here = static_cast<size_t>(std::popcount(mask));
    uint16_t* out = &s.places[count];
    // Eight at a time, whether there are as many or not: one branch that can be wrong instead of
    // eight.
    for (size_t done = 0; done < here; done += 8) {
      for (size_t i = 0; i < 8; ++i) {
        out[done + i] =
            static_cast<uint16_t>(b * block_bytes + static_cast<size_t>(std::countr_zero(mask)));
        mask &= mask - 1;
      }
    }
    count += here;
  }
  if (count % 2 == 1) {
    s.places[count++] = static_cast<uint16_t>(to);
  }
  return count / 2;
}

// Moves the words of which bytes are dropped behind the copy, and leaves these out. The words
// listed begin in [from, to).
void close_gaps(Stretch& s, size_t from, size_t to) {
  size_t free = stretch_bytes + padding;
  for (size_t b = from / block_bytes; b * block_bytes < to; ++b) {
    uint64_t rest = s.dropped[b];
    if (rest == 0) {
      continue;
    }
    if (b == from / block_bytes) {
      rest &= ~uint64_t{0} << from % block_bytes;
    }
    while (rest != 0) {
      const size_t place = b * block_bytes + static_cast<size_t>(std::countr_zero(rest));
      rest &= rest - 1;
      if (place >= to) {
        return;
      }
      const uint64_t edges = s.edges[b] & ~(~uint64_t{0} << place % block_bytes);
      uint16_t* word = &s.places[s.edges_before[b] + static_cast<size_t>(std::popcount(edges)) - 1];
      if (word[0] > stretch_bytes) {
        continue;  // moved for an earlier byte
      }
      const size_t begin = std::exchange(word[0], static_cast<uint16_t>(free));
      for (size_t i = begin; i < word[1]; ++i) {
        s.copy[free] = s.copy[i];
        free += !bit(s.dropped[i / block_bytes], i);
      }
      word[1] = static_cast<uint16_t>(free);
    }
  }
}

// Gives each word's number and hash. Long words are noted and come second, so that the loop has no
// branch.
template <class Give>
void hash_listed(Stretch& s, size_t count, const Give& give) {
  const auto* copy = reinterpret_cast<const char*>(s.copy.data());
  size_t long_words = 0;
  for (size_t i = 0; i < count; ++i) {
    const size_t begin = s.places[2 * i];
    const size_t size = s.places[2 * i + 1] - begin;
    give(i, hash_short_word(copy + begin, std::min(size, short_word)));
    s.long_words[long_words] = static_cast<uint16_t>(i);
    long_words += size > short_word;
  }
  for (size_t i = 0; i < long_words; ++i) {
    const size_t word = s.long_words[i];
    const size_t begin = s.places[2 * word];
    give(word, hash_bytes({copy + begin, s.places[2 * word + 1] - begin}));
  }
}

// Returns the end of the word at [begin, end), with the last full stop of an abbreviation.
size_t end_with_stop(std::string_view text, size_t begin, size_t end) {
  if (end >= text.size() || text[end] != '.' || end - begin < 3) {
    return end;
  }
  const bool may_be = text[end - 2] == '.' || static_cast<uint8_t>(text[end - 1]) >= 0x80;
  const bool abbreviation = may_be && is_dotted(text.substr(begin, end - begin));
  return abbreviation ? end + 1 : end;
}

void add_words(Stretch& s, size_t count, size_t from, size_t to, std::vector<uint64_t>& hashes) {
  close_gaps(s, from, to);
  hashes.resize(hashes.size() + count);
  uint64_t* out = hashes.data() + hashes.size() - count;
  hash_listed(s, count, [out](size_t i, uint64_t hash) { out[i] = hash; });
}

void add_words(Stretch& s, size_t count, size_t from, size_t to, std::vector<Token>& tokens) {
  tokens.resize(tokens.size() + count);
  Token* out = tokens.data() + tokens.size() - count;
  for (size_t i = 0; i < count; ++i) {
    const size_t begin = s.begin + s.places[2 * i];
    const size_t behind = s.begin + s.places[2 * i + 1];
    const size_t end = end_with_stop(s.text, begin, behind);
    out[i].span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }
  close_gaps(s, from, to);
  hash_listed(s, count, [out](size_t i, uint64_t hash) { out[i].hash = hash; });
}

void add_word(Span, uint64_t hash, std::vector<uint64_t>& hashes) {
  hashes.push_back(hash);
}
void add_word(Span span, uint64_t hash, std::vector<Token>& tokens) {
  tokens.push_back({hash, span});
}

// Steps 4 and 5, for the words that begin in [from, to).
template <class Word>
void take_words(Stretch& s, size_t from, size_t to, std::vector<Word>& words) {
  if (from >= to) {
    return;
  }
  const size_t count = list_words(s, from, to);
  if (count > 0) {
    add_words(s, count, from, to, words);
  }
}

// Returns the first careful place in [from, limit), or the limit.
size_t next_careful(const Stretch& s, size_t from) {
  for (size_t b = from / block_bytes; b * block_bytes < s.limit; ++b) {
    const bool first_block = b == from / block_bytes;
    const uint64_t asked = first_block ? ~uint64_t{0} << from % block_bytes : ~uint64_t{0};
    const uint64_t mask = s.careful[b] & asked;
    if (mask != 0) {
      return std::min(s.limit, b * block_bytes + static_cast<size_t>(std::countr_zero(mask)));
    }
  }
  return s.limit;
}

// Returns the place behind the last blank in [from, place), or `from`.
size_t behind_blank(const Stretch& s, size_t from, size_t place) {
  for (size_t b = place / block_bytes + 1; b-- > from / block_bytes;) {
    uint64_t mask = s.marks[b].blank;
    if (b == place / block_bytes) {
      mask &= ~(~uint64_t{0} << place % block_bytes);
    }
    if (mask != 0) {
      return std::max(from, (b + 1) * block_bytes - static_cast<size_t>(std::countl_zero(mask)));
    }
  }
  return from;
}

// Sets the limit: the text's end, or the place behind the last blank. Returns false if there is
// neither in the stretch.
bool find_limit(Stretch& s) {
  const size_t size = s.text.size() - s.begin;
  s.limit = size <= stretch_bytes ? size : behind_blank(s, 0, stretch_bytes);
  return s.limit > 0;
}

template <class Word>
class CarefulWords {
 public:
  CarefulWords(const Stretch& s, const Normalisation& rules, std::vector<Word>& words)
      : s_(s),
        take_([this, &rules, &words](Span span) {
          fold_word(span.in(s_.text), rules, folded_);
          if (!folded_.empty()) {
            add_word(span, hash_word(folded_), words);
          }
        }),
        segmenter_(s.text, false, take_) {}

  // Takes what begins at `place` of the stretch, and returns where the next step begins.
  size_t step(size_t place) { return segmenter_.step(s_.begin + place) - s_.begin; }

 private:
  const Stretch& s_;
  std::string folded_;
  std::function<void(Span)> take_;
  Segmenter segmenter_;
};

// Returns how many bytes of the stretch are done: all up to its limit, or more.
template <class Word>
size_t take_stretch(Stretch& s, CarefulWords<Word>& careful_words, std::vector<Word>& words) {
  size_t done = 0;
  while (done < s.limit) {
    const size_t careful = next_careful(s, done);
    const size_t border = careful < s.limit ? behind_blank(s, done, careful) : s.limit;
    take_words(s, done, border, words);
    done = border;
    if (careful == s.limit) {
      break;
    }
    do {
      done = careful_words.step(done);
    } while (done <= careful || (done < s.limit && bit(s.inside[done / block_bytes], done)));
  }
  return done;
}

template <class Word>
void scan(std::string_view text, const Normalisation& rules, std::vector<Word>& words) {
  Stretch s;
  s.text = text;
  CarefulWords<Word> careful_words(s, rules, words);
  const AsciiFolding folding(rules);
  while (s.begin < text.size()) {
    mark(s, folding);
    if (find_limit(s)) {
      add_letters(s, rules);
      find_words(s);
      s.begin += take_stretch(s, careful_words, words);
    } else {
      size_t done = 0;
      while (done < stretch_bytes) {
        done = careful_words.step(done);
      }
      s.begin += done;
    }
  }
}

void scan_hashes(std::string_view text, const Normalisation& rules, std::vector<uint64_t>& hashes) {
  scan(text, rules, hashes);
}

void scan_tokens(std::string_view text, const Normalisation& rules, std::vector<Token>& tokens) {
  scan(text, rules, tokens);
}

}  // namespace reprise::detail::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace reprise::detail {

constexpr auto hash_scanners = REPRISE_TARGET_VERSIONS(scan_hashes);
constexpr auto token_scanners = REPRISE_TARGET_VERSIONS(scan_tokens);

void scan_words(std::string_view text, const Normalisation& rules, std::vector<uint64_t>& hashes) {
  choose_version(hash_scanners)(text, rules, hashes);
}

void scan_words(std::string_view text, const Normalisation& rules, std::vector<Token>& tokens) {
  choose_version(token_scanners)(text, rules, tokens);
}

}  // namespace reprise::detail
#endif  // HWY_ONCE
