#include "reprise/language/everyday_words.h"

#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {

bool is_everyday_word(std::string_view folded, Language language) {
  struct Words {
    explicit Words(const LanguagePack& pack) : words(words_in(pack.everyday_words)) {}
    WordSet words;
  };
  static const ByLanguage<Words> by_language;
  return by_language[language].words.contains(folded);
}

}  // namespace reprise::detail
