#include "reprise/report/json/read_report.h"

#include <span>

#include "reprise/io/json_tree.h"
#include "reprise/report/json/read_documents.h"
#include "reprise/report/json/read_matrices.h"
#include "reprise/report/json/read_passages.h"
#include "reprise/report/json/read_places.h"
#include "reprise/report/json/read_points.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/result/options_table.h"

namespace reprise::detail {
namespace {

constexpr const char* schema = "reprise.report/1";

void check_kind(const JsonNode& root) {
  const std::string how = "name what reprise compare --json wrote";
  if (!root.holds("schema")) {
    root.fail("is no report of Reprise", how);
  }
  const JsonNode found = root["schema"];
  if (found.text() != schema) {
    found.fail("is not " + std::string(schema),
               "read it with the version of Reprise that wrote it");
  }
  if (root.holds("summary")) {
    root.fail("is the summary of reprise dedup, which holds no documents", how);
  }
}

// Fills in each option as for_each_option hands it out.
struct OptionsReader {
  const JsonNode& options;

  void operator()(const char* name, double& value) const { value = options[name].real(0, 1); }
  void operator()(const char* name, bool& value) const { value = options[name].flag(); }
  void operator()(const char* name, uint32_t& value) const {
    value = static_cast<uint32_t>(options[name].count());
  }
  void operator()(const char* name, uint64_t& value) const {
    value = options[name].count(UINT64_MAX);
  }
  void operator()(const char* name, std::string& value) const {
    value = options[name].text_if_any().value_or("");
  }
  void operator()(const char* name, Joining& value) const {
    value = options[name].flag() ? Joining::chain : Joining::to_kept;
  }
  template <class Choice>
  void operator()(const char* name, Choice& value, std::span<const std::string_view> names) const {
    value = static_cast<Choice>(options[name].choice(names));
  }
};

CompareOptions read_options(const JsonNode& root) {
  const JsonNode node = root["options"];
  CompareOptions options;
  const OptionsReader reader{node};
  for_each_option(options, reader);
  options.parts = {root.holds("matrices"), root.holds("passages"), root.holds("points")};
  try {
    options.check();
  } catch (const Error& e) {
    node.fail("can't be: " + on_one_line(e.what()));
  }
  return options;
}

std::vector<Problem> read_problems(const JsonNode& root) {
  std::vector<Problem> problems;
  root["problems"].each([&](const JsonNode& node, size_t) {
    problems.push_back({std::string(node["where"].text()), std::string(node["what"].text()),
                        std::string(node["remedy"].text()), node["rejected"].flag()});
  });
  return problems;
}

}  // namespace

Result read_report(std::string json, const std::string& where) {
  const JsonTree tree(std::move(json), where, {"documents", "extra"});
  const JsonNode& root = tree.root();
  check_kind(root);
  Result result;
  result.options = read_options(root);
  result.problems = read_problems(root);
  const bool texts = read_reported_documents(tree, result);
  const Parts& parts = result.options.parts;
  ReadPlaces places(root, result, texts);
  if (parts.passages) {
    read_passages(root, places, result);
  }
  if (parts.points) {
    read_points(root, places, result);
  }
  if (parts.matrices) {
    read_near_duplicates(root, result);
  }
  return result;
}

}  // namespace reprise::detail
