// Any bytes as the file that --config names: it is taken, or refused in words that name an option
// or the file. What is taken can be used, means the same each time, and never wins over the command
// line.
#include <sstream>

#include "compare_options.h"
#include "dedup_options.h"
#include "fuzz/require.h"
#include "reprise/report.h"
#include "show.h"
#include "support/files.h"

namespace {

using namespace reprise;
using namespace reprise::program;
using namespace reprise::detail;
using fuzz::require;

using Arguments = std::vector<std::string>;

// Returns what the arguments mean, or why they are refused. What is taken must be fit for use.
std::string compare_outcome(const Arguments& arguments) {
  try {
    const Request request = parse_request("compare", Parts{}, arguments);
    require(request.general.help || !request.paths.empty());
    Result echo;  // a report says which options it was made with
    echo.options = request.compare;
    return "taken: " + to_json(echo, {}) + request.outputs.json + ";" + request.outputs.html;
  } catch (const Error& e) {
    require(e.kind() == ErrorKind::usage);
    return e.what();
  }
}

std::string dedup_outcome(const Arguments& arguments) {
  try {
    const DedupRequest request = parse_dedup(arguments);
    const DedupOptions& d = request.dedup;
    require(request.general.help || (d.threshold > 0 && d.threshold <= 1));
    require(request.general.help || (d.shingles.size > 0 && d.sketch.slots > 0));
    std::ostringstream text;
    text << "taken: \"threshold\":" << d.threshold << ",\"shingle_size\":" << d.shingles.size << ","
         << d.within;
    return text.str();
  } catch (const Error& e) {
    require(e.kind() == ErrorKind::usage);
    return e.what();
  }
}

std::string show_outcome(const Arguments& arguments) {
  try {
    const ShowRequest request = parse_show(arguments);
    return "taken: " + request.outputs.json + ";" + request.outputs.html;
  } catch (const Error& e) {
    require(e.kind() == ErrorKind::usage);
    return e.what();
  }
}

bool is_taken(const std::string& outcome) {
  return outcome.starts_with("taken: ");
}

using OutcomeOf = std::string (*)(const Arguments&);

void require_outcome(OutcomeOf outcome_of, Arguments arguments, const std::string& bytes) {
  static const support::TempFolder folder;
  arguments.insert(arguments.end(), {"--config", folder.write("settings", bytes)});
  const std::string outcome = outcome_of(arguments);
  require(!outcome.empty());
  require(outcome_of(arguments) == outcome);
  folder.write("settings", bytes + "\n\n# A remark changes nothing.\n");
  require(outcome_of(arguments) == outcome);
}

// What stands on the command line wins, whatever the file says.
void require_that_the_command_line_wins(OutcomeOf outcome_of, Arguments arguments,
                                        const std::string& bytes) {
  static const support::TempFolder folder;
  arguments.insert(arguments.end(), {"--config", folder.write("settings", bytes)});
  if (!is_taken(outcome_of(arguments))) {
    return;
  }
  arguments.insert(arguments.end(), {"--threshold", "0.75", "--shingle-size", "4"});
  const std::string outcome = outcome_of(arguments);
  require(outcome.find("\"threshold\":0.75,") != outcome.npos);
  require(outcome.find("\"shingle_size\":4,") != outcome.npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  require_outcome(compare_outcome, {"a.txt"}, bytes);
  require_outcome(dedup_outcome, {"a.jsonl", "-o", "kept"}, bytes);
  require_outcome(show_outcome, {"report.json"}, bytes);
  require_that_the_command_line_wins(compare_outcome, {"a.txt"}, bytes);
  require_that_the_command_line_wins(dedup_outcome, {"a.jsonl", "-o", "kept"}, bytes);
  return 0;
}
