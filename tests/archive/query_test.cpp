// What an archive answers, held against the comparison with all of its documents in memory: byte by
// byte, over seeded families of documents, whatever the batches, removes and merges.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "reprise/archive.h"
#include "reprise/compare.h"
#include "reprise/report.h"
#include "support/files.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

// Makes documents that have all kinds of things in common: whole texts, edited copies, passages,
// phrases that everybody has, refrains, furniture, titles; and some with nothing in them.
class Families {
 public:
  explicit Families(uint64_t seed) : random_(seed), vocabulary_(1500, seed) {
    for (int i = 0; i < 6; ++i) {
      originals_.push_back(support::make_words(80 + random_.below(120), vocabulary_, random_));
    }
    for (int i = 0; i < 4; ++i) {
      phrases_.push_back(support::make_words(9 + random_.below(8), vocabulary_, random_));
    }
  }

  Random& random() { return random_; }

  Document make() {
    Document document;
    document.id = "d" + std::to_string(made_++);
    document.where = document.id;
    document.text = text();
    if (random_.chance(0.5)) {
      document.title = random_.chance(0.5)
                           ? support::write_text(random_.pick(phrases_), random_).bytes
                           : "Title " + std::to_string(random_.below(5));
    }
    if (random_.chance(0.6)) {
      document.source = "outlet " + std::to_string(random_.below(3));
    }
    if (random_.chance(0.6)) {
      document.date = "2031-0" + std::to_string(1 + random_.below(9)) + "-11";
    }
    return document;
  }

 private:
  std::string text() {
    const uint64_t kind = random_.below(20);
    if (kind == 0) {
      return "";
    }
    if (kind == 1) {
      return "Ja. Oui.";
    }
    if (kind == 2 && !texts_.empty()) {
      return random_.pick(texts_);  // a copy
    }
    support::Words words;
    if (kind < 9) {
      words = support::edited_copy(random_.pick(originals_), 0.15 * random_.unit(), vocabulary_,
                                   random_)
                  .words;
    } else {
      words = support::make_words(30 + random_.below(100), vocabulary_, random_);
      insert_stretch(words);
    }
    if (random_.chance(0.7)) {
      insert(random_.pick(phrases_), words);
    }
    std::string made = support::write_text(words, random_).bytes;
    if (kind == 10) {
      for (int i = 0; i < 40; ++i) {
        made += " rain on the harbour wall again";
      }
    }
    if (random_.chance(0.4)) {
      made += "\n\nSubscribe to our letter\n\nThe Courier, " + std::to_string(random_.below(30)) +
              " pages of news\n";
    }
    texts_.push_back(made);
    return made;
  }

  void insert_stretch(support::Words& words) {
    const support::Words& from = random_.pick(originals_);
    const size_t begin = random_.below(from.size() - 30);
    const size_t count = 4 + random_.below(26);
    insert({from.begin() + static_cast<ptrdiff_t>(begin),
            from.begin() + static_cast<ptrdiff_t>(begin + count)},
           words);
  }

  void insert(const support::Words& what, support::Words& words) {
    const auto at = static_cast<ptrdiff_t>(random_.below(words.size() + 1));
    words.insert(words.begin() + at, what.begin(), what.end());
  }

  Random random_;
  support::Vocabulary vocabulary_;
  std::vector<support::Words> originals_, phrases_;
  std::vector<std::string> texts_;
  size_t made_ = 0;
};

std::vector<Document> some(size_t count, Families& families) {
  std::vector<Document> documents;
  for (size_t i = 0; i < count; ++i) {
    documents.push_back(families.make());
  }
  return documents;
}

CompareOptions looking_up() {
  CompareOptions options;
  options.parts = {.matrices = false, .passages = true, .points = true, .pairs = true};
  return options;
}

class ArchiveQuery : public ::testing::Test {
 protected:
  std::string path() const { return folder_ / "archive"; }

  // Adds the documents in batches of random sizes.
  static void add_in_batches(const std::vector<Document>& documents, Archive& archive,
                             Random& random) {
    for (size_t begin = 0; begin < documents.size();) {
      const size_t end = std::min(documents.size(), begin + 1 + random.below(40));
      Corpus batch;
      batch.documents = {documents.begin() + static_cast<ptrdiff_t>(begin),
                         documents.begin() + static_cast<ptrdiff_t>(end)};
      archive.add(std::move(batch), {});
      begin = end;
    }
  }

  static void expect_the_same(const Archive& archive, const std::vector<Document>& references,
                              const std::vector<Document>& asked, const CompareOptions& options) {
    Corpus corpus;
    corpus.documents = asked;
    Beside beside;
    beside.references.documents = references;
    const std::string found = to_json(archive.query(corpus, options), {});
    EXPECT_EQ(found, to_json(compare(corpus, options, std::move(beside)), {}));
  }

  support::TempFolder folder_;
};

TEST_F(ArchiveQuery, AnswersAreThoseOfAComparisonWithAllDocuments) {
  for (uint64_t seed = 1; seed <= 8; ++seed) {
    Families families(seed);
    Random& random = families.random();
    CompareOptions options = looking_up();
    options.passages.most_holders = std::vector<uint32_t>{1, 3, 10, 50}[seed % 4];
    std::filesystem::remove_all(path());
    Archive archive = Archive::create(path(), options);
    std::vector<Document> references = some(60 + random.below(200), families);
    add_in_batches(references, archive, random);
    for (int round = 0; round < 3; ++round) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ", round " + std::to_string(round));
      expect_the_same(archive, references, some(1, families), options);
      expect_the_same(archive, references, some(12, families), options);
      std::vector<std::string> gone;
      std::erase_if(references, [&](const Document& document) {
        const bool goes = random.chance(0.3);
        if (goes) {
          gone.push_back(document.id);
        }
        return goes;
      });
      EXPECT_EQ(archive.remove(gone).removed, gone.size());
      if (round == 1) {
        archive.compact(false);
      }
      const std::vector<Document> more = some(random.below(60), families);
      add_in_batches(more, archive, random);
      references.insert(references.end(), more.begin(), more.end());
    }
    EXPECT_EQ(archive.check(), std::vector<Problem>());
    EXPECT_EQ(archive.documents().size(), references.size());
  }
}

TEST_F(ArchiveQuery, OptionsOfTheQuestionAndOfTheArchiveCount) {
  Families families(5);
  CompareOptions options = looking_up();
  options.threshold = 0.3;
  options.shingles.size = 3;
  options.passages.seed = 7;
  options.passages.seed_unit = SeedUnit::words;
  options.words.fold_digits = true;
  Archive archive = Archive::create(path(), options);
  const std::vector<Document> references = some(80, families);
  add_in_batches(references, archive, families.random());
  options.passages.least_words = 5;
  options.passages.skip_same = "source";
  options.keep_furniture = true;
  const std::vector<Document> asked = some(10, families);
  expect_the_same(archive, references, asked, options);

  // What the archive was made with takes the place of what is asked.
  Corpus corpus;
  corpus.documents = asked;
  CompareOptions others = options;
  others.threshold = 0.9;
  others.shingles.size = 9;
  EXPECT_EQ(to_json(archive.query(corpus, others), {}),
            to_json(archive.query(corpus, options), {}));
}

TEST_F(ArchiveQuery, CharactersAreSoughtToo) {
  Families families(6);
  CompareOptions options = looking_up();
  options.passages.seed_unit = SeedUnit::characters;
  options.passages.seed = 14;
  Archive archive = Archive::create(path(), options);
  const std::vector<Document> references = some(60, families);
  add_in_batches(references, archive, families.random());
  expect_the_same(archive, references, some(6, families), options);
}

// More than a bucket is asked for: bands find the first of them, grams the very first.
TEST_F(ArchiveQuery, OfManyCopiesTheFirstAnswer) {
  Families families(9);
  const CompareOptions options = looking_up();
  Archive archive = Archive::create(path(), options);
  Document copied = families.make();
  copied.text =
      "The ferry to Orne left the old harbour late again, said the crew of the tug, and "
      "nobody on the island knows why it did so.";
  std::vector<Document> references = some(20, families);
  for (int i = 0; i < 150; ++i) {
    references.push_back(copied);
    references.back().id = references.back().where = "copy " + std::to_string(i);
  }
  add_in_batches(references, archive, families.random());
  std::vector<Document> asked = some(2, families);
  asked.push_back(copied);
  asked.back().title = copied.text.substr(0, 60);
  expect_the_same(archive, references, asked, options);
  const std::vector<std::string> gone{"copy 0", "copy 3"};
  archive.remove(gone);
  std::erase_if(references, [&](const Document& document) {
    return document.id == gone[0] || document.id == gone[1];
  });
  expect_the_same(archive, references, asked, options);
  Corpus corpus;
  corpus.documents = {copied};
  EXPECT_EQ(archive.query(std::move(corpus), options).pairs.size(), 64u);
}

TEST_F(ArchiveQuery, IsTheSameForEveryNumberOfThreads) {
  Families families(7);
  CompareOptions options = looking_up();
  Archive archive = Archive::create(path(), options);
  add_in_batches(some(120, families), archive, families.random());
  Corpus corpus;
  corpus.documents = some(9, families);
  options.threads = 1;
  const std::string expected = to_json(archive.query(corpus, options), {});
  options.threads = 7;
  EXPECT_EQ(to_json(archive.query(corpus, options), {}), expected);
}

TEST_F(ArchiveQuery, OfAnEmptyArchiveNothingIsFound) {
  Families families(8);
  const Archive archive = Archive::create(path(), looking_up());
  Corpus corpus;
  corpus.documents = some(3, families);
  const Result result = archive.query(corpus, looking_up());
  EXPECT_EQ(result.documents.size(), 3u);
  EXPECT_TRUE(result.passages.empty());
  EXPECT_TRUE(result.points.empty());
}

}  // namespace
}  // namespace reprise::detail
