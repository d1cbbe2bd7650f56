// Steps: the names in the cue are asked, from the first on, whether nothing stands between them and
// its verb that makes them another's; where none does, and "he" or "she" stands there, the
// sentences before are asked, from the nearest back: the first that cites, or names anybody,
// decides.
//
//     "Mayor Jane Orvik met the crew. It rained. “The ferry stays,” she said."
//     no name in "she said"; "It rained" names nobody; "Mayor Jane Orvik met the crew" begins with
//     one person, and names no other
//
// Cost: the head of cue_subject.h.
#include "reprise/points/cue_subject.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "reprise/language/clause_words.h"
#include "reprise/language/cue_words.h"
#include "reprise/language/cues/cues.h"
#include "reprise/language/function_words.h"
#include "reprise/language/name_words.h"

namespace reprise::detail {
namespace {

constexpr size_t farthest_back = 4;     // sentences in which "he" is sought
constexpr uint32_t latest_subject = 2;  // word that a sentence's subject begins with

constexpr CueRoles says_something = CueRole::says | CueRole::says_perhaps | CueRole::says_beside |
                                    CueRole::says_of_many | CueRole::tells;

class CueReader {
 public:
  CueReader(const TextUnit& unit, std::span<const Name> names)
      : unit_(unit), names_(names), language_(unit.language.language) {}

  // Returns whom the cue names; "he" is sought in so many sentences before.
  std::optional<Speaker> subject_of(const CitingWords& cue, size_t back) const {
    for (size_t n = first_name_from(cue.tokens.begin);
         n < names_.size() && names_[n].tokens.end <= cue.tokens.end; ++n) {
      if (speaks(n, cue.tokens)) {
        return speaker(names_[n]);
      }
    }
    return holds_pronoun(cue.tokens) ? person_before(cue.sentence, back) : std::nullopt;
  }

 private:
  std::string_view bytes(uint32_t token) const { return unit_.tokens[token].span.in(unit_.text); }

  std::string folded(uint32_t token) const {
    return folded_words(unit_, {token, token + 1}).front();
  }

  size_t first_name_from(uint32_t token) const {
    const auto found =
        std::lower_bound(names_.begin(), names_.end(), token,
                         [](const Name& name, uint32_t t) { return name.tokens.begin < t; });
    return static_cast<size_t>(found - names_.begin());
  }

  Speaker speaker(const Name& name) const { return {name.key, bytes_of(unit_, name.tokens)}; }

  // Returns whether nothing but the verb and its helpers stands behind the name in the cue, or a
  // description behind a comma.
  bool speaks(size_t number, TokenRange cue) const {
    const TokenRange name = names_[number].tokens;
    if (is_possessive(name) || describes_another(name, cue) || is_one_of_several(number)) {
      return false;
    }
    if (name.end < cue.end && gap_before(unit_, name.end).find(',') != std::string_view::npos) {
      return true;
    }
    for (uint32_t i = name.end; i < cue.end; ++i) {
      if (!stands_beside_verb(i)) {
        return false;
      }
    }
    return true;
  }

  // "Clara Stone and David Marsh": no single one says it.
  bool is_one_of_several(size_t number) const {
    const uint32_t between = names_[number].tokens.end;
    const bool another_follows =
        number + 1 < names_.size() && names_[number + 1].tokens.begin == between + 1;
    return another_follows && is_function_word(folded(between), language_);
  }

  bool is_possessive(TokenRange name) const {
    const std::string_view last = bytes(name.end - 1);
    return last.ends_with("'s") || last.ends_with("’s") || last.ends_with("s'") ||
           last.ends_with("s’");
  }

  // "the Democrat", "the Department": one word behind an article says which kind, not who; "Orvik
  // of Quillhaven", "a spokeswoman for Odran Feld", "said the mayor to Tann": a name behind a
  // preposition belongs to another one, but for that of the cue itself ("according to Orvik").
  bool describes_another(TokenRange name, TokenRange cue) const {
    if (name.begin == 0) {
      return false;
    }
    const std::string before = folded(name.begin - 1);
    if (name.size() == 1 && is_article(before, language_)) {
      return true;
    }
    constexpr CueRoles leads_to_a_name =
        CueRole::preposition | CueRole::of | CueRole::of_the | CueRole::leads_on | CueRole::to;
    return cue_roles_of(before, language_).has(leads_to_a_name) &&
           !is_source({cue.begin, name.begin});
  }

  // Returns whether the words are a phrase that names a speaker behind it: "according to".
  bool is_source(TokenRange words) const {
    if (words.size() == 0) {
      return false;
    }
    const std::vector<std::string> own = folded_words(unit_, words);
    const std::span<const CuePhrase> phrases = sources_from(own.front(), language_);
    return std::any_of(phrases.begin(), phrases.end(), [&](const CuePhrase& phrase) {
      return std::equal(own.begin(), own.end(), phrase.words.begin(), phrase.words.end());
    });
  }

  bool stands_beside_verb(uint32_t token) const {
    const std::string word = folded(token);
    const std::string_view adverbs = pack_of(language_).cues.adverb_ending;
    return cue_roles_of(word, language_).has(says_something | CueRole::helper | CueRole::time) ||
           (!adverbs.empty() && word.ends_with(adverbs));
  }

  bool holds_pronoun(TokenRange cue) const {
    for (uint32_t i = cue.begin; i < cue.end; ++i) {
      if (cue_roles_of(folded(i), language_).has(CueRole::person_pronoun)) {
        return true;
      }
    }
    return false;
  }

  // Returns whom the sentences before speak of: the nearest that names anybody decides, by whom it
  // cites or by its subject.
  std::optional<Speaker> person_before(size_t sentence, size_t back) const {
    while (sentence > 0 && back > 0) {
      --sentence;
      --back;
      const Sentence& before = unit_.sentences[sentence];
      const std::vector<Attribution> cues = find_attributions(unit_, before, language_);
      if (!cues.empty()) {
        return subject_of({sentence, tokens_in(unit_, cues.back().span)}, back);
      }
      const size_t first = first_name_from(before.first_token);
      if (first < names_.size() && names_[first].tokens.begin < before.last_token) {
        const bool is_subject =
            is_person_at_begin(names_[first], before) && is_alone(first, before);
        return is_subject ? std::optional(speaker(names_[first])) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  // Returns whether the sentence begins with the name, at most behind a title, and it may be a
  // person's: "Jane Orvik", "Mr. Tann", a last name that is explained; no country, and nothing
  // behind an article.
  bool is_person_at_begin(const Name& name, const Sentence& sentence) const {
    const uint32_t begin = name.tokens.begin;
    if (begin > sentence.first_token + latest_subject || is_possessive(name.tokens)) {
      return false;
    }
    bool has_title = false;
    for (uint32_t i = sentence.first_token; i < begin; ++i) {
      const NameRoles roles = name_roles_of(folded_without_stops(i), language_);
      if (!roles.has(NameRole::title | NameRole::weak_title)) {
        return false;
      }
      has_title = true;
    }
    const bool is_full = name.key.find(' ') != std::string::npos;
    return country_of(name.key).empty() && (has_title || is_full);
  }

  // "Jonas Reed met Odran Feld": either may speak next.
  bool is_alone(size_t number, const Sentence& sentence) const {
    const auto end =
        std::find_if(names_.begin() + static_cast<std::ptrdiff_t>(number), names_.end(),
                     [&](const Name& name) { return name.tokens.begin >= sentence.last_token; });
    return std::all_of(
        names_.begin() + static_cast<std::ptrdiff_t>(number), end, [&](const Name& name) {
          const bool may_be_person = name.key.find(' ') != std::string::npos;
          return name.key == names_[number].key || !may_be_person || !country_of(name.key).empty();
        });
  }

  std::string folded_without_stops(uint32_t token) const {
    std::string word = folded(token);
    std::erase(word, '.');
    return word;
  }

  const TextUnit& unit_;
  std::span<const Name> names_;
  Language language_;
};

}  // namespace

std::optional<Speaker> subject_of_cue(const CitingWords& cue, const TextUnit& unit,
                                      std::span<const Name> names) {
  return CueReader(unit, names).subject_of(cue, farthest_back);
}

}  // namespace reprise::detail
