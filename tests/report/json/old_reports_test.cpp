// Reports of versions that were released are read, shown and exported, for as long as they lie in
// somebody's folder. Those in tests/data/reports-VERSION were written by that version from
// samples/.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "reprise/io/input_file.h"
#include "reprise/report.h"
#include "reprise/report/exports.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

std::string report_of(const std::string& name) {
  const std::string path =
      std::string(REPRISE_SOURCE_DIR) + "/tests/data/reports-0.1/" + name + ".json.zst";
  std::optional<std::string> damage;
  std::string json = read_whole(path, damage);
  EXPECT_EQ(damage, std::nullopt);
  return json;
}

// Expects all that was in the old report in the new one, with the same value.
void expect_kept(const nlohmann::json& before, const nlohmann::json& after,
                 const std::string& where) {
  if (before.is_object()) {
    for (const auto& [key, value] : before.items()) {
      ASSERT_TRUE(after.contains(key)) << where << "." << key;
      expect_kept(value, after[key], where + "." + key);
    }
    return;
  }
  if (before.is_array()) {
    ASSERT_EQ(after.size(), before.size()) << where;
    for (size_t i = 0; i < before.size(); ++i) {
      expect_kept(before[i], after[i], where + "." + std::to_string(i));
    }
    return;
  }
  EXPECT_EQ(after, before) << where;
}

TEST(OldReports, OfZeroOneSayWhatTheySaid) {
  for (const std::string name : {"compare", "matrix"}) {
    const std::string json = report_of(name);
    const Result result = read_report(json, name);
    JsonOptions options;
    options.text = name == "compare";
    auto before = nlohmann::json::parse(json);
    const auto after = nlohmann::json::parse(to_json(result, options));
    expect_kept(before["options"], after["options"], name + ".options");
    before.erase("options");
    before.erase("version");
    expect_kept(before, after, name);
  }
}

TEST(OldReports, OfZeroOneHaveTheDefaultsOfWhatTheyDontSay) {
  const Result result = read_report(report_of("compare"), "compare");
  EXPECT_EQ(result.options.points.smoothing, PointOptions().smoothing);
  EXPECT_EQ(result.options.points.story_likeness, PointOptions().story_likeness);
  EXPECT_EQ(result.options.passages.least_weight, PassageOptions().least_weight);
}

TEST(OldReports, OfZeroOneAreShownAndExported) {
  for (const std::string name : {"compare", "matrix"}) {
    const Result result = read_report(report_of(name), name);
    EXPECT_NE(to_terminal(result, {}).find("documents"), std::string::npos);
    if (name == "compare") {
      EXPECT_FALSE(to_html(result, {}).html.empty());
    }
    support::TempFolder folder;
    for (const ExportFormat& format : export_formats()) {
      if (result.options.parts.*format.part) {
        const std::string path = (std::filesystem::path(folder.path()) / format.name).string();
        write_export(format, result, path);
        EXPECT_TRUE(std::filesystem::exists(path)) << format.name;
      }
    }
  }
}

// The texts of its passages are not in it: so it was refused by 0.1 itself.
TEST(OldReports, OfPassagesAloneAreRefusedForTheirTexts) {
  try {
    read_report(report_of("passages"), "passages.json");
    FAIL() << "it was read";
  } catch (const Error& e) {
    EXPECT_NE(std::string(e.what()).find("lacks texts"), std::string::npos) << e.what();
  }
}

}  // namespace
}  // namespace reprise::detail
