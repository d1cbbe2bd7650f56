// The plan of the house as a test: data flows one way through the folders of lib/reprise, and no
// file grows too long.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

// A file may include its own folder and those before it.
constexpr std::array<std::string_view, 17> street{
    "base",     "io",      "extract", "words", "corpus",  "language", "furniture", "sketch", "near",
    "passages", "meaning", "points",  "dedup", "archive", "result",   "report",    "phases"};

const fs::path library = fs::path(REPRISE_SOURCE_DIR) / "lib";

struct SourceFile {
  std::vector<std::string> includes;  // of ours, as "near/pair.h"
  size_t lines = 0;
};

// By path inside lib/reprise.
std::map<std::string, SourceFile> read_sources() {
  static const std::regex include(R"re(^\s*#\s*include\s*["<]reprise/([^">]+)[">].*)re");
  std::map<std::string, SourceFile> sources;
  for (const auto& entry : fs::recursive_directory_iterator(library / "reprise")) {
    const fs::path& path = entry.path();
    if (path.extension() != ".h" && path.extension() != ".cpp") {
      continue;
    }
    SourceFile& source = sources[path.lexically_relative(library / "reprise").generic_string()];
    std::ifstream in(path);
    for (std::string line; std::getline(in, line); ++source.lines) {
      std::smatch match;
      if (std::regex_match(line, match, include)) {
        source.includes.push_back(match[1]);
      }
    }
  }
  return sources;
}

// Returns whether a program may include it: such headers hold plain structs, and stand before the
// street.
bool is_public(const std::string& include) {
  return fs::exists(library / "include/reprise" / include);
}

// Returns the number of the house; what stands in no folder (compare, dedup) is behind them all,
// and what stands in an unknown one has none.
int house_of(const std::string& path) {
  const size_t slash = path.find('/');
  if (slash == std::string::npos) {
    return street.size();
  }
  const auto found =
      std::find(street.begin(), street.end(), std::string_view(path).substr(0, slash));
  return found == street.end() ? -1 : static_cast<int>(found - street.begin());
}

TEST(Structure, SourcesAreFound) {
  const auto sources = read_sources();
  EXPECT_GT(sources.size(), 40u);
  EXPECT_TRUE(sources.contains("base/hash.h"));
  const auto& includes = sources.at("near/banding.cpp").includes;
  EXPECT_TRUE(std::find(includes.begin(), includes.end(), "near/banding.h") != includes.end());
}

TEST(Structure, EveryFolderStandsInTheStreet) {
  for (const auto& [path, source] : read_sources()) {
    EXPECT_GE(house_of(path), 0) << path;
  }
}

TEST(Structure, NoFileIncludesAFolderBelowItsOwn) {
  for (const auto& [path, source] : read_sources()) {
    for (const std::string& include : source.includes) {
      if (!is_public(include)) {
        EXPECT_LE(house_of(include), house_of(path)) << path << " includes " << include;
      }
    }
  }
}

TEST(Structure, IncludesHaveNoCycles) {
  const auto sources = read_sources();
  enum class State { unseen, open, done };
  std::map<std::string, State> states;
  std::vector<std::string> chain;
  const std::function<void(const std::string&)> visit = [&](const std::string& path) {
    if (states[path] == State::done || !sources.contains(path)) {
      return;
    }
    chain.push_back(path);
    if (states[path] == State::open) {
      ADD_FAILURE() << ::testing::PrintToString(chain);
    } else {
      states[path] = State::open;
      for (const std::string& include : sources.at(path).includes) {
        visit(include);
      }
      states[path] = State::done;
    }
    chain.pop_back();
  };
  for (const auto& [path, source] : sources) {
    visit(path);
  }
}

TEST(Structure, EveryIncludedFileIsThere) {
  const auto sources = read_sources();
  for (const auto& [path, source] : sources) {
    for (const std::string& include : source.includes) {
      EXPECT_TRUE(fs::exists(library / "reprise" / include) || is_public(include))
          << path << " includes " << include;
    }
  }
}

// Returns the lines of code that name a language: "Language::german", but not "Language::other",
// which is none.
size_t languages_named_in(const fs::path& path) {
  static const std::regex comment(R"(//.*)");
  static const std::regex language(R"(\bLanguage::(?!other\b)\w+)");
  size_t named = 0;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    named += std::regex_search(std::regex_replace(line, comment, ""), language);
  }
  return named;
}

TEST(Structure, AlgorithmsAskAPackAndNameNoLanguage) {
  for (const auto& [path, source] : read_sources()) {
    if (!path.starts_with("language/packs/")) {
      EXPECT_EQ(languages_named_in(library / "reprise" / path), 0u) << path;
    }
  }
  EXPECT_GT(languages_named_in(library / "reprise/language/packs/packs.h"), 4u);
}

TEST(Structure, NoFileIsTooLongToRead) {
  for (const auto& [path, source] : read_sources()) {
    EXPECT_LE(source.lines, 400u) << path;
  }
}

}  // namespace
}  // namespace reprise::detail
