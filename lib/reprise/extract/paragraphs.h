// Text as extractors give it, put together piece by piece: blanks collapsed, a blank line between
// paragraphs, nothing at the ends.
//
//     begin  text("The  quay")  begin  text("A note.")  end  text(" is closed.")  end
//
//     "The quay is closed.\n\nA note."
//
// What begins inside a paragraph (a footnote, a text box) is no part of it, and goes behind it.
// Cost: a copy of the text for each such level, of which 16 count. One thread at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reprise::detail {

class Paragraphs {
 public:
  // `most`: bytes of text; what gives more throws Refused.
  explicit Paragraphs(size_t most) : most_(most), levels_(1) {}

  void begin();
  // Adds to the paragraph; outside of all it begins one. ASCII blanks in a row are one blank.
  void text(std::string_view piece);
  // Returns to the beginning of the line: what a break inside a paragraph does.
  void line_end();
  // Ends the paragraph that was begun last, or the one that text() began; an empty one is none.
  void end();

  // Returns whether nothing was added since the last paragraph ended.
  bool is_empty() const { return levels_.back().text.empty(); }

  // Ends all that is open, and returns the text.
  std::string take();

 private:
  struct Level {
    std::string text;    // of the paragraph that is open
    std::string behind;  // what was inside of it
    std::string done;
    bool open = false;
    char due = 0;  // ' ' or '\n': stands before the next piece
  };
  void add(std::string_view run);

  size_t most_;
  size_t size_ = 0;  // of all levels together
  std::vector<Level> levels_;
  size_t too_deep_ = 0;  // levels begun beyond those that count
};

}  // namespace reprise::detail
