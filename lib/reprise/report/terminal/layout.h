// Lines of text for a terminal: breaking, indenting, styles, and how wide a character is.
//
// A line is a StyledText, whose words may each have a style of their own. A Page breaks it where it
// gets too wide:
//
//     StyledText text("The ferry sails in ");
//     text.add("May", style::removed).add(" June", style::added);
//     page.line(2, 4, text);
//
// Each style is closed on the line where it was opened, and so is each isolate around right-to-left
// text: lines may be cut out of the output, and none spoils the next. Widths are those of
// terminals: two columns for an East Asian wide character, none for a combining mark.
//
// Cost: linear, about 50 ns a character. Nothing here is shared between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reprise::detail {

// Returns the text on one line, as it may be shown: broken UTF-8 repaired, runs of white space and
// control characters (among them those that drive terminals) as one blank, none at the ends.
// Invisible characters are left out, those among them that turn the direction of writing too; the
// joiners that some scripts are spelt with stay.
std::string on_one_line(std::string_view text);

// Returns the columns that the text takes: two for an East Asian wide character, none for a
// combining mark.
size_t columns_of(std::string_view text);

// Returns the text cut to `columns`, with "…" at the end if something was cut; behind a word, if
// one ends near there.
std::string cut_to(std::string_view text, size_t columns);

// Returns the text cut to `columns`, with "…" in its middle if something was cut: names often
// differ at the end.
std::string cut_in_the_middle(std::string_view text, size_t columns);

// Returns the text; if it has letters that are written from right to left, inside an isolate
// (U+2068, U+2069), so that it can't reorder what stands around it.
std::string isolated(std::string_view text);

// Returns 1234567 as "1,234,567".
std::string grouped(size_t number);

// Returns "1 word", "2 words".
std::string counted(size_t number, std::string_view noun);

// The colours that can be read on dark and on light backgrounds alike; yellow, cyan and blue can't.
enum class Colour : uint8_t { plain, red, green, magenta };

constexpr uint8_t most_shade = 5;

struct TextStyle {
  Colour colour = Colour::plain;
  bool bold = false;
  bool dim = false;
  bool underline = false;
  bool strike = false;
  uint8_t shade =
      // a background with its own colour of letters, from 1 (weak) to most_shade (strong); 0: none
      0;

  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

namespace style {
inline constexpr TextStyle plain{}, bold{.bold = true}, dim{.dim = true};
inline constexpr TextStyle removed{.colour = Colour::red, .strike = true};
inline constexpr TextStyle added{.colour = Colour::green, .underline = true};
inline constexpr TextStyle conflict{.colour = Colour::red,
                                    .bold = true};             // what can't both be right
inline constexpr TextStyle notice{.colour = Colour::magenta};  // what deserves a second look
}  // namespace style

// Text on one line, each stretch with its style.
class StyledText {
 public:
  struct Run {
    size_t end = 0;  // bytes of the text
    TextStyle style;
  };

  StyledText() = default;
  StyledText(std::string_view text, TextStyle style = {}) { add(text, style); }
  StyledText(const char* text, TextStyle style = {}) { add(text, style); }
  StyledText(const std::string& text, TextStyle style = {}) { add(text, style); }

  // Adds text that may be shown as it is: ours, or what on_one_line returned.
  StyledText& add(std::string_view text, TextStyle style = {});
  StyledText& append(const StyledText& other);

  // Adds text as it stands in a document: what on_one_line does is done to it, but that a blank at
  // its ends remains.
  StyledText& fold(std::string_view text, TextStyle style = {});

  // Adds blanks up to so many columns.
  StyledText& pad(size_t columns);

  // Does what cut_to() does.
  void cut(size_t columns);

  // Does what isolated() does.
  void isolate();

  const std::string& text() const { return text_; }
  const std::vector<Run>& runs() const { return runs_; }

 private:
  void close_run(TextStyle style);

  std::string text_;
  std::vector<Run> runs_;  // without gaps
};

// Gathers lines.
class Page {
 public:
  // `width`: columns at which lines are broken; 0: never; below 40, it counts as 40.
  Page(size_t width, bool colour);

  // Adds a line, or several if it is wider than the page: later ones are indented by `hang`
  // columns, the first by `indent`. Lines break at blanks, which vanish there; a word that is wider
  // than a line breaks anywhere.
  void line(size_t indent, size_t hang, const StyledText& text);
  void blank();

  size_t width() const { return width_; }  // SIZE_MAX: endless
  bool colour() const { return colour_; }
  const std::string& text() const { return text_; }

 private:
  void put(const StyledText& text, size_t begin, size_t end);

  size_t width_;
  bool colour_;
  bool isolating_ = false;  // an isolate goes on from line to line
  std::string text_;
};

}  // namespace reprise::detail
