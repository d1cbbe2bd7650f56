// What exists now and shall not outlive the process: a signal handler removes it.
//
//     Unfinished* entry = remember("/tmp/.out.json.reprise-…");   // before anything is written
//     …                                                           // a signal: the file goes
//     forget(entry);                                              // it stands in its place
//
// Any thread. Cost: that of a mutex; the handler takes none.
#pragma once

#include <csignal>
#include <string>

namespace reprise::detail {

// A file, or a folder that goes if it is empty.
struct Unfinished;

// Puts a path on the list. Returns its entry, for forget().
Unfinished* remember(const std::string& path);

// Takes it off the list.
void forget(Unfinished* entry);

// Removes what is on the list. Safe in a signal handler; waits for Uninterrupted in other threads.
void remove_unfinished() noexcept;

// Returns whether this thread is in a step that must be finished or taken back: an Uninterrupted of
// it lives.
bool is_uninterrupted() noexcept;

// While one lives, remove_unfinished() waits in whatever thread it was called: for what a signal
// must not cut in two.
class Uninterrupted {
 public:
  Uninterrupted();
  ~Uninterrupted();
  Uninterrupted(const Uninterrupted&) = delete;
  Uninterrupted& operator=(const Uninterrupted&) = delete;

 private:
  // As it was: this thread takes no signal meanwhile, for it would wait for itself.
  sigset_t mask_{};
};

}  // namespace reprise::detail
