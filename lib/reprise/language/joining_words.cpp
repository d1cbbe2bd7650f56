#include "reprise/language/joining_words.h"

#include "reprise/language/function_words.h"
#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

struct JoiningWords {
  explicit JoiningWords(const LanguagePack& pack)
      : joining(words_in(pack.joining_words)), lead_ins(words_in(pack.lead_ins)) {}

  WordSet joining;
  WordSet lead_ins;
};

const JoiningWords& words_of(Language language) {
  static const ByLanguage<JoiningWords> words;
  return words[language];
}

}  // namespace

bool begins_part(std::string_view folded, std::string_view before, Language language) {
  const WordSet& joining = words_of(language).joining;
  if (!joining.empty()) {
    return joining.contains(folded);
  }
  return is_function_word(folded, language) && !is_function_word(before, language);
}

bool is_lead_in(std::string_view folded, Language language) {
  return words_of(language).lead_ins.contains(folded);
}

}  // namespace reprise::detail
