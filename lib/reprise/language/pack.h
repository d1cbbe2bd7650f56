// All that is known of one language stands in its pack, a file below packs/; algorithms ask the
// pack and name no language.
//
//     pack_of(Language::german).nouns_are_capital       true
//     pack_of(Language::other).function_words           "": nothing is known
//
// A field is a list of words, or a trait. Words are folded (fold.h), sharp s as "ss"; those of one
// meaning stand in one string, between blanks. A trait is a sentence that is true of the language.
// A field that a pack leaves out means "no such words", or "no": so a new language begins with few
// of them. What holds for all languages (signs, the marks that end a sentence) is no matter of
// packs.
//
// A new language: packs/NAME.cpp, a row in packs/packs.h, a value of Language.
//
// Packs are constants; those who look words up build their own index of them, once. Any thread.
#pragma once

#include <string_view>
#include <vector>

#include "reprise/language/clause_vocabulary.h"
#include "reprise/language/cue_vocabulary.h"
#include "reprise/language/figure_vocabulary.h"
#include "reprise/language/furniture_vocabulary.h"
#include "reprise/language/language.h"
#include "reprise/language/name_vocabulary.h"
#include "reprise/language/opposition_vocabulary.h"

namespace reprise::detail {

struct LanguagePack {
  // Recognising (language.h).
  std::string_view telling_words{};  // of this language, and hardly of another: "the", "nicht"
  std::string_view common_words{};   // shared with others: "is", "die", "la"

  // Words.
  std::string_view function_words{};      // articles, prepositions, pronouns, auxiliaries: "the"
  std::string_view everyday_words{};      // others that most texts hold: "day", "made"
  std::string_view negations{};           // "not", "never": words that deny what is said
  std::string_view negation_beginning{};  // of any word that denies: "n'"
  std::string_view negation_ending{};     // "n't"
  std::string_view elisions{};       // what runs into the next word, with its apostrophe: "qu'"
  std::string_view joining_words{};  // begin a part of a sentence; empty: function words do
  std::string_view lead_ins{};       // a part of a sentence says the same without them: "and"

  // Sentences.
  std::string_view before_names{};       // "mr": its full stop never ends a sentence
  std::string_view may_end_sentences{};  // "inc": an abbreviation that a sentence may end with
  std::string_view starters{};     // with a capital, these mostly begin a sentence: "the", "but"
  std::string_view number_sign{};  // "no": an abbreviation before a numeral, else a word
  std::string_view scales_with_full_stop{};  // "mio": "20 Mio. Euro"
  std::string_view scales_of_numbers{};      // "mill": the same, right behind a numeral alone
  std::string_view quotation_marks{};        // pairs: the mark that opens, and the one that closes
  std::string_view elided_words{};  // have an apostrophe before them, which opens nothing: "tis"

  bool nouns_are_capital = false;  // all of them, so that a capital shows no name

  ClauseVocabulary clauses{};
  FurnitureVocabulary furniture{};
  CueVocabulary cues{};
  NameVocabulary names{};
  OppositionVocabulary opposition{};
  FigureVocabulary figures{};

  // Whose clauses, cues, starters and name words are taken where this language has none.
  const LanguagePack* reads_as = nullptr;
};

// Returns the pack of the language; that of other is empty. Cost: an array's look-up.
const LanguagePack& pack_of(Language language);

// Returns the pack that tells how to read a text in the pack's language: itself, or the one that
// stands in for it.
const LanguagePack& reading_pack(const LanguagePack& pack);

// Returns the pack of the language that stands in texts of all the others, in names and quotations:
// the one that a text of no known language is read as.
const LanguagePack& everywhere_pack();

// Returns the packs of all languages, in the order of Language.
std::vector<const LanguagePack*> all_packs();

// Something that is made of each language's pack, once: a table to look words up in. REQUIRES: an
// Index can be made of a LanguagePack.
template <class Index>
class ByLanguage {
 public:
  ByLanguage() {
    for (const LanguagePack* pack : all_packs()) {
      indices_.emplace_back(*pack);
    }
  }

  const Index& operator[](Language language) const {
    return indices_[static_cast<size_t>(language)];
  }

 private:
  std::vector<Index> indices_;
};

}  // namespace reprise::detail
