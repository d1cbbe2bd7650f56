#include "reprise/report/page/html.h"

#include "reprise/error.h"
#include "reprise/report/page/html_data.h"
#include "reprise/report/page/html_page.h"

namespace reprise::detail {

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

}  // namespace reprise::detail
