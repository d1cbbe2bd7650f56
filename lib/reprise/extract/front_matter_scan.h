// What YAML and TOML have in common in front matter: quoted texts, lists and tables in brackets.
#pragma once

#include <string>
#include <string_view>

#include "reprise/extract/front_matter.h"

namespace reprise::detail {

// Lines from front to back, without their line ends.
class FrontLines {
 public:
  explicit FrontLines(std::string_view text) : rest_(text) {}
  bool is_at_end() const { return rest_.empty(); }
  std::string_view peek() const;
  std::string_view take();

 private:
  std::string_view rest_;
};

std::string_view trim_blanks(std::string_view text);

// Returns how many bytes a value takes that begins with a quote or a bracket, its end included;
// npos if that is not in the text.
size_t size_of_closed(std::string_view text);

// Returns where a comment begins in a value that is not quoted; its size if there is none.
size_t comment_in(std::string_view text);

// Returns a value without its quotes and escapes, or without blanks and comment.
std::string plain_value(std::string_view text);

// Adds the value of a key: each item of a list, each member of a table. `sign` stands between the
// names and values of a table in brackets: ':' or '='.
void add_value(FrontMatterValues& out, const std::string& key, std::string_view text, char sign);

}  // namespace reprise::detail
