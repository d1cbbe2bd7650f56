// Finds what a sentence denies: phrases of denial in their order, and for each the words it is
// about.
//
// Steps for each word with which a phrase begins: the phrases that stand there, the longest first,
// unless they are denied themselves; then by the place of what is denied (ScopeSide):
//   1. behind it: what follows, without "that", and without the claim that is named first;
//   2. before it: the words from the begin of the sentence, or from a turn like "but", if there is
//      one; if the subject points back, the clause before the turn.
//   3. Where too few words of content are left, the sentence before is meant too.
//
//     Tolvane denied claims that the yard burns.   behind, without the claim: the yard burns
//     Tolvane rejected the allegations.            one word: the sentence before, too
//     Tolvane did not deny the fault.              denied itself: nothing
//
// Cost: a look-up a word; a phrase looks at its sentence's words once or twice more.
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
    if (!words_.is(i, CueRole::phrase_begin)) {
      return 0;
    }
    for (const CuePhrase& phrase : denials_from(words_.word(i), words_.language())) {
      const uint32_t end = words_.end_of(phrase, i);
      if (end > 0 && !is_denied_itself(i) && take(phrase, i, end)) {
        found_.back().cue = {i, end};
        return end;
      }
    }
    return 0;
  }

  // "did not deny", "neither confirmed nor denied"
  bool is_denied_itself(uint32_t i) const {
    for (uint32_t j = i; j > first_ && i - j < 3 && !words_.parted(j); --j) {
      const std::string_view word = words_.word(j - 1);
      if (is_negation(word, words_.language()) && !words_.is(j - 1, CueRole::weak_negation)) {
        return true;
      }
      if (words_.is(j - 1, CueRole::joins_denials)) {
        return true;
      }
      if (words_.is(j - 1, CueRole::says | CueRole::that)) {
        return false;
      }
    }
    return false;
  }

  // Returns whether the phrase at [i, end) is a denial, and adds it.
  bool take(const CuePhrase& phrase, uint32_t i, uint32_t end) {
    const bool that =
        words_.is(end, CueRole::that) || (end > i && words_.is(end - 1, CueRole::that));
    switch (phrase.place) {
      case ScopeSide::behind: return !refuses(i, end) && behind(i, end);
      case ScopeSide::of_claim: return (that || claim_from(end) < last_) && behind(i, end);
      case ScopeSide::before: return before(i);
      case ScopeSide::verdict:
        if (that) {
          return behind(i, end);
        }
        return !words_.is(end, CueRole::goes_with) && before(i);
      case ScopeSide::of_claim_before: return claim_before(i) && before(i);
    }
    return false;
  }

  // "denied entry", "was denied a visa"
  bool refuses(uint32_t i, uint32_t end) const {
    if (!words_.is(i, CueRole::refuses)) {
      return false;
    }
    const bool passive =
        i > first_ && words_.is(i - 1, CueRole::be) && !words_.is(end, CueRole::that);
    return passive || words_.is(end, CueRole::refused);
  }

  // Returns the first noun that means a claim among the next words; last_ if there is none.
  uint32_t claim_from(uint32_t from) const {
    for (uint32_t i = from; i < std::min(last_, from + 5) && !(i > from && words_.parted(i)); ++i) {
      if (words_.is(i, CueRole::claim_noun)) {
        return i;
      }
      if (words_.is(i, CueRole::that) && i > from) {
        break;
      }
    }
    return last_;
  }
  bool claim_before(uint32_t end) const {
    for (uint32_t i = end; i > first_ && end - i < 8; --i) {
      if (words_.is(i - 1, CueRole::claim_noun)) {
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
    if (words_.is(from, CueRole::that)) {
      ++from;
    }
    if (from >= last_) {
      return add({first_, last_}, true);  // "There is no evidence."
    }
    const uint32_t claim = claim_from(from);
    const bool of = claim < last_ && (words_.is(claim + 1, CueRole::that) ||
                                      words_.is(claim + 1, CueRole::preposition));
    if (of && claim + 2 < last_ && !words_.is(cue, CueRole::claim_noun)) {
      return add({claim + 2, last_}, false);
    }
    const bool names_claim = claim < last_ || words_.is(from, CueRole::subject_pronoun) ||
                             words_.is(from, CueRole::that) || words_.is(from, CueRole::this_word);
    if (words_.is(from, CueRole::of) && from + 1 < last_) {
      ++from;
    }
    return add({from, last_}, names_claim && content_words(from, last_) < 2u + (claim < last_));
  }

  bool before(uint32_t end) {
    if (end == first_) {
      return false;
    }
    if (words_.is(end - 1, CueRole::stands_for)) {
      return false;
    }
    if (const uint32_t turn = turn_before(end); turn > first_) {
      return add(points_back(turn + 1, end) ? main_clause(turn) : TokenRange{turn + 1, end}, false);
    }
    const bool pointing = words_.is(first_, CueRole::points_at) && first_ + 1 < end &&
                          words_.is(first_ + 1, CueRole::claim_noun);
    const bool bare = pointing && (!words_.is(first_, CueRole::the) ||
                                   !words_.is(first_ + 2, CueRole::that | CueRole::preposition));
    return add({first_, end}, bare || content_words(first_, end) < 4);
  }

  // ", but this has not been confirmed": returns where the "but" stands; first_ if there is none. A
  // "though" between commas is none: "The claim, though, is false".
  uint32_t turn_before(uint32_t end) const {
    if (!words_.pack().cues.turns_deny_what_went_before || words_.parted(end)) {
      return first_;
    }
    for (uint32_t i = end - 1; i > first_ && end - i < 16; --i) {
      if (!words_.parted(i)) {
        continue;
      }
      if (words_.is(i, CueRole::turn)) {
        const bool comma = words_.parted(i + 1) && !is_pointer(i + 1);
        return comma || i + 1 == end ? first_ : i;
      }
      if (!is_pointer(i) || !words_.is(i - 1, CueRole::late_turn)) {
        return first_;
      }
    }
    return first_;
  }
  bool is_pointer(uint32_t i) const { return words_.is(i, CueRole::pointer); }
  // Returns whether the subject is what was said before ("this has", "the report has", "Orvik says
  // it"), and not one of its own ("the number of the injured has").
  bool points_back(uint32_t from, uint32_t end) const {
    if (content_words(from, end) == 0 || (is_pointer(from) && !words_.is(from, CueRole::that))) {
      return true;
    }
    while (end - 1 > from && words_.is(end - 1, CueRole::be | CueRole::helper | CueRole::modal)) {
      --end;
    }
    return is_pointer(end - 1) || words_.is(end - 1, CueRole::claim_noun);
  }
  // Returns the clause before token `end` without the relative clauses between its commas: what
  // stands behind them, or before them if nothing does.
  TokenRange main_clause(uint32_t end) const {
    TokenRange clause{first_, end};
    for (uint32_t i = first_ + 1; i < end; ++i) {
      if (!words_.parted(i)) {
        continue;
      }
      const uint32_t word = i + words_.is(i, CueRole::preposition);  // "from which"
      if (!words_.is(word, CueRole::relative | CueRole::relative_thing)) {
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
