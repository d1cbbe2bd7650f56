// Each language's table is made once: antonyms are stemmed then, so that their rows hold whatever
// form of a word is handiest to read.
#include "reprise/language/opposition_words.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "reprise/language/function_words.h"
#include "reprise/language/pack.h"
#include "reprise/language/stem.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

class OppositionIndex {
 public:
  OppositionIndex() = default;
  OppositionIndex(const OppositionVocabulary& words, Language language)
      : negations(words_in(words.negations)),
        uncertain(words_in(words.uncertain)),
        infinitives(words_in(words.infinitives)),
        articles(words_in(words.articles)),
        denying(words_in(words.denying)),
        reversing(words_in(words.reversing)) {
    if (!words.antonyms.empty() && !stemmer_of(language).empty()) {
      add_antonyms(words.antonyms, std::string(stemmer_of(language)));
    }
    size_t group = 0;
    for_each_part(words.modals, '|', [&](std::string_view list) {
      ++group;
      for_each_part(list, ' ', [&](std::string_view word) { modals.emplace(word, group); });
    });
    for_each_part(words.seeming, '|', [&](std::string_view phrase) {
      std::vector<std::string_view> parts;
      for_each_part(phrase, ' ', [&](std::string_view word) { parts.push_back(word); });
      seeming.push_back(std::move(parts));
    });
  }

  std::unordered_map<std::string, std::vector<AntonymSide>> antonyms;  // by stem
  WordSet negations, uncertain, infinitives, articles, denying, reversing;
  std::unordered_map<std::string_view, size_t> modals;  // groups
  std::vector<std::vector<std::string_view>> seeming;

 private:
  void add_antonyms(std::string_view rows, const std::string& stemmer_name) {
    Stemmer stemmer(stemmer_name);
    uint32_t row = 0;
    for_each_part(rows, ',', [&](std::string_view line) {
      bool right = false;
      for_each_part(line, '/', [&](std::string_view side) {
        for_each_part(side, ' ', [&](std::string_view word) {
          std::vector<AntonymSide>& sides = antonyms[std::string(stemmer.stem(word))];
          const auto is_known = [&](const AntonymSide& s) {
            return s.row == row && s.right == right;
          };
          if (std::none_of(sides.begin(), sides.end(), is_known)) {
            sides.push_back({row, right});
          }
        });
        right = true;
      });
      ++row;
    });
  }
};

const OppositionIndex& index_of(Language language) {
  static const std::vector<OppositionIndex> indices = [] {
    std::vector<OppositionIndex> made;
    const size_t count = all_packs().size();
    for (size_t i = 0; i < count; ++i) {
      const auto each = static_cast<Language>(i);
      made.emplace_back(pack_of(each).opposition, each);
    }
    return made;
  }();
  return indices[static_cast<size_t>(language)];
}

bool ends_as_negation(std::string_view folded, Language language) {
  const LanguagePack& pack = pack_of(language);
  return (!pack.negation_ending.empty() && folded.ends_with(pack.negation_ending)) ||
         (!pack.negation_beginning.empty() && folded.starts_with(pack.negation_beginning));
}

}  // namespace

std::span<const AntonymSide> antonyms_of(std::string_view stem, Language language) {
  const auto& antonyms = index_of(language).antonyms;
  const auto found = antonyms.find(std::string(stem));
  return found == antonyms.end() ? std::span<const AntonymSide>() : found->second;
}

bool are_antonyms(std::span<const AntonymSide> x, std::span<const AntonymSide> y) {
  bool opposed = false;
  for (const AntonymSide& a : x) {
    for (const AntonymSide& b : y) {
      if (a.row == b.row && a.right == b.right) {
        return false;
      }
      opposed |= a.row == b.row;
    }
  }
  return opposed;
}

bool has_role(std::string_view folded, OppositionRole role, Language language) {
  const OppositionIndex& index = index_of(language);
  switch (role) {
    case OppositionRole::negation:
      return index.negations.contains(folded) || ends_as_negation(folded, language);
    case OppositionRole::uncertain: return index.uncertain.contains(folded);
    case OppositionRole::infinitive: return index.infinitives.contains(folded);
    case OppositionRole::article: return index.articles.contains(folded);
    case OppositionRole::denying: return index.denying.contains(folded);
    case OppositionRole::reversing: return index.reversing.contains(folded);
  }
  return false;
}

size_t modal_of(std::string_view folded, Language language) {
  const auto& modals = index_of(language).modals;
  const auto found = modals.find(folded);
  return found == modals.end() ? 0 : found->second;
}

size_t seeming_negation(std::span<const std::string> folded, size_t from, Language language) {
  for (const std::vector<std::string_view>& phrase : index_of(language).seeming) {
    if (from + phrase.size() <= folded.size() &&
        std::equal(phrase.begin(), phrase.end(),
                   folded.begin() + static_cast<std::ptrdiff_t>(from))) {
      return phrase.size();
    }
  }
  return 0;
}

}  // namespace reprise::detail
