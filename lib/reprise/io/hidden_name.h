// Names of files that are not yet in their places, and what runs that were killed have left of
// them.
//
//     report.json  is written as  .report.json.reprise-1f00d5e2-4711-a8Kx2q
//                                  the name, the host, the process, and what makes it new
//
// Whether its run still lives says a lock on the file (flock), not the process: numbers of
// processes come again, and in another container they are others. A run that has more files than it
// may have open closes some; then it holds a lock on their folder instead. Hosts are told apart,
// for a lock may not be seen from another one.
//
// Counter-example: a folder on a disk without locks, and a file of another host: both stay, for
// nobody can tell.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace reprise::detail {

// Returns the path with its links followed; a link that leads nowhere yet gives the place it points
// at.
std::filesystem::path links_followed(std::filesystem::path path);

// Returns the hidden path beside the place, up to what makes it new. A name that has no room for
// the rest is cut.
std::string hidden_beside(const std::filesystem::path& place);

// Returns what stands in the names of this host.
std::string host_mark();

// Makes a new hidden file beside the place, open to write and locked. Returns its descriptor, and
// its path in `path`; -1 with errno if that fails.
int make_hidden_file(const std::filesystem::path& place, std::string& path);

// Makes a new hidden folder beside the place, and locks it; the same otherwise.
int make_hidden_folder(const std::filesystem::path& place, std::string& path);

// An open file or folder, of which it is known whether nobody had a lock on it. While it lives, the
// lock is ours.
class LockProbe {
 public:
  explicit LockProbe(const std::filesystem::path& path);
  ~LockProbe();
  LockProbe(const LockProbe&) = delete;
  LockProbe& operator=(const LockProbe&) = delete;

  bool is_free() const { return is_free_; }

 private:
  int descriptor_;
  bool is_free_;
};

// While one lives, all hidden files of the folder are those of a living run.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  std::string folder_;
};

// Removes the hidden files and folders in a folder whose names begin like this, and whose runs have
// ended. Returns their paths.
std::vector<std::string> remove_hidden(const std::filesystem::path& folder,
                                       const std::string& beginning);

}  // namespace reprise::detail
