// Builds the tables of cue words, one of each language, and reads a sentence by them.
//
// Steps of a table: each word of a list gets its roles; a phrase goes into the list of its first
// word, once for each form of "to be" if it begins with "%"; of the phrases of one word the longest
// stand first, so that the first that fits is the best.
//
// Steps of a sentence: every word is folded, loses a possessive 's, and gets its roles.
//
//     pack        "% not true"           be: "is was ..."
//     denials     is: "is not true"      was: "was not true"
//     sentence    It was not true        end_of: the place behind "true"
//
// Cost: tables are built once a language; a sentence costs a look-up a word, and a phrase the
// comparison of its words. A "?" in a phrase tries both, with and without a word.
#include "reprise/language/cue_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_map>

#include "reprise/base/utf8.h"
#include "reprise/language/function_words.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

using Roles = std::unordered_map<std::string_view, CueRoles>;
using Phrases = std::unordered_map<std::string_view, std::vector<CuePhrase>>;

// Adds the phrases of a list; one that begins with "%" begins with each form of "to be".
void add_phrases(Phrases& table, std::string_view list, ScopeSide place, const Roles& roles) {
  const auto add = [&](const CuePhrase& phrase) {
    table[phrase.words[0]].push_back(phrase);
  };
  for_each_part(list, '|', [&](std::string_view text) {
    CuePhrase phrase{{}, place};
    for_each_part(text, ' ', [&](std::string_view word) { phrase.words.push_back(word); });
    if (phrase.words[0] != "%") {
      add(phrase);
      return;
    }
    for (const auto& [word, of_word] : roles) {
      if (of_word.has(CueRole::be)) {
        phrase.words[0] = word;
        add(phrase);
      }
    }
  });
}

void put_longest_first(Phrases& table) {
  for (auto& [word, phrases] : table) {
    std::stable_sort(phrases.begin(), phrases.end(), [](const CuePhrase& a, const CuePhrase& b) {
      return a.words.size() > b.words.size();
    });
  }
}

struct Tables {
  explicit Tables(const LanguagePack& pack) {
    const CueVocabulary& cues = reading_pack(pack).cues;
    for (const CueRow& row : cues.roles) {
      for_each_part(row.words, ' ', [&](std::string_view word) { roles[word] |= row.roles; });
    }
    for (const CuePhraseRow& row : cues.denials) {
      add_phrases(denials, row.phrases, row.place, roles);
    }
    add_phrases(sources, cues.sources, ScopeSide::behind, roles);
    for (Phrases* phrases : {&denials, &sources}) {
      put_longest_first(*phrases);
      for (const auto& [word, list] : *phrases) {
        roles[word] |= CueRole::phrase_begin;
      }
    }
  }

  Roles roles;
  Phrases denials;
  Phrases sources;
};

const Tables& tables_of(Language language) {
  static const ByLanguage<Tables> tables;
  return tables[language];
}

std::span<const CuePhrase> phrases_from(const Phrases& table, std::string_view word) {
  const auto it = table.find(word);
  return it == table.end() ? std::span<const CuePhrase>() : std::span<const CuePhrase>(it->second);
}

}  // namespace

CueRoles cue_roles_of(std::string_view word, Language language) {
  const Roles& roles = tables_of(language).roles;
  const auto it = roles.find(word);
  return it == roles.end() ? CueRoles() : it->second;
}

std::span<const CuePhrase> denials_from(std::string_view word, Language language) {
  return phrases_from(tables_of(language).denials, word);
}

std::span<const CuePhrase> sources_from(std::string_view word, Language language) {
  return phrases_from(tables_of(language).sources, word);
}

CueWords::CueWords(const TextUnit& unit, const Sentence& sentence, Language language)
    : unit_(unit),
      language_(language),
      pack_(reading_pack(pack_of(language))),
      first_(sentence.first_token),
      last_(sentence.last_token) {
  folded_.resize(last_ - first_);
  roles_.reserve(last_ - first_);
  for (uint32_t i = first_; i < last_; ++i) {
    std::string& word = folded_[i - first_];
    fold_word(bytes(i), {}, word);
    if (word.ends_with("'s")) {
      word.resize(word.size() - 2);
    }
    roles_.push_back(cue_roles_of(word, language));
  }
}

bool CueWords::is_content(uint32_t i) const {
  return !is_function_word(word(i), language_);
}

bool CueWords::capital(uint32_t i) const {
  return holds(i) && u_isupper(static_cast<UChar32>(decode(bytes(i), 0).code));
}

bool CueWords::all_capitals(uint32_t i) const {
  const std::string_view s = bytes(i);
  return std::none_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string_view CueWords::gap(uint32_t i) const {
  if (i <= first_ || i >= last_) {
    return {};
  }
  const uint32_t from = unit_.tokens[i - 1].span.end;
  return unit_.text.substr(from, unit_.tokens[i].span.begin - from);
}

bool CueWords::parted(uint32_t i) const {
  return gap(i).find_first_not_of(" \t\r\n-.'") != std::string_view::npos;
}

bool CueWords::opened(uint32_t i) const {
  const std::string_view g = gap(i);
  for (const std::string_view mark : {":", " \"", " “", " „", " «", " ‘"}) {
    if (g.find(mark) != g.npos) {
      return true;
    }
  }
  return false;
}

bool CueWords::quoted_before(uint32_t i) const {
  const std::string_view g = gap(i);
  for (const std::string_view mark : {"\"", "”", "“", "»", "’", "«"}) {
    if (g.find(mark) < 2) {
      return true;
    }
  }
  return false;
}

uint32_t CueWords::end_of(const CuePhrase& phrase, uint32_t i, size_t from) const {
  for (size_t w = from; w < phrase.words.size(); ++w, ++i) {
    const std::string_view wanted = phrase.words[w];
    if (wanted == "?") {
      if (const uint32_t without = end_of(phrase, i, w + 1)) {
        return without;
      }
      if (is(i, CueRole::modal | CueRole::bar)) {
        return 0;
      }
      continue;
    }
    if (i >= last_ || (w > 0 && parted(i))) {
      return 0;
    }
    if (wanted == "%" ? !is(i, CueRole::be) : word(i) != wanted) {
      return 0;
    }
  }
  return i;
}

Span CueWords::bytes_of(TokenRange range) const {
  return {unit_.tokens[range.begin].span.begin, unit_.tokens[range.end - 1].span.end};
}

}  // namespace reprise::detail
