// What is said of a file, in the same words by whoever reads it.
//
// A stream tells of its blocks one by one, each without knowing where it stands. Put together, in
// the order of the blocks:
//
//     news.jsonl.gz: the gzip data ends too early     damage comes first: what follows may be noise
//     news.jsonl.gz:17: the record has no "text"      lines are counted through the file
//     news.jsonl.gz:900: from here on 84 lines …      of a damaged file, many are told as one
//     news.jsonl.gz: some records hold bytes …        what was mended is said once a file
//     news.jsonl: of 30 records none has a text: …    a wrong name of a field is said once as well
//
// A complaint about the last line of a file that was cut off is about the stump, not about a
// record: it is dropped.
#pragma once

#include <string>
#include <vector>

#include "reprise/corpus/stream.h"
#include "reprise/error.h"
#include "reprise/io/charset.h"

namespace reprise::detail {

class FileProblems {
 public:
  // One of them, and its line, counted from 0.
  struct Found {
    Problem problem;
    uint64_t line = 0;
    bool lacks_text = false;
  };

  // `name`: of the file, as valid UTF-8.
  explicit FileProblems(std::string name) : name_(std::move(name)) {}

  // Takes the problems of the next block. Blocks come in the order of the file.
  void add(const FileBlock& block);

  // Returns how many lines the blocks so far have had: the number of the next block's first.
  uint64_t lines() const { return lines_; }

  // Returns all that there is to say, once nothing more is read. `damage`: as InputFile tells it.
  std::vector<Problem> all(const std::optional<std::string>& damage);

 private:
  std::string name_;
  uint64_t lines_ = 0;
  std::vector<Found> found_;
  Mending mended_;
  bool ends_in_complaint_ = false;
  uint64_t records_ = 0;  // that have a text
  std::string fields_;    // of the first record that has none
};

// It is JSONL and begins with a byte-order mark of UTF-16; nothing of it was read.
Problem utf16_problem(const std::string& name);

// It is a text with so many places that are no valid UTF-8.
Problem broken_text_problem(const std::string& name, size_t places, const Document& document);

// Its encoding was told by its bytes.
Problem told_encoding_problem(const std::string& name, const CharsetGuess& told);

// Its encoding can't be told, or is not that which the user names; the likeliest are named.
Problem unknown_encoding_problem(const std::string& name, const std::string& named,
                                 const std::vector<CharsetGuess>& likeliest);

// A date that is none; `where`: the record, or the row of a table.
Problem no_date_problem(const std::string& where, const std::string& date);

}  // namespace reprise::detail
