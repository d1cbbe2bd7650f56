#include "reprise/extract/pdf_layout.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

// Shares of a page's height.
constexpr double outer_part = 0.15;
constexpr double same_height = 0.01;
// Shares of a line's height.
constexpr double indent = 0.5;
constexpr double like_height = 0.15;
constexpr double short_line = 0.25;  // of a block's width: how much a last line lacks at least
constexpr ptrdiff_t neighbours = 2;  // left and right pages have heads of their own

char32_t first_letter(std::string_view text) {
  return text.empty() ? 0 : decode(text, 0).code;
}

char32_t last_letter(std::string_view text) {
  size_t at = text.size();
  while (at > 0) {
    --at;
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins) {
      return decode(text, at).code;
    }
  }
  return 0;
}

bool is_any_of(char32_t code, std::u32string_view signs) {
  return code != 0 && signs.find(code) != signs.npos;
}

bool is_small(char32_t code) {
  return u_islower(static_cast<UChar32>(code));
}

bool is_word_sign(char32_t code) {
  return u_isalnum(static_cast<UChar32>(code));
}

bool is_hyphen(char32_t code) {
  return is_any_of(code, U"-\u00AD\u2010\u2011\u00AC");
}

bool ends_sentence(std::string_view text) {
  return is_any_of(last_letter(text), U".!?:…。！？\"”’»)");
}

bool is_list_sign(char32_t code) {
  return is_any_of(code, U"•‣◦▪●■○□➢✓\uF0B7");
}

bool is_roman(std::string_view text) {
  const bool short_enough = !text.empty() && text.size() <= 8;
  return short_enough && (text.find_first_not_of("ivxlc") == text.npos ||
                          text.find_first_not_of("IVXLC") == text.npos);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes the number from the front; its last digits are enough.
uint64_t take_number(std::string_view& text) {
  uint64_t value = 0;
  while (!text.empty() && is_digit(text.front())) {
    value = 10 * value + static_cast<uint64_t>(text.front() - '0');
    text.remove_prefix(1);
  }
  return value;
}

// Returns whether two lines say the same, but that numbers may count the pages between them:
// "Page 12 of 30" and, two pages on, "Page 14 of 30".
bool same_but_for_pages(std::string_view line, std::string_view other, ptrdiff_t pages) {
  if (is_roman(line) && is_roman(other)) {
    return true;
  }
  const auto ahead = static_cast<uint64_t>(pages);
  while (!line.empty() && !other.empty()) {
    if (is_digit(line.front()) && is_digit(other.front())) {
      const uint64_t number = take_number(line);
      const uint64_t difference = take_number(other) - number;
      if (difference != 0 && difference != ahead) {
        return false;
      }
      continue;
    }
    if (line.front() != other.front()) {
      return false;
    }
    line.remove_prefix(1);
    other.remove_prefix(1);
  }
  return line.empty() && other.empty();
}

bool is_outer(const PdfLine& line, const PdfPage& page) {
  const bool above = line.bottom < outer_part * page.height;
  const bool below = line.top > (1 - outer_part) * page.height;
  return above || below;
}

// Returns the numbers of the lines in the outer parts of a page.
std::vector<size_t> outer_lines(const PdfPage& page) {
  std::vector<size_t> found;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (is_outer(page.lines[i], page)) {
      found.push_back(i);
    }
  }
  return found;
}

using OuterLines = std::vector<std::vector<size_t>>;  // of each page

// Returns whether the line stands on another page too.
bool recurs(const PdfLine& line, const PdfPage& other, const std::vector<size_t>& outer,
            ptrdiff_t pages_ahead) {
  return std::any_of(outer.begin(), outer.end(), [&](size_t number) {
    const PdfLine& there = other.lines[number];
    const bool same_place = std::abs(there.top - line.top) < same_height * other.height;
    return same_place && same_but_for_pages(line.text, there.text, pages_ahead);
  });
}

bool is_running(const std::vector<PdfPage>& pages, const OuterLines& outer, ptrdiff_t page,
                const PdfLine& line) {
  if (line.text == std::to_string(page + 1)) {
    return true;
  }
  const ptrdiff_t last = std::min(std::ssize(pages) - 1, page + neighbours);
  for (ptrdiff_t other = std::max<ptrdiff_t>(0, page - neighbours); other <= last; ++other) {
    const auto at = static_cast<size_t>(other);
    if (other != page && recurs(line, pages[at], outer[at], other - page)) {
      return true;
    }
  }
  return false;
}

// Drops the lines of these numbers that stand above or below all others.
void drop(PdfPage& page, const std::vector<size_t>& numbers) {
  double text_top = page.height;
  double text_bottom = 0;
  const auto is_running = [&](size_t i) {
    return std::binary_search(numbers.begin(), numbers.end(), i);
  };
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (!is_running(i)) {
      text_top = std::min(text_top, page.lines[i].top);
      text_bottom = std::max(text_bottom, page.lines[i].bottom);
    }
  }
  std::vector<PdfLine> kept;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    PdfLine& line = page.lines[i];
    const double half = (line.bottom - line.top) / 2;  // what stands beside it is no hindrance
    const bool is_head = line.top < page.height / 2;
    const bool outermost = is_head ? line.top < text_top + half : line.bottom > text_bottom - half;
    if (!is_running(i) || !outermost) {
      kept.push_back(std::move(line));
    }
  }
  page.lines = std::move(kept);
}

// The lines of one block, and what most of them have in common.
struct Block {
  const PdfLine* lines;
  size_t size;
  double left, right, height;
  bool hanging;  // most lines are indented

  // Does line i reach the right margin, as far as one can tell?
  bool is_full(size_t i) const {
    constexpr size_t enough_lines = 3;
    constexpr double ragged = 0.05;
    return size >= enough_lines && lines[i].right > right - ragged * (right - left);
  }

  bool is_indented(size_t i) const { return lines[i].left > left + indent * height; }

  // Does a paragraph begin with line i > 0?
  bool begins_at(size_t i) const {
    const PdfLine& before = lines[i - 1];
    const bool is_short = before.right < right - short_line * (right - left);
    if (is_short && ends_sentence(before.text)) {
      return true;
    }
    if (is_list_sign(first_letter(lines[i].text))) {
      return true;
    }
    return hanging ? !is_indented(i) : is_indented(i) && !is_indented(i - 1);
  }
};

Block block_at(const std::vector<PdfLine>& lines, size_t begin) {
  Block block{&lines[begin], 0, lines[begin].left, lines[begin].right, 0, false};
  while (begin + block.size < lines.size() &&
         lines[begin + block.size].block == lines[begin].block) {
    const PdfLine& line = lines[begin + block.size];
    block.left = std::min(block.left, line.left);
    block.right = std::max(block.right, line.right);
    block.height = std::max(block.height, line.bottom - line.top);
    ++block.size;
  }
  size_t indented = 0;
  for (size_t i = 0; i < block.size; ++i) {
    if (block.is_indented(i)) {
      ++indented;
    }
  }
  block.hanging = 2 * indented > block.size;
  return block;
}

// Puts paragraphs together that blocks, columns and pages have torn apart.
class Joiner {
 public:
  explicit Joiner(Paragraphs& text) : text_(text) {}

  enum class Begins { no, block, paragraph };

  // `is_full`: the line reaches the margin of its block.
  void add(const PdfLine& line, Begins begins, bool is_full) {
    const bool torn = begins == Begins::block && goes_on(line);
    if (begins != Begins::no && !torn) {
      text_.end();
      last_ = 0;
    }
    if (is_list_sign(first_letter(line.text)) && line.text.size() <= 4) {
      return;  // the sign of a list item that stands in a block of its own
    }
    if (is_hyphen(last_)) {
      text_.line_end();
    } else if (last_ != 0) {
      text_.text(" ");
    }
    text_.text(line.text);
    last_ = last_letter(line.text);
    height_ = line.bottom - line.top;
    top_ = line.top;
    full_ = is_full;
  }

 private:
  bool goes_on(const PdfLine& line) const {
    const bool open = is_word_sign(last_) || is_hyphen(last_) || is_any_of(last_, U",;–—");
    const double height = line.bottom - line.top;
    const bool alike = std::abs(height - height_) < like_height * height;
    const bool next_column = full_ && line.top < top_;
    return open && alike && (next_column || is_small(first_letter(line.text)));
  }

  Paragraphs& text_;
  char32_t last_ = 0;  // of the paragraph that is open; 0: none is
  double height_ = 0;  // of its last line
  double top_ = 0;
  bool full_ = false;  // whether that ends at the right margin
};

}  // namespace

void drop_running_lines(std::vector<PdfPage>& pages) {
  OuterLines outer;
  for (const PdfPage& page : pages) {
    outer.push_back(outer_lines(page));
  }
  OuterLines running(pages.size());
  for (size_t page = 0; page < pages.size(); ++page) {
    for (const size_t number : outer[page]) {
      if (is_running(pages, outer, static_cast<ptrdiff_t>(page), pages[page].lines[number])) {
        running[page].push_back(number);
      }
    }
  }
  for (size_t page = 0; page < pages.size(); ++page) {
    drop(pages[page], running[page]);
  }
}

void add_paragraphs(const std::vector<PdfPage>& pages, Paragraphs& text) {
  Joiner joiner(text);
  for (const PdfPage& page : pages) {
    size_t begin = 0;
    while (begin < page.lines.size()) {
      const Block block = block_at(page.lines, begin);
      joiner.add(block.lines[0], Joiner::Begins::block, block.is_full(0));
      for (size_t i = 1; i < block.size; ++i) {
        const auto begins = block.begins_at(i) ? Joiner::Begins::paragraph : Joiner::Begins::no;
        joiner.add(block.lines[i], begins, block.is_full(i));
      }
      begin += block.size;
    }
  }
  text.end();
}

}  // namespace reprise::detail
