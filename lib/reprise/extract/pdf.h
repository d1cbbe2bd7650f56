// PDF files, read by pdftotext (poppler-utils) where it is installed, as a process of its own.
//
//     Harbour News            3
//     The long-term plan for the har-
//     bour was presented.          "The long-term plan for the har-\nbour was presented."
//
// pdftotext says where each line stands. From that come paragraphs: lines of a block joined, with
// the line's end left only behind a hyphen, where words are read over it; a paragraph that goes on
// in the next column or on the next page is one. Lines that stand at the same height of
// neighbouring pages, and are the same but for numbers that count them, are running heads, feet
// and numbers of pages: they stay out.
//
// Title and author come from the file, and so does `date`: when the PDF was made.
//
// Limits: time and memory of the process (PdfReader), ExtractOptions::most_text. A file that is
// encrypted, that holds nothing but pictures, or at which pdftotext fails gives a problem.
//
// Cost: that of pdftotext, some 3 ms a page, and 20 ms a file. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "reprise/extract/child_process.h"
#include "reprise/extract/extracted.h"

namespace reprise::detail {

struct PdfReader {
  std::string program = "pdftotext";  // looked for in $PATH
  // A second more for each megabyte of the file, and four bytes of memory for each byte.
  ChildLimits limits;
};

// Returns the document of a PDF file, or why it is not read, and what to do. Throws Stopped if the
// run was asked to stop, and Error if the machine begins no process.
Extraction extract_pdf(std::string_view bytes, const std::string& name,
                       const ExtractOptions& options, const PdfReader& reader = {});

// Returns the document of what `pdftotext -bbox-layout` has written; its text is empty if that
// holds none. Throws Refused (refused.h) if it is more than `most_text`. Cost: linear.
Extracted read_pdf_layout(std::string_view written, size_t most_text);

}  // namespace reprise::detail
