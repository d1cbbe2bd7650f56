// Any bytes as a saved report: it is read, or refused by an Error. What was read can be shown and
// exported, and is read again as the same.
#include "reprise/report.h"
#include "fuzz/require.h"
#include "reprise/error.h"
#include "reprise/io/output_file.h"
#include "reprise/report/exports.h"
#include "reprise/report/tables/pan.h"

namespace {

using namespace reprise;
using namespace reprise::detail;

void export_all(const Result& result) {
  OutputFile nowhere("/dev/null");
  for (const ExportFormat& format : export_formats()) {
    if (!(result.options.parts.*format.part)) {
      continue;
    }
    if (format.is_folder()) {
      pan_files(result);
    } else {
      format.write_file(result, nowhere);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string json;
  JsonOptions options;
  try {
    const Result result =
        read_report(std::string(reinterpret_cast<const char*>(data), size), "report.json");
    options.text = has_texts(result);  // a report of matrices alone may have none
    json = to_json(result, options);
    to_terminal(result, {.width = 40});
    if (options.text) {
      to_html(result, {.data_per_text = 0, .least_data = 3000});
    }
    export_all(result);
  } catch (const Error&) {
    return 0;
  }
  fuzz::require(to_json(read_report(json, "again.json"), options) == json);
  return 0;
}
