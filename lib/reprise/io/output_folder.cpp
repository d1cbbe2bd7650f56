// A folder of files, written whole.
//
//     1. Before the work a hidden folder is made: beside the final place, or inside an empty folder
//        that stands there already.
//     2. finish() writes the files into it. Beside, the folder is renamed: one step. Inside, each
//        file moves up; if one can't, those that have moved go again (commit_journal.h).
//
// Example: "pairs" is written as ".pairs.reprise-1f00d5e2-4711-a8Kx2q". Counter-example: a mount
// point or a folder of another owner can't be replaced by a rename, so what is there already stays.
#include "reprise/io/output_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "reprise/error.h"
#include "reprise/io/place.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

// Writes a file that is not there yet. Returns 0, or the system's error code.
int write_file(const fs::path& path, const std::string& content) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return errno;
  }
  const int code = write_at(descriptor, 0, content);
  const int sync_code = code == 0 && fsync(descriptor) != 0 ? errno : code;
  return close(descriptor) != 0 && sync_code == 0 ? errno : sync_code;
}

}  // namespace

OutputFolder::OutputFolder(const std::string& path) : name_(path) {
  std::error_code error;
  final_ = fs::absolute(path, error);
  if (!final_.has_filename()) {
    final_ = final_.parent_path();  // "out/"
  }
  final_ = links_followed(final_);
  const fs::file_status status = fs::status(final_, error);
  exists_ = fs::exists(status);
  if (exists_ && !fs::is_directory(status)) {
    fail(ENOTDIR);
  }
  if (exists_ && !fs::is_empty(final_, error)) {
    if (error) {
      fail(error.value());
    }
    throw Error(ErrorKind::system,
                {name_, "the folder is not empty", "name a new folder, or an empty one"});
  }
  const fs::path around = exists_ ? final_ : final_.parent_path();
  if (!fs::is_directory(around, error)) {
    fail(ENOENT);  // a parent that is missing is a slip, as it is for files
  }
  if (access(around.c_str(), W_OK | X_OK) != 0) {
    fail(errno);
  }
  const Uninterrupted made_and_remembered;
  std::string hidden;
  lock_ = make_hidden_folder(exists_ ? final_ / "" : final_, hidden);
  if (lock_ < 0) {
    fail(errno);
  }
  const mode_t mask = umask(0);
  umask(mask);
  fchmod(lock_, 0777 & ~mask);
  try {
    unfinished_ = remember(hidden);
  } catch (...) {
    rmdir(hidden.c_str());
    close(lock_);
    throw;
  }
  hidden_ = hidden;
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!hidden_.empty()) {
    fs::remove_all(hidden_, ignored);
  }
  settle();
}

void OutputFolder::finish() {
  if (std::exchange(is_finished_, true)) {
    return;
  }
  for (const auto& [name, content] : files_) {
    if (const int code = write_file(hidden_ / name, content)) {
      fail(code);
    }
  }
}

std::vector<PendingRename> OutputFolder::pending() const {
  if (!exists_) {
    // An empty folder that somebody made in the meantime gives way; anything else stays.
    return {{name_, hidden_.string(), final_.string()}};
  }
  std::vector<PendingRename> all;
  for (const auto& [name, _] : files_) {
    all.push_back({name_, (hidden_ / name).string(), (final_ / name).string()});
  }
  return all;
}

void OutputFolder::settle() noexcept {
  if (exists_ && !hidden_.empty()) {
    rmdir(hidden_.c_str());
  }
  hidden_.clear();
  forget(std::exchange(unfinished_, nullptr));
  if (lock_ >= 0) {
    close(std::exchange(lock_, -1));
  }
}

void OutputFolder::commit(const Uninterrupted&) {
  try {
    finish();
    rename_together(pending());
  } catch (...) {  // now: signals no longer wait when the destructor runs
    std::error_code ignored;
    fs::remove_all(hidden_, ignored);
    throw;
  }
  settle();
}

void OutputFolder::fail(int code) const {
  throw Error(ErrorKind::system,
              {name_, "the folder can't be written: " + system_message(code),
               code == ENOSPC ? "make room on the disk" : "name a place that can be written"});
}

}  // namespace reprise::detail
