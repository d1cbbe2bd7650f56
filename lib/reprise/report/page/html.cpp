// The report as one HTML file that people read: the page of page/ with the result as data in it. It
// opens without a network; its content security policy lets nothing in or out, and what comes from
// documents is data, never markup.
//
// The page's parts are files of page/, which the build joins (cmake/join_page.cmake). The data are
// described by page/src/types.d.ts; they are compact, so that thousands of articles make a file of
// at most twice their text. What does not fit is left out from the end that matters least: pairs
// that have little in common, the shortest passages, the last points. The page says so, and so does
// the caller.
#include "reprise/report.h"

#include "reprise/error.h"
#include "reprise/report/page/html_data.h"
#include "reprise/report/page/html_page.h"

namespace reprise {

using namespace detail;

HtmlReport to_html(const Result& result, const HtmlOptions& options) {
  if (!has_texts(result)) {
    throw Error(ErrorKind::input,
                {"the report", "holds no texts, which a page shows",
                 "write it with reprise compare --json and without --no-text", false});
  }
  HtmlData data = html_data(result, options);
  HtmlReport report;
  report.html.reserve(html_before_data.size() + data.json.size() + html_after_data.size());
  report.html.append(html_before_data).append(data.json).append(html_after_data);
  report.left_out = std::move(data.left_out);
  return report;
}

}  // namespace reprise
