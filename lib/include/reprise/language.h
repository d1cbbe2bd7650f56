// The language of a text, of those that Reprise knows the words of.
//
// A text in another language is compared like any other; it has no figures, and its names and cues
// are sought with English words.
#pragma once

#include <cstdint>
#include <string>

namespace reprise {

enum class Language : uint8_t { other, english, german, french, spanish, portuguese };

// The language of a unit of text: as its words say, or as the options do.
struct UnitLanguage {
  Language language = Language::other;
  std::string stemmer{};  // a Snowball stemmer's name; empty: words are their own stems
  bool named = false;     // the options say so: then each line of the text is in this language
};

}  // namespace reprise
