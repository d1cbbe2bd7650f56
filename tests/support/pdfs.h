// PDF files for tests, written byte by byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reprise::detail::support {

// A line of text, in points from the lower left corner of a page of 600 by 800.
struct PdfText {
  double x = 72;
  double y = 700;
  std::string text;  // ASCII without brackets
  double size = 12;
};

struct PdfPlan {
  std::vector<std::vector<PdfText>> pages;
  std::string information;  // "/Title (Ferry)"
  bool encrypted = false;   // with a password that nobody knows
};

std::string pdf_file(const PdfPlan& plan);

// Returns lines one under the other.
std::vector<PdfText> pdf_lines(double x, double y, const std::vector<std::string>& lines);

}  // namespace reprise::detail::support
