// What dedup writes: the kept lines byte for byte, annotations, folders and lists.
#include "reprise/dedup/outputs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "reprise/dedup/listings.h"
#include "reprise/dedup/records.h"
#include "reprise/io/input_file.h"
#include "support/dedup_writes.h"
#include "support/files.h"
#include "support/records.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using support::line_of;
using support::lines_of;
using support::make_records;
using support::only_kept;
using support::Random;
using support::read_file;
using support::Record;
using support::run;
using support::TempFolder;
using support::usual_options;
using Strings = std::vector<std::string>;

std::string inflated(const std::string& path) {
  std::optional<std::string> damage;
  std::string bytes = read_whole(path, damage);
  EXPECT_EQ(damage, std::nullopt);
  return bytes;
}

std::vector<std::string> split(const std::string& bytes) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', begin), bytes.size());
    lines.push_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// Lines as they come in the wild; `records` gets those that are records, with their ends.
std::string wild_lines(const std::vector<Record>& made, Random& random, Strings& records) {
  std::string bytes = random.chance(0.5) ? "\xEF\xBB\xBF" : "";
  for (const Record& record : made) {
    while (random.chance(0.2)) {
      bytes += random.pick(Strings{"\n", "\r\n", "  \t\n", "no json\n", "{\"title\":1}\n", "[]\n"});
    }
    std::string line = line_of(record);
    if (random.chance(0.1)) {
      line.insert(1, "\"x\":\"\xff\xc3\", ");
    }
    if (random.chance(0.1)) {
      line.insert(1, " \"n\" : 1e999 , ");
    }
    if (random.chance(0.1)) {
      line = " " + line + "\t";
    }
    line += random.chance(0.2) ? "\r\n" : "\n";
    bytes += line;
    records.push_back(line);
  }
  if (random.chance(0.5)) {  // the last line without its end
    bytes.pop_back();
    records.back().pop_back();
  }
  return bytes;
}

struct Inputs {
  Strings paths;
  std::vector<Strings> records;  // of each file
};

Inputs wild_files(const TempFolder& folder, size_t files, Random& random) {
  Inputs inputs;
  for (size_t f = 0; f < files; ++f) {
    inputs.records.emplace_back();
    const auto records = make_records(1 + random.below(30), 5, 120, random);
    std::string bytes = wild_lines(records, random, inputs.records.back());
    std::string name = "in/" + std::to_string(f) + ".jsonl";
    if (random.chance(0.3)) {
      name += ".gz";
      bytes = support::gzipped(bytes);
    } else if (random.chance(0.3)) {
      name += ".zst";
      bytes = support::zstandard(bytes);
    }
    inputs.paths.push_back(folder.write(name, bytes));
  }
  return inputs;
}

// The kept lines of one file, or of all of them in one.
std::string kept_of(const Strings& records, const DedupResult& result, uint32_t first) {
  std::string bytes;
  for (uint32_t r = 0; r < records.size(); ++r) {
    if (result.keeps[first + r]) {
      bytes += records[r];
    }
  }
  return bytes;
}

// --- the kept lines

TEST(DedupOutputs, KeptLinesComeOutByteForByte) {
  Random random(1);
  for (int round = 0; round < 20 && !HasFailure(); ++round) {
    const TempFolder folder;
    const Inputs inputs = wild_files(folder, 1 + random.below(5), random);
    DedupOptions options = usual_options();
    options.threads = random.chance(0.5) ? 1 : 16;
    for (const char* name : {"out.jsonl", "out.jsonl.gz", "out.jsonl.zst"}) {
      const DedupResult result = run(inputs.paths, only_kept(folder / name), options);
      std::string expected;
      uint32_t first = 0;
      for (const Strings& records : inputs.records) {
        const std::string kept = kept_of(records, result, first);
        if (!kept.empty() && !expected.empty() && !expected.ends_with('\n')) {
          expected += '\n';
        }
        expected += kept;
        first += static_cast<uint32_t>(records.size());
      }
      ASSERT_EQ(first, result.records->count);
      EXPECT_TRUE(inflated(folder / name) == expected) << name;
      // A second run finds nothing more.
      const DedupResult again = run({folder / name}, only_kept(folder / "again.jsonl"), options);
      EXPECT_TRUE(read_file(folder / "again.jsonl") == expected);
      EXPECT_EQ(std::count(again.keeps.begin(), again.keeps.end(), false), 0);
    }
  }
}

TEST(DedupOutputs, AFolderMirrorsTheInputs) {
  Random random(2);
  for (int round = 0; round < 10 && !HasFailure(); ++round) {
    const TempFolder folder;
    Inputs inputs = wild_files(folder, 1 + random.below(6), random);
    inputs.paths.push_back(folder.write("in/empty.jsonl", ""));
    inputs.paths.push_back(folder.write("in/empty.jsonl.gz", support::gzipped("\n")));
    inputs.records.resize(inputs.paths.size());
    const DedupResult result = run(inputs.paths, only_kept(folder / "made/out/"));
    uint32_t first = 0;
    for (size_t f = 0; f < inputs.paths.size(); ++f) {
      const std::string path = folder / "made/out/" + fs::path(inputs.paths[f]).filename().string();
      EXPECT_TRUE(inflated(path) == kept_of(inputs.records[f], result, first)) << path;
      first += static_cast<uint32_t>(inputs.records[f].size());
      const std::string bytes = read_file(path);
      if (path.ends_with(".gz")) {
        EXPECT_TRUE(bytes.starts_with("\x1f\x8b"));
      }
      if (path.ends_with(".zst")) {
        EXPECT_TRUE(bytes.starts_with("\x28\xb5\x2f\xfd"));
      }
    }
    const auto entries =
        std::distance(fs::directory_iterator(folder / "made/out"), fs::directory_iterator());
    EXPECT_EQ(entries, static_cast<ptrdiff_t>(inputs.paths.size()));
  }
}

TEST(DedupOutputs, AFolderKeepsTheFoldersInside) {
  const TempFolder folder;
  const std::string line = "{\"text\":\"the same words in both of the files\"}\n";
  folder.write("in/a/x.jsonl", line);
  folder.write("in/b/c/x.jsonl.gz", support::gzipped(line + "{\"text\":\"another\"}\n"));
  folder.write("in/b/t.txt", "a text file with some words of its own");
  folder.write("in/b/u.txt", "a text file with some words of its own");
  fs::create_directory(folder / "out");
  run({folder / "in"}, only_kept(folder / "out"));  // a folder that is there needs no / at the end
  EXPECT_EQ(read_file(folder / "out/a/x.jsonl"), line);
  EXPECT_EQ(inflated(folder / "out/b/c/x.jsonl.gz"), "{\"text\":\"another\"}\n");
  EXPECT_EQ(read_file(folder / "out/b/t.txt"), "a text file with some words of its own");
  EXPECT_FALSE(fs::exists(folder / "out/b/u.txt"));
}

TEST(DedupOutputs, TextFilesAreListedOrCopiedAsTheyAre) {
  const TempFolder folder;
  const std::string text = "A text of some words,\r\nwith two lines of them";
  const Strings paths{
      folder.write("1.txt", text), folder.write("2.txt", text),
      folder.write("3.txt", "\xff\xfe" + support::utf16_bytes(u"other words in other bytes", true)),
      folder.write("4.txt.gz", support::gzipped("words that were packed by somebody"))};
  run(paths, only_kept(folder / "list"));
  EXPECT_EQ(read_file(folder / "list"), paths[0] + "\n" + paths[2] + "\n" + paths[3] + "\n");
  run(paths, only_kept(folder / "out/"));
  for (const char* name : {"1.txt", "3.txt", "4.txt.gz"}) {
    EXPECT_EQ(inflated(folder / "out/" + name), inflated(folder / name)) << name;
    EXPECT_EQ(read_file(folder / "out/" + name).substr(0, 2), read_file(folder / name).substr(0, 2))
        << name;
  }
  EXPECT_FALSE(fs::exists(folder / "out/2.txt"));
}

// --- annotations

TEST(DedupOutputs, AnnotatedLinesAreTheRecordsWithOneFieldMore) {
  Random random(3);
  for (int round = 0; round < 10 && !HasFailure(); ++round) {
    const TempFolder folder;
    const Inputs inputs = wild_files(folder, 1 + random.below(4), random);
    Strings lines;
    for (const Strings& records : inputs.records) {
      lines.insert(lines.end(), records.begin(), records.end());
    }
    for (const Annotation annotation : {Annotation::kept, Annotation::all}) {
      const DedupResult result = run(inputs.paths, only_kept(folder / "out.jsonl", annotation));
      const ClusterTable clusters(result);
      const Strings out = split(read_file(folder / "out.jsonl"));
      size_t next = 0;
      for (uint32_t r = 0; r < lines.size(); ++r) {
        if (annotation == Annotation::kept && !result.keeps[r]) {
          continue;
        }
        ASSERT_LT(next, out.size());
        const std::string& line = out[next++];
        const size_t begin = line.rfind(", \"reprise\": ");
        ASSERT_NE(begin, line.npos);
        const std::string before = lines[r].substr(0, lines[r].rfind('}'));
        EXPECT_EQ(line.substr(0, begin), before);
        const size_t end = line.rfind('}');
        const Json field = Json::parse(line.substr(begin + 13, end - begin - 13));
        const auto membership = clusters.of(r);
        EXPECT_EQ(field["kept"], static_cast<bool>(result.keeps[r]));
        EXPECT_EQ(field["size"], membership.size);
        EXPECT_EQ(field["cluster"].is_null(), !membership.cluster);
        EXPECT_NEAR(field["similarity"].get<double>(),
                    static_cast<double>(result.decisions[r].similarity), 1e-6);
        std::string behind = lines[r].substr(lines[r].rfind('}') + 1);
        if (behind.ends_with('\n')) {
          behind.pop_back();
        }
        EXPECT_EQ(line.substr(end + 1), behind);
      }
      EXPECT_EQ(next, out.size());
    }
  }
}

// --- lists

TEST(DedupOutputs, ListsSayWhoLeftForWhom) {
  Random random(4);
  const TempFolder folder;
  const auto records = make_records(40, 6, 120, random);
  std::string lines;
  for (size_t i = 0; i < records.size(); ++i) {
    std::string line = line_of(records[i]);
    if (i % 2 == 0) {
      line.insert(1, "\"id\":\"id " + std::to_string(i) + "\",");
    }
    lines += line + "\n";
  }
  const std::string path = folder.write("a.jsonl", lines);
  for (const KeepRule::Kind kind : {KeepRule::Kind::first, KeepRule::Kind::newest}) {
    DedupOptions options = usual_options();
    options.keep.kind = kind;
    const DedupResult result = run({path},
                                   {folder / "kept.jsonl", folder / "removed.jsonl",
                                    folder / "clusters.jsonl", Annotation::none},
                                   options);
    const auto where = [&](uint32_t r) {
      return path + ":" + std::to_string(r + 1);
    };
    const auto id = [&](uint32_t r) {
      return r % 2 == 0 ? "id " + std::to_string(r) : where(r);
    };

    std::map<uint32_t, std::vector<uint32_t>> clusters;
    const Strings removed = split(read_file(folder / "removed.jsonl"));
    size_t next = 0;
    for (uint32_t r = 0; r < records.size(); ++r) {
      clusters[result.decisions[r].kept].push_back(r);
      if (result.keeps[r]) {
        continue;
      }
      ASSERT_LT(next, removed.size());
      const Json line = Json::parse(removed[next++]);
      const uint32_t kept = result.decisions[r].kept;
      EXPECT_EQ(line["where"], where(r));
      EXPECT_EQ(line["id"], id(r));
      EXPECT_EQ(line["kept_where"], where(kept));
      EXPECT_EQ(line["kept_id"], id(kept));
      EXPECT_NEAR(line["similarity"].get<double>(),
                  static_cast<double>(result.decisions[r].similarity), 1e-6);
    }
    EXPECT_EQ(next, removed.size());
    EXPECT_GT(next, 20u);

    std::erase_if(clusters, [](const auto& cluster) { return cluster.second.size() < 2; });
    const Strings listed = split(read_file(folder / "clusters.jsonl"));
    ASSERT_EQ(listed.size(), clusters.size());
    size_t number = 0, largest = 0;
    const ClusterTable table(result);
    for (const auto& [kept, members] : clusters) {
      const Json line = Json::parse(listed[number]);
      EXPECT_EQ(line["cluster"], number);
      EXPECT_EQ(line["size"], members.size());
      EXPECT_EQ(line["kept"], where(kept));
      Strings wheres;
      for (const uint32_t r : members) {
        wheres.push_back(where(r));
        EXPECT_EQ(table.of(r).cluster, number);
        EXPECT_EQ(table.of(r).size, members.size());
      }
      EXPECT_EQ(line["members"], wheres);
      largest = std::max(largest, members.size());
      ++number;
    }
    EXPECT_EQ(table.count(), clusters.size());
    EXPECT_EQ(table.largest(), largest);
  }
}

TEST(DedupOutputs, TextFilesAreListedByTheIdsOfTheirTable) {
  const TempFolder folder;
  const std::string text = "a text of some words that are the same in all";
  for (const char* name : {"a.txt", "b.txt", "sub/c.txt"}) {
    folder.write(std::string("texts/") + name, text);
  }
  folder.write("texts/metadata.csv", "file,id\na.txt,first\nsub/c.txt,third\n");
  run({folder / "texts"}, {folder / "kept", folder / "removed.jsonl", "", Annotation::none});
  const Strings removed = split(read_file(folder / "removed.jsonl"));
  ASSERT_EQ(removed.size(), 2u);
  EXPECT_EQ(Json::parse(removed[0])["id"], "b.txt");
  EXPECT_EQ(Json::parse(removed[0])["kept_id"], "first");
  EXPECT_EQ(Json::parse(removed[1])["id"], "third");
}

TEST(DedupOutputs, WithAReferenceTheItemsAreListed) {
  const TempFolder folder;
  const std::string item =
      "which planet of the solar system has the most moons that are known today to anyone";
  DedupOptions options = usual_options();
  options.against = {folder.write("items.jsonl", "{\"id\":\"q1\",\"text\":\"" + item + "\"}\n")};
  const std::string clean = "{\"text\":\"nothing of the kind\"}\n";
  const std::string path =
      folder.write("a.jsonl", clean + "{\"text\":\"é " + item + " ?\"}\n" + clean);
  run({path},
      {folder / "kept.jsonl", folder / "removed.jsonl", folder / "clusters.jsonl",
       Annotation::none},
      options);
  EXPECT_EQ(read_file(folder / "kept.jsonl"), clean + clean);
  EXPECT_EQ(read_file(folder / "clusters.jsonl"), "");
  const Strings removed = split(read_file(folder / "removed.jsonl"));
  ASSERT_EQ(removed.size(), 1u);
  EXPECT_EQ(Json::parse(removed[0]), (Json{{"where", path + ":2"},
                                           {"item", "q1"},
                                           {"share", 1.0},
                                           {"begin", 3},
                                           {"end", 3 + item.size()}}));
}

}  // namespace
}  // namespace reprise::detail
