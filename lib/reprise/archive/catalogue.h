// The catalogue of an archive: what is small and changes, in SQLite.
//
//     state        parameters, the fingerprint of the build that made the keys, the next numbers
//     segments     which there are, and which of their documents were removed
//     documents    of each that is there: its number, a hash of its id, and one of its contents
//     cursors      how far sources have been read that are watched
//
// Rows of state and segments carry checksums, for a flipped bit in them would be believed; what the
// table of documents says is held against the texts by check(). One thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/archive/segment.h"
#include "reprise/archive/signature.h"
#include "reprise/archive/sqlite.h"

namespace reprise::detail {

// 128 bits that stand for an id, or for all of a document but the place it was read from; by chance
// no two are equal.
using ContentKey = std::array<char, 16>;
ContentKey content_key(std::string_view bytes);
ContentKey id_key(const Document& document);
ContentKey contents_key(const Document& document);
inline std::string_view view_of(const ContentKey& key) {
  return {key.data(), key.size()};
}

struct SegmentRow {
  uint64_t number = 0;
  uint64_t first = 0;      // the number of its first document: segments stand in this order
  uint64_t documents = 0;  // removed ones included
  uint64_t level = 0;      // how often it was merged
  Removed removed;
};

struct DocumentRow {
  uint64_t number = 0;
  ContentKey contents{};
};

class Catalogue {
 public:
  // Makes one of an archive without documents. Throws Error.
  static void create(const std::string& path, const ArchiveParameters& parameters);

  // Opens it. Throws Error if it is none of ours, or one of another version.
  Catalogue(const std::string& path, Database::Mode mode);

  Database& database() { return database_; }
  const ArchiveParameters& parameters() const { return parameters_; }
  uint64_t made_by() const { return fingerprint_; }  // the fingerprint

  // Returns whether another file, or none, stands where this one stood when it was opened.
  bool has_moved() const { return database_.has_moved(); }

  // Returns a number that changes when another process has changed something.
  int64_t version();

  std::vector<SegmentRow> segments();
  uint64_t next_segment();
  uint64_t next_document();
  uint64_t documents();  // how many there are

  std::optional<DocumentRow> find(const ContentKey& id);
  // Calls on_document(number, id, contents) for each, ascending.
  template <class OnDocument>
  void for_each_document(const OnDocument& on_document) {
    Statement rows("select number, id, contents from documents order by number", database_);
    while (rows.next()) {
      on_document(static_cast<uint64_t>(rows.number(0)), rows.bytes(1), rows.bytes(2));
    }
  }

  // Changes; REQUIRES: a Transaction is open.
  void put(const SegmentRow& row);
  void erase_segment(uint64_t number);
  void set_next(uint64_t segment, uint64_t document);
  void set_fingerprint(uint64_t fingerprint);

  // How far a source has been read; a transaction of its own.
  std::string cursor(const std::string& source);
  void set_cursor(const std::string& source, const std::string& state);

  // Returns what SQLite finds wrong with the file.
  std::vector<std::string> check();

 private:
  uint64_t number_of(const char* name);
  void read_state();
  void write_state_checksum();
  std::string state_text();

  Database database_;
  std::unique_ptr<Statement> find_;  // once it was needed: it is asked for each document
  std::string path_;
  ArchiveParameters parameters_;
  uint64_t fingerprint_ = 0;
};

// Inserts and removes rows of documents, many in a row.
class DocumentRows {
 public:
  explicit DocumentRows(Catalogue& catalogue);
  void insert(uint64_t number, const ContentKey& id, const ContentKey& contents);
  void erase(uint64_t number);

 private:
  Statement insert_;
  Statement erase_;
};

}  // namespace reprise::detail
