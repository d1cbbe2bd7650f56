#include "reprise/language/cues/cues.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "reprise/language/cue_words.h"
#include "reprise/language/function_words.h"

namespace reprise::detail {
namespace {

constexpr uint32_t longest_speaker = 6;
constexpr uint32_t longest_name = 12;  // a speaker whose name goes on beyond that
constexpr uint32_t longest_chain =
    4;  // "off the west coast": small words from the first preposition on

class AttributionFinder {
 public:
  explicit AttributionFinder(const CueWords& words)
      : words_(words), first_(words.first()), last_(words.last()) {}

  std::vector<Attribution> find() {
    for (uint32_t i = first_; i < last_;) {
      i = std::max(i + 1, at(i));
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.span < b.span; });
    return std::move(found_);
  }

 private:
  bool ends_in(uint32_t i, std::string_view ending) const {
    return !ending.empty() && words_.word(i).ends_with(ending);
  }
  bool is_adverb(uint32_t i) const { return ends_in(i, words_.pack().cues.adverb_ending); }
  // "claims": a verb, or a noun in the plural.
  bool ends_as_both(uint32_t i) const { return ends_in(i, words_.pack().cues.ending_of_both); }

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
      const uint32_t begin = speaker_begin(i);
      return begin < i ? add({begin, i + 1}, around({begin, i + 1}), i + 1) : 0;
    }
    if (words_.is(i, CueRole::quotes)) {
      return so_says(i);
    }
    if (words_.is(i, CueRole::passive_says) && words_.is(i - 1, CueRole::be) && i > first_) {
      return passive(i);
    }
    if (words_.is(i, CueRole::says | CueRole::says_perhaps | CueRole::says_beside |
                         CueRole::says_of_many) &&
        is_verb(i)) {
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
      floor_ = cue.end;
    }
    if (scope.begin < scope.end && !(scope.begin >= cue.begin && scope.end <= cue.end)) {
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

  // "according to X"
  uint32_t source(uint32_t i, uint32_t end) {
    const uint32_t speaker =
        words_.pack().nouns_are_capital ? speaker_of_capitals(end) : speaker_end(end);
    return speaker > end ? add({i, speaker}, around({i, speaker}), speaker) : 0;
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
    const uint32_t end = speaker_of_capitals(i + 1);
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
    const bool it = i > first_ + 1 && words_.is(i - 2, CueRole::it);
    return it && words_.is(i + 1, CueRole::that) ? add({i - 2, i + 1}, {i + 2, last_}, i + 2) : 0;
  }

  // Returns whether the word is a verb here, and not a noun, a participle or a name.
  bool is_verb(uint32_t i) const {
    const bool begins = i == first_;
    if (words_.capital(i) && !words_.all_capitals(i)) {
      const bool inverted = begins && words_.is(i + 1, CueRole::determiner);
      const bool headline =
          !begins && words_.is(i, CueRole::says) && ends_as_both(i) && words_.capital(i - 1);
      if (!inverted && !headline) {
        return false;
      }
    }
    if (words_.is(i - 1, CueRole::be) && words_.pack().cues.be_makes_participles) {
      return false;
    }
    const bool here = begins || words_.parted(i);
    if (!here && words_.is(i - 1, CueRole::modal)) {
      return false;
    }
    if (!here && words_.is(i - 1, CueRole::determiner | CueRole::preposition) &&
        !words_.is(i - 1, CueRole::subject_pronoun)) {
      return false;
    }
    const uint32_t before = helpers_begin(i);
    if (words_.is(i, CueRole::says)) {
      return !words_.is(i + 1, CueRole::to);
    }
    if (words_.is(i + 1, CueRole::that)) {
      return !is_denied_noun(i);
    }
    const bool speaker = before > first_ && !words_.parted(before) &&
                         (words_.is(before - 1, CueRole::speaker | CueRole::subject_pronoun) ||
                          words_.capital(before - 1));
    if (words_.is(i, CueRole::says_of_many)) {
      return before > first_ && !words_.parted(before) &&
             words_.is(before - 1, CueRole::plural_speaker);
    }
    if (closes_clause(i) || words_.opened(i + 1)) {
      return speaker || words_.parted(i);
    }
    return words_.is(i, CueRole::says_perhaps) && speaker &&
           (words_.is(i + 1, CueRole::determiner | CueRole::subject_pronoun) ||
            words_.capital(i + 1));
  }
  // "rejected claims that": a noun, and not what anybody says
  bool is_denied_noun(uint32_t i) const {
    return i > first_ && !words_.parted(i) && ends_as_both(i) &&
           !words_.is(i - 1, CueRole::speaker | CueRole::subject_pronoun) && !words_.capital(i - 1);
  }
  // Returns whether nothing but a place or a time follows the verb: what is said went before.
  bool closes_clause(uint32_t i) const {
    const uint32_t begin = speaker_begin(helpers_begin(i));
    return begin > first_ && words_.parted(begin) && closes_behind(i);
  }
  bool closes_behind(uint32_t i) const {
    return i + 1 == last_ || words_.parted(i + 1) ||
           words_.is(i + 1, CueRole::preposition | CueRole::time);
  }

  uint32_t helpers_begin(uint32_t i) const {
    while (i > floor_ && !words_.parted(i) &&
           (words_.is(i - 1, CueRole::helper) || is_adverb(i - 1))) {
      --i;
    }
    return i;
  }
  // Returns where the speaker begins that ends before token `end`.
  uint32_t speaker_begin(uint32_t end, bool over_comma = false) const {
    uint32_t i = over_comma ? end - 1 : end;
    while (i > floor_ && end - i < longest_speaker && !words_.parted(i) &&
           !words_.is(i - 1, CueRole::bar)) {
      --i;
    }
    if (end - i >= longest_speaker) {
      i = name_begin(i, end);
    }
    if (i > floor_ && !words_.parted(i) && words_.is(i - 1, CueRole::relative)) {
      return i - 1;
    }
    // "On Tuesday officials", "In a press release Iskline": the preposition and what it governs.
    while (i < end && words_.is(i, CueRole::preposition | CueRole::time)) {
      const bool governs = words_.is(i, CueRole::preposition) && !words_.is(i, CueRole::time);
      uint32_t next = i + 1;
      if (governs && words_.is(next, CueRole::determiner)) {
        ++next;
      }
      if (governs) {
        ++next;
      }
      if (next >= end) {
        return words_.is(i, CueRole::preposition) ? end : i;
      }
      uint32_t noun = next;
      while (noun < end && !words_.capital(noun) &&
             !words_.is(noun, CueRole::determiner | CueRole::subject_pronoun | CueRole::speaker)) {
        ++noun;
      }
      i = governs && noun < end ? noun : next;
    }
    return i;
  }
  // Returns where the name begins that token i stands in the middle of: "Brown of the Aviation
  // Board". In a headline every word would be of a name.
  uint32_t name_begin(uint32_t i, uint32_t end) const {
    if (words_.pack().nouns_are_capital || words_.capital(end)) {
      return i;
    }
    const uint32_t cut = i;
    if (i > floor_ + 1 && words_.is(i, CueRole::the) && words_.is(i - 1, CueRole::of) &&
        !words_.parted(i)) {
      --i;
    }
    if (i > floor_ && words_.is(i, CueRole::of) && words_.capital(i - 1) && !words_.parted(i)) {
      --i;
    }
    if (!words_.capital(i)) {
      return cut;
    }
    while (i > floor_ && end - i < longest_name && !words_.parted(i) && words_.capital(i)) {
      uint32_t before = i - 1;
      if (before > floor_ && !words_.parted(before) && words_.is(before, CueRole::the)) {
        --before;
      }
      if (before > floor_ && !words_.parted(before) && words_.is(before, CueRole::of)) {
        --before;
      }
      if (!words_.capital(before) ||
          words_.is(before, CueRole::bar | CueRole::preposition | CueRole::time)) {
        break;
      }
      i = before;
    }
    return i;
  }
  // Returns whether the speaker is the tail of a long phrase: "(survivors of the) disaster off the
  // west coast".
  bool is_tail(TokenRange speaker) const {
    if (!words_.pack().cues.long_phrases_precede_verbs) {
      return false;
    }
    uint32_t chain = speaker.end;
    for (uint32_t i = speaker.end - 1; i > floor_ && speaker.end - i <= longest_name; --i) {
      if (i < speaker.begin && speaker.end - speaker.begin < longest_speaker) {
        break;
      }
      if (words_.parted(i) || words_.is(i - 1, CueRole::bar)) {
        break;
      }
      if (words_.is(i, CueRole::preposition) && !words_.is(i, CueRole::time)) {
        chain = i;
      }
    }
    if (chain == speaker.end) {
      return false;
    }
    uint32_t small = 0;
    for (uint32_t i = chain; i < speaker.end; ++i) {
      small += !words_.capital(i);
    }
    const bool named =
        words_.is(chain - 1, CueRole::speaker) || (chain - 1 > first_ && words_.capital(chain - 1));
    return small > longest_chain && !named;
  }
  // Returns the end of the speaker that begins with token `begin`, where a verb may stand behind it
  // without a comma: "Laut Umweltministerin Anke Berger besteht keine Gefahr". Nouns and names are
  // capital; the rest of the speaker is what leads to one.
  uint32_t speaker_of_capitals(uint32_t begin) const {
    uint32_t end = begin,
             lead = begin;  // behind the last noun; where the words begin that lead to the next one
    for (uint32_t i = begin;
         i < last_ && i - begin < longest_name && !(i > begin && words_.parted(i)); ++i) {
      if (words_.is(i, CueRole::time)) {
        break;
      }
      if (words_.capital(i)) {
        end = lead = i + 1;
      } else if (end > begin && i == lead) {
        if (!words_.is(i, CueRole::leads_on)) {
          break;
        }
      } else if (i - lead > 2 ||
                 words_.is(i, CueRole::bar | CueRole::be | CueRole::subject_pronoun) ||
                 (i > lead && words_.is(i, CueRole::determiner) &&
                  !words_.is(i - 1, CueRole::preposition | CueRole::bar))) {
        break;
      }
    }
    return end;
  }
  // Returns the end of the speaker that begins with token `begin`.
  uint32_t speaker_end(uint32_t begin) const {
    uint32_t i = begin;
    bool content = false;
    while (i < last_ && (i - begin < longest_speaker || goes_on(begin, i)) &&
           !(i > begin && words_.parted(i))) {
      const bool name_of = i > begin && (words_.is(i - 1, CueRole::preposition) || is_of_the(i));
      if (words_.is(i, CueRole::bar | CueRole::that | CueRole::be) && i > begin) {
        break;
      }
      if (content && !name_of &&
          words_.is(i, CueRole::determiner | CueRole::subject_pronoun | CueRole::time |
                           CueRole::helper)) {
        break;
      }
      content |= words_.is_content(i);
      ++i;
    }
    while (i > begin &&
           words_.is(i - 1, CueRole::preposition | CueRole::determiner | CueRole::time) &&
           i - 1 > begin) {
      --i;
    }
    return content ? i : begin;
  }

  // Returns whether a name that began among the first words goes on: "of the Federal Aviation
  // Board".
  bool goes_on(uint32_t begin, uint32_t i) const {
    if (words_.pack().nouns_are_capital || i - begin >= longest_name) {
      return false;
    }
    if (!words_.capital(i) || words_.is(i, CueRole::time)) {
      return false;
    }
    const bool apposed = words_.pack().cues.apposition_needs_no_comma && words_.capital(i + 1);
    return apposed || words_.capital(i - 1) ||
           words_.is(i - 1, CueRole::determiner | CueRole::preposition);
  }
  // "le chef des pompiers", "le chef du port"
  bool is_of_the(uint32_t i) const { return words_.is(i, CueRole::of_the); }

  // A verb of saying at token i, with its speaker.
  uint32_t verb(uint32_t i) {
    const uint32_t helpers = helpers_begin(i), begin = speaker_begin(helpers);
    if (begin < helpers) {
      return is_tail({begin, helpers}) ? 0 : spoken({begin, i + 1});
    }
    if (words_.parted(helpers) && helpers > first_) {
      if (const auto apposition = before_apposition(i, helpers)) {
        return spoken({*apposition, i + 1});
      }
    }
    return inverted(i, helpers);
  }

  // "Odran Feld, a steward at the yard, said": returns where the speaker begins.
  std::optional<uint32_t> before_apposition(uint32_t i, uint32_t helpers) const {
    if (words_.quoted_before(helpers)) {
      return std::nullopt;
    }
    uint32_t comma = helpers - 1;
    while (comma > floor_ && helpers - comma < 12 && !words_.parted(comma)) {
      --comma;
    }
    const bool two = comma > floor_ && words_.parted(comma) && !words_.opened(comma);
    const uint32_t begin = two ? speaker_begin(comma, true) : comma;
    const bool short_subject =
        two && begin < comma && comma - begin < 5 && (begin == first_ || words_.parted(begin));
    const bool describes =
        words_.is(comma, CueRole::determiner | CueRole::relative | CueRole::preposition) ||
        words_.capital(begin);
    const bool clause_behind = words_.is(i + 1, CueRole::that) || speaker_end(i + 1) < last_;
    if (short_subject && describes && clause_behind) {
      return begin;
    }
    return std::nullopt;
  }

  // The speaker stands before the verb.
  uint32_t spoken(TokenRange cue) {
    const uint32_t i = cue.end - 1;
    uint32_t behind = cue.end;
    bool told = words_.is(
        i, CueRole::tells);  // a clause, and not the hearer alone: "told reporters on Monday"
    if (told) {
      uint32_t j = behind;
      for (; j < std::min(last_, behind + 6) && !words_.parted(j) && !words_.is(j, CueRole::that);
           ++j) {
        continue;
      }
      told = j - behind > 3 || (j < last_ && !words_.parted(j));
      if (words_.is(j, CueRole::that)) {
        behind = j;
      }
    }
    if (words_.is(cue.begin - 1, CueRole::as) && cue.begin > first_ + 1 &&
        (behind == last_ || closes_behind(i))) {
      return add(cue, {first_, cue.begin - 1}, behind);
    }
    bool clause = false;  // "said on Tuesday that"
    for (uint32_t j = behind; j < std::min(last_, behind + 8) && !(j > behind && words_.parted(j));
         ++j) {
      clause |= words_.is(j, CueRole::that);
    }
    if (words_.is(behind, CueRole::that)) {
      ++behind;
    }
    const bool quoted = words_.quoted_before(cue.begin);
    const bool clause_before =
        cue.begin - first_ >
            (words_.is(first_, CueRole::preposition | CueRole::bar | CueRole::time) ? 2u : 1u) ||
        quoted;
    const bool closes = cue.begin > first_ && words_.parted(cue.begin) && clause_before &&
                        !clause && (quoted || !words_.opened(behind)) &&
                        (closes_behind(i) || words_.is(i, CueRole::tells)) && !told;
    if (closes) {
      // Where the clause goes on behind the speaker, the scope is on both sides.
      uint32_t j = cue.end;
      while (j < last_ && !words_.parted(j)) {
        ++j;
      }
      return add(cue, {first_, j < last_ ? last_ : cue.begin}, cue.end);
    }
    if (behind < last_) {
      return add(cue, {behind, last_}, behind);
    }
    return add(cue, {first_, cue.begin}, behind);
  }

  // The speaker stands behind the verb, or nowhere.
  uint32_t inverted(uint32_t i, uint32_t helpers) {
    const uint32_t begin = words_.pack().cues.helpers_go_before_speaker ? helpers : i;
    const bool that = words_.is(i + 1, CueRole::that);
    if (that || (helpers > first_ && !words_.parted(helpers))) {
      return has_no_speaker(helpers, that) ? 0 : add({begin, i + 1}, {i + 1 + that, last_}, i + 1);
    }
    const uint32_t end = i + 1 < last_ && !words_.parted(i + 1) ? speaker_end(i + 1) : i + 1;
    const TokenRange cue{begin, end};
    if (helpers == first_) {
      return end > i + 1 ? add(cue, {end, last_}, end) : 0;
    }
    uint32_t j = end;
    while (j < last_ && !words_.parted(j)) {
      ++j;
    }
    return add(cue, {first_, j < last_ ? last_ : helpers}, end);
  }

  // "which said it was late", "left and noted the delay"; "left and said that it was late" is
  // somebody's word still.
  bool has_no_speaker(uint32_t helpers, bool that) const {
    if (!words_.pack().cues.verbs_need_a_subject || helpers == first_ || words_.parted(helpers)) {
      return false;
    }
    const bool relative =
        words_.is(helpers - 1, CueRole::relative_thing) || words_.is(helpers - 1, CueRole::that);
    return relative || (!that && words_.is(helpers - 1, CueRole::bar));
  }

  const CueWords& words_;
  const uint32_t first_, last_;
  uint32_t floor_ = first_;  // no speaker reaches back over the cue before
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
