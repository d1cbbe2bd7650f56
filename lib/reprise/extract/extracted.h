// What a file that is no plain text gives: web pages, office files, PDF, feeds, archives of pages.
//
// An extractor is a pure function from the bytes of one file (or one member of an archive) to the
// documents in it, in UTF-8, and to what is wrong with them:
//
//     <title>Ferry</title> <nav>…</nav> <main><h1>Ferry delayed</h1> <p>The quay …</p></main>
//
//     {text: "The quay …", title: "Ferry delayed"}
//
// The text is what a reader of the page reads below its headline: paragraphs, headings, list items,
// table cells and footnotes, each a paragraph of its own with a blank line (two line ends) behind
// it, blanks collapsed, nothing at its ends. Offsets count in it, since the file has no place that
// would do.
//
// Extractors never throw for what a file holds: what can't be read is a problem with its place and
// a remedy, and rejected if something of it is missing. Memory and time are bounded by the options.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reprise/error.h"

namespace reprise::detail {

// A document that was taken out.
struct Extracted {
  std::string text;  // valid UTF-8
  std::optional<std::string> title, source, url;
  std::optional<std::string> date;  // as date.h reads it; what is no such date is absent
  // Further fields by name, such as {"author", "A. Writer"}: they become "extra".
  std::vector<std::pair<std::string, std::string>> further;
  // Which of several documents of the file: the line or the number of the record, from 1.
  std::optional<uint64_t> number;
};

// What came out of one file.
struct Extraction {
  std::vector<Extracted> documents;
  std::vector<Problem> problems;  // `where` is the name that was given, with ":N" for a record
};

struct ExtractOptions {
  bool main_content = true;  // of web pages; otherwise all text that a page shows
  std::string charset;       // of the bytes, as the user says; empty: as the file says or shows
  size_t most_text = size_t{1} << 30;  // bytes of text from one file; more is refused
};

}  // namespace reprise::detail
