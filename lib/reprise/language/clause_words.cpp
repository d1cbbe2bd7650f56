// Finds verbs by signs, word by word.
//
//     auxiliary     "The ferry is late."             whatever stands before
//     finite verb   "The yard closes its gates."     but not "the plans", "of plans"
//     ending        "The dockers walked out."        but not "the walked miles"
//     pronoun       "They walk out."                 whatever content word stands behind
//
// Cost: some look-ups a word.
#include "reprise/language/clause_words.h"

#include <algorithm>

#include "reprise/language/cue_words.h"
#include "reprise/language/function_words.h"
#include "reprise/language/pack.h"
#include "reprise/language/word_list.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

constexpr CueRoles says_something = CueRole::says | CueRole::says_perhaps | CueRole::says_beside |
                                    CueRole::says_of_many | CueRole::tells;
constexpr CueRoles before_nouns = CueRole::determiner | CueRole::preposition | CueRole::of;
constexpr size_t least_stem = 3;  // bytes before a verb's ending

struct ClauseWords {
  explicit ClauseWords(const LanguagePack& pack) {
    const ClauseVocabulary& clauses = reading_pack(pack).clauses;
    auxiliaries = words_in(clauses.auxiliaries);
    verbs = words_in(clauses.finite_verbs);
    pronouns = words_in(clauses.pronouns);
    leaning = words_in(clauses.leaning_words);
    subordinators = words_in(clauses.subordinators);
    for_each_part(clauses.verb_endings, ' ', [&](std::string_view e) { endings.push_back(e); });
    for_each_part(clauses.not_verb_endings, ' ',
                  [&](std::string_view e) { no_endings.push_back(e); });
    for_each_part(clauses.participle_endings, ' ',
                  [&](std::string_view e) { participles.push_back(e); });
  }

  WordSet auxiliaries, verbs, pronouns, leaning, subordinators;
  std::vector<std::string_view> endings, no_endings, participles;
};

const ClauseWords& words_of(Language language) {
  static const ByLanguage<ClauseWords> words;
  return words[language];
}

bool ends_behind_a_stem(std::string_view word, const std::vector<std::string_view>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.ends_with(ending) && word.size() >= ending.size() + least_stem;
  });
}

bool ends_like_a_verb(std::string_view word, const ClauseWords& known) {
  return ends_behind_a_stem(word, known.endings) &&
         std::none_of(known.no_endings.begin(), known.no_endings.end(),
                      [&](std::string_view ending) { return word.ends_with(ending); });
}

// The words of one sentence, asked one by one.
class VerbFinder {
 public:
  VerbFinder(std::vector<std::string> words, Language language)
      : words_(std::move(words)), language_(language), known_(words_of(language)) {}

  // Returns whether a finite verb seems to stand at word i.
  bool at(size_t i) const {
    const std::string& word = words_[i];
    const CueRoles before = i > 0 ? cue_roles_of(words_[i - 1], language_) : CueRoles();
    const bool is_infinitive = before.has(CueRole::to);
    if (known_.auxiliaries.contains(word) || is_contraction(word)) {
      return !is_infinitive;
    }
    if (i == 0 || is_infinitive) {
      return false;
    }
    if (before.has(before_nouns)) {
      return false;
    }
    if (known_.verbs.contains(word) || cue_roles_of(word, language_).has(says_something)) {
      return true;
    }
    if (is_function_word(word, language_)) {
      return false;
    }
    const bool behind_pronoun = known_.pronouns.contains(words_[i - 1]);
    const bool behind_noun = !is_function_word(words_[i - 1], language_);
    const bool ends_so = ends_like_a_verb(word, known_);
    return behind_pronoun || (behind_noun && ends_so);
  }

 private:
  // "didn't"; "it's", but not "Orvik's".
  bool is_contraction(std::string_view word) const {
    const std::string_view no = pack_of(language_).negation_ending;
    if (!no.empty() && word.ends_with(no)) {
      return true;
    }
    const size_t mark = word.find('\'');
    return mark != word.npos && known_.pronouns.contains(word.substr(0, mark));
  }

  std::vector<std::string> words_;
  Language language_;
  const ClauseWords& known_;
};

}  // namespace

std::vector<std::string> folded_words(const TextUnit& unit, TokenRange range) {
  std::vector<std::string> words(range.size());
  for (uint32_t i = 0; i < range.size(); ++i) {
    fold_word(unit.tokens[range.begin + i].span.in(unit.text), {}, words[i]);
  }
  return words;
}

std::vector<uint32_t> finite_verbs(const TextUnit& unit, TokenRange sentence, Language language) {
  const VerbFinder finder(folded_words(unit, sentence), language);
  std::vector<uint32_t> verbs;
  for (uint32_t i = 0; i < sentence.size(); ++i) {
    if (finder.at(i)) {
      verbs.push_back(sentence.begin + i);
    }
  }
  return verbs;
}

bool is_pronoun(std::string_view folded, Language language) {
  const WordSet& pronouns = words_of(language).pronouns;
  return pronouns.contains(folded.substr(0, folded.find('\'')));
}

bool is_leaning(std::string_view folded, Language language) {
  return words_of(language).leaning.contains(folded);
}

bool is_participle(std::string_view folded, Language language) {
  return ends_behind_a_stem(folded, words_of(language).participles);
}

bool subordinates(std::string_view folded, Language language) {
  return words_of(language).subordinators.contains(folded);
}

}  // namespace reprise::detail
