// A folder of files, written whole.
//
//     1. Before the work a hidden folder is made: beside the final place, or inside an empty folder
//        that stands there already.
//     2. commit() writes the files into it. Beside, the folder is renamed: one step. Inside, each
//        file moves up; if one can't, those that have moved go again.
//
// Example: "pairs" becomes ".pairs.reprise-4711-0", then "pairs". Counter-example: a mount point or
// a folder of another owner can't be replaced by a rename, so what is there already stays.
#include "reprise/io/output_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "reprise/error.h"
#include "reprise/io/place.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

// Returns a hidden place in the folder that nothing has taken. The process tells two runs apart.
fs::path free_place(const fs::path& folder, const std::string& name) {
  const std::string beginning =
      (name.empty() ? "" : "." + name) + ".reprise-" + std::to_string(getpid()) + "-";
  std::error_code ignored;
  for (size_t i = 0;; ++i) {
    fs::path place = folder / (beginning + std::to_string(i));
    if (!fs::exists(fs::symlink_status(place, ignored))) {
      return place;
    }
  }
}

// Writes a file that is not there yet. Returns 0, or the system's error code.
int write_file(const fs::path& path, const std::string& content) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return errno;
  }
  const int code = write_at(descriptor, 0, content);
  return close(descriptor) != 0 && code == 0 ? errno : code;
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
  const std::string name = exists_ ? "" : final_.filename().string();
  hidden_ = free_place(around, name.size() > 100 ? "" : name);  // names have their limits
  const Uninterrupted made_and_remembered;
  made_.make(hidden_);
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!hidden_.empty()) {
    fs::remove_all(hidden_, ignored);
  }
}

void OutputFolder::commit(const Uninterrupted&) {
  try {
    write_files();
    exists_ ? move_up() : move_into_place();
  } catch (...) {  // now: signals no longer wait when the destructor runs
    std::error_code ignored;
    fs::remove_all(hidden_, ignored);
    throw;
  }
  made_.keep();
  hidden_.clear();
}

void OutputFolder::write_files() const {
  for (const auto& [name, content] : files_) {
    if (const int code = write_file(hidden_ / name, content)) {
      fail(code);
    }
  }
}

void OutputFolder::move_up() {
  for (size_t i = 0; i < files_.size(); ++i) {
    const fs::path place = final_ / files_[i].first;
    if (rename((hidden_ / files_[i].first).c_str(), place.c_str()) == 0) {
      continue;
    }
    const int code = errno;
    while (i-- > 0) {
      unlink((final_ / files_[i].first).c_str());
    }
    fail(code);
  }
  rmdir(hidden_.c_str());
}

void OutputFolder::move_into_place() {
  // An empty folder that somebody made in the meantime gives way; anything else stays.
  if (rename(hidden_.c_str(), final_.c_str()) != 0) {
    fail(errno);
  }
}

void OutputFolder::fail(int code) const {
  throw Error(ErrorKind::system,
              {name_, "the folder can't be written: " + system_message(code),
               code == ENOSPC ? "make room on the disk" : "name a place that can be written"});
}

}  // namespace reprise::detail
