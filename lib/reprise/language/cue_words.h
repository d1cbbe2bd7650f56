// The words that cues (cues.h) are found with: verbs of saying, speakers, and the phrases that
// deny.
//
// Tables, folded: long for English, short for German, French and Spanish; and a sentence's words
// with what the tables say of them. How they go together is cues.h. Cost: a look into a hash map,
// about 20 ns. Any thread may read them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/language/language.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

// What a word may be for cues; several at once, as bits.
enum CueRole : uint32_t {
  says = 1,  // said, insists: what follows or goes before is somebody's word
  says_perhaps =
      // claims, reported: a noun or something else as well; needs "that", a speaker, or a clause
  // before
  2,
  says_beside = 4,       // added: only with "that" or beside a clause that it closes
  says_of_many = 8,      // say: behind a plural alone
  tells = 16,            // told: the hearer stands behind it
  hearsay = 32,          // reportedly
  passive_says = 64,     // said, believed: "is said to"
  speaker_word = 128,    // spokesman, company, officials
  plural_speaker = 256,  // officials, they, critics
  determiner = 512,      // the, his
  subject_pronoun = 1024,
  be_word = 2048,      // is, were
  helper_word = 4096,  // has, also, later: between speaker and verb
  bar_word = 8192,     // but, because, who: no speaker reaches across
  relative_word = 16384,
  preposition_word = 32768,
  time_word = 65536,       // yesterday, tuesday
  claim_noun = 131072,     // claim, rumours
  that_word = 262144,      // that, dass, que
  modal_word = 524288,     // to, would, not: no finite verb behind it
  postposed = 1048576,     // zufolge: behind its speaker
  phrase_begin = 2097152,  // a phrase may begin with it
};

// Returns the roles of a folded word; 0 if it has none.
uint32_t cue_roles(std::string_view word, Language language);

// Where what a phrase speaks of stands. verdict: before it, or behind it if "that" follows ("it is
// false that"); of_claim: behind it, if it is a claim or a that-clause ("rejected the claim that",
// not "rejected the offer"); of_claim_before: before it, if that is a claim ("the claim was
// rejected").
enum class ScopeSide : uint8_t { behind, before, verdict, of_claim, of_claim_before };

// A cue of several words. "%" is a form of "to be", "?" one word or none.
struct CuePhrase {
  std::vector<std::string_view> words;
  ScopeSide place = ScopeSide::behind;
};

// Returns the phrases that deny or doubt and that begin with the word, longer ones first.
std::span<const CuePhrase> denials_from(std::string_view word, Language language);

// Returns the phrases that name a speaker behind them ("according to"), in the same way.
std::span<const CuePhrase> sources_from(std::string_view word, Language language);

// The words of one sentence, folded, with their roles. Places are tokens of the unit; what lies
// outside the sentence has no word, no role and no gap.
class CueWords {
 public:
  // REQUIRES: the unit outlives this, and holds the sentence.
  CueWords(const TextUnit& unit, const Sentence& sentence, Language language);

  uint32_t first() const { return first_; }
  uint32_t last() const { return last_; }
  Language language() const { return language_; }
  bool holds(uint32_t i) const { return i >= first_ && i < last_; }

  std::string_view word(uint32_t i) const {
    return holds(i) ? std::string_view(folded_[i - first_]) : std::string_view();
  }
  // Returns whether token i has one of the roles.
  bool is(uint32_t i, uint32_t roles) const {
    return holds(i) && (roles_[i - first_] & roles) != 0;
  }
  bool is_content(uint32_t i) const;
  bool capital(uint32_t i) const;       // begins with one
  bool all_capitals(uint32_t i) const;  // holds no small letter of ASCII

  // Returns the bytes between token i - 1 and token i.
  std::string_view gap(uint32_t i) const;
  // Returns whether more than blanks, hyphens and the full stops of short forms stands before token
  // i.
  bool parted(uint32_t i) const;
  // Returns whether a quotation or a colon opens before token i.
  bool opened(uint32_t i) const;
  // Returns whether a quotation closes before token i.
  bool quoted_before(uint32_t i) const;

  // Returns the end of the phrase that stands at token i; 0 if it doesn't.
  uint32_t end_of(const CuePhrase& phrase, uint32_t i, size_t from = 0) const;
  Span bytes_of(TokenRange range) const;

 private:
  std::string_view bytes(uint32_t i) const { return unit_.tokens[i].span.in(unit_.text); }

  const TextUnit& unit_;
  Language language_;
  uint32_t first_, last_;
  std::vector<std::string> folded_;
  std::vector<uint32_t> roles_;
};

}  // namespace reprise::detail
