// Steps of find_mixed_words: a byte that begins a Greek, Cyrillic or Armenian letter is looked for;
// if an ASCII letter touches it, the letters round both are the word, and its scripts are counted.
//
//     "the Nоrvane"    о touches N: the word is "Nоrvane", Latin and Cyrillic
//     "на Windows"     nothing touches
//
// Cost: as the header says.
#include "reprise/words/lookalikes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_map>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

struct Row {
  std::u32string_view letters;
  std::string_view latin;  // one for each
};

// clang-format off
constexpr Row rows[] = {
    // Cyrillic
    {U"аеорсухѕіјһԁԛԝӏѵүк", "aeopcyxsijhdqwlvyk"},
    {U"АВЕІЈКМНОРСЅТУХԚԜҮӀѴ", "ABEIJKMHOPCSTYXQWYIV"},
    // Greek
    {U"αικνορτυχϲϳ", "aikvoptuxcj"},
    {U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ"},
    // Armenian
    {U"օոսհցզ", "onuhgq"},
    {U"ՕՏ", "OS"},
};
// clang-format on

// Returns the Latin letter that the code point looks like; 0 if it looks like none.
char latin_of(char32_t code) {
  static const auto table = [] {
    std::unordered_map<char32_t, char> pairs;
    for (const Row& row : rows) {
      for (size_t i = 0; i < row.letters.size(); ++i) {
        pairs.emplace(row.letters[i], row.latin[i]);
      }
    }
    return pairs;
  }();
  const auto found = table.find(code);
  return found == table.end() ? '\0' : found->second;
}

bool is_latin(char32_t code) {
  const bool letter = u_isalpha(static_cast<UChar32>(code));
  const bool below_greek = code < 0x370;
  const bool additional = code >= 0x1E00 && code < 0x1F00;
  return letter && (below_greek || additional);
}

std::string_view script_of(char32_t code) {
  if (code < 0x400) {
    return "Greek";
  }
  return code < 0x530 ? "Cyrillic" : "Armenian";
}

// What letters a word has. Marks, digits and apostrophes don't count.
struct Letters {
  bool latin = false;
  bool others = false;            // that are neither Latin nor look it
  bool small_look_alike = true;   // each look-alike, as a small letter, is one too
  char32_t first_look_alike = 0;  // wherever it stands
  char32_t first_that_hides = 0;  // the same without Greek letters at the word's edges
};

Letters letters_of(std::string_view word) {
  Letters found;
  for (size_t at = 0; at < word.size();) {
    const Decoded c = decode(word, at);
    const auto code = static_cast<UChar32>(c.code);
    const bool at_edge = at == 0 || at + c.size == word.size();
    at += c.size;
    if (is_latin(c.code)) {
      found.latin = true;
    } else if (latin_of(c.code) != '\0') {
      const auto small = static_cast<char32_t>(u_tolower(code));
      found.small_look_alike = found.small_look_alike && latin_of(small) != '\0';
      const bool sign = at_edge && script_of(c.code) == "Greek";
      found.first_look_alike = found.first_look_alike == 0 ? c.code : found.first_look_alike;
      if (found.first_that_hides == 0 && !sign) {
        found.first_that_hides = c.code;
      }
    } else if (u_isalpha(code)) {
      found.others = true;
    }
  }
  return found;
}

bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// Greek, Cyrillic and Armenian letters begin with one of these bytes, and have two.
bool begins_other_script(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xCD && byte <= 0xD6;
}

bool is_letter_at(std::string_view text, size_t at) {
  return u_isalpha(static_cast<UChar32>(decode(text, at).code));
}

// Returns the letters round `at`, which is the first byte of one.
Span word_round(std::string_view text, size_t at) {
  size_t begin = at;
  while (begin > 0) {
    size_t before = begin - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) {
      --before;
    }
    if (!is_letter_at(text, before)) {
      break;
    }
    begin = before;
  }
  size_t end = at;
  while (end < text.size() && is_letter_at(text, end)) {
    end += decode(text, end).size;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace

std::string as_they_look(std::string_view word) {
  const Letters letters = letters_of(word);
  const bool looks_latin = letters.latin || letters.small_look_alike;
  if (letters.first_look_alike == 0 || letters.others || !looks_latin) {
    return std::string(word);
  }
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const Decoded c = decode(word, at);
    const char latin = latin_of(c.code);
    if (latin != '\0') {
      out += latin;
    } else {
      out += word.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

MixedWords find_mixed_words(std::string_view text) {
  MixedWords found;
  size_t at = 0;
  while (true) {
    const auto* const place = std::find_if(text.begin() + at, text.end(), begins_other_script);
    at = static_cast<size_t>(place - text.begin());
    if (at + 1 >= text.size()) {
      return found;
    }
    const bool behind_latin = at > 0 && is_ascii_letter(text[at - 1]);
    const bool before_latin = at + 2 < text.size() && is_ascii_letter(text[at + 2]);
    if (!behind_latin && !before_latin) {
      at += 2;
      continue;
    }
    const Span word = word_round(text, at);
    const Letters letters = letters_of(word.in(text));
    if (letters.latin && letters.first_that_hides != 0 && !letters.others) {
      if (found.count == 0) {
        found.first = word;
        found.script = script_of(letters.first_that_hides);
      }
      ++found.count;
    }
    at = std::max<size_t>(word.end, at + 2);
  }
}

}  // namespace reprise::detail
