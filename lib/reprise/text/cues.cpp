#include "reprise/text/cues.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "reprise/text/cue_words.h"
#include "reprise/text/function_words.h"

namespace reprise {
namespace {

constexpr uint32_t longest_speaker = 6;

class AttributionFinder {
 public:
  explicit AttributionFinder(const CueWords& words) : words_(words), first_(words.first()), last_(words.last()) {}

  std::vector<Attribution> find() {
    for (uint32_t i = first_; i < last_;) i = std::max(i + 1, at(i));
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.span < b.span; });
    return std::move(found_);
  }

 private:
  // Takes the cue that stands at token i. Returns the token behind it, or 0.
  uint32_t at(uint32_t i) {
    for (const CuePhrase& phrase : sources(i)) {
      if (const uint32_t end = words_.end_of(phrase, i)) return source(i, end);
    }
    if (words_.is(i, hearsay)) return add({i, i + 1}, {first_, last_}, i + 1);
    if (words_.is(i, postposed)) {
      const uint32_t begin = speaker_begin(i);
      return begin < i ? add({begin, i + 1}, around({begin, i + 1}), i + 1) : 0;
    }
    if (words_.is(i, passive_says) && words_.is(i - 1, be_word) && i > first_) return passive(i);
    if (words_.is(i, says | says_perhaps | says_beside | says_of_many) && is_verb(i)) return verb(i);
    return 0;
  }

  std::span<const CuePhrase> sources(uint32_t i) const {
    if (!words_.is(i, phrase_begin)) return {};
    return sources_from(words_.word(i), words_.language());
  }

  uint32_t add(TokenRange cue, TokenRange scope, uint32_t next) {
    if (!words_.is(cue.begin, hearsay)) floor_ = cue.end;
    if (scope.begin < scope.end && !(scope.begin >= cue.begin && scope.end <= cue.end))
      found_.push_back({words_.bytes_of(cue), scope});
    return next;
  }

  // Returns the side of the cue that holds words, or the whole sentence if both do.
  TokenRange around(TokenRange cue) const {
    if (cue.begin == first_) return {cue.end, last_};
    return {first_, cue.end == last_ ? cue.begin : last_};
  }

  // "according to X"
  uint32_t source(uint32_t i, uint32_t end) {
    const uint32_t speaker = speaker_end(end);
    return speaker > end ? add({i, speaker}, around({i, speaker}), speaker) : 0;
  }

  // "is said to", "it is claimed that"
  uint32_t passive(uint32_t i) {
    if (words_.word(i + 1) == "to") return add({i - 1, i + 2}, {first_, last_}, i + 2);
    const bool it = i > first_ + 1 && words_.word(i - 2) == "it";
    return it && words_.is(i + 1, that_word) ? add({i - 2, i + 1}, {i + 2, last_}, i + 2) : 0;
  }

  // Returns whether the word is a verb here, and not a noun, a participle or a name.
  bool is_verb(uint32_t i) const {
    const bool begins = i == first_;
    if (words_.capital(i) && !words_.all_capitals(i)) {
      const bool inverted = begins && words_.is(i + 1, determiner);
      const bool headline = !begins && words_.is(i, says) && words_.word(i).ends_with('s') && words_.capital(i - 1);
      if (!inverted && !headline) return false;
    }
    if (words_.is(i - 1, be_word) && words_.language() == Language::english) return false;
    const bool here = begins || words_.parted(i);
    if (!here && words_.is(i - 1, modal_word)) return false;
    if (!here && words_.is(i - 1, determiner | preposition_word) && !words_.is(i - 1, subject_pronoun)) return false;
    const uint32_t before = helpers_begin(i);
    if (words_.is(i, says)) return words_.word(i + 1) != "to";
    if (words_.is(i + 1, that_word)) return !is_denied_noun(i);
    const bool speaker = before > first_ && !words_.parted(before) &&
                         (words_.is(before - 1, speaker_word | subject_pronoun) || words_.capital(before - 1));
    if (words_.is(i, says_of_many))
      return before > first_ && !words_.parted(before) && words_.is(before - 1, plural_speaker);
    if (closes_clause(i) || words_.opened(i + 1)) return speaker || words_.parted(i);
    return words_.is(i, says_perhaps) && speaker &&
           (words_.is(i + 1, determiner | subject_pronoun) || words_.capital(i + 1));
  }
  // "rejected claims that": a noun, and not what anybody says
  bool is_denied_noun(uint32_t i) const {
    return i > first_ && !words_.parted(i) && words_.word(i).ends_with('s') &&
           !words_.is(i - 1, speaker_word | subject_pronoun) && !words_.capital(i - 1);
  }
  // Returns whether nothing but a place or a time follows the verb: what is said went before.
  bool closes_clause(uint32_t i) const {
    const uint32_t begin = speaker_begin(helpers_begin(i));
    return begin > first_ && words_.parted(begin) && closes_behind(i);
  }
  bool closes_behind(uint32_t i) const {
    return i + 1 == last_ || words_.parted(i + 1) || words_.is(i + 1, preposition_word | time_word);
  }

  uint32_t helpers_begin(uint32_t i) const {
    while (i > floor_ && !words_.parted(i) && (words_.is(i - 1, helper_word) || words_.word(i - 1).ends_with("ly")))
      --i;
    return i;
  }
  // Returns where the speaker begins that ends before token `end`.
  uint32_t speaker_begin(uint32_t end, bool over_comma = false) const {
    uint32_t i = over_comma ? end - 1 : end;
    while (i > floor_ && end - i < longest_speaker && !words_.parted(i) && !words_.is(i - 1, bar_word)) --i;
    if (i > floor_ && !words_.parted(i) && words_.is(i - 1, relative_word)) return i - 1;
    // "On Tuesday officials", "In a press release Iskline": the preposition and what it governs.
    while (i < end && words_.is(i, preposition_word | time_word)) {
      const bool governs = words_.is(i, preposition_word) && !words_.is(i, time_word);
      uint32_t next = i + 1;
      if (governs && words_.is(next, determiner)) ++next;
      if (governs) ++next;
      if (next >= end) return words_.is(i, preposition_word) ? end : i;
      uint32_t noun = next;
      while (noun < end && !words_.capital(noun) && !words_.is(noun, determiner | subject_pronoun | speaker_word))
        ++noun;
      i = governs && noun < end ? noun : next;
    }
    return i;
  }
  // Returns the end of the speaker that begins with token `begin`.
  uint32_t speaker_end(uint32_t begin) const {
    uint32_t i = begin;
    bool content = false;
    while (i < last_ && i - begin < longest_speaker && !(i > begin && words_.parted(i))) {
      const bool name_of = i > begin && words_.is(i - 1, preposition_word);
      if (words_.is(i, bar_word | that_word | be_word) && i > begin) break;
      if (content && !name_of && words_.is(i, determiner | subject_pronoun | time_word | helper_word)) break;
      content |= words_.is_content(i);
      ++i;
    }
    while (i > begin && words_.is(i - 1, preposition_word | determiner | time_word) && i - 1 > begin) --i;
    return content ? i : begin;
  }

  // A verb of saying at token i, with its speaker.
  uint32_t verb(uint32_t i) {
    const uint32_t helpers = helpers_begin(i), begin = speaker_begin(helpers);
    if (begin < helpers) return spoken({begin, i + 1});
    if (words_.parted(helpers) && helpers > first_) {
      if (const auto apposition = before_apposition(i, helpers)) return spoken({*apposition, i + 1});
    }
    return inverted(i, helpers);
  }

  // "Odran Feld, a steward at the yard, said": returns where the speaker begins.
  std::optional<uint32_t> before_apposition(uint32_t i, uint32_t helpers) const {
    if (words_.quoted_before(helpers)) return std::nullopt;
    uint32_t comma = helpers - 1;
    while (comma > floor_ && helpers - comma < 12 && !words_.parted(comma)) --comma;
    const bool two = comma > floor_ && words_.parted(comma) && !words_.opened(comma);
    const uint32_t begin = two ? speaker_begin(comma, true) : comma;
    const bool short_subject = two && begin < comma && comma - begin < 5 && (begin == first_ || words_.parted(begin));
    const bool describes = words_.is(comma, determiner | relative_word | preposition_word) || words_.capital(begin);
    const bool clause_behind = words_.is(i + 1, that_word) || speaker_end(i + 1) < last_;
    if (short_subject && describes && clause_behind) return begin;
    return std::nullopt;
  }

  // The speaker stands before the verb.
  uint32_t spoken(TokenRange cue) {
    const uint32_t i = cue.end - 1;
    uint32_t behind = cue.end;
    bool told = words_.is(i, tells);  // a clause, and not the hearer alone: "told reporters on Monday"
    if (told) {
      uint32_t j = behind;
      for (; j < std::min(last_, behind + 6) && !words_.parted(j) && !words_.is(j, that_word); ++j) continue;
      told = j - behind > 3 || (j < last_ && !words_.parted(j));
      if (words_.is(j, that_word)) behind = j;
    }
    if (words_.word(cue.begin - 1) == "as" && cue.begin > first_ + 1 && (behind == last_ || closes_behind(i)))
      return add(cue, {first_, cue.begin - 1}, behind);
    bool clause = false;  // "said on Tuesday that"
    for (uint32_t j = behind; j < std::min(last_, behind + 8) && !(j > behind && words_.parted(j)); ++j)
      clause |= words_.is(j, that_word);
    if (words_.is(behind, that_word)) ++behind;
    const bool quoted = words_.quoted_before(cue.begin);
    const bool clause_before =
        cue.begin - first_ > (words_.is(first_, preposition_word | bar_word | time_word) ? 2u : 1u) || quoted;
    const bool closes = cue.begin > first_ && words_.parted(cue.begin) && clause_before && !clause &&
                        (quoted || !words_.opened(behind)) && (closes_behind(i) || words_.is(i, tells)) && !told;
    if (closes) {
      // Where the clause goes on behind the speaker, the scope is on both sides.
      uint32_t j = cue.end;
      while (j < last_ && !words_.parted(j)) ++j;
      return add(cue, {first_, j < last_ ? last_ : cue.begin}, cue.end);
    }
    if (behind < last_) return add(cue, {behind, last_}, behind);
    return add(cue, {first_, cue.begin}, behind);
  }

  // The speaker stands behind the verb, or nowhere.
  uint32_t inverted(uint32_t i, uint32_t helpers) {
    if (words_.is(i + 1, that_word) || (helpers > first_ && !words_.parted(helpers)))
      return add({i, i + 1}, {i + 1 + words_.is(i + 1, that_word), last_}, i + 1);
    const uint32_t end = i + 1 < last_ && !words_.parted(i + 1) ? speaker_end(i + 1) : i + 1;
    const TokenRange cue{i, end};
    if (helpers == first_) return end > i + 1 ? add(cue, {end, last_}, end) : 0;
    uint32_t j = end;
    while (j < last_ && !words_.parted(j)) ++j;
    return add(cue, {first_, j < last_ ? last_ : helpers}, end);
  }

  const CueWords& words_;
  const uint32_t first_, last_;
  uint32_t floor_ = first_;  // no speaker reaches back over the cue before
  std::vector<Attribution> found_;
};

class DenialFinder {
 public:
  explicit DenialFinder(const CueWords& words) : words_(words), first_(words.first()), last_(words.last()) {}

  std::vector<Denial> find() {
    for (uint32_t i = first_; i < last_;) i = std::max(i + 1, at(i));
    return std::move(found_);
  }

 private:
  uint32_t at(uint32_t i) {
    if (!words_.is(i, phrase_begin)) return 0;
    for (const CuePhrase& phrase : denials_from(words_.word(i), words_.language())) {
      const uint32_t end = words_.end_of(phrase, i);
      if (end > 0 && !is_denied_itself(i) && take(phrase, i, end)) return end;
    }
    return 0;
  }

  // "did not deny", "neither confirmed nor denied"
  bool is_denied_itself(uint32_t i) const {
    for (uint32_t j = i; j > first_ && i - j < 3 && !words_.parted(j); --j) {
      const std::string_view word = words_.word(j - 1);
      if (is_negation(word, words_.language()) && word != "no") return true;
      if (word == "nor" || word == "or" || word == "nobody") return true;
      if (words_.is(j - 1, says | that_word)) return false;
    }
    return false;
  }

  // Returns whether the phrase at [i, end) is a denial, and adds it.
  bool take(const CuePhrase& phrase, uint32_t i, uint32_t end) {
    const bool that = words_.is(end, that_word) || (end > i && words_.is(end - 1, that_word));
    switch (phrase.place) {
      case Place::behind: return !refuses(i, end) && behind(i, end);
      case Place::of_claim: return (that || claim_from(end) < last_) && behind(i, end);
      case Place::before: return before(i);
      case Place::verdict:
        if (that) return behind(i, end);
        return words_.word(end) != "to" && words_.word(end) != "with" && before(i);
      case Place::of_claim_before: return claim_before(i) && before(i);
    }
    return false;
  }

  // "denied entry", "was denied a visa"
  bool refuses(uint32_t i, uint32_t end) const {
    const std::string_view next = words_.word(end);
    if (!words_.word(i).starts_with("den")) return false;
    const bool passive = i > first_ && words_.is(i - 1, be_word) && !words_.is(end, that_word);
    return passive || next == "entry" || next == "access" || next == "bail" || next == "them" || next == "him" ||
           next == "her" || next == "permission" || next == "boarding" || next == "service";
  }

  // Returns the first noun that means a claim among the next words; last_ if there is none.
  uint32_t claim_from(uint32_t from) const {
    for (uint32_t i = from; i < std::min(last_, from + 5) && !(i > from && words_.parted(i)); ++i) {
      if (words_.is(i, claim_noun)) return i;
      if (words_.is(i, that_word) && i > from) break;
    }
    return last_;
  }
  bool claim_before(uint32_t end) const {
    for (uint32_t i = end; i > first_ && end - i < 8; --i) {
      if (words_.is(i - 1, claim_noun)) return true;
    }
    return false;
  }
  uint32_t content_words(uint32_t from, uint32_t to) const {
    uint32_t count = 0;
    for (uint32_t i = from; i < to; ++i) count += words_.is_content(i);
    return count;
  }

  bool behind(uint32_t cue, uint32_t from) {
    if (words_.is(from, that_word)) ++from;
    if (from >= last_) return add({first_, last_}, true);  // "There is no evidence."
    const uint32_t claim = claim_from(from);
    const bool of = claim < last_ && (words_.is(claim + 1, that_word) || words_.is(claim + 1, preposition_word));
    if (of && claim + 2 < last_ && !words_.is(cue, claim_noun)) return add({claim + 2, last_}, false);
    const bool names_claim =
        claim < last_ || words_.is(from, subject_pronoun) || words_.is(from, that_word) || words_.word(from) == "this";
    if (words_.word(from) == "of" && from + 1 < last_) ++from;
    return add({from, last_}, names_claim && content_words(from, last_) < 2u + (claim < last_));
  }

  bool before(uint32_t end) {
    if (end == first_) return false;
    const std::string_view last_before = words_.word(end - 1);
    if (last_before == "what" || last_before == "something" || last_before == "nothing" || last_before == "who")
      return false;
    const std::string_view subject = words_.word(first_);
    const bool pointing = (subject == "this" || subject == "that" || subject == "these" || subject == "those" ||
                           subject == "such" || subject == "the") &&
                          first_ + 1 < end && words_.is(first_ + 1, claim_noun);
    const bool bare = pointing && (subject != "the" || !words_.is(first_ + 2, that_word | preposition_word));
    return add({first_, end}, bare || content_words(first_, end) < 4);
  }

  bool add(TokenRange scope, bool previous) {
    if (scope.begin >= scope.end) return false;
    found_.push_back({scope, previous});
    return true;
  }

  const CueWords& words_;
  const uint32_t first_, last_;
  std::vector<Denial> found_;
};

bool is_inside(const TextUnit& unit, const Sentence& sentence) {
  return sentence.first_token < sentence.last_token && sentence.last_token <= unit.tokens.size();
}

}  // namespace

std::vector<Attribution> find_attributions(const TextUnit& unit, const Sentence& sentence, Language language) {
  if (!is_inside(unit, sentence)) return {};
  return AttributionFinder(CueWords(unit, sentence, language)).find();
}

std::vector<Denial> find_denials(const TextUnit& unit, const Sentence& sentence, Language language) {
  if (!is_inside(unit, sentence)) return {};
  return DenialFinder(CueWords(unit, sentence, language)).find();
}

}  // namespace reprise
