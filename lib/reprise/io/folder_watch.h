// Which files of a folder have been written since one last asked, told by the system (inotify).
//
//     FolderWatch watch("today");            // "today" and all folders in it
//     watch.wait(1000);                      // true: something happened
//     watch.take()                           {"today/a.txt"}; all: look at everything
//
// A file is told of when whoever wrote it closes it, or moves it in; a folder that is made or moved
// in, and more events than the system keeps, say "look at everything". On network file systems what
// other machines write is not told. One thread.
#pragma once

#include <map>
#include <set>
#include <string>

namespace reprise::detail {

class FolderWatch {
 public:
  // Throws Error if the folder can't be watched.
  explicit FolderWatch(const std::string& folder);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Waits until something happened, a signal came, or so many milliseconds have passed; returns
  // whether something did.
  bool wait(int milliseconds) const;

  struct Changes {
    bool all = false;  // what happened is more than can be listed
    std::set<std::string> files;
  };
  // Returns what happened, and forgets it.
  Changes take();

 private:
  void add(const std::string& folder);

  int descriptor_ = -1;
  std::map<int, std::string> folders_;  // by the system's number
};

}  // namespace reprise::detail
