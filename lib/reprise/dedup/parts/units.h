// A text becomes a row of units: the words, lines, paragraphs or sentences that hold a word.
//
//     "A ferry.\n\n---\n\nIt sank."    paragraphs: [A ferry.] [It sank.]    words: [A] [ferry.] …
//
// What stands between two units (blanks, line ends, a rule of dashes) is their gap. A line or
// paragraph has the words of a text of its own, so that what stands around it decides nothing.
// Marks that touch a word, or belong to a sentence, are part of its span. Lines end in LF or CRLF;
// blank ones part paragraphs.
//
// A column holds a unit in one number, the hash of the word; or in three, a hash of 128 bits over
// the words of the part, and their count. Cost: that of hash_words. One thread at a time.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/words/tokenize.h"

namespace reprise::detail {

// Returns how many numbers a unit takes in a column.
inline size_t unit_width(PartKind kind) {
  return kind == PartKind::words ? 1 : 3;
}

class UnitReader {
 public:
  UnitReader(PartKind kind, const Normalisation& words) : kind_(kind), rules_(words) {}

  PartKind kind() const { return kind_; }

  // Appends the units of the text to the column, and returns how many words the text has.
  uint32_t append(std::string_view text, std::vector<uint64_t>& column);

  // Returns where the units stand; they hold until the next call.
  std::span<const Span> spans(std::string_view text);

 private:
  bool has_word(std::string_view part);
  // Calls on_part(span) for each line or paragraph, with words or without.
  template <class OnPart>
  void for_each_part(std::string_view text, const OnPart& on_part);
  // Calls on_sentence(span) for each sentence; its words stand in words_.
  template <class OnSentence>
  void for_each_sentence(std::string_view text, const OnSentence& on_sentence);

  PartKind kind_;
  const Normalisation& rules_;
  std::vector<uint64_t> words_;
  std::vector<Token> tokens_;
  std::vector<Span> spans_;
};

// Moves marks that touch a word, with no blank between, into its span; between two words without a
// blank they go to the first. REQUIRES: the spans are ascending, and do not overlap.
void take_touching_marks(std::string_view text, std::span<Span> words);

}  // namespace reprise::detail
