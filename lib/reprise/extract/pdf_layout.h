// Lines of pages, with their places, to paragraphs of text: what pdf.h says of its paragraphs.
//
// Steps:
//   1. Running heads, feet and page numbers go: lines in the outer parts of a page that stand on
//      one of the two pages before or behind it at the same height, equal but for numbers that
//      count the pages, with no other text above or below them.
//   2. A block's lines are divided where one is indented more than most, where it begins with the
//      sign of a list, or behind a sentence whose last line is short.
//   3. A paragraph that ends in no sentence's end goes on in the next block of like height if that
//      begins with a small letter, or stands in another column and the last line was full.
//
// Counter-examples: in a list of works most lines are indented, and those that are not begin one;
// the title of a table that recurs in the middle of pages is text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reprise/extract/paragraphs.h"

namespace reprise::detail {

// A line of words; places in points from the upper left corner of its page.
struct PdfLine {
  std::string text;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  size_t block = 0;  // lines of one block follow one another
};

struct PdfPage {
  double height = 0;
  std::vector<PdfLine> lines;  // in the order of reading
};

// Takes running heads, feet and page numbers out.
void drop_running_lines(std::vector<PdfPage>& pages);

// Adds the paragraphs of the pages to the text.
void add_paragraphs(const std::vector<PdfPage>& pages, Paragraphs& text);

}  // namespace reprise::detail
