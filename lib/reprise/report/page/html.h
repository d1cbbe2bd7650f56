// The report as one HTML file that people read: the page of page/ with the result as data in it. It
// opens without a network; its content security policy lets nothing in or out, and what comes from
// documents is data, never markup.
//
// The page's parts are files of page/, which the build joins (cmake/join_page.cmake). The data are
// described by page/src/types.d.ts; they are compact, so that thousands of articles make a file of
// at most twice their text. What does not fit is left out from the end that matters least: pairs
// that have little in common, the shortest passages, the last points. The page says so, and so does
// the caller.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reprise/result.h"

namespace reprise::detail {

struct HtmlOptions {
  // Bytes that matrices, passages and points may take together: a share of those of the texts, but
  // at least so many.
  double data_per_text = 0.75;
  size_t least_data = size_t{4} << 20;
};

struct HtmlReport {
  std::string html;
  std::vector<std::string>
      left_out;  // a sentence each: "1,203 of 5,000 passages, the shortest ones"
};

// Returns the page. A part that the result has not got has no view. Throws Error if the result has
// no texts (has_texts). Memory: about four times the texts. Deterministic. Pure; any thread.
HtmlReport to_html(const Result& result, const HtmlOptions& options);

}  // namespace reprise::detail
