// Backwards from the verb: helpers, then words up to a comma, a conjunction or six of them, then
// the rest of a name, and at last the prepositions that began it are left out.
//
//     "On Tuesday the head of the Harbour Board has said"
//      helpers "has"; back to "On"; then "On" and "Tuesday" are left out
//
// Counter-example: "survivors of the disaster off the west coast said" has a speaker that six words
// don't reach; is_tail says so.
#include "reprise/language/cues/speakers.h"

#include <algorithm>

namespace reprise::detail {
namespace {

constexpr uint32_t longest_speaker = 6;
constexpr uint32_t longest_name = 12;         // a speaker whose name goes on beyond that
constexpr uint32_t longest_description = 12;  // "a steward at the yard"
// "off the west coast": small words from the first preposition on.
constexpr uint32_t longest_chain = 4;

}  // namespace

bool Speakers::is_adverb(uint32_t i) const {
  const std::string_view ending = words_.pack().cues.adverb_ending;
  return !ending.empty() && words_.word(i).ends_with(ending);
}

uint32_t Speakers::helpers_begin(uint32_t i) const {
  while (reaches_back(i) && (words_.is(i - 1, CueRole::helper) || is_adverb(i - 1))) {
    --i;
  }
  return i;
}

uint32_t Speakers::begin_from(uint32_t i, uint32_t end) const {
  while (reaches_back(i) && end - i < longest_speaker && !words_.is(i - 1, CueRole::bar)) {
    --i;
  }
  if (end - i >= longest_speaker) {
    i = name_begin(i, end);
  }
  if (reaches_back(i) && words_.is(i - 1, CueRole::relative)) {
    return i - 1;
  }
  return behind_prepositions(i, end);
}

// "On Tuesday officials", "In a press release Iskline": the preposition and what it governs are no
// part of the speaker.
uint32_t Speakers::behind_prepositions(uint32_t i, uint32_t end) const {
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
    constexpr CueRoles begins_speaker =
        CueRole::determiner | CueRole::subject_pronoun | CueRole::speaker;
    uint32_t noun = next;
    while (noun < end && !words_.capital(noun) && !words_.is(noun, begins_speaker)) {
      ++noun;
    }
    i = governs && noun < end ? noun : next;
  }
  return i;
}

// Goes from a name's word over "of the" or "of" before it: from "Aviation" to "of".
uint32_t Speakers::before_of(uint32_t i) const {
  if (i > floor_ && !words_.parted(i) && words_.is(i, CueRole::the)) {
    --i;
  }
  if (i > floor_ && !words_.parted(i) && words_.is(i, CueRole::of)) {
    --i;
  }
  return i;
}

// Goes from "the" or "of" inside a name to the name's word before it: from "the" of "Brown of the"
// to "Brown".
uint32_t Speakers::behind_first_of(uint32_t i) const {
  const bool behind_of = i > floor_ + 1 && words_.is(i - 1, CueRole::of) && !words_.parted(i);
  if (behind_of && words_.is(i, CueRole::the)) {
    --i;
  }
  if (reaches_back(i) && words_.is(i, CueRole::of) && words_.capital(i - 1)) {
    --i;
  }
  return i;
}

// Returns where the name begins that token i stands in the middle of: "Brown of the Aviation
// Board". In a headline every word would be of a name.
uint32_t Speakers::name_begin(uint32_t i, uint32_t end) const {
  if (words_.pack().nouns_are_capital || words_.capital(end)) {
    return i;
  }
  const uint32_t cut = i;
  i = behind_first_of(i);
  if (!words_.capital(i)) {
    return cut;
  }
  while (reaches_back(i) && end - i < longest_name && words_.capital(i)) {
    constexpr CueRoles no_name = CueRole::bar | CueRole::preposition | CueRole::time;
    const uint32_t before = before_of(i - 1);
    if (!words_.capital(before) || words_.is(before, no_name)) {
      break;
    }
    i = before;
  }
  return i;
}

// Returns where the description begins that ends before token `helpers`: behind the comma before.
uint32_t Speakers::description_begin(uint32_t helpers) const {
  uint32_t comma = helpers - 1;
  while (comma > floor_ && helpers - comma < longest_description && !words_.parted(comma)) {
    --comma;
  }
  return comma;
}

std::optional<uint32_t> Speakers::before_apposition(uint32_t verb, uint32_t helpers) const {
  if (words_.quoted_before(helpers)) {
    return std::nullopt;
  }
  const uint32_t comma = description_begin(helpers);
  const bool comma_before = comma > floor_ && words_.parted(comma) && !words_.opened(comma);
  if (!comma_before) {
    return std::nullopt;
  }
  const uint32_t begin = begin_from(comma - 1, comma);
  const bool is_short = begin < comma && comma - begin < 5;
  const bool stands_alone = begin == first_ || words_.parted(begin);
  constexpr CueRoles begins_description =
      CueRole::determiner | CueRole::relative | CueRole::preposition;
  const bool describes = words_.is(comma, begins_description) || words_.capital(begin);
  const bool clause_behind =
      words_.is(verb + 1, CueRole::that) || words_.opened(verb + 1) || end(verb + 1) < last_;
  // “The ferry is late,” Odran Feld, a steward at the yard, said.
  const bool quotation_before = words_.quoted_before(begin) && verb + 1 == last_;
  if (is_short && stands_alone && describes && (clause_behind || quotation_before)) {
    return begin;
  }
  return std::nullopt;
}

// Returns where the prepositions begin that lead to the speaker's last word; the speaker's end if
// there is none.
uint32_t Speakers::chain_begin(TokenRange speaker) const {
  uint32_t chain = speaker.end;
  for (uint32_t i = speaker.end - 1; i > floor_ && speaker.end - i <= longest_name; --i) {
    if (i < speaker.begin && speaker.size() < longest_speaker) {
      break;
    }
    if (words_.parted(i) || words_.is(i - 1, CueRole::bar)) {
      break;
    }
    if (words_.is(i, CueRole::preposition) && !words_.is(i, CueRole::time)) {
      chain = i;
    }
  }
  return chain;
}

bool Speakers::is_tail(TokenRange speaker) const {
  if (!words_.pack().cues.long_phrases_precede_verbs) {
    return false;
  }
  const uint32_t chain = chain_begin(speaker);
  if (chain == speaker.end) {
    return false;
  }
  uint32_t small = 0;
  for (uint32_t i = chain; i < speaker.end; ++i) {
    small += !words_.capital(i);
  }
  const bool behind_name = chain - 1 > first_ && words_.capital(chain - 1);
  const bool named = words_.is(chain - 1, CueRole::speaker) || behind_name;
  return small > longest_chain && !named;
}

uint32_t Speakers::end_by_capitals(uint32_t begin) const {
  constexpr CueRoles ends_any = CueRole::bar | CueRole::be | CueRole::subject_pronoun;
  uint32_t end = begin;   // behind the last noun
  uint32_t lead = begin;  // where the words begin that lead to the next one
  for (uint32_t i = begin; i < last_ && i - begin < longest_name; ++i) {
    const bool comma = i > begin && words_.parted(i);
    if (comma || words_.is(i, CueRole::time)) {
      break;
    }
    if (words_.capital(i)) {
      end = i + 1;
      lead = i + 1;
      continue;
    }
    if (end > begin && i == lead) {
      if (!words_.is(i, CueRole::leads_on)) {
        break;
      }
      continue;
    }
    const bool second_determiner = i > lead && words_.is(i, CueRole::determiner) &&
                                   !words_.is(i - 1, CueRole::preposition | CueRole::bar);
    if (i - lead > 2 || words_.is(i, ends_any) || second_determiner) {
      break;
    }
  }
  return end;
}

// Returns whether token i is no part of the speaker that begins with token `begin`; `content` says
// whether that has a word of its own so far.
bool Speakers::ends_speaker(uint32_t begin, uint32_t i, bool content) const {
  if (i == begin) {
    return false;
  }
  if (words_.is(i, CueRole::bar | CueRole::that | CueRole::be)) {
    return true;
  }
  constexpr CueRoles ends_after_noun =
      CueRole::determiner | CueRole::subject_pronoun | CueRole::time | CueRole::helper;
  // "the head of the yard", "le chef des pompiers": an article, but the speaker goes on.
  const bool name_of = words_.is(i - 1, CueRole::preposition) || words_.is(i, CueRole::of_the);
  return content && !name_of && words_.is(i, ends_after_noun);
}

uint32_t Speakers::end(uint32_t begin) const {
  constexpr CueRoles leads = CueRole::preposition | CueRole::determiner | CueRole::time;
  uint32_t i = begin;
  bool content = false;
  while (i < last_ && (i - begin < longest_speaker || name_goes_on(begin, i))) {
    const bool comma = i > begin && words_.parted(i);
    if (comma || ends_speaker(begin, i, content)) {
      break;
    }
    content |= words_.is_content(i);
    ++i;
  }
  while (i > begin + 1 && words_.is(i - 1, leads)) {
    --i;
  }
  return content ? i : begin;
}

// Returns whether a name that began among the first words goes on: "of the Federal Aviation
// Board".
bool Speakers::name_goes_on(uint32_t begin, uint32_t i) const {
  if (words_.pack().nouns_are_capital || i - begin >= longest_name) {
    return false;
  }
  if (!words_.capital(i) || words_.is(i, CueRole::time)) {
    return false;
  }
  const bool apposed = words_.pack().cues.apposition_needs_no_comma && words_.capital(i + 1);
  const bool led_to = words_.is(i - 1, CueRole::determiner | CueRole::preposition);
  return apposed || led_to || words_.capital(i - 1);
}

}  // namespace reprise::detail
