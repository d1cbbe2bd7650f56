#include "reprise/points/word_facts.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "reprise/language/everyday_words.h"
#include "reprise/language/function_words.h"
#include "reprise/language/name_words.h"
#include "reprise/language/stem.h"

namespace reprise::detail {
namespace {

constexpr size_t most_words = size_t{1} << 15;
constexpr size_t longest_word = 40;  // bytes; longer ones are not remembered
constexpr size_t most_languages = 8;

// Hashes views and strings alike, so that a look-up makes no string.
struct HashOfText {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

}  // namespace

struct WordMemory::State {
  explicit State(const UnitLanguage& its) : language(its.language) {
    if (!its.stemmer.empty()) {
      stemmer.emplace(its.stemmer);
    }
  }

  WordFacts make(std::string_view word) {
    constexpr NameRoles beside_names = NameRole::title | NameRole::weak_title | NameRole::calendar;
    WordFacts facts;
    facts.says_nothing = is_function_word(word, language);
    if (!facts.says_nothing) {
      facts.stem = stemmer ? stemmer->stem(word) : word;
      facts.is_everyday = is_everyday_word(word, language);
      facts.stands_beside_names = name_roles_of(word, language).has(beside_names);
    }
    return facts;
  }

  Language language;
  std::optional<Stemmer> stemmer;
  std::unordered_map<std::string, WordFacts, HashOfText, std::equal_to<>> known;
  WordFacts other;  // the last one that is not remembered
};

WordMemory::WordMemory(const UnitLanguage& language) : state_(std::make_unique<State>(language)) {}
WordMemory::~WordMemory() = default;
WordMemory::WordMemory(WordMemory&&) noexcept = default;

const WordFacts& WordMemory::of(std::string_view word) {
  if (word.size() > longest_word) {
    state_->other = state_->make(word);
    return state_->other;
  }
  const auto found = state_->known.find(word);
  if (found != state_->known.end()) {
    return found->second;
  }
  if (state_->known.size() >= most_words) {
    state_->known.clear();
  }
  return state_->known.emplace(std::string(word), state_->make(word)).first->second;
}

WordMemory& WordMemory::of_thread(const UnitLanguage& language) {
  thread_local std::map<std::pair<Language, std::string>, WordMemory> memories;
  const auto key = std::pair(language.language, language.stemmer);
  const auto found = memories.find(key);
  if (found != memories.end()) {
    return found->second;
  }
  if (memories.size() >= most_languages) {
    memories.clear();
  }
  return memories.try_emplace(key, language).first->second;
}

}  // namespace reprise::detail
