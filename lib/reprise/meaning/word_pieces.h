// Text to the numbers that a model of the BERT family reads: WordPiece.
//
//     1. normalised    controls go, blanks are one kind, Chinese characters stand apart; where the
//                      vocabulary is of small letters, marks go and letters become small
//     2. cut           at blanks; each punctuation mark is a word of its own
//     3. each word becomes the longest pieces that the vocabulary has, from its begin: "##" stands
//                      before those that go on. A word that can't be put together is [UNK]
//
//     "The reopening"   the re ##open ##ing    with [CLS] before and [SEP] behind all
//
// Words of a text that look like the special ones ("[SEP]") are words like others.
//
// Cost: about a microsecond a piece. Any number of threads.
// Source: Wu et al. 2016 (WordPiece); Devlin et al. 2019.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace reprise::detail {

// What words become before they are looked up.
struct Folding {
  bool lower_case = true;
  bool drop_marks = true;
  bool part_chinese = true;  // Chinese characters stand apart
};

// Lets a map of strings be asked for a view of one.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

// The pieces of a model, and their numbers.
struct PieceVocabulary {
  std::unordered_map<std::string, uint32_t, StringHash, std::equal_to<>> pieces;
  Folding folding;
  std::string unknown = "[UNK]";
  std::string first = "[CLS]";
  std::string last = "[SEP]";
  std::string going_on = "##";
  size_t longest_word = 100;  // characters; a longer one is unknown
};

// Returns the pieces of a file with one a line, whose number is that of the line from 0 on. Throws
// Error (input), which names it as `where`, if it is none.
PieceVocabulary read_piece_list(std::string_view bytes, const std::string& where);

// Returns those of a tokenizer.json. Throws Error (input), also if it is no WordPiece.
PieceVocabulary read_tokenizer_json(std::string bytes, const std::string& where);

class WordPieces {
 public:
  // Throws Error (input), which names the vocabulary as `where`, if it lacks a special piece or has
  // one beyond the `words` of the model.
  WordPieces(PieceVocabulary vocabulary, uint32_t words, const std::string& where);

  // Returns the numbers of the text's pieces, with those that begin and end it; of more than `most`
  // pieces, the first ones. REQUIRES: most >= 2. Bytes that are no UTF-8 read as U+FFFD, which
  // goes.
  std::vector<uint32_t> of(std::string_view text, size_t most) const;

 private:
  void add_word(std::string_view word, std::vector<uint32_t>& pieces) const;

  PieceVocabulary vocabulary_;
  uint32_t unknown_ = 0;
  uint32_t first_ = 0;
  uint32_t last_ = 0;
  size_t longest_piece_ = 0;  // bytes
};

// Returns the words of the text as they are looked up, in order.
std::vector<std::string> words_to_look_up(std::string_view text, const Folding& folding);

}  // namespace reprise::detail
