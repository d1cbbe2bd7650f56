// Names that belong to one only: ids may repeat, and what programs read as a key must not.
//
// A document is called by its id; if several have the id, by where it was read; a number behind a ~
// makes what is still equal different:
//
//     ids "a", "b", "b" of the lines 1 to 3 of in.jsonl      a, in.jsonl:2, in.jsonl:3
//
// Cost: linear. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "reprise/result.h"

namespace reprise::detail {

// Gives each name once.
class UniqueNames {
 public:
  // `fold_case`: names that differ in the case of ASCII letters alone are equal.
  explicit UniqueNames(bool fold_case) : fold_case_(fold_case) {}

  // Returns the name, with a separator and a number between it and the ending if it was given
  // before.
  std::string take(const std::string& name, const std::string& separator,
                   const std::string& ending);

 private:
  std::string key(std::string name) const;

  bool fold_case_;
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, size_t>
      next_;  // the number to try next, so that many equal names stay cheap
};

// Returns a document's name as a part of a file's name: without ".txt", of at most 100 bytes,
// with _ for what some file system does not take, and for a dot that would hide the file. Two of
// them, a number and an ending stay below the 255 bytes of a file name.
std::string file_stem(std::string_view name);

// Returns what each document is called. `clean` makes of an id or a place what the format can hold:
// what it makes equal counts as equal.
std::vector<std::string> unique_names(const Result& result, std::string (*clean)(std::string_view));

}  // namespace reprise::detail
