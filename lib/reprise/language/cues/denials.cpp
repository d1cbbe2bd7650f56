#include "reprise/language/cues/cues.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "reprise/language/cue_words.h"
#include "reprise/language/function_words.h"

namespace reprise::detail {
namespace {

class DenialFinder {
 public:
  explicit DenialFinder(const CueWords& words)
      : words_(words), first_(words.first()), last_(words.last()) {}

  std::vector<Denial> find() {
    for (uint32_t i = first_; i < last_;) {
      i = std::max(i + 1, at(i));
    }
    return std::move(found_);
  }

 private:
  uint32_t at(uint32_t i) {
    if (!words_.is(i, phrase_begin)) {
      return 0;
    }
    for (const CuePhrase& phrase : denials_from(words_.word(i), words_.language())) {
      const uint32_t end = words_.end_of(phrase, i);
      if (end > 0 && !is_denied_itself(i) && take(phrase, i, end)) {
        return end;
      }
    }
    return 0;
  }

  // "did not deny", "neither confirmed nor denied"
  bool is_denied_itself(uint32_t i) const {
    for (uint32_t j = i; j > first_ && i - j < 3 && !words_.parted(j); --j) {
      const std::string_view word = words_.word(j - 1);
      if (is_negation(word, words_.language()) && word != "no") {
        return true;
      }
      if (word == "nor" || word == "or" || word == "nobody") {
        return true;
      }
      if (words_.is(j - 1, says | that_word)) {
        return false;
      }
    }
    return false;
  }

  // Returns whether the phrase at [i, end) is a denial, and adds it.
  bool take(const CuePhrase& phrase, uint32_t i, uint32_t end) {
    const bool that = words_.is(end, that_word) || (end > i && words_.is(end - 1, that_word));
    switch (phrase.place) {
      case ScopeSide::behind: return !refuses(i, end) && behind(i, end);
      case ScopeSide::of_claim: return (that || claim_from(end) < last_) && behind(i, end);
      case ScopeSide::before: return before(i);
      case ScopeSide::verdict:
        if (that) {
          return behind(i, end);
        }
        return words_.word(end) != "to" && words_.word(end) != "with" && before(i);
      case ScopeSide::of_claim_before: return claim_before(i) && before(i);
    }
    return false;
  }

  // "denied entry", "was denied a visa"
  bool refuses(uint32_t i, uint32_t end) const {
    const std::string_view next = words_.word(end);
    if (!words_.word(i).starts_with("den")) {
      return false;
    }
    const bool passive = i > first_ && words_.is(i - 1, be_word) && !words_.is(end, that_word);
    return passive || next == "entry" || next == "access" || next == "bail" || next == "them" ||
           next == "him" || next == "her" || next == "permission" || next == "boarding" ||
           next == "service";
  }

  // Returns the first noun that means a claim among the next words; last_ if there is none.
  uint32_t claim_from(uint32_t from) const {
    for (uint32_t i = from; i < std::min(last_, from + 5) && !(i > from && words_.parted(i)); ++i) {
      if (words_.is(i, claim_noun)) {
        return i;
      }
      if (words_.is(i, that_word) && i > from) {
        break;
      }
    }
    return last_;
  }
  bool claim_before(uint32_t end) const {
    for (uint32_t i = end; i > first_ && end - i < 8; --i) {
      if (words_.is(i - 1, claim_noun)) {
        return true;
      }
    }
    return false;
  }
  uint32_t content_words(uint32_t from, uint32_t to) const {
    uint32_t count = 0;
    for (uint32_t i = from; i < to; ++i) {
      count += words_.is_content(i);
    }
    return count;
  }

  bool behind(uint32_t cue, uint32_t from) {
    if (words_.is(from, that_word)) {
      ++from;
    }
    if (from >= last_) {
      return add({first_, last_}, true);  // "There is no evidence."
    }
    const uint32_t claim = claim_from(from);
    const bool of = claim < last_ &&
                    (words_.is(claim + 1, that_word) || words_.is(claim + 1, preposition_word));
    if (of && claim + 2 < last_ && !words_.is(cue, claim_noun)) {
      return add({claim + 2, last_}, false);
    }
    const bool names_claim = claim < last_ || words_.is(from, subject_pronoun) ||
                             words_.is(from, that_word) || words_.word(from) == "this";
    if (words_.word(from) == "of" && from + 1 < last_) {
      ++from;
    }
    return add({from, last_}, names_claim && content_words(from, last_) < 2u + (claim < last_));
  }

  bool before(uint32_t end) {
    if (end == first_) {
      return false;
    }
    const std::string_view last_before = words_.word(end - 1);
    if (last_before == "what" || last_before == "something" || last_before == "nothing" ||
        last_before == "who") {
      return false;
    }
    if (const uint32_t turn = turn_before(end); turn > first_) {
      return add(points_back(turn + 1, end) ? main_clause(turn) : TokenRange{turn + 1, end}, false);
    }
    const std::string_view subject = words_.word(first_);
    const bool pointing = (subject == "this" || subject == "that" || subject == "these" ||
                           subject == "those" || subject == "such" || subject == "the") &&
                          first_ + 1 < end && words_.is(first_ + 1, claim_noun);
    const bool bare =
        pointing && (subject != "the" || !words_.is(first_ + 2, that_word | preposition_word));
    return add({first_, end}, bare || content_words(first_, end) < 4);
  }

  // ", but this has not been confirmed": returns where the "but" stands; first_ if there is none. A
  // "though" between commas is none: "The claim, though, is false".
  uint32_t turn_before(uint32_t end) const {
    if (words_.language() != Language::english || words_.parted(end)) {
      return first_;
    }
    for (uint32_t i = end - 1; i > first_ && end - i < 16; --i) {
      const std::string_view word = words_.word(i);
      if (!words_.parted(i)) {
        continue;
      }
      if (word == "but" || word == "though" || word == "although" || word == "however") {
        const bool comma = words_.parted(i + 1) && !is_pointer(i + 1);
        return comma || i + 1 == end ? first_ : i;
      }
      if (!is_pointer(i) || words_.word(i - 1) != "however") {
        return first_;
      }
    }
    return first_;
  }
  bool is_pointer(uint32_t i) const {
    const std::string_view word = words_.word(i);
    return word == "this" || word == "that" || word == "these" || word == "those" || word == "it" ||
           word == "they" || word == "none" || word == "neither";
  }
  // Returns whether the subject is what was said before ("this has", "the report has", "Orvik says
  // it"), and not one of its own ("the number of the injured has").
  bool points_back(uint32_t from, uint32_t end) const {
    if (content_words(from, end) == 0 || (is_pointer(from) && !words_.is(from, that_word))) {
      return true;
    }
    while (end - 1 > from && words_.is(end - 1, be_word | helper_word | modal_word)) {
      --end;
    }
    return is_pointer(end - 1) || words_.is(end - 1, claim_noun);
  }
  // Returns the clause before token `end` without the relative clauses between its commas: what
  // stands behind them, or before them if nothing does.
  TokenRange main_clause(uint32_t end) const {
    TokenRange clause{first_, end};
    for (uint32_t i = first_ + 1; i < end; ++i) {
      if (!words_.parted(i)) {
        continue;
      }
      const uint32_t word = i + words_.is(i, preposition_word);  // "from which"
      if (!words_.is(word, relative_word) && words_.word(word) != "which" &&
          words_.word(word) != "whose" && words_.word(word) != "whom" &&
          words_.word(word) != "where") {
        continue;
      }
      uint32_t behind = i + 1;
      while (behind < end && !words_.parted(behind)) {
        ++behind;
      }
      if (behind == end) {
        return {clause.begin, i};
      }
      clause.begin = behind;
      i = behind - 1;
    }
    return clause;
  }

  bool add(TokenRange scope, bool previous) {
    if (scope.begin >= scope.end) {
      return false;
    }
    found_.push_back({scope, previous});
    return true;
  }

  const CueWords& words_;
  const uint32_t first_, last_;
  std::vector<Denial> found_;
};

}  // namespace

std::vector<Denial> find_denials(const TextUnit& unit, const Sentence& sentence,
                                 Language language) {
  if (sentence.first_token >= sentence.last_token || sentence.last_token > unit.tokens.size()) {
    return {};
  }
  return DenialFinder(CueWords(unit, sentence, language)).find();
}

}  // namespace reprise::detail
