// What the sections of the summary share: how documents are named and texts quoted, headings, and
// lists that end.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "reprise/report.h"
#include "reprise/report/terminal/layout.h"

namespace reprise::detail {

// Returns 0.90; and 1.00 only for what is exactly 1.
std::string two_digits(double value);

// Returns "90 %"; and "100 %" only for what is exactly 1.
std::string percent(double share);

// Returns "a, b and c"; behind the eighth, "and 5 more".
std::string listed(const std::vector<std::string>& names);

class SummaryWriter {
 public:
  // Both must outlive it.
  SummaryWriter(const Result& of, const TerminalOptions& shown_as)
      : result(of), options(shown_as), page(shown_as.width, shown_as.colour) {}

  const Result& result;
  const TerminalOptions& options;
  Page page;

  // Returns the document's name, or where it was read if it has none to be seen; what is longer is
  // cut in the middle.
  std::string name(DocumentId document, size_t columns = 80) const;

  // Returns the name with what tells people more: the source and the day, dimmed.
  StyledText full_name(DocumentId document) const;

  // Returns "first in …"; nothing if no known date tells, or several documents come into question.
  StyledText first_of(const std::vector<DocumentId>& documents) const;

  // Returns the documents' names, listed.
  std::string names(const std::vector<DocumentId>& documents) const;

  // Returns the text in quotation marks, on one line, cut to `columns`.
  StyledText quote(UnitId unit, Span span, size_t columns, TextStyle style = {}) const;

  // Begins a section: the title stands out, the note does not.
  void heading(const std::string& title, const std::string& note = "");

  // Returns how many of so many entries are shown.
  size_t shown(size_t total) const { return std::min(total, options.limit); }

  // Says how many are not.
  void rest(size_t total);

  // Returns whether the document speaks for itself: of a cluster of near-duplicates, the one that
  // was kept does.
  bool kept(DocumentId document) const;
};

}  // namespace reprise::detail
