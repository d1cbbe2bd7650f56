// All that is known of one language stands in its pack, a file below packs/; algorithms ask the
// pack and name no language.
//
//     pack_of(Language::german).figures.nouns_are_capital    true
//     pack_of(Language::other).function_words                "": nothing is known
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

#include "reprise/language/figure_vocabulary.h"
#include "reprise/language/language.h"

namespace reprise::detail {

struct LanguagePack {
  std::string_view function_words{};  // articles, prepositions, pronouns, auxiliaries: "the"
  std::string_view negations{};       // "not", "never"; all of them are function words, or denials
  std::string_view negation_beginning{};  // of any word that denies: "n'"
  std::string_view negation_ending{};     // "n't"
  std::string_view elisions{};  // what runs into the next word, with its apostrophe: "qu'"

  FigureVocabulary figures{};
};

// Returns the pack of the language; that of other is empty. Cost: an array's look-up.
const LanguagePack& pack_of(Language language);

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
