// What people and programs get of a Result: JSON, which can be read back, a summary for terminals,
// one HTML page, and the formats of other programs.
//
//     const std::string json = to_json(result, {});
//     const Result again = read_report(json, "report.json");    // the work need not be done again
//     std::cout << to_terminal(again, {.width = 80});
//     write_export(again, "passages.csv", "passages.csv");
//
// All are pure, for any thread, and deterministic: equal results give equal bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reprise/export.h"
#include "reprise/result.h"

namespace reprise {

struct JsonOptions {
  bool text = true;          // of the documents
  double floor = 0.01;       // above `most_dense` documents, entries at or below it are left out
  size_t most_dense = 1000;  // documents up to which matrices are written in full
  std::vector<std::pair<std::string, double>> timings;  // in seconds; written if there are any
};

// Returns the report as one JSON object, which docs/report.md and report.schema.json describe: a
// line for each key and for each member of its lists, so that it can be read and compared line by
// line. Texts are valid UTF-8. Memory: about three times the size of what is returned.
REPRISE_EXPORT std::string to_json(const Result& result, const JsonOptions& options);

// Reads a report of compare, matrix, passages or points. It may come from anybody, and from an
// earlier version: what that did not write has its default, what a later one adds is passed over.
// What is read is what was written: to_json of it, with the same options, gives the same bytes. Not
// in a report are the timings, Passage::holders, PassageCluster::agreement, the weights of terms,
// the likeness of mentions and sentences; of matrices of more than a thousand documents, what is
// below the floor.
//
// Throws Error of kind `input`, which calls the file `where` and says which value of it is wrong,
// if it is no such report, or one that holds passages or points but not the texts that they stand
// in. Memory: four to six times its bytes, for a moment; then the result. Cost: 50 to 100 MB/s.
REPRISE_EXPORT Result read_report(std::string json, const std::string& where);

// What documents are called by: their id, which is the file's name for files; or their title, where
// they have one.
enum class NamedBy { file, title };

struct TerminalOptions {
  size_t width = 0;  // columns at which lines are broken; 0: never. Below 40, it counts as 40
  // With the escape sequences of ANSI terminals, and shades of the palette of 256.
  bool colour = false;
  size_t limit = 10;  // entries of each list; the rest is counted
  NamedBy names = NamedBy::file;
};

// Returns the summary for people, the strongest findings first. What comes from documents is shown
// as text: control characters in it, which could drive a terminal, stand as blanks.
REPRISE_EXPORT std::string to_terminal(const Result& result, const TerminalOptions& options);

// Returns why the mentions of the point with this index are one: what each piece of evidence adds,
// the terms that they share and what they weigh, each mention with its likeness to the others, the
// sentence that it was cut from and the words that deny it, the figures with their ranges and which
// of them disagree, the disputes with their rule, and the nearest point that it was not made one
// with. REQUIRES: point < result.points.size().
REPRISE_EXPORT std::string explain_point(const Result& result, size_t point,
                                         const TerminalOptions& options);

struct HtmlOptions {
  // Bytes that matrices, passages and points may take together: a share of those of the texts, but
  // at least so many.
  double data_per_text = 0.75;
  size_t least_data = size_t{4} << 20;
};

struct HtmlReport {
  std::string html;
  // A sentence for each kind of finding that found no room: "1,203 of 5,000 passages, the
  // shortest".
  std::vector<std::string> left_out;
};

// Returns the report as one HTML file that needs no network: what comes from documents is data in
// it, never markup. A part that the result has not got has no view. Throws Error of kind `input` if
// the result has no texts (has_texts). Memory: about four times the texts.
REPRISE_EXPORT HtmlReport to_html(const Result& result, const HtmlOptions& options);

// A format of another program.
struct ExportName {
  std::string name;         // "passages.csv"
  std::string description;  // "a row for each passage"
  bool is_folder = false;   // it is a folder of files
};

// Returns the formats that write_export knows.
REPRISE_EXPORT std::vector<ExportName> list_exports();

// Writes one export, which appears whole at the path or not at all; "-" is standard output, which
// can't be a folder. Throws Error: of kind `usage` if there is no such format, or if the result
// lacks what it holds; of kind `system` if it can't be written.
REPRISE_EXPORT void write_export(const Result& result, std::string_view format,
                                 const std::string& path);

}  // namespace reprise
