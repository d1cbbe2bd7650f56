#include "reprise/language/function_words.h"

#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

struct FunctionWords {
  explicit FunctionWords(const LanguagePack& pack)
      : function_words(words_in(pack.function_words)),
        negations(words_in(pack.negations)),
        elisions(words_in(pack.elisions)) {}

  WordSet function_words;
  WordSet negations;
  WordSet elisions;
};

const FunctionWords& words_of(Language language) {
  static const ByLanguage<FunctionWords> words;
  return words[language];
}

}  // namespace

const WordSet& function_words(Language language) {
  return words_of(language).function_words;
}

bool is_function_word(std::string_view folded, Language language) {
  const WordSet& words = words_of(language).function_words;
  return words.contains(folded) || words.contains(folded.substr(elision_of(folded, language)));
}

bool is_negation(std::string_view folded, Language language) {
  const LanguagePack& pack = pack_of(language);
  const std::string_view beginning = pack.negation_beginning;
  const std::string_view ending = pack.negation_ending;
  if (!beginning.empty() && folded.starts_with(beginning)) {
    return true;
  }
  if (!ending.empty() && folded.ends_with(ending)) {
    return true;
  }
  const WordSet& words = words_of(language).negations;
  return words.contains(folded) || words.contains(folded.substr(elision_of(folded, language)));
}

size_t elision_of(std::string_view folded, Language language) {
  const size_t mark = folded.find('\'');
  if (mark == folded.npos || mark + 1 == folded.size()) {
    return 0;
  }
  const bool known = words_of(language).elisions.contains(folded.substr(0, mark + 1));
  return known ? mark + 1 : 0;
}

}  // namespace reprise::detail
