// The little of SQLite that the catalogue of an archive needs, with errors that are Errors.
//
//     Database db(path, Database::Mode::write);
//     Transaction change(db);
//     Statement("insert into state values (?, ?)", db).bind("next", 7).run();
//     change.commit();                       // without it, nothing has changed
//
// Journal: SQLite's rollback journal, synced at each commit (its own tests kill it at every write).
// Readers hold no lock between statements. One thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace reprise::detail {

class Database {
 public:
  enum class Mode { read, write, create };

  // Opens the file; in a folder that can't be written, for reading alone. Throws Error.
  Database(const std::string& path, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Runs statements that return nothing. Throws Error.
  void run(const char* statements);

  // Throws Error: what the last call said.
  [[noreturn]] void fail() const;

  // Returns whether the file at the path is no longer the one that is open: it was removed, or
  // another has its place.
  bool has_moved() const;

  sqlite3* handle() const { return handle_; }

 private:
  std::string path_;
  sqlite3* handle_ = nullptr;
};

class Transaction {
 public:
  enum class Kind { read, write };

  explicit Transaction(Database& database, Kind kind = Kind::write);
  ~Transaction();  // without commit(), all is as it was
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

// A prepared statement. Values are bound in order; a new round begins with reset().
class Statement {
 public:
  Statement(const char* text, Database& database);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int64_t value);
  Statement& bind(uint64_t value) { return bind(static_cast<int64_t>(value)); }
  // The bytes have to live until the next reset().
  Statement& bind(std::string_view bytes);

  // Goes to the next row; false if there is none.
  bool next();
  // Runs a statement without rows, and resets it.
  void run();
  void reset();

  int64_t number(int column) const;
  std::string_view bytes(int column) const;  // until the next call of next() or reset()

 private:
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

}  // namespace reprise::detail
