// A folder of files that appears whole or not at all.
//
//     OutputFolder folder("pairs");            // before the work: throws if it could not be
//                                              written
//     folder.add("a-b.xml", "<document/>");
//     const Uninterrupted whole;
//     folder.commit(whole);
//
// The files are kept in memory until finish(), which writes them into a hidden folder: beside the
// final place, as whose name it then gets in one step; or, if an empty folder stands there already,
// inside it, from where they move up one by one (so its owner, its mode and what is mounted there
// stay). Without commit() nothing is left behind, not after an exception and not after a signal;
// what kill -9 leaves, a later run can tell (hidden_name.h), and an empty folder is one that holds
// nothing else.
//
// Cost: the bytes of all files in memory, and a system call or three a file. One thread at a time.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "reprise/io/output_file.h"

namespace reprise::detail {

class OutputFolder {
 public:
  // Throws Error if something stands at the path that is no empty folder, or if no folder can be
  // made there.
  explicit OutputFolder(const std::string& path);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  // Adds a file. REQUIRES: a name without '/', given once.
  void add(std::string name, std::string content) {
    files_.emplace_back(std::move(name), std::move(content));
  }

  // Writes the files under hidden names. Nothing may be added afterwards. Signals must wait until
  // all is settled. Throws Error.
  void finish();

  // Puts the folder with all files in its place. Signals must wait meanwhile. Throws Error; nothing
  // is there then.
  void commit(const Uninterrupted& whole);

  // The two halves of it around the renames, for outputs that come together: what is to be renamed,
  // once all is finished, and that it has been.
  std::vector<PendingRename> pending() const;
  void settle() noexcept;

 private:
  [[noreturn]] void fail(int code) const;

  std::string name_;             // as the user wrote it, for messages
  std::filesystem::path final_;  // where the files shall stand
  bool exists_ = false;          // it does already
  bool is_finished_ = false;
  std::filesystem::path hidden_;      // where they stand until then
  int lock_ = -1;                     // of the hidden folder
  Unfinished* unfinished_ = nullptr;  // it goes if a signal comes
  std::vector<std::pair<std::string, std::string>> files_;
};

}  // namespace reprise::detail
