// What an archive holds after adding, replacing, removing and merging; what it refuses; what it
// says of files that are not as they were written.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "reprise/archive.h"
#include "reprise/archive/catalogue.h"
#include "support/files.h"

namespace reprise::detail {
namespace {

using Access = Archive::Access;

Document document(const std::string& id, const std::string& text) {
  Document made;
  made.id = made.where = id;
  made.text = text;
  return made;
}

std::string text_of(int number) {
  return "The ferry number " + std::to_string(number) + " to the island of Orne left the harbour " +
         std::to_string(number * 7) + " minutes late, said the crew of the tug.";
}

Corpus corpus_of(std::vector<Document> documents) {
  return {std::move(documents), {}};
}

std::vector<std::string> ids_of(const Archive& archive) {
  std::vector<std::string> ids;
  for (const Document& each : archive.documents()) {
    ids.push_back(each.id);
  }
  return ids;
}

template <class Call>
std::string error_of(const Call& call) {
  try {
    call();
  } catch (const Error& e) {
    return e.what();
  }
  return "";
}

class ArchiveStoreTest : public ::testing::Test {
 protected:
  std::string path() const { return folder_ / "archive"; }

  Archive make(int documents) const {
    Archive archive = Archive::create(path(), {});
    for (int i = 0; i < documents; ++i) {
      archive.add(corpus_of({document(std::to_string(i), text_of(i))}), {});
    }
    return archive;
  }

  std::vector<std::string> files_of_segments() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path() + "/segments")) {
      names.push_back(entry.path().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  support::TempFolder folder_;
};

using Ids = std::vector<std::string>;

TEST_F(ArchiveStoreTest, WhatIsThereAlreadyStaysAsItIs) {
  Archive archive = make(2);
  const ArchiveChange change =
      archive.add(corpus_of({document("1", text_of(1)), document("2", text_of(2))}), {});
  EXPECT_EQ(change.added, 1u);
  EXPECT_EQ(change.unchanged, 1u);
  EXPECT_EQ(ids_of(archive), (Ids{"0", "1", "2"}));
}

TEST_F(ArchiveStoreTest, OtherContentsReplaceOnlyIfAsked) {
  Archive archive = make(3);
  const auto add = [&](bool replace) {
    ArchiveAddOptions options;
    options.replace = replace;
    return archive.add(corpus_of({document("9", text_of(9)), document("1", "Other words.")}),
                       options);
  };
  EXPECT_NE(error_of([&] { add(false); }).find("--replace"), std::string::npos);
  EXPECT_EQ(ids_of(archive), (Ids{"0", "1", "2"})) << "nothing of the batch is added";
  const ArchiveChange change = add(true);
  EXPECT_EQ(change.added, 2u);
  EXPECT_EQ(change.replaced, 1u);
  EXPECT_EQ(ids_of(archive), (Ids{"0", "2", "9", "1"}));
  EXPECT_EQ(archive.documents().back().text, "Other words.");
  EXPECT_EQ(archive.check(), std::vector<Problem>());
}

TEST_F(ArchiveStoreTest, OfTwoWithOneIdTheLaterReplaces) {
  Archive archive = make(0);
  const auto twice = [] {
    return corpus_of({document("a", "One."), document("a", "Two."), document("b", "Three."),
                      document("b", "Three.")});
  };
  EXPECT_NE(error_of([&] { archive.add(twice(), {}); }), "");
  ArchiveAddOptions options;
  options.replace = true;
  EXPECT_EQ(archive.add(twice(), options).added, 2u);
  EXPECT_EQ(archive.documents()[0].text, "Two.");
}

TEST_F(ArchiveStoreTest, ItSaysWhoIsThereAndSinceWhen) {
  Archive archive = make(2);
  const std::vector<Document> unknown = archive.unknown_among(
      {document("0", text_of(0)), document("1", "Other words."), document("7", text_of(7))});
  ASSERT_EQ(unknown.size(), 2u);
  EXPECT_EQ(unknown[0].id, "1");
  EXPECT_EQ(unknown[1].id, "7");
  EXPECT_GT(archive.added_at("0").value_or(0), 0u);
  EXPECT_EQ(archive.added_at("7"), std::nullopt);
}

TEST_F(ArchiveStoreTest, ADocumentIsFoundByItsId) {
  Archive archive = make(3);
  const std::optional<Document> found = archive.find("1");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, "1");
  EXPECT_EQ(found->text, text_of(1));
  archive.remove(Ids{"1"});
  EXPECT_FALSE(archive.find("1").has_value());
  EXPECT_FALSE(archive.find("7").has_value());
}

TEST_F(ArchiveStoreTest, TheNewestComeFirstUntilItIsEnough) {
  Archive archive = make(20);  // more than are merged together
  archive.remove(Ids{"18"});
  Ids seen;
  archive.visit_newest_first([&](const Document& document) {
    seen.push_back(document.id);
    return seen.size() < 3;
  });
  EXPECT_EQ(seen, (Ids{"19", "17", "16"}));
  seen.clear();
  archive.visit_newest_first([&](const Document& document) {
    seen.push_back(document.id);
    return true;
  });
  std::reverse(seen.begin(), seen.end());
  EXPECT_EQ(seen, ids_of(archive));
}

TEST_F(ArchiveStoreTest, CursorsAreKept) {
  {
    Archive archive = make(1);
    EXPECT_EQ(archive.cursor("a.txt"), "");
    archive.set_cursor("a.txt", "7 1");
    archive.set_cursor("a.txt", "8 2");
  }
  EXPECT_EQ(Archive::open(path(), Access::read).cursor("a.txt"), "8 2");
}

TEST_F(ArchiveStoreTest, RemovedOnesAreGoneAndUnknownOnesSaid) {
  Archive archive = make(4);
  const Ids gone{"1", "7", "3"};
  const ArchiveChange change = archive.remove(gone);
  EXPECT_EQ(change.removed, 2u);
  EXPECT_EQ(change.unknown, Ids{"7"});
  EXPECT_EQ(ids_of(archive), (Ids{"0", "2"}));
  const Ids again{"1"};
  EXPECT_EQ(archive.remove(again).unknown, again);
  archive.add(corpus_of({document("1", text_of(1))}), {});
  EXPECT_EQ(ids_of(archive), (Ids{"0", "2", "1"}));
}

TEST_F(ArchiveStoreTest, EightSegmentsBecomeOneAndNothingElseIsLeft) {
  Archive archive = make(8);
  EXPECT_EQ(archive.stats().segments, 1u);
  EXPECT_EQ(files_of_segments().size(), 4u);
  EXPECT_EQ(ids_of(archive).size(), 8u);
  const Ids all = ids_of(archive);
  archive.remove(all);
  archive.compact(false);
  EXPECT_EQ(archive.stats().segments, 0u);
  EXPECT_EQ(files_of_segments(), Ids());
  EXPECT_EQ(archive.check(), std::vector<Problem>());
}

TEST_F(ArchiveStoreTest, KeysOfAnotherVersionAreMadeAnew) {
  { make(2); }
  const auto pretend = [&] {
    Catalogue catalogue(path() + "/catalogue.sqlite", Database::Mode::write);
    Transaction change(catalogue.database());
    catalogue.set_fingerprint(7);
    change.commit();
  };
  pretend();
  Archive archive = Archive::open(path(), Access::write);
  const auto ask = [&] {
    archive.query(corpus_of({document("q", text_of(1))}), {});
  };
  EXPECT_NE(error_of(ask).find("--rebuild"), std::string::npos);
  EXPECT_NE(error_of([&] { archive.add(corpus_of({document("q", text_of(1))}), {}); }), "");
  EXPECT_EQ(ids_of(archive), (Ids{"0", "1"})) << "its documents can be read";
  archive.compact(true);
  EXPECT_EQ(error_of(ask), "");
  EXPECT_EQ(archive.check(), std::vector<Problem>());
}

TEST_F(ArchiveStoreTest, SixtyFourSegmentsBecomeOneOfTheNextLevel) {
  Archive archive = make(66);
  EXPECT_EQ(archive.stats().segments, 3u);
  EXPECT_EQ(ids_of(archive).size(), 66u);
  archive.compact(true);
  EXPECT_EQ(archive.stats().segments, 1u);
  EXPECT_EQ(archive.check(), std::vector<Problem>());
}

TEST_F(ArchiveStoreTest, AReaderKeepsWhatItSawUntilItRefreshes) {
  Archive writer = make(7);
  Archive reader = Archive::open(path(), Access::read);
  const Ids gone{"0"};
  writer.remove(gone);
  writer.add(corpus_of({document("new", text_of(70))}), {});  // the eighth: all are merged
  EXPECT_EQ(ids_of(reader).size(), 7u);
  EXPECT_EQ(ids_of(reader)[0], "0");
  reader.refresh();
  EXPECT_EQ(ids_of(reader), ids_of(writer));
  std::filesystem::remove_all(path());
  EXPECT_THROW(reader.refresh(), Error);
  make(1);
  EXPECT_THROW(reader.refresh(), Error);  // another one has its place
}

TEST_F(ArchiveStoreTest, ReadersAreRightWhileAWriterMerges) {
  Archive writer = make(1);
  std::atomic<bool> done{false};
  std::vector<std::thread> readers;
  for (int r = 0; r < 3; ++r) {
    readers.emplace_back([&] {
      Archive reader = Archive::open(path(), Access::read);
      size_t most = 0;
      while (!done) {
        reader.refresh();
        const size_t seen = reader.documents().size();
        EXPECT_GE(seen, most);
        most = seen;
      }
    });
  }
  for (int i = 1; i < 40; ++i) {
    writer.add(corpus_of({document(std::to_string(i), text_of(i))}), {});
  }
  done = true;
  for (std::thread& reader : readers) {
    reader.join();
  }
}

TEST_F(ArchiveStoreTest, OfTwoWritersTheSecondIsToldWhoHoldsIt) {
  const Archive first = make(1);
  const std::string said = error_of([&] { Archive::open(path(), Access::write, 0.1); });
  EXPECT_NE(said.find("process " + std::to_string(getpid())), std::string::npos) << said;
  EXPECT_EQ(ids_of(Archive::open(path(), Access::read)), Ids{"0"});
}

TEST_F(ArchiveStoreTest, WhatIsNoArchiveIsRefused) {
  EXPECT_NE(error_of([&] { Archive::open(path(), Access::read); }).find("no such folder"),
            std::string::npos);
  folder_.write("folder/readme.txt", "hello");
  EXPECT_NE(error_of([&] { Archive::open(folder_ / "folder", Access::read); }).find("no archive"),
            std::string::npos);
  EXPECT_NE(error_of([&] { Archive::create(folder_ / "folder", {}); }).find("no empty folder"),
            std::string::npos);
  folder_.write("text/catalogue.sqlite", std::string(5000, 'x'));
  EXPECT_NE(error_of([&] { Archive::open(folder_ / "text", Access::read); }), "");
  folder_.write("nothing/catalogue.sqlite", "");
  EXPECT_NE(error_of([&] { Archive::open(folder_ / "nothing", Access::read); }).find("another"),
            std::string::npos);
}

TEST_F(ArchiveStoreTest, ASegmentThatIsMissingOrAnotherIsRefused) {
  { make(2); }
  const Ids files = files_of_segments();
  ASSERT_EQ(files.size(), 8u);
  std::filesystem::copy_file(files[0], files[4], std::filesystem::copy_options::overwrite_existing);
  EXPECT_NE(error_of([&] { Archive::open(path(), Access::read); }).find("another segment"),
            std::string::npos);
  std::filesystem::remove(files[4]);
  EXPECT_NE(error_of([&] { Archive::open(path(), Access::read); }).find("is missing"),
            std::string::npos);
}

// What each call on a damaged archive says; empty where it did what it should.
std::vector<std::string> what_is_said(const std::string& path, const Ids& expected) {
  std::vector<std::string> said;
  try {
    const Archive archive = Archive::open(path, Access::read);
    for (const Problem& problem : archive.check()) {
      said.push_back(Error::line_of(problem));
    }
    EXPECT_TRUE(!said.empty() || ids_of(archive) == expected) << "wrong in silence";
  } catch (const Error& e) {
    said.emplace_back(e.what());
  }
  return said;
}

TEST_F(ArchiveStoreTest, AFlippedBitInASegmentIsFound) {
  { make(3); }
  const Ids expected = ids_of(Archive::open(path(), Access::read));
  for (const std::string& file : files_of_segments()) {
    const std::string good = support::read_file(file);
    for (size_t at = 0; at < good.size(); at += 1 + good.size() / 97) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ 1 << at % 8);
      support::write_file(file, bad);
      const std::vector<std::string> said = what_is_said(path(), expected);
      ASSERT_EQ(said.size(), 1u) << file << " at " << at;
      EXPECT_NE(said[0].find(std::filesystem::path(file).filename().string()), std::string::npos);
    }
    for (const size_t size : {size_t{0}, size_t{63}, good.size() / 2, good.size() - 1}) {
      support::write_file(file, good.substr(0, size));
      EXPECT_EQ(what_is_said(path(), expected).size(), 1u) << file << " cut to " << size;
    }
    support::write_file(file, good);
  }
  EXPECT_EQ(what_is_said(path(), expected), std::vector<std::string>());
}

// A flipped bit in the catalogue is either found, or in room that nothing uses.
TEST_F(ArchiveStoreTest, AFlippedBitInTheCatalogueIsFoundOrHarmless) {
  {
    Archive archive = make(3);
    const Ids gone{"1"};
    archive.remove(gone);
  }
  const std::string file = path() + "/catalogue.sqlite";
  const Ids expected = ids_of(Archive::open(path(), Access::read));
  const std::string good = support::read_file(file);
  size_t found = 0;
  for (size_t at = 0; at < good.size(); at += 31) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1 << at % 8);
    support::write_file(file, bad);
    found += what_is_said(path(), expected).empty() ? 0U : 1U;
  }
  EXPECT_GT(found, 10u);
}

TEST_F(ArchiveStoreTest, WhatAnEndedWriterLeftGoesWithTheNext) {
  { make(2); }
  support::write_file(path() + "/segments/000077.near", "half");
  support::write_file(path() + "/segments/notes.txt", "mine");
  EXPECT_EQ(ids_of(Archive::open(path(), Access::read)).size(), 2u);
  EXPECT_EQ(files_of_segments().size(), 10u);
  { Archive::open(path(), Access::write); }
  EXPECT_EQ(files_of_segments().size(), 9u) << "what is not ours stays";
}

TEST_F(ArchiveStoreTest, IdsAndFieldsOfAnyKindComeBackAsTheyWere) {
  Archive archive = Archive::create(path(), {});
  Document odd = document(std::string(1 << 20, 'i'), std::string("a\0b\xff words", 10));
  odd.title = "";
  odd.url = "https://example.org/";
  odd.charset = "windows-1251";
  odd.encoding = Encoding::other;
  odd.half_unit = true;
  odd.extracted = "html";
  odd.extra = R"({"a":1})";
  archive.add(corpus_of({odd, document("", "")}), {});
  const std::vector<Document> back = archive.documents();
  ASSERT_EQ(back.size(), 2u);
  EXPECT_EQ(back[0].id, odd.id);
  EXPECT_EQ(back[0].text, odd.text);
  EXPECT_EQ(back[0].title, odd.title);
  EXPECT_EQ(back[0].source, std::nullopt);
  EXPECT_EQ(back[0].url, odd.url);
  EXPECT_EQ(back[0].charset, odd.charset);
  EXPECT_EQ(back[0].encoding, odd.encoding);
  EXPECT_EQ(back[0].half_unit, odd.half_unit);
  EXPECT_EQ(back[0].extracted, odd.extracted);
  EXPECT_EQ(back[0].extra, odd.extra);
  const Ids ids{odd.id};
  EXPECT_EQ(archive.remove(ids).removed, 1u);
}

}  // namespace
}  // namespace reprise::detail
