// What an archive costs: adding, bytes on disk, and the time of an answer; beside it the same keys
// in SQLite.
//
//     reprise_archive_bench FOLDER CORPUS.jsonl QUERIES
//
// The last QUERIES documents of the corpus are asked one by one, on one thread, in this process,
// after all others were added in batches of 10,000; FOLDER is made, and must not be there. Times
// are of the processor (what is added) and of the clock (what is asked). The file is read twice by
// the queries: the first round warms the cache of pages, and is not counted.
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "clocks.h"
#include "reprise/archive.h"
#include "reprise/archive/segment.h"
#include "reprise/archive/signature.h"
#include "reprise/base/parallel.h"
#include "reprise/read.h"

namespace {

using namespace reprise;
using bench::clock_seconds;
using bench::processor_seconds;
using namespace reprise::detail;

constexpr size_t batch = 10000;

void tell(const char* what, double value, const char* unit) {
  std::printf("%-52s %14.3f %s\n", what, value, unit);
  std::fflush(stdout);
}

// The same keys in SQLite: a table of keys and documents without row ids, synced after each batch.
class KeysInSqlite {
 public:
  explicit KeysInSqlite(const std::string& path) {
    sqlite3_open(path.c_str(), &database_);
    run("pragma journal_mode = wal");
    run("pragma synchronous = full");
    run("create table keys (key integer, document integer, primary key (key, document)) "
        "without rowid");
    sqlite3_prepare_v2(database_, "insert or ignore into keys values (?, ?)", -1, &insert_,
                       nullptr);
    sqlite3_prepare_v2(database_, "select document from keys where key = ?", -1, &find_, nullptr);
  }
  ~KeysInSqlite() {
    sqlite3_finalize(insert_);
    sqlite3_finalize(find_);
    sqlite3_close(database_);
  }
  KeysInSqlite(const KeysInSqlite&) = delete;
  KeysInSqlite& operator=(const KeysInSqlite&) = delete;

  void run(const char* statement) { sqlite3_exec(database_, statement, nullptr, nullptr, nullptr); }
  void add(uint32_t key, size_t document) {
    sqlite3_bind_int64(insert_, 1, key);
    sqlite3_bind_int64(insert_, 2, static_cast<int64_t>(document));
    sqlite3_step(insert_);
    sqlite3_reset(insert_);
  }
  size_t count(uint32_t key) {
    size_t found = 0;
    sqlite3_bind_int64(find_, 1, key);
    while (sqlite3_step(find_) == SQLITE_ROW) {
      ++found;
    }
    sqlite3_reset(find_);
    return found;
  }

 private:
  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  sqlite3_stmt* find_ = nullptr;
};

// What adding costs without the work of words, sketches and packing, which is measured alone.
void measure_adding(Archive& archive, std::span<const Document> documents) {
  const ArchiveParameters parameters = parameters_of({});
  double begin = processor_seconds();
  uint64_t keys = 0;
  for (size_t at = 0; at < documents.size(); at += batch) {
    const auto part = documents.subspan(at, std::min(batch, documents.size() - at));
    for (const Signature& signature : signatures_of(part, parameters)) {
      keys += signature.text_grams.size();
    }
  }
  const double words = processor_seconds() - begin;
  begin = processor_seconds();
  uint64_t packed = 0;
  for (const Document& document : documents) {
    packed += packed_record({document, 0}).size();
  }
  const double packing = processor_seconds() - begin;
  begin = processor_seconds();
  const double clock = clock_seconds();
  for (size_t at = 0; at < documents.size(); at += batch) {
    Corpus corpus;
    const auto part = documents.subspan(at, std::min(batch, documents.size() - at));
    corpus.documents.assign(part.begin(), part.end());
    ArchiveAddOptions options;
    options.threads = 1;
    archive.add(std::move(corpus), options);
  }
  const double all = processor_seconds() - begin;
  const auto count = static_cast<double>(documents.size());
  tell("adding, all: documents a second of processor time", count / all, "");
  tell("adding, all: documents a second of the clock", count / (clock_seconds() - clock), "");
  tell("words, sketches and grams alone", count / words, "documents a second");
  tell("packing alone", count / packing, "documents a second");
  tell("adding without these: documents a second", count / std::max(all - words - packing, 1e-9),
       "");
  tell("grams of a text", static_cast<double>(keys) / count, "");
}

void measure_room(const Archive& archive, std::span<const Document> documents) {
  uint64_t text = 0;
  for (const Document& document : documents) {
    text += document.text.size();
  }
  const ArchiveStats stats = archive.stats();
  const auto count = static_cast<double>(documents.size());
  const auto of_text = static_cast<double>(text);
  tell("text", of_text / count, "bytes a document");
  tell("keys of sketches", static_cast<double>(stats.near_bytes) / count, "bytes a document");
  tell("catalogue", static_cast<double>(stats.catalogue_bytes) / count, "bytes a document");
  tell("keys of passages", static_cast<double>(stats.passage_bytes) / count, "bytes a document");
  tell(
      "all keys and the catalogue, over the texts",
      static_cast<double>(stats.near_bytes + stats.passage_bytes + stats.catalogue_bytes) / of_text,
      "");
  tell("texts, packed, over the texts", static_cast<double>(stats.text_bytes) / of_text, "");
  tell("segments", static_cast<double>(stats.segments), "");
}

void tell_times(const char* what, std::vector<double> seconds) {
  std::sort(seconds.begin(), seconds.end());
  const auto at = [&](double share) {
    return 1e3 * seconds[static_cast<size_t>(share * static_cast<double>(seconds.size() - 1))];
  };
  std::printf("%-52s %14.3f %.3f %.3f ms\n", what, at(0.5), at(0.9), at(0.99));
  std::fflush(stdout);
}

void measure_asking(const Archive& archive, std::span<const Document> asked) {
  for (const bool points : {true, false}) {
    CompareOptions options;
    options.threads = 1;
    options.parts.points = points;
    std::vector<double> clock;
    std::vector<double> processor;
    size_t references = 0;
    size_t found = 0;
    for (int round = 0; round < 2; ++round) {
      clock.clear();
      processor.clear();
      references = found = 0;
      for (const Document& document : asked) {
        Corpus corpus;
        corpus.documents = {document};
        const double begin = clock_seconds();
        const double processor_begin = processor_seconds();
        const Result result = archive.query(std::move(corpus), options);
        clock.push_back(clock_seconds() - begin);
        processor.push_back(processor_seconds() - processor_begin);
        references += result.documents.size() - 1;
        found += result.passages.size();
      }
    }
    tell_times(points ? "a query, all three: 50, 90, 99 %" : "a query without points: 50, 90, 99 %",
               clock);
    tell_times("  of processor time", processor);
    const auto count = static_cast<double>(asked.size());
    tell("  references found", static_cast<double>(references) / count, "a query");
    tell("  passages", static_cast<double>(found) / count, "a query");
  }
}

void measure_sqlite(const std::string& path, std::span<const Document> documents,
                    std::span<const Document> asked) {
  const ArchiveParameters parameters = parameters_of({});
  KeysInSqlite sqlite(path);
  double seconds = 0;
  for (size_t at = 0; at < documents.size(); at += batch) {
    std::vector<std::vector<uint32_t>> keys;
    for (size_t i = at; i < std::min(at + batch, documents.size()); ++i) {
      keys.push_back(signature_of(documents[i], parameters).bands);
    }
    const double begin = processor_seconds();
    sqlite.run("begin");
    for (size_t i = 0; i < keys.size(); ++i) {
      for (const uint32_t key : keys[i]) {
        sqlite.add(key, at + i);
      }
    }
    sqlite.run("commit");
    seconds += processor_seconds() - begin;
  }
  sqlite.run("pragma wal_checkpoint(truncate)");
  const auto count = static_cast<double>(documents.size());
  tell("SQLite, keys of sketches: documents a second", count / seconds, "of processor time");
  tell("SQLite, keys of sketches", static_cast<double>(std::filesystem::file_size(path)) / count,
       "bytes a document");
  std::vector<double> clock;
  size_t found = 0;
  for (const Document& document : asked) {
    const std::vector<uint32_t> keys = signature_of(document, parameters).bands;
    const double begin = clock_seconds();
    for (const uint32_t key : keys) {
      found += sqlite.count(key);
    }
    clock.push_back(clock_seconds() - begin);
  }
  tell_times("SQLite, look-up of the keys of sketches: 50, 90, 99 %", clock);
  tell("  documents met", static_cast<double>(found) / static_cast<double>(asked.size()),
       "a query");
}

void measure_look_up(const std::string& folder, std::span<const Document> asked) {
  const ArchiveParameters parameters = parameters_of({});
  std::vector<std::unique_ptr<Segment>> segments;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/segments")) {
    if (entry.path().extension() == ".near") {
      const uint64_t number = std::stoull(entry.path().stem());
      segments.push_back(std::make_unique<Segment>(folder + "/segments", number));
    }
  }
  std::vector<double> clock;
  size_t found = 0;
  for (int round = 0; round < 2; ++round) {
    clock.clear();
    found = 0;
    for (const Document& document : asked) {
      const std::vector<uint32_t> keys = signature_of(document, parameters).bands;
      const double begin = clock_seconds();
      for (const auto& segment : segments) {
        for (const uint32_t key : keys) {
          found += segment->near.of(key).size();
        }
      }
      clock.push_back(clock_seconds() - begin);
    }
  }
  tell_times("look-up of the keys of sketches: 50, 90, 99 %", clock);
  tell("  documents met", static_cast<double>(found) / static_cast<double>(asked.size()),
       "a query");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: reprise_archive_bench FOLDER CORPUS.jsonl QUERIES\n");
    return 2;
  }
  const std::string folder = argv[1];
  const std::vector<std::string> paths{argv[2]};
  std::filesystem::create_directories(folder);
  const Corpus corpus = read_corpus(paths);
  const auto queries =
      std::min<size_t>(std::strtoul(argv[3], nullptr, 10), corpus.documents.size());
  const auto all = std::span(corpus.documents);
  const auto kept = all.first(all.size() - queries);
  const auto asked = all.subspan(kept.size());
  tell("documents", static_cast<double>(kept.size()), "");
  const Workers workers(1);
  Archive archive = Archive::create(folder + "/archive", {});
  measure_adding(archive, kept);
  measure_room(archive, kept);
  measure_asking(archive, asked);
  measure_look_up(folder + "/archive", asked);
  measure_sqlite(folder + "/keys.sqlite", kept, asked);
  return 0;
}
