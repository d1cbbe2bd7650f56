// The compounds of a text, by which a hyphen at a line's end is told from one that broke a word.
//
//     "a long-\nterm plan … the long-term plan"    long and term: two words with a hyphen
//     "the govern-\nment"                          no govern-ment stands elsewhere: government
//
// Cost: one pass over the text, when it is first asked, and only texts with a hyphen at a line's
// end ask. Not for several threads at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace reprise::detail {

class Compounds {
 public:
  explicit Compounds(std::string_view text) : text_(text) {}

  // Does the letters' run that ends at `end` stand elsewhere, joined by a hyphen to the one that
  // begins at `begin`?
  bool hold(size_t end, size_t begin);

 private:
  uint64_t key(size_t end, size_t begin) const;
  std::unordered_set<uint64_t> read() const;

  std::string_view text_;
  std::optional<std::unordered_set<uint64_t>> keys_;
};

}  // namespace reprise::detail
