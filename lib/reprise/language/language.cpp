// Names of languages, and the language of a text by its most frequent words.
//
// Steps of recognising: among the first 1,000 words, each telling word of a language gives it two
// points, each common word one. The language with the most points is the text's if no other has as
// many, if one of its telling words stands there, and if it has a point for every ten words.
//
//     "the cat sat on the mat"    "the" twice: English
//     "die"                       common in German and in others: no telling word, no language
//
// Cost: a look into a hash map a word.
#include "reprise/language/language.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

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
  tokens = tokens.first(std::min<size_t>(tokens.size(), most_words));
  std::array<size_t, languages> points{};
  uint32_t told = 0;
  std::string word;
  for (const Token& token : tokens) {
    fold_word(token.span.in(text), {}, word);
    const auto found = table.find(word);
    if (found == table.end()) {
      continue;
    }
    const auto [telling, common] = found->second;
    told |= telling;
    for (size_t i = 0; i < languages; ++i) {
      points[i] += 2 * (telling >> i & 1u) + (common >> i & 1u);
    }
  }
  const auto best = std::max_element(points.begin(), points.end());
  const auto winner = static_cast<Language>(best - points.begin());
  const bool is_alone = std::count(points.begin(), points.end(), *best) == 1;
  const bool has_telling_word = (told & bit_of(winner)) != 0;
  const bool is_frequent = *best * 10 >= tokens.size();
  if (is_alone && has_telling_word && is_frequent) {
    return winner;
  }
  return Language::other;
}

}  // namespace reprise::detail
