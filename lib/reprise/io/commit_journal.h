// Files that come into their places together, or not at all.
//
// A rename is one step, several are not: one may fail, and the process may be killed between two.
// So what is to be renamed is first written into a hidden file, the journal.
//
//     .kept.jsonl.reprise-…   ->  kept.jsonl        done
//     .gone.jsonl.reprise-…   ->  gone.jsonl        fails: kept.jsonl is again what it was
//                                                   kill -9: the next run does the rest
//
// Of a file that was there a second name is kept until all is done. The journal stands in the
// folder of the first file; in each other folder one stands that names it.
//
// Counter-example: whoever has written to one of the places since the kill has the last word: what
// was to stand there goes.
//
// Cost: a link for each file that was there, two system calls for each folder. One thread.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace reprise::detail {

// A whole file or folder that shall stand in another place of the same disk.
struct PendingRename {
  std::string name;  // of the place, as the user wrote it
  std::string from, to;
};

class CommitJournal {
 public:
  // Writes the journal. Throws Error; nothing has changed then. REQUIRES: the renames live longer.
  explicit CommitJournal(std::span<const PendingRename> renames);
  ~CommitJournal();
  CommitJournal(const CommitJournal&) = delete;
  CommitJournal& operator=(const CommitJournal&) = delete;

  // Does the next rename. Throws Error; what was done is undone then.
  void rename_next();

 private:
  struct Before {
    std::string version;  // of what stood in the place
    std::string spare;    // its second name; empty if there is none
    bool is_new = false;  // nothing stood there
  };

  void make_journals();
  void keep_before(const std::string& place);
  void write() const;
  void roll_back();
  void clear() noexcept;

  std::span<const PendingRename> renames_;
  std::vector<Before> before_;
  std::vector<std::string> paths_;  // of the journals, that of the first folder first
  std::vector<int> descriptors_;    // which hold their locks
  size_t done_ = 0;
};

// Does all of the renames, or none. Throws Error. Signals must wait meanwhile.
void rename_together(std::span<const PendingRename> renames);

// Does what the journals in a folder say of runs that were killed in the middle. Returns the paths
// that have come into their places.
std::vector<std::string> complete_commits(const std::filesystem::path& folder);

}  // namespace reprise::detail
