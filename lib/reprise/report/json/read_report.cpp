// A saved report, section by section: the rows of the shapes say how each is read.
//
//     1. that it is one, and its options
//     2. the documents, and their words, found again in the texts
//     3. passages and points: their places must lie on the borders of these words
//     4. near-duplicates
//
// What a report lacks has its default, what it has besides is passed over, and what can't be is
// refused with its place: "report.json: passages[0].matched: is no whole number".
#include "reprise/report.h"

#include "reprise/io/json_tree.h"
#include "reprise/report/json/read_documents.h"
#include "reprise/report/json/read_matrices.h"
#include "reprise/report/json/read_passages.h"
#include "reprise/report/json/read_places.h"
#include "reprise/report/json/read_points.h"
#include "reprise/report/json/report_shape.h"
#include "reprise/report/terminal/layout.h"

namespace reprise {

using namespace detail;
namespace {

void check_kind(const JsonNode& root) {
  const std::string how = "name what reprise compare --json wrote";
  if (!root.holds("schema")) {
    root.fail("is no report of Reprise", how);
  }
  const JsonNode found = root["schema"];
  if (found.text() != report_format) {
    found.fail("is not " + std::string(report_format),
               "read it with the version of Reprise that wrote it");
  }
  if (root.holds("summary")) {
    root.fail("is the summary of reprise dedup, which holds no documents", how);
  }
}

void read_options(const JsonNode& root, Reading& reading) {
  const JsonNode node = root["options"];
  CompareOptions& options = reading.result.options;
  read_object(node, options_shape, options, reading);
  options.parts = {root.holds("matrices"), root.holds("passages"), root.holds("points")};
  options.parts.pairs = !options.parts.matrices && root.holds("pairs");
  try {
    options.check();
  } catch (const Error& e) {
    node.fail("can't be: " + on_one_line(e.what()));
  }
}

// A report of a version that wrote no ranking is ranked anew.
void read_ranking(const JsonNode& root, Reading& reading) {
  Result& result = reading.result;
  if (root.holds("ranking")) {
    const JsonNode ranking = root["ranking"];
    list(object<ranked_pair_shape>).read(ranking, result.ranking, reading);
  } else if (result.options.parts.passages || result.options.parts.matrices) {
    result.ranking = rank_pairs(result);
  }
}

}  // namespace

Result read_report(std::string json, const std::string& where) {
  const JsonTree tree(std::move(json), where, {"documents", "extra"});
  const JsonNode& root = tree.root();
  check_kind(root);
  Result result;
  Reading reading{tree, result};
  read_options(root, reading);
  const JsonNode problems = root["problems"];
  list(object<problem_shape>).read(problems, result.problems, reading);
  const JsonNode documents = root["documents"];
  const bool texts = read_reported_documents(documents, reading);
  ReadPlaces places(root, result, texts);
  reading.places = &places;
  const Parts& parts = result.options.parts;
  if (parts.passages) {
    read_passages(root, reading);
  }
  if (parts.points) {
    read_points(root, reading);
  }
  if (parts.matrices) {
    read_near_duplicates(root, reading);
  }
  if (parts.pairs) {
    read_pairs(root, reading);
  }
  read_ranking(root, reading);
  return result;
}

}  // namespace reprise
