// Any bytes as a saved report: it is read, or refused by an Error. What was read can be shown, and is read again as the same.
#include <algorithm>
#include <cstdlib>

#include "reprise/base/problem.h"
#include "reprise/report/json.h"
#include "reprise/report/read_report.h"
#include "reprise/report/terminal.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace reprise;
  std::string json;
  JsonOptions options;
  try {
    const Result result = read_report(std::string(reinterpret_cast<const char*>(data), size), "report.json");
    // A report of matrices alone may have no texts.
    options.text = std::all_of(result.documents.begin(), result.documents.end(),
                               [](const Document& d) { return d.text.empty(); }) ==
                   std::all_of(result.bytes.begin(), result.bytes.end(), [](uint64_t bytes) { return bytes == 0; });
    json = to_json(result, options);
    to_terminal(result, {.width = 40});
  } catch (const Error&) {
    return 0;
  }
  if (to_json(read_report(json, "again.json"), options) != json) std::abort();
  return 0;
}
