// Where words begin and end: UAX #29 with our additions (tokenize.h), before anything is folded or
// hashed.
#pragma once

#include <functional>
#include <string_view>

#include "reprise/span.h"
#include "reprise/words/cluster.h"
#include "reprise/words/compounds.h"

namespace reprise::detail {

// Calls on_segment for every stretch that UAX #29 calls a word and that may hold a letter or a
// digit, in order. Punctuation and symbols come too if `with_punctuation`, one character at a time;
// white space never.
void segment(std::string_view text, bool with_punctuation,
             const std::function<void(Span)>& on_segment);

// The same step by step, each from a place where one before ended. What was given before such a
// place decides nothing, so that any of them is one to begin at.
class Segmenter {
 public:
  Segmenter(std::string_view text, bool with_punctuation,
            const std::function<void(Span)>& on_segment)
      : text_(text),
        with_punctuation_(with_punctuation),
        on_segment_(on_segment),
        compounds_(text) {}

  // Gives what begins at `at`, and returns where the next step begins. REQUIRES: at < text.size().
  size_t step(size_t at);

 private:
  // Where a word ends, with the underscores at its end and without.
  struct End {
    size_t all = 0;
    size_t bare = 0;
  };

  End word_end(const Cluster& first);
  size_t continuation(const Cluster& last);
  size_t take_word(size_t at, const Cluster& core);
  size_t take_connectors(size_t at);
  void give(size_t begin, size_t end);

  std::string_view text_;
  bool with_punctuation_;
  const std::function<void(Span)>& on_segment_;
  Compounds compounds_;
};

// Is the word letters with a full stop between each two, as in "U.S"?
bool is_dotted(std::string_view word);

}  // namespace reprise::detail
