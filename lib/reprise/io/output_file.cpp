// Files that appear whole, and what a signal must find to clean up.
//
//     1. The hidden file stands beside its place, so that rename() stays on one disk and is atomic.
//     2. Its path is put into a list that a signal handler may walk: atomics alone, entries are
//        never freed, and a free one is used again.
//     3. commit() renames it, and forgets it; the destructor removes what was not committed.
//     4. What must not be cut in two (several renames) blocks signals in its thread, and makes the
//        handler of another thread wait.
//
// Example: report.json is written as .report.json.reprise-1f00d5e2-4711-a8Kx2q: whose host and
// process it is tells a leftover of a killed run from a file that is still being written.
// Counter-example: /dev/stdout and pipes have no place beside them, and are written straight.
//
// Cost: a rename, and an fsync where the file is Durability::synced. Source: POSIX.1, rename() and
// the functions that are safe in a signal handler.
#include "reprise/io/output_file.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "reprise/base/hash.h"
#include "reprise/error.h"
#include "reprise/io/place.h"

namespace reprise::detail {
namespace {

// A file or an empty folder that exists now and shall not outlive the process, for
// remove_unfinished(). Entries are never freed, for a signal may come while the list is read; a
// free one is used again.
struct Unfinished {
  std::atomic<char*> path = nullptr;
  Unfinished* next = nullptr;
};
std::atomic<Unfinished*> unfinished = nullptr;

std::atomic<int> uninterrupted = 0;  // how many of them live
std::atomic<bool> ending = false;    // remove_unfinished() has begun: the process is about to end

void remember(const std::string& path) {
  char* copy = strdup(path.c_str());
  for (Unfinished* entry = unfinished; entry; entry = entry->next) {
    char* none = nullptr;
    if (entry->path.compare_exchange_strong(none, copy)) {
      return;
    }
  }
  // It lives as long as the process.
  auto* entry = new Unfinished;  // NOLINT(cppcoreguidelines-owning-memory)
  entry->path = copy;
  entry->next = unfinished;
  while (!unfinished.compare_exchange_weak(entry->next, entry)) {
  }
}

void forget(const std::string& path) {
  for (Unfinished* entry = unfinished; entry; entry = entry->next) {
    char* name = entry->path.load();
    if (name && path == name && entry->path.compare_exchange_strong(name, nullptr)) {
      return free(name);
    }
  }
}

// What stands in the hidden name of an unfinished file: whose it is, so that nobody else's is taken
// for a leftover.
std::string host_mark() {
  std::array<char, 256> name{};
  gethostname(name.data(), name.size() - 1);
  char mark[9];
  std::snprintf(mark, sizeof mark, "%08x", static_cast<unsigned>(hash_bytes(name.data())));
  return mark;
}

std::string hidden_mark() {
  return ".reprise-" + host_mark() + "-";
}

// Returns the path of a hidden file beside `place`, up to its process.
std::string hidden_beside(const std::filesystem::path& place) {
  return (place.parent_path() / ("." + place.filename().string() + hidden_mark())).string();
}

bool is_running(pid_t process) {
  return kill(process, 0) == 0 || errno != ESRCH;
}

// Removes the hidden files in a folder whose names begin like this, and whose processes have ended.
std::vector<std::string> remove_hidden(const std::filesystem::path& folder,
                                       const std::string& beginning) {
  std::vector<std::string> removed;
  const std::string mark = hidden_mark();
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder.empty() ? "." : folder, error), end;
       !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    const size_t place = name.rfind(mark);
    if (place == name.npos || !name.starts_with(beginning)) {
      continue;
    }
    const pid_t process = std::atoi(name.c_str() + place + mark.size());
    const std::string path = (folder / name).string();
    if (process > 0 && !is_running(process) && unlink(path.c_str()) == 0) {
      removed.push_back(path);
    }
  }
  return removed;
}

}  // namespace

std::filesystem::path links_followed(std::filesystem::path path) {
  std::error_code ignored;
  for (int links = 0; links < 40 && std::filesystem::is_symlink(path, ignored); ++links) {
    const auto target = std::filesystem::read_symlink(path, ignored);
    path = target.is_absolute() ? target : path.parent_path() / target;
  }
  return path;
}

Uninterrupted::Uninterrupted() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &mask_);
  ++uninterrupted;
  if (!ending) {
    return;
  }
  --uninterrupted;
  while (true) {
    pause();  // another thread ends the process, and nothing new shall begin
  }
}

Uninterrupted::~Uninterrupted() {
  --uninterrupted;
  pthread_sigmask(SIG_SETMASK, &mask_, nullptr);
}

void OutputFile::remove_unfinished() noexcept {
  ending = true;
  while (uninterrupted > 0) {
    sched_yield();
  }
  for (bool removed = true; removed;) {  // a folder can go once what it holds has gone
    removed = false;
    for (Unfinished* entry = unfinished; entry; entry = entry->next) {
      const char* path = entry->path.load();
      removed |= path && (unlink(path) == 0 || rmdir(path) == 0);
    }
  }
}

std::vector<std::string> OutputFile::remove_leftovers(const std::string& path) {
  const std::filesystem::path beginning = hidden_beside(links_followed(path));
  return remove_hidden(beginning.parent_path(), beginning.filename().string());
}

std::vector<std::string> OutputFile::remove_leftovers_in(const std::string& folder) {
  return remove_hidden(folder, ".");
}

OutputFile::OutputFile(const std::string& path, Durability durability)
    : name_(path), durability_(durability) {
  if (path == "-") {
    name_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  if (path.empty()) {
    name_ = "an empty path";
    fail(ENOENT);
  }
  struct stat status {};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    fail(EISDIR);
  }
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor_ = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    if (exists && access(path.c_str(), W_OK) != 0) {
      fail(errno);
    }
    const std::filesystem::path place = links_followed(path);
    final_ = place.string();
    const Uninterrupted created_and_remembered;
    temporary_ = hidden_beside(place) + std::to_string(getpid()) + "-XXXXXX";
    descriptor_ = mkostemp(temporary_.data(), O_CLOEXEC);
    if (descriptor_ < 0) {
      temporary_.clear();
    } else {
      remember(temporary_);
      const mode_t mask = umask(0);
      umask(mask);
      fchmod(descriptor_, exists ? status.st_mode & 07777 : 0666 & ~mask);
    }
  }
  if (descriptor_ < 0) {
    fail(errno);
  }
}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) {
    close(descriptor_);
  }
  if (temporary_.empty()) {
    return;
  }
  unlink(temporary_.c_str());
  forget(temporary_);
}

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) {
      continue;
    }
    if (n < 0 && errno == EPIPE) {
      throw Error(ErrorKind::closed_pipe, {name_, "nobody reads it any longer", ""});
    }
    if (n < 0) {
      fail(errno);
    }
    bytes.remove_prefix(static_cast<size_t>(n));
  }
}

void OutputFile::write_at(uint64_t place, std::string_view bytes) {
  if (const int code = reprise::detail::write_at(descriptor_, place, bytes)) {
    fail(code);
  }
}

void OutputFile::finish() {
  if (final_.empty() || descriptor_ < 0) {
    return;
  }
  const int descriptor = std::exchange(descriptor_, -1);
  if (durability_ == Durability::synced && fsync(descriptor) != 0) {
    fail(errno);
  }
  if (close(descriptor) != 0) {
    fail(errno);
  }
}

void OutputFile::commit() {
  if (final_.empty()) {
    return;
  }
  finish();
  if (rename(temporary_.c_str(), final_.c_str()) != 0) {
    fail(errno);
  }
  forget(temporary_);
  temporary_.clear();
}

void OutputFile::fail(int code) const {
  throw Error(ErrorKind::system,
              {name_, "can't be written: " + system_message(code),
               code == ENOSPC ? "make room on the disk" : "name a place that can be written"});
}

OutputFolders::~OutputFolders() {
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
    rmdir(folder->c_str());
  }
  keep();
}

void OutputFolders::make(const std::filesystem::path& folder) {
  std::error_code error;
  if (folder.empty() || std::filesystem::is_directory(folder, error)) {
    return;
  }
  make(folder.parent_path());
  if (!std::filesystem::create_directory(folder, error)) {
    throw Error(ErrorKind::system, {folder.string(), "the folder can't be made: " + error.message(),
                                    "name a place that can be written"});
  }
  made_.push_back(folder.string());
  remember(made_.back());
}

void OutputFolders::keep() {
  for (const std::string& folder : made_) {
    forget(folder);
  }
  made_.clear();
}

}  // namespace reprise::detail
