// One writer at a time: a lock on the file `lock` of an archive, which the system gives back when
// the process ends, however it ends.
//
// Who waits in vain is told who holds it. On network file systems locks may hold for one machine
// alone.
#pragma once

#include <string>

namespace reprise::detail {

class WriterLock {
 public:
  // Takes the lock, waiting up to so many seconds. Throws Error of kind `system` that names the
  // process that holds it.
  WriterLock(const std::string& path, double patience);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace reprise::detail
