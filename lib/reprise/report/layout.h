// Lines of text for a terminal: breaking, indenting, colour, and how wide a character is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reprise {

// Returns the text on one line, as it may be shown: broken UTF-8 repaired, runs of white space and control characters
// (among them those that drive terminals) as one blank, none at the ends.
std::string on_one_line(std::string_view text);

// Returns the columns that the text takes: two for an East Asian wide character, none for a combining mark.
size_t columns_of(std::string_view text);

// Returns the text cut to `columns`, with "…" at the end if something was cut.
std::string cut_to(std::string_view text, size_t columns);

// Returns 1234567 as "1,234,567".
std::string grouped(size_t number);

// Returns "1 word", "2 words".
std::string counted(size_t number, std::string_view noun);

enum class Colour { plain, bold, dim, red, green, yellow, cyan };

// Gathers lines.
class Page {
 public:
  Page(size_t width, bool colour);

  // Adds a line, or several if it is wider than the page: later ones are indented by `hang` columns, the first by
  // `indent`. The text's own white space is folded.
  void line(size_t indent, size_t hang, std::string_view text, Colour colour = Colour::plain);
  void blank();

  const std::string& text() const { return text_; }

 private:
  size_t width_;
  bool colour_;
  std::string text_;
};

}  // namespace reprise
