// The words that cues (cues.h) are found with: verbs of saying, speakers, and the phrases that
// deny.
//
// Look-ups into what a pack knows (cue_vocabulary.h), and a sentence's words with what it says of
// them. How they go together is cues.h. Cost: a look into a hash map, about 20 ns. Any thread may
// read them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/language/cue_vocabulary.h"
#include "reprise/language/language.h"
#include "reprise/language/pack.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

// Returns the roles of a folded word; none if it has none.
CueRoles cue_roles_of(std::string_view word, Language language);

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
  // The pack that the words are read with.
  const LanguagePack& pack() const { return pack_; }
  bool holds(uint32_t i) const { return i >= first_ && i < last_; }

  std::string_view word(uint32_t i) const {
    return holds(i) ? std::string_view(folded_[i - first_]) : std::string_view();
  }
  // Returns whether token i has one of the roles.
  bool is(uint32_t i, CueRoles roles) const { return holds(i) && roles_[i - first_].has(roles); }
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
  const LanguagePack& pack_;
  uint32_t first_, last_;
  std::vector<std::string> folded_;
  std::vector<CueRoles> roles_;
};

}  // namespace reprise::detail
