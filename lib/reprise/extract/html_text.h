// Text of a page as a reader sees it: blanks collapsed, references read.
//
//     "  Tea &amp;\n\n   cake "     "Tea & cake"
//
// A writer appends to one string, block after block, and counts the letters of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reprise::detail {

class HtmlTextWriter {
 public:
  explicit HtmlTextWriter(std::string& out) : out_(&out) {}

  // What a block is made of.
  struct Written {
    uint32_t begin = 0;
    uint32_t end = 0;
    uint32_t letters = 0;
    uint32_t linked = 0;
  };

  // Appends text from `at` on. Returns where it stopped: the end, or, of preformatted text, behind
  // an empty line.
  size_t append(std::string_view text, size_t at, bool linked, bool preformatted);

  // Begins a new line. Returns false if one was just begun: two of them end a paragraph.
  bool line_break();

  // Ends the block. Returns nothing if it is empty.
  std::optional<Written> take();

 private:
  enum class Pending { none, blank, line };

  size_t take_run(std::string_view text, size_t at, bool linked);
  size_t take_reference(std::string_view text, size_t at, bool linked);
  void take_blank();
  void put(std::string_view bytes, uint32_t letters, bool linked);

  std::string* out_;
  size_t begin_ = 0;
  uint32_t letters_ = 0;
  uint32_t linked_ = 0;
  Pending pending_ = Pending::none;
};

// Returns at most `most` bytes from the front of valid UTF-8, and no part of a character.
std::string_view first_bytes(std::string_view text, size_t most);

// Returns what an attribute or a title says.
std::string html_text_of(std::string_view text);

}  // namespace reprise::detail
