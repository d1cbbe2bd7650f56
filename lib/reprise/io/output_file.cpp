// Files that appear whole, and what a signal must find to clean up.
//
//     1. The hidden file stands beside its place, so that rename() stays on one disk and is atomic.
//     2. Its path is put into a list that a signal handler may walk (unfinished.h).
//     3. finish() closes it, and keeps its lock, so that no other run takes it for a leftover.
//     4. commit() renames it, and forgets it; the destructor removes what was not committed.
//
// Example: report.json is written as .report.json.reprise-1f00d5e2-4711-a8Kx2q (hidden_name.h).
// Counter-example: /dev/stdout and pipes have no place beside them, and are written straight.
//
// Cost: a rename, and an fsync where the file is Durability::synced. Source: POSIX.1, rename() and
// the functions that are safe in a signal handler.
#include "reprise/io/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <span>
#include <system_error>
#include <utility>

#include "reprise/error.h"
#include "reprise/io/place.h"

namespace reprise::detail {
namespace {

// Finished files that keep a descriptor for their lock; of more, the folder is locked.
std::atomic<size_t> locks = 0;

size_t most_locks() {
  static const size_t most = most_open_files(8, 64);
  return most;
}

}  // namespace

void OutputFile::remove_unfinished() noexcept {
  detail::remove_unfinished();
}

std::vector<std::string> OutputFile::remove_leftovers(const std::string& path) {
  const std::filesystem::path beginning = hidden_beside(links_followed(path));
  complete_commits(beginning.parent_path());
  return remove_hidden(beginning.parent_path(), beginning.filename().string());
}

std::vector<std::string> OutputFile::remove_leftovers_in(const std::string& folder) {
  complete_commits(folder);
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
    descriptor_ = make_hidden_file(place, temporary_);
    if (descriptor_ < 0) {
      temporary_.clear();
    } else {
      remember_or_remove();
      const mode_t mask = umask(0);
      umask(mask);
      fchmod(descriptor_, exists ? status.st_mode & 07777 : 0666 & ~mask);
    }
  }
  if (descriptor_ < 0) {
    fail(errno);
  }
}

void OutputFile::remember_or_remove() {
  try {
    unfinished_ = remember(temporary_);
  } catch (...) {
    close(descriptor_);
    unlink(temporary_.c_str());
    throw;
  }
}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) {
    close(descriptor_);
  }
  if (!temporary_.empty()) {
    unlink(temporary_.c_str());
  }
  settle();
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
  keep_lock();
  const int descriptor = std::exchange(descriptor_, -1);
  if (durability_ == Durability::synced && fsync(descriptor) != 0) {
    const int code = errno;
    close(descriptor);
    fail(code);
  }
  if (close(descriptor) != 0) {
    fail(errno);
  }
}

// The lock belongs to what was opened, and lasts as long as one of its descriptors.
void OutputFile::keep_lock() {
  if (++locks <= most_locks()) {
    lock_ = fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
  }
  if (lock_ < 0) {
    --locks;
    folder_.emplace(std::filesystem::path(final_).parent_path().string());
  }
}

std::optional<PendingRename> OutputFile::pending() const {
  if (temporary_.empty()) {
    return std::nullopt;
  }
  return PendingRename{name_, temporary_, final_};
}

void OutputFile::settle() noexcept {
  forget(std::exchange(unfinished_, nullptr));
  temporary_.clear();
  if (lock_ >= 0) {
    close(std::exchange(lock_, -1));
    --locks;
  }
  folder_.reset();
}

void OutputFile::commit() {
  finish();
  if (const std::optional<PendingRename> rename = pending()) {
    rename_together(std::span(&*rename, 1));
    settle();
  }
}

void OutputFile::fail(int code) const {
  throw_not_written(name_, code);
}

OutputFolders::~OutputFolders() {
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
    rmdir(folder->first.c_str());
  }
  keep();
}

void OutputFolders::make(const std::filesystem::path& folder) {
  std::error_code error;
  if (folder.empty() || std::filesystem::is_directory(folder, error)) {
    return;
  }
  make(folder.parent_path());
  const Uninterrupted made_and_remembered;
  if (!std::filesystem::create_directory(folder, error)) {
    throw Error(ErrorKind::system, {folder.string(), "the folder can't be made: " + error.message(),
                                    "name a place that can be written"});
  }
  try {
    made_.emplace_back(folder.string(), remember(folder.string()));
  } catch (...) {
    rmdir(folder.c_str());
    throw;
  }
}

void OutputFolders::keep() {
  for (const auto& [_, unfinished] : made_) {
    forget(unfinished);
  }
  made_.clear();
}

}  // namespace reprise::detail
