// Where the speaker of a verb of saying begins and ends.
//
//     "On Tuesday a spokesman of the yard said"     begin: "a spokesman", before "said"
//     "said Jane Orvik on Tuesday"                  end: behind "Orvik"
//     "Laut Umweltministerin Anke Berger besteht"   end: behind "Berger", where nouns are capital
//
// The speaker reaches back over at most six words, to a comma or a conjunction; a name is finished
// beyond that. Cost: a few ns for each word that is looked at, at most twelve. Not for two threads
// at once.
#pragma once

#include <cstdint>
#include <optional>

#include "reprise/language/cue_words.h"

namespace reprise::detail {

// The speakers of one sentence. REQUIRES: the words outlive this.
class Speakers {
 public:
  explicit Speakers(const CueWords& words)
      : words_(words), first_(words.first()), last_(words.last()), floor_(words.first()) {}

  // No speaker reaches back over the token from now on: a cue ends before it.
  void keep_behind(uint32_t token) { floor_ = token; }

  // Returns where the words begin that stand between a speaker and the verb at token i: "has also
  // repeatedly said".
  uint32_t helpers_begin(uint32_t i) const;

  // Returns where the speaker begins that ends before token `end`; `end` if there is none.
  uint32_t begin(uint32_t end) const { return begin_from(end, end); }

  // Returns where the speaker begins that a description parts from its verb: "Odran Feld, a steward
  // at the yard, said". `helpers` is where the verb's helpers begin, `verb` the verb.
  std::optional<uint32_t> before_apposition(uint32_t verb, uint32_t helpers) const;

  // Returns the end of the speaker that begins with token `begin`; `begin` if there is none.
  uint32_t end(uint32_t begin) const;

  // Returns the end of the speaker that begins with token `begin`, where a verb may stand behind it
  // without a comma: "Laut Umweltministerin Anke Berger besteht keine Gefahr". Nouns and names are
  // capital; the rest of the speaker is what leads to one.
  uint32_t end_by_capitals(uint32_t begin) const;

  // Returns whether the speaker is the tail of a long phrase: "(survivors of the) disaster off the
  // west coast".
  bool is_tail(TokenRange speaker) const;

 private:
  bool is_adverb(uint32_t i) const;
  uint32_t begin_from(uint32_t i, uint32_t end) const;
  uint32_t name_begin(uint32_t i, uint32_t end) const;
  uint32_t before_of(uint32_t i) const;
  uint32_t behind_first_of(uint32_t i) const;
  uint32_t description_begin(uint32_t helpers) const;
  uint32_t behind_prepositions(uint32_t i, uint32_t end) const;
  uint32_t chain_begin(TokenRange speaker) const;
  bool ends_speaker(uint32_t begin, uint32_t i, bool content) const;
  bool name_goes_on(uint32_t begin, uint32_t i) const;
  // Whether a speaker may go on from token i to the one before it.
  bool reaches_back(uint32_t i) const { return i > floor_ && !words_.parted(i); }

  const CueWords& words_;
  const uint32_t first_;
  const uint32_t last_;
  uint32_t floor_;
};

}  // namespace reprise::detail
