// What statements ask of each word, remembered: its stem, and whether it says anything.
//
//     "ferries"    stem "ferri"     "the"    says nothing     "year"    everyday
//
// All of it hangs on the word and the language alone, so that each thread keeps what it found, from
// text to text and from call to call; running text asks for few words often.
//
// Cost: some 40 ns a word that is known, 500 ns one that is new; at most 4 MB a thread and
// language.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "reprise/language/unit.h"

namespace reprise::detail {

struct WordFacts {
  std::string stem;           // the word itself, where nothing is known of its language
  bool says_nothing = false;  // a function word
  bool is_everyday = false;
  bool stands_beside_names = false;  // a title, or a word of the calendar
};

class WordMemory {
 public:
  explicit WordMemory(const UnitLanguage& language);
  ~WordMemory();
  WordMemory(WordMemory&&) noexcept;

  // Returns what is known of the folded word. It holds until the next call.
  const WordFacts& of(std::string_view word);

  // Returns the memory of this thread for the language. It holds until the next call.
  static WordMemory& of_thread(const UnitLanguage& language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reprise::detail
