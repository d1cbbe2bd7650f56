// A unit's words as the search for names (names.h) sees them: how they are written, what stands
// between them, and what the collection shows of each.
//
//     "Orvik's"  capital, core "Orvik", possessive        "WHA", "U.S.", "H100"  caps, folded
//                "wha", "us", "h100"
//     "J"        initial                                  "iPhone", "McTann"     mixed
//     "l'Orne"   capital, core "Orne"                     "5.6", "3D"            none
//
// Cost: about 20 ns a word. Reading is pure; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reprise/language/language.h"
#include "reprise/language/name_vocabulary.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

// none: no letter, or a digit first; initial: one capital letter; mixed: a capital behind a small
// letter.
enum class Shape : uint8_t { none, small, initial, capital, mixed, caps };
// headline: every word that may has a capital; all_caps: no small letter at all.
enum class Style : uint8_t { prose, headline, all_caps };

class UnitWords {
 public:
  // REQUIRES: the unit outlives this.
  UnitWords(const TextUnit& unit, Language language);

  uint32_t size() const { return static_cast<uint32_t>(words_.size()); }
  Language language() const { return language_; }
  bool nouns_are_capital() const { return nouns_are_capital_; }
  // The unit's; one of all its words if it has none.
  std::span<const Sentence> sentences() const {
    return whole_.empty() ? std::span(unit_.sentences) : std::span(whole_);
  }

  Shape shape(uint32_t i) const { return words_[i].shape; }
  bool capitals(uint32_t i) const { return words_[i].shape >= Shape::initial; }
  bool possessive(uint32_t i) const { return words_[i].possessive; }
  // Returns the folded word, without possessive, elision and full stops.
  std::string_view word(uint32_t i) const {
    return words_[i].plain ? core(i) : std::string_view(folded_[i]);
  }
  uint64_t hash(uint32_t i) const;
  NameRoles roles(uint32_t i) const;

  // Returns the bytes between token i - 1 and token i. REQUIRES: i > 0.
  std::string_view gap(uint32_t i) const;
  // Returns whether the gap before token i is nothing but blanks around the mark.
  bool gap_is(uint32_t i, std::string_view mark) const;
  // Returns whether token i may go on with what token i - 1 began.
  bool joins(uint32_t i) const;
  // Returns whether a sentence or a quotation begins with token i, so that its capital says
  // nothing.
  bool begins(uint32_t i, const Sentence& sentence) const;
  Style style(const Sentence& sentence) const;

 private:
  struct Word {
    Span core;  // bytes, without possessive and elision
    Shape shape = Shape::none;
    bool possessive = false;
    bool plain = false;  // small letters of ASCII, folded as they stand
  };
  static Word read_word(std::string_view text, Span span, Language language);
  std::string_view core(uint32_t i) const { return words_[i].core.in(unit_.text); }

  const TextUnit& unit_;
  Language language_;
  bool nouns_are_capital_;
  std::vector<Word> words_;
  std::vector<std::string> folded_;
  std::vector<Sentence> whole_;
};

// What the collection shows of a word: how often it stands inside sentences with a capital, and in
// lower case.
struct Seen {
  uint32_t inside = 0, small = 0;
  bool behind_article = false;  // asked where nouns are capital
};
using Evidence = std::unordered_map<uint64_t, Seen>;  // by the word's hash
using EvidenceByLanguage = std::vector<Evidence>;     // by Language

// Returns what the collection shows, headlines left out. REQUIRES: a language for each unit. Units
// run in parallel.
EvidenceByLanguage gather_evidence(std::span<const TextUnit> units,
                                   std::span<const Language> languages);

}  // namespace reprise::detail
