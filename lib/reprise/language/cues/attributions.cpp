// Each word of a sentence is asked once, from left to right, whether a cue stands there.
//
// 1. A phrase ("according to"), or a word of hearsay, is one by itself.
// 2. A verb of saying must be a verb here: verb_rules, in the order in which they are asked.
// 3. Its speaker (speakers.h) stands before it, behind a comma and a description, or behind it.
// 4. The scope is the other side: what stands behind the verb, or what it closes.
//
//     "The ferry, Orvik said, is late."    "said" is a verb; "Orvik" stands before it; a comma
//                                          stands before "Orvik" and behind "said": the scope is
//                                          the whole sentence
//     "It is a novel by Edward Said."      a capital inside the sentence: no verb
//
#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "reprise/language/cue_words.h"
#include "reprise/language/cues/cues.h"
#include "reprise/language/cues/speakers.h"

namespace reprise::detail {
namespace {

constexpr CueRoles says_something =
    CueRole::says | CueRole::says_perhaps | CueRole::says_beside | CueRole::says_of_many;

class AttributionFinder {
 public:
  explicit AttributionFinder(const CueWords& words)
      : words_(words), first_(words.first()), last_(words.last()), speakers_(words) {}

  std::vector<Attribution> find() {
    for (uint32_t i = first_; i < last_;) {
      i = std::max(i + 1, at(i));
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.span < b.span; });
    return std::move(found_);
  }

 private:
  // Takes the cue that stands at token i. Returns the token behind it, or 0.
  uint32_t at(uint32_t i) {
    for (const CuePhrase& phrase : sources(i)) {
      if (const uint32_t end = words_.end_of(phrase, i)) {
        return source(i, end);
      }
    }
    if (words_.is(i, CueRole::hearsay)) {
      return add({i, i + 1}, {first_, last_}, i + 1);
    }
    if (words_.is(i, CueRole::postposed)) {
      return postposed(i);
    }
    if (words_.is(i, CueRole::quotes)) {
      return so_says(i);
    }
    if (i > first_ && words_.is(i, CueRole::passive_says) && words_.is(i - 1, CueRole::be)) {
      return passive(i);
    }
    if (words_.is(i, says_something) && is_verb(i)) {
      return verb(i);
    }
    return 0;
  }

  std::span<const CuePhrase> sources(uint32_t i) const {
    if (!words_.is(i, CueRole::phrase_begin)) {
      return {};
    }
    return sources_from(words_.word(i), words_.language());
  }

  uint32_t add(TokenRange cue, TokenRange scope, uint32_t next) {
    if (!words_.is(cue.begin, CueRole::hearsay)) {
      speakers_.keep_behind(cue.end);
    }
    const bool only_the_cue = scope.begin >= cue.begin && scope.end <= cue.end;
    if (scope.begin < scope.end && !only_the_cue) {
      found_.push_back({words_.bytes_of(cue), scope});
    }
    return next;
  }

  // Returns the side of the cue that holds words, or the whole sentence if both do.
  TokenRange around(TokenRange cue) const {
    if (cue.begin == first_) {
      return {cue.end, last_};
    }
    return {first_, cue.end == last_ ? cue.begin : last_};
  }

  // Returns the scope of a cue that closes what was said: all before token `end`, or the whole
  // sentence where the clause goes on behind the cue.
  TokenRange closed_by(TokenRange cue, uint32_t end) const {
    uint32_t i = cue.end;
    while (i < last_ && !words_.parted(i)) {
      ++i;
    }
    return {first_, i < last_ ? last_ : end};
  }

  uint32_t speaker_end(uint32_t begin) const {
    return words_.pack().nouns_are_capital ? speakers_.end_by_capitals(begin)
                                           : speakers_.end(begin);
  }

  // "according to X"
  uint32_t source(uint32_t i, uint32_t end) {
    const uint32_t speaker = speaker_end(end);
    return speaker > end ? add({i, speaker}, around({i, speaker}), speaker) : 0;
  }

  // "der Behörde zufolge"
  uint32_t postposed(uint32_t i) {
    const uint32_t begin = speakers_.begin(i);
    return begin < i ? add({begin, i + 1}, around({begin, i + 1}), i + 1) : 0;
  }

  // ", so der Minister": nothing but a place or a time stands behind it. "Wie der Vater, so der
  // Sohn" is none.
  uint32_t so_says(uint32_t i) {
    if (i == first_ || !words_.parted(i) || words_.is(first_, CueRole::compares)) {
      return 0;
    }
    if (!words_.capital(i + 1) && !words_.is(i + 1, CueRole::determiner)) {
      return 0;
    }
    const uint32_t end = speaker_end(i + 1);
    if (end == i + 1 || !closes_behind(end - 1)) {
      return 0;
    }
    return add({i, end}, around({i, end}), end);
  }

  // "is said to", "it is claimed that"
  uint32_t passive(uint32_t i) {
    if (words_.is(i + 1, CueRole::to)) {
      return add({i - 1, i + 2}, {first_, last_}, i + 2);
    }
    const bool it_is = i > first_ + 1 && words_.is(i - 2, CueRole::it);
    if (it_is && words_.is(i + 1, CueRole::that)) {
      return add({i - 2, i + 1}, {i + 2, last_}, i + 2);
    }
    return 0;
  }

  // A rule says whether the word at a token is a verb of saying; nothing: the next one is asked.
  using VerbRule = std::optional<bool> (AttributionFinder::*)(uint32_t) const;

  // Returns whether the word is a verb here, and not a noun, a participle or a name.
  bool is_verb(uint32_t i) const {
    static constexpr VerbRule verb_rules[] = {&AttributionFinder::capital_is_a_name,
                                              &AttributionFinder::be_makes_a_participle,
                                              &AttributionFinder::modal_takes_the_verb,
                                              &AttributionFinder::article_makes_a_noun,
                                              &AttributionFinder::saying_is_nothing_else,
                                              &AttributionFinder::that_follows,
                                              &AttributionFinder::many_say,
                                              &AttributionFinder::closes_what_was_said,
                                              &AttributionFinder::clause_follows};
    for (const VerbRule rule : verb_rules) {
      if (const std::optional<bool> answer = (this->*rule)(i)) {
        return *answer;
      }
    }
    return false;
  }

  bool stands_apart(uint32_t i) const { return i == first_ || words_.parted(i); }

  // "by Edward Said": a name. "Said the mayor" and the headline "Orvik Says" are verbs.
  std::optional<bool> capital_is_a_name(uint32_t i) const {
    if (!words_.capital(i) || words_.all_capitals(i)) {
      return std::nullopt;
    }
    const bool begins = i == first_;
    const bool inverted = begins && words_.is(i + 1, CueRole::determiner);
    const bool in_headline =
        !begins && words_.is(i, CueRole::says) && ends_as_both(i) && words_.capital(i - 1);
    return inverted || in_headline ? std::nullopt : std::optional(false);
  }

  // "It was said": a participle.
  std::optional<bool> be_makes_a_participle(uint32_t i) const {
    const bool participle =
        words_.is(i - 1, CueRole::be) && words_.pack().cues.be_makes_participles;
    return participle ? std::optional(false) : std::nullopt;
  }

  // "would say so": nobody has said it.
  std::optional<bool> modal_takes_the_verb(uint32_t i) const {
    const bool behind_modal = !stands_apart(i) && words_.is(i - 1, CueRole::modal);
    return behind_modal ? std::optional(false) : std::nullopt;
  }

  // "the claims", "of reports": a noun.
  std::optional<bool> article_makes_a_noun(uint32_t i) const {
    const bool led = words_.is(i - 1, CueRole::determiner | CueRole::preposition) &&
                     !words_.is(i - 1, CueRole::subject_pronoun);
    return led && !stands_apart(i) ? std::optional(false) : std::nullopt;
  }

  // "said": a verb, but for "said to".
  std::optional<bool> saying_is_nothing_else(uint32_t i) const {
    if (!words_.is(i, CueRole::says)) {
      return std::nullopt;
    }
    return !words_.is(i + 1, CueRole::to);
  }

  // "claims that", but not "rejected claims that": a noun, and not what anybody says.
  std::optional<bool> that_follows(uint32_t i) const {
    if (!words_.is(i + 1, CueRole::that)) {
      return std::nullopt;
    }
    const bool denied_noun = i > first_ && !words_.parted(i) && ends_as_both(i) &&
                             !words_.is(i - 1, CueRole::speaker | CueRole::subject_pronoun) &&
                             !words_.capital(i - 1);
    return !denied_noun;
  }

  // "critics say"
  std::optional<bool> many_say(uint32_t i) const {
    if (!words_.is(i, CueRole::says_of_many)) {
      return std::nullopt;
    }
    const uint32_t before = speakers_.helpers_begin(i);
    return before > first_ && !words_.parted(before) &&
           words_.is(before - 1, CueRole::plural_speaker);
  }

  // "The ferry is late, the company added.", "added: …"
  std::optional<bool> closes_what_was_said(uint32_t i) const {
    if (!closes_clause(i) && !words_.opened(i + 1)) {
      return std::nullopt;
    }
    return has_speaker(i) || words_.parted(i);
  }

  // "Orvik claims the ferry is late"
  std::optional<bool> clause_follows(uint32_t i) const {
    const bool clause =
        words_.is(i + 1, CueRole::determiner | CueRole::subject_pronoun) || words_.capital(i + 1);
    return words_.is(i, CueRole::says_perhaps) && has_speaker(i) && clause;
  }

  // Whether a speaker, or a name, stands right before the verb and its helpers.
  bool has_speaker(uint32_t i) const {
    const uint32_t before = speakers_.helpers_begin(i);
    if (before <= first_ || words_.parted(before)) {
      return false;
    }
    return words_.is(before - 1, CueRole::speaker | CueRole::subject_pronoun) ||
           words_.capital(before - 1);
  }

  // "claims": a verb, or a noun in the plural.
  bool ends_as_both(uint32_t i) const {
    const std::string_view ending = words_.pack().cues.ending_of_both;
    return !ending.empty() && words_.word(i).ends_with(ending);
  }

  // Returns whether nothing but a place or a time follows the verb: what is said went before.
  bool closes_clause(uint32_t i) const {
    const uint32_t begin = speakers_.begin(speakers_.helpers_begin(i));
    return begin > first_ && words_.parted(begin) && closes_behind(i);
  }
  bool closes_behind(uint32_t i) const {
    return i + 1 == last_ || words_.parted(i + 1) ||
           words_.is(i + 1, CueRole::preposition | CueRole::time);
  }

  // A verb of saying at token i, with its speaker.
  uint32_t verb(uint32_t i) {
    const uint32_t helpers = speakers_.helpers_begin(i);
    const uint32_t begin = speakers_.begin(helpers);
    if (begin < helpers) {
      return speakers_.is_tail({begin, helpers}) ? 0 : spoken({begin, i + 1});
    }
    if (words_.parted(helpers) && helpers > first_) {
      if (const auto apposition = speakers_.before_apposition(i, helpers)) {
        return spoken({*apposition, i + 1});
      }
    }
    return inverted(i, helpers);
  }

  // What stands behind a verb that its speaker stands before.
  struct Behind {
    uint32_t from = 0;         // the first token of what may be said
    bool told_clause = false;  // "told reporters the ferry was late": more than the hearer
    bool that = false;         // "said on Tuesday that"
  };

  Behind read_behind(uint32_t verb) const {
    Behind behind{verb + 1, false, false};
    if (words_.is(verb, CueRole::tells)) {
      uint32_t i = behind.from;
      const uint32_t reach = std::min(last_, behind.from + 6);
      while (i < reach && !words_.parted(i) && !words_.is(i, CueRole::that)) {
        ++i;
      }
      const bool goes_on = i < last_ && !words_.parted(i);
      behind.told_clause = i - behind.from > 3 || goes_on;
      if (words_.is(i, CueRole::that)) {
        behind.from = i;
      }
    }
    const uint32_t reach = std::min(last_, behind.from + 8);
    for (uint32_t i = behind.from; i < reach; ++i) {
      if (i > behind.from && words_.parted(i)) {
        break;
      }
      behind.that |= words_.is(i, CueRole::that);
    }
    return behind;
  }

  // ", the company said on Tuesday.": whether the speaker and the verb close what went before.
  bool closes_what_went_before(TokenRange cue, const Behind& behind, uint32_t said) const {
    const uint32_t verb = cue.end - 1;
    if (cue.begin == first_ || !words_.parted(cue.begin)) {
      return false;
    }
    const bool quoted = words_.quoted_before(cue.begin);
    const bool led = words_.is(first_, CueRole::preposition | CueRole::bar | CueRole::time);
    const bool clause_before = quoted || cue.begin - first_ > (led ? 2u : 1u);
    const bool clause_behind =
        behind.that || behind.told_clause || (!quoted && words_.opened(said));
    const bool ends = closes_behind(verb) || words_.is(verb, CueRole::tells);
    return clause_before && !clause_behind && ends;
  }

  // The speaker stands before the verb.
  uint32_t spoken(TokenRange cue) {
    const uint32_t verb = cue.end - 1;
    const Behind behind = read_behind(verb);
    const bool as_before = words_.is(cue.begin - 1, CueRole::as) && cue.begin > first_ + 1;
    if (as_before && (behind.from == last_ || closes_behind(verb))) {
      return add(cue, {first_, cue.begin - 1}, behind.from);
    }
    const uint32_t said = behind.from + words_.is(behind.from, CueRole::that);
    if (closes_what_went_before(cue, behind, said)) {
      return add(cue, closed_by(cue, cue.begin), cue.end);
    }
    if (said < last_) {
      return add(cue, {said, last_}, said);
    }
    return add(cue, {first_, cue.begin}, said);
  }

  // The speaker stands behind the verb, or nowhere.
  uint32_t inverted(uint32_t i, uint32_t helpers) {
    const uint32_t begin = words_.pack().cues.helpers_go_before_speaker ? helpers : i;
    const bool that = words_.is(i + 1, CueRole::that);
    if (that || (helpers > first_ && !words_.parted(helpers))) {
      if (has_no_speaker(helpers, that)) {
        return 0;
      }
      return add({begin, i + 1}, {i + 1 + that, last_}, i + 1);
    }
    const bool speaker_may_follow = i + 1 < last_ && !words_.parted(i + 1);
    const uint32_t end = speaker_may_follow ? speakers_.end(i + 1) : i + 1;
    const TokenRange cue{begin, end};
    if (helpers == first_) {
      return end > i + 1 ? add(cue, {end, last_}, end) : 0;
    }
    return add(cue, closed_by(cue, helpers), end);
  }

  // "which said it was late", "left and noted the delay"; "left and said that it was late" is
  // somebody's word still.
  bool has_no_speaker(uint32_t helpers, bool that) const {
    const bool needs_subject = words_.pack().cues.verbs_need_a_subject;
    if (!needs_subject || helpers == first_ || words_.parted(helpers)) {
      return false;
    }
    const bool relative = words_.is(helpers - 1, CueRole::relative_thing | CueRole::that);
    return relative || (!that && words_.is(helpers - 1, CueRole::bar));
  }

  const CueWords& words_;
  const uint32_t first_, last_;
  Speakers speakers_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> find_attributions(const TextUnit& unit, const Sentence& sentence,
                                           Language language) {
  if (sentence.first_token >= sentence.last_token || sentence.last_token > unit.tokens.size()) {
    return {};
  }
  return AttributionFinder(CueWords(unit, sentence, language)).find();
}

}  // namespace reprise::detail
