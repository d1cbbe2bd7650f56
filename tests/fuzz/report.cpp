// Any bytes as a saved report: it is read, or refused by an Error. What was read can be shown and
// exported, and is read again as the same.
#include <cstdlib>

#include "reprise/error.h"
#include "reprise/io/output_file.h"
#include "reprise/report/json/json.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/json/read_report.h"
#include "reprise/report/page/html.h"
#include "reprise/report/tables/matrix_exports.h"
#include "reprise/report/tables/matrix_svg.h"
#include "reprise/report/tables/network.h"
#include "reprise/report/tables/pair_export.h"
#include "reprise/report/tables/pan.h"
#include "reprise/report/tables/passage_exports.h"
#include "reprise/report/tables/point_export.h"
#include "reprise/report/terminal/terminal.h"

namespace {

using namespace reprise;
using namespace reprise::detail;

void export_all(const Result& result) {
  OutputFile nowhere("/dev/null");
  const Parts& parts = result.options.parts;
  if (parts.passages) {
    write_passages_jsonl(result, nowhere);
    write_passages_csv(result, nowhere);
    pan_files(result);
  }
  if (parts.points) {
    write_points_csv(result, nowhere);
  }
  if (!parts.matrices) {
    return;
  }
  write_pairs_csv(result, nowhere);
  write_network_graphml(result, nowhere);
  write_network_gexf(result, nowhere);
  for (const std::string_view measure : names_of_measures) {
    write_matrix_csv(result, measure, nowhere);
    write_matrix_npy(result, measure, nowhere);
    write_matrix_svg(result, measure, nowhere);
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
  if (to_json(read_report(json, "again.json"), options) != json) {
    std::abort();
  }
  return 0;
}
