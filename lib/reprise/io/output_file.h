// A file that appears whole or not at all.
//
// A regular file is written beside its final place under a hidden name and renamed by commit();
// links are followed, the mode of a file that was there is kept. Devices and pipes are written
// straight. Without commit() the destructor removes what was written: an exception in the middle
// leaves nothing behind.
//
// Open outputs before the work, so that a wrong path fails at once. Only kill -9 leaves a hidden
// file behind; a later run can tell it from one that is still written (hidden_name.h). Several
// outputs come into their places together by an OutputSet (output_set.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reprise/io/commit_journal.h"
#include "reprise/io/hidden_name.h"
#include "reprise/io/unfinished.h"

namespace reprise::detail {

// Whether commit() waits until the disk has the bytes. Gigabytes take minutes, and the programs
// that write such don't wait.
enum class Durability { synced, buffered };

class OutputFile {
 public:
  // Opens the place to write; "-" is standard output. Throws Error if it can't be written.
  explicit OutputFile(const std::string& path, Durability durability = Durability::synced);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Writes all of the bytes. Throws Error: a full disk, or of kind
  // `closed_pipe` if nobody reads any longer.
  void write(std::string_view bytes);

  // Returns whether write_at() may be used: of regular files alone.
  bool is_regular() const { return !final_.empty(); }

  // Writes all of the bytes at their place, in any order, from any thread. REQUIRES: is_regular().
  // Throws Error.
  void write_at(uint64_t place, std::string_view bytes);

  // Closes the file without putting it in its place, so that a thousand can wait for their commit.
  // Throws Error.
  void finish();

  // Puts the file in its place. Nothing may be written afterwards. Throws Error.
  void commit();

  // The two halves of it around the rename, for files that come together: what is to be renamed,
  // once all is finished (nothing, if it was written straight), and that it has been.
  std::optional<PendingRename> pending() const;
  void settle() noexcept;

  // Removes what all open files of the process have written so far. For a signal handler, and safe
  // in one.
  static void remove_unfinished() noexcept;

  // Removes the hidden files that killed runs have left beside the path when they were about to
  // write it, and returns their paths; _in: all that they have left in a folder. What such runs had
  // decided to put in place is put there before (complete_commits).
  static std::vector<std::string> remove_leftovers(const std::string& path);
  static std::vector<std::string> remove_leftovers_in(const std::string& folder);

 private:
  void remember_or_remove();
  void keep_lock();
  [[noreturn]] void fail(int code) const;

  std::string name_;       // as the user wrote it, for messages
  std::string final_;      // where the file shall stand; empty: written straight
  std::string temporary_;  // where it stands until then
  Durability durability_;
  int descriptor_ = -1;
  int lock_ = -1;                     // holds the lock of a finished file
  std::optional<FolderLock> folder_;  // or that of its folder does
  Unfinished* unfinished_ = nullptr;
};

// Folders that are made for output files. Those that are still empty when it ends, or when a signal
// comes, go again.
class OutputFolders {
 public:
  OutputFolders() = default;
  ~OutputFolders();
  OutputFolders(const OutputFolders&) = delete;
  OutputFolders& operator=(const OutputFolders&) = delete;

  // Makes the folder and those above it, where they are not there. Throws Error.
  void make(const std::filesystem::path& folder);

  // Lets them stay, as they are.
  void keep();

 private:
  std::vector<std::pair<std::string, Unfinished*>> made_;
};

}  // namespace reprise::detail
