// Names of languages, and the language of a text by its most frequent words.
//
// Steps of recognising: among the first 1,000 words, each telling word of a language gives it two
// points, each common word one. The language with the most points is the text's if no other has as
// many, if one of its telling words stands there, and if it has a point for every ten words.
//
//     "the cat sat on the mat"    "the" twice: English
//     "die"                       common in German and in others: no telling word, no language
//
// Cost: a look into a table a word.
#include "reprise/language/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <unordered_map>
#include <vector>

#include "reprise/base/hash.h"
#include "reprise/language/packs/packs.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

constexpr size_t languages = std::size(language_rows);
constexpr uint32_t most_words = 1000;

struct Evidence {
  uint32_t telling = 0;  // a bit for each language
  uint32_t common = 0;
};

using EvidenceTable = std::unordered_map<std::string_view, Evidence>;

uint32_t bit_of(Language language) {
  return 1u << static_cast<unsigned>(language);
}

EvidenceTable make_table() {
  EvidenceTable table;
  const auto add = [&](std::string_view words, uint32_t Evidence::*kind, Language language) {
    for_each_part(words, ' ', [&](std::string_view word) {
      Evidence& evidence = table[word];
      evidence.*kind |= bit_of(language);
    });
  };
  for (const LanguageRow& row : language_rows) {
    add(row.pack->telling_words, &Evidence::telling, row.language);
    add(row.pack->common_words, &Evidence::common, row.language);
  }
  return table;
}

// The same by the hashes of the words: a slot each, at most half of which are taken.
class HashedTable {
 public:
  explicit HashedTable(const EvidenceTable& words) : slots_(std::bit_ceil(2 * words.size())) {
    for (const auto& [word, evidence] : words) {
      const uint64_t hash = hash_word(word);
      size_t at = hash % slots_.size();
      while (slots_[at].hash != 0) {
        at = (at + 1) % slots_.size();
      }
      slots_[at] = {hash, evidence};
    }
  }

  // Returns null if the word is none of them.
  const Evidence* find(uint64_t hash) const {
    size_t at = hash % slots_.size();
    while (slots_[at].hash != 0 && slots_[at].hash != hash) {
      at = (at + 1) % slots_.size();
    }
    return slots_[at].hash != 0 ? &slots_[at].evidence : nullptr;
  }

 private:
  struct Slot {
    uint64_t hash = 0;  // 0: free
    Evidence evidence;
  };
  std::vector<Slot> slots_;
};

// What the words of a text say.
class Votes {
 public:
  void add(const Evidence& evidence) {
    told_ |= evidence.telling;
    for (uint32_t bits = evidence.telling | evidence.common; bits != 0; bits &= bits - 1) {
      const auto i = static_cast<size_t>(std::countr_zero(bits));
      points_[i] += 2 * (evidence.telling >> i & 1u) + (evidence.common >> i & 1u);
    }
  }

  // Returns the language for which they speak. `words`: of the whole text.
  Language winner(size_t words) const {
    words = std::min<size_t>(words, most_words);
    const auto best = std::max_element(points_.begin(), points_.end());
    const auto winner = static_cast<Language>(best - points_.begin());
    const bool is_alone = std::count(points_.begin(), points_.end(), *best) == 1;
    const bool has_telling_word = (told_ & bit_of(winner)) != 0;
    const bool is_frequent = *best * 10 >= words;
    return is_alone && has_telling_word && is_frequent ? winner : Language::other;
  }

 private:
  std::array<size_t, languages> points_{};
  uint32_t told_ = 0;
};

char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

Language language_of(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(), small_letter);
  for (const LanguageRow& row : language_rows) {
    const bool named = small == row.code || small == row.stemmer;
    const bool coded = small == row.codes_3[0] || small == row.codes_3[1];
    if (!small.empty() && (named || coded)) {
      return row.language;
    }
  }
  return Language::other;
}

std::string_view stemmer_of(Language language) {
  return language_rows[static_cast<size_t>(language)].stemmer;
}

std::string_view reading_stemmer_of(Language language) {
  const LanguagePack& pack = reading_pack(pack_of(language));
  const auto reads = std::find_if(std::begin(language_rows), std::end(language_rows),
                                  [&](const LanguageRow& row) { return row.pack == &pack; });
  return reads->stemmer;
}

std::vector<std::string_view> language_codes() {
  std::vector<std::string_view> codes;
  for (const LanguageRow& row : language_rows) {
    if (!row.code.empty()) {
      codes.push_back(row.code);
    }
  }
  return codes;
}

Language recognise_language(std::string_view text, std::span<const Token> tokens) {
  static const EvidenceTable table = make_table();
  Votes votes;
  std::string word;
  for (const Token& token : tokens.first(std::min<size_t>(tokens.size(), most_words))) {
    fold_word(token.span.in(text), {}, word);
    if (const auto found = table.find(word); found != table.end()) {
      votes.add(found->second);
    }
  }
  return votes.winner(tokens.size());
}

Language recognise_language(std::string_view text, std::span<const Token> tokens,
                            const Normalisation& rules) {
  Normalisation folding = rules;
  folding.drop_punctuation = Normalisation().drop_punctuation;
  if (folding != Normalisation()) {
    return recognise_language(text, tokens);
  }
  static const HashedTable table(make_table());
  Votes votes;
  for (const Token& token : tokens.first(std::min<size_t>(tokens.size(), most_words))) {
    if (const Evidence* found = table.find(token.hash)) {
      votes.add(*found);
    }
  }
  return votes.winner(tokens.size());
}

}  // namespace reprise::detail
