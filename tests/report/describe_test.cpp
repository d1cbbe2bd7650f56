// The schema of reports, and their page in the documentation, are what the rows of their keys say.
#include "reprise/report/describe.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

namespace reprise::detail {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// Returns the first line in which two texts differ, of both.
std::string first_difference(const std::string& a, const std::string& b) {
  std::istringstream lines_a(a);
  std::istringstream lines_b(b);
  std::string line_a;
  std::string line_b;
  for (size_t number = 1;; ++number) {
    const bool more_a = static_cast<bool>(std::getline(lines_a, line_a));
    const bool more_b = static_cast<bool>(std::getline(lines_b, line_b));
    if (line_a != line_b || more_a != more_b || !more_a) {
      return "line " + std::to_string(number) + "\n- " + line_a + "\n+ " + line_b;
    }
    line_a.clear();
    line_b.clear();
  }
}

// Holds the file against what is made; with REPRISE_UPDATE=1 in the environment, writes it anew.
void expect_file(const std::string& name, const std::string& made) {
  const std::string path = std::string(REPRISE_SOURCE_DIR) + "/" + name;
  if (std::getenv("REPRISE_UPDATE")) {
    std::ofstream(path) << made;
  }
  const std::string there = content_of(path);
  EXPECT_TRUE(there == made) << name
                             << " is not what the rows say: " << first_difference(there, made)
                             << "\nTo write it anew: REPRISE_UPDATE=1 reprise_tests "
                                "--gtest_filter='Describe.*'";
}

TEST(Describe, TheSchemaInTheRepositoryIsTheOneOfTheRows) {
  expect_file("lib/reprise/report/json/report.schema.json", report_schema());
}

TEST(Describe, ThePageInTheRepositoryIsTheOneOfTheRows) {
  expect_file("docs/report.md", report_guide());
}

void add_references(const nlohmann::json& value, std::set<std::string>& references) {
  for (const auto& [key, inner] : value.items()) {
    if (key == "$ref") {
      references.insert(inner.get<std::string>());
    }
    if (inner.is_structured()) {
      add_references(inner, references);
    }
  }
}

TEST(Describe, EveryReferenceOfTheSchemaLeadsToADefinitionAndEveryDefinitionIsReferredTo) {
  const auto schema = nlohmann::json::parse(report_schema());
  std::set<std::string> references;
  std::set<std::string> definitions;
  add_references(schema, references);
  for (const auto& [name, definition] : schema["definitions"].items()) {
    definitions.insert("#/definitions/" + name);
  }
  EXPECT_EQ(references, definitions);
}

TEST(Describe, EveryMeaningIsASentence) {
  const auto schema = nlohmann::json::parse(report_schema());
  for (const auto& [name, definition] : schema["definitions"].items()) {
    for (const auto& [key, value] : definition["properties"].items()) {
      const std::string meaning = value["description"];
      EXPECT_TRUE(meaning.ends_with(".")) << name << "." << key << ": " << meaning;
    }
  }
}

}  // namespace
}  // namespace reprise::detail
