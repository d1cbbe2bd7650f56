// Steps: a hidden file is made beside its place and locked at once; whoever looks for leftovers
// takes the lock before it removes one, so the two can't miss each other:
//
//     we make the file;   another run finds it without lock, and removes it;   we lock it, see that
//     its name is gone, and make another
//
// Leftovers are files whose lock is free, in a folder whose lock is free. Cost: a lock a file; a
// listing of the folder where leftovers are looked for. Source: flock(2).
#include "reprise/io/hidden_name.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <thread>

#include "reprise/base/hash.h"
#include "reprise/io/folder_names.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

std::string hidden_mark() {
  return ".reprise-" + host_mark() + "-";
}

std::string new_name_beside(const fs::path& place) {
  return hidden_beside(place) + std::to_string(getpid()) + "-XXXXXX";
}

// Locks what was made a moment ago. Returns false if somebody has taken it for a leftover in this
// moment. A disk without locks has none to take, either.
bool lock_new(int descriptor) {
  flock(descriptor, LOCK_EX);
  struct stat status {};
  return fstat(descriptor, &status) != 0 || status.st_nlink > 0;
}

// The folders that are locked by this process, and by how many.
struct LockedFolders {
  struct Locked {
    int descriptor = -1;
    size_t uses = 0;
  };
  std::mutex mutex;
  std::map<std::string, Locked> folders;
};

LockedFolders& locked_folders() {
  static auto* const locked = new LockedFolders;  // NOLINT(cppcoreguidelines-owning-memory)
  return *locked;
}

// Returns whether a file may have been made this moment, so that its lock is still to come.
bool is_new(const fs::path& path) {
  constexpr std::chrono::seconds moment(2);
  std::error_code error;
  const bool is_empty = fs::is_regular_file(path, error) && fs::file_size(path, error) == 0;
  const fs::file_time_type made = fs::last_write_time(path, error);
  return is_empty && !error && fs::file_time_type::clock::now() - made < moment;
}

// Removes a hidden file, or a hidden folder with what it holds. Returns whether it is gone. What
// may have been made this moment is looked at again a little later: whoever made it has locked it
// by then.
bool remove_leftover(const fs::path& path) {
  if (is_new(path) && LockProbe(path).is_free()) {
    constexpr std::chrono::milliseconds little(20);
    std::this_thread::sleep_for(little);
  }
  const LockProbe probe(path);
  std::error_code error;
  return probe.is_free() && fs::remove_all(path, error) > 0 && !error;
}

}  // namespace

std::string host_mark() {
  std::array<char, 256> name{};
  gethostname(name.data(), name.size() - 1);
  char mark[9];
  std::snprintf(mark, sizeof mark, "%08x", static_cast<unsigned>(hash_bytes(name.data())));
  return mark;
}

LockProbe::LockProbe(const fs::path& path)
    : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)),
      is_free_(descriptor_ >= 0 && flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {}

LockProbe::~LockProbe() {
  if (descriptor_ >= 0) {
    close(descriptor_);
  }
}

fs::path links_followed(fs::path path) {
  std::error_code ignored;
  for (int links = 0; links < 40 && fs::is_symlink(path, ignored); ++links) {
    const auto target = fs::read_symlink(path, ignored);
    path = target.is_absolute() ? target : path.parent_path() / target;
  }
  return path;
}

std::string hidden_beside(const fs::path& place) {
  constexpr size_t most_of_process = sizeof("4294967295-XXXXXX") - 1;
  const std::string mark = hidden_mark();
  const size_t room = NAME_MAX - 1 - mark.size() - most_of_process;
  const std::string name = place.filename().string().substr(0, room);
  return (place.parent_path() / ((name.empty() ? "" : "." + name) + mark)).string();
}

int make_hidden_file(const fs::path& place, std::string& path) {
  while (true) {
    path = new_name_beside(place);
    const int descriptor = mkostemp(path.data(), O_CLOEXEC);
    if (descriptor < 0 || lock_new(descriptor)) {
      return descriptor;
    }
    close(descriptor);
  }
}

int make_hidden_folder(const fs::path& place, std::string& path) {
  while (true) {
    path = new_name_beside(place);
    if (mkdtemp(path.data()) == nullptr) {
      return -1;
    }
    const int descriptor = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0 && lock_new(descriptor)) {
      return descriptor;
    }
    const int code = errno;
    const bool is_taken = descriptor >= 0;
    if (is_taken) {
      close(descriptor);
      continue;
    }
    rmdir(path.c_str());
    errno = code;
    return -1;
  }
}

FolderLock::FolderLock(const std::string& folder) : folder_(folder.empty() ? "." : folder) {
  LockedFolders& locked = locked_folders();
  const std::lock_guard guard(locked.mutex);
  LockedFolders::Locked& entry = locked.folders[folder_];
  if (entry.uses++ == 0) {
    entry.descriptor = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    flock(entry.descriptor, LOCK_SH);
  }
}

FolderLock::~FolderLock() {
  LockedFolders& locked = locked_folders();
  const std::lock_guard guard(locked.mutex);
  const auto entry = locked.folders.find(folder_);
  if (--entry->second.uses > 0) {
    return;
  }
  if (entry->second.descriptor >= 0) {
    close(entry->second.descriptor);
  }
  locked.folders.erase(entry);
}

std::vector<std::string> remove_hidden(const fs::path& folder, const std::string& beginning) {
  const fs::path place = folder.empty() ? "." : folder;
  const std::string mark = hidden_mark();
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const std::string& name : names_in(place, ignored)) {
    const size_t at = name.rfind(mark);
    const bool is_hidden = at != name.npos && name.starts_with(beginning);
    if (is_hidden && std::atoi(name.c_str() + at + mark.size()) > 0) {
      found.push_back(folder / name);
    }
  }
  std::vector<std::string> removed;
  if (found.empty()) {
    return removed;
  }
  const LockProbe of_all(place);
  if (!of_all.is_free()) {
    return removed;
  }
  std::sort(found.begin(), found.end());
  for (const fs::path& path : found) {
    if (remove_leftover(path)) {
      removed.push_back(path.string());
    }
  }
  return removed;
}

}  // namespace reprise::detail
