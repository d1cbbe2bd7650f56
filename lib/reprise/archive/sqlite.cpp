#include "reprise/archive/sqlite.h"

#include <sqlite3.h>

#include "reprise/error.h"

namespace reprise::detail {
namespace {

constexpr int most_wait = 10000;  // milliseconds, for the moment of a commit

int flags_of(Database::Mode mode) {
  const int create = mode == Database::Mode::create ? SQLITE_OPEN_CREATE : 0;
  return SQLITE_OPEN_READWRITE | create | SQLITE_OPEN_NOMUTEX;
}

Problem problem_of(const std::string& path, int code, const std::string& said) {
  switch (code) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {path, "is damaged: " + said,
              "put it back from a copy, or make the archive again from its inputs", false};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {path, "is held by another program", "wait until that has ended, and try again",
              false};
    case SQLITE_READONLY:
      return {path, "can't be changed", "make it writable, or work on a copy", false};
    case SQLITE_FULL:
      return {path, "can't be written: the disk is full", "make room, and run it again", false};
    default: return {path, said, "check the disk and the rights of the folder", false};
  }
}

}  // namespace

Database::Database(const std::string& path, Mode mode) : path_(path) {
  const int code = sqlite3_open_v2(path.c_str(), &handle_, flags_of(mode), nullptr);
  if (handle_ == nullptr) {
    throw std::bad_alloc();
  }
  if (code != SQLITE_OK) {
    const Problem problem = problem_of(path_, code, sqlite3_errmsg(handle_));
    sqlite3_close(handle_);
    throw Error(ErrorKind::input, problem);
  }
  sqlite3_busy_timeout(handle_, most_wait);
}

Database::~Database() {
  sqlite3_close(handle_);
}

void Database::fail() const {
  constexpr int primary = 0xff;
  const int code = sqlite3_errcode(handle_) & primary;
  if (code == SQLITE_NOMEM) {
    throw std::bad_alloc();
  }
  const bool of_file = code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
  throw Error(of_file ? ErrorKind::input : ErrorKind::system,
              problem_of(path_, code, sqlite3_errmsg(handle_)));
}

bool Database::has_moved() const {
  int moved = 0;
  sqlite3_file_control(handle_, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

void Database::run(const char* statements) {
  if (sqlite3_exec(handle_, statements, nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail();
  }
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  database_.run(kind == Kind::read ? "begin" : "begin immediate");
}

Transaction::~Transaction() {
  if (open_) {
    sqlite3_exec(database_.handle(), "rollback", nullptr, nullptr, nullptr);
  }
}

void Transaction::commit() {
  database_.run("commit");
  open_ = false;
}

Statement::Statement(const char* text, Database& database) : database_(database) {
  if (sqlite3_prepare_v2(database.handle(), text, -1, &statement_, nullptr) != SQLITE_OK) {
    database.fail();
  }
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

Statement& Statement::bind(int64_t value) {
  if (sqlite3_bind_int64(statement_, ++bound_, value) != SQLITE_OK) {
    database_.fail();
  }
  return *this;
}

Statement& Statement::bind(std::string_view bytes) {
  // Of no bytes there is a value too, and not none.
  const char* begin = bytes.empty() ? "" : bytes.data();
  if (sqlite3_bind_blob64(statement_, ++bound_, begin, bytes.size(), SQLITE_STATIC) != SQLITE_OK) {
    database_.fail();
  }
  return *this;
}

bool Statement::next() {
  const int code = sqlite3_step(statement_);
  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    database_.fail();
  }
  return code == SQLITE_ROW;
}

void Statement::run() {
  next();
  reset();
}

void Statement::reset() {
  sqlite3_reset(statement_);
  bound_ = 0;
}

int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view Statement::bytes(int column) const {
  const void* begin = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return {static_cast<const char*>(begin), static_cast<size_t>(size)};
}

}  // namespace reprise::detail
