// What a language's pack (pack.h) knows of cues: verbs of saying, speakers, and the phrases that
// deny.
//
//     .roles    {CueRole::says, "said insists"}
//     .sources  "according to"             what names a speaker behind it
//     .denials  {ScopeSide::behind, "no ? evidence|denied"}
//
// Words of one role stand in one string, between blanks, folded; a word may stand in several. In a
// phrase "%" is a form of "to be", "?" one word or none; phrases stand between bars.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "reprise/language/role_set.h"

namespace reprise::detail {

// What a word may be for cues.
enum class CueRole : uint8_t {
  says,            // said, insists: what follows or goes before is somebody's word
  says_perhaps,    // claims, reported: a noun as well; needs "that", a speaker or a clause before
  says_beside,     // added: only with "that" or beside a clause that it closes
  says_of_many,    // say: behind a plural alone
  tells,           // told: the hearer stands behind it
  hearsay,         // reportedly
  passive_says,    // said, believed: "is said to"
  speaker,         // spokesman, company, officials
  plural_speaker,  // officials, they, critics
  determiner,      // the, his
  subject_pronoun,
  person_pronoun,  // he, she: one person, who was named before
  be,              // is, were
  helper,          // has, also, later: between speaker and verb
  bar,             // but, because, who: no speaker reaches across
  relative,        // who: begins the speaker that it stands for
  relative_thing,  // which, whose: begins a clause inside another one
  preposition,
  time,           // yesterday, tuesday
  claim_noun,     // claim, rumours
  that,           // that, dass, que
  modal,          // to, would, not: no finite verb behind it
  postposed,      // zufolge: behind its speaker
  quotes,         // "so der Minister": behind a comma, before its speaker
  compares,       // "wie der Vater, so der Sohn": makes that a comparison
  leads_on,       // "der", "von": between the nouns of one speaker, where nouns are capital
  of_the,         // "des", "du": no article, but what joins two nouns
  of,             // "of": inside a name
  the,            // "the": inside a name, behind "of"
  to,             // "is said to"
  it,             // "it is said that"
  as,             // "as the minister said"
  this_word,      // "this": "denied this" names a claim
  pointer,        // this, it, they: what was said before
  points_at,      // "this", "the": before a noun that means a claim
  stands_for,     // what, nobody: no subject to deny anything of
  turn,           // but, though: a new clause that denies the one before
  late_turn,      // however: a turn that stands behind the comma
  refuses,        // denied: a claim, or entry
  refused,        // entry, access: what is refused, not denied
  joins_denials,  // nor, or: "neither confirmed nor denied"
  weak_negation,  // no: "no, he denied it" isn't denied itself
  goes_with,      // "false to", "wrong with": no verdict on what was said
  phrase_begin,   // a phrase may begin with it; found out, never listed
};
template <>
inline constexpr bool names_roles<CueRole> = true;
using CueRoles = RoleSet<CueRole>;

// Where what a phrase speaks of stands. verdict: before it, or behind it if "that" follows ("it is
// false that"); of_claim: behind it, if it is a claim or a that-clause ("rejected the claim that",
// not "rejected the offer"); of_claim_before: before it, if that is a claim ("the claim was
// rejected").
enum class ScopeSide : uint8_t { behind, before, verdict, of_claim, of_claim_before };

struct CueRow {
  CueRoles roles;
  std::string_view words;
};

struct CuePhraseRow {
  ScopeSide place;
  std::string_view phrases;
};

struct CueVocabulary {
  std::span<const CueRow> roles{};
  std::span<const CuePhraseRow> denials{};
  std::string_view sources{};         // phrases with a speaker behind them
  std::string_view adverb_ending{};   // "ly": what ends so stands between a speaker and the verb
  std::string_view ending_of_both{};  // "s" of "claims": a verb, and a noun in the plural

  // "It was said": a form behind "to be" is no verb of saying.
  bool be_makes_participles = false;
  // "a déclaré le maire": the helpers belong to a verb that stands before its speaker.
  bool helpers_go_before_speaker = false;
  // "le porte-parole Jean Orvik": a name stands behind its description without a comma.
  bool apposition_needs_no_comma = false;
  // "survivors of the disaster off the west coast said": long phrases stand before the verb.
  bool long_phrases_precede_verbs = false;
  // "left and noted the delay": a verb without a subject of its own cites nobody.
  bool verbs_need_a_subject = false;
  // ", but this has not been confirmed": a short clause denies the one before.
  bool turns_deny_what_went_before = false;
};

}  // namespace reprise::detail
