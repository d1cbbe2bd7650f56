#include "reprise/io/unfinished.h"

#include <sched.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <vector>

namespace reprise::detail {

// Entries are never freed, for a signal may come while the list is read; a free one is used again.
struct Unfinished {
  std::atomic<char*> path = nullptr;
  Unfinished* next = nullptr;
};

namespace {

std::atomic<Unfinished*> unfinished = nullptr;
std::atomic<int> uninterrupted = 0;       // how many of them live
thread_local int uninterrupted_here = 0;  // and how many of these in this thread
std::atomic<bool> ending = false;  // remove_unfinished() has begun: the process is about to end

// Entries without a path. Never destroyed: outputs may outlive it otherwise.
struct FreeEntries {
  std::mutex mutex;
  std::vector<Unfinished*> entries;
};

FreeEntries& free_entries() {
  static auto* const entries = new FreeEntries;  // NOLINT(cppcoreguidelines-owning-memory)
  return *entries;
}

// Returns an entry without a path that is on the list.
Unfinished* take_entry() {
  FreeEntries& free = free_entries();
  const std::lock_guard lock(free.mutex);
  if (!free.entries.empty()) {
    Unfinished* entry = free.entries.back();
    free.entries.pop_back();
    return entry;
  }
  // It lives as long as the process. Room to give it back is made now: forget() must not throw.
  free.entries.reserve(free.entries.capacity() + 1);
  auto* entry = new Unfinished;  // NOLINT(cppcoreguidelines-owning-memory)
  entry->next = unfinished;
  while (!unfinished.compare_exchange_weak(entry->next, entry)) {
  }
  return entry;
}

}  // namespace

Unfinished* remember(const std::string& path) {
  char* copy = strdup(path.c_str());
  if (copy == nullptr) {
    throw std::bad_alloc();
  }
  Unfinished* entry = take_entry();
  entry->path = copy;
  return entry;
}

void forget(Unfinished* entry) {
  if (entry == nullptr) {
    return;
  }
  std::free(entry->path.exchange(nullptr));
  FreeEntries& free = free_entries();
  const std::lock_guard lock(free.mutex);
  free.entries.push_back(entry);
}

void remove_unfinished() noexcept {
  ending = true;
  while (uninterrupted > uninterrupted_here) {  // not for ourselves: memory may fail inside one
    sched_yield();
  }
  for (bool removed = true; removed;) {  // a folder can go once what it holds has gone
    removed = false;
    for (Unfinished* entry = unfinished; entry; entry = entry->next) {
      const char* path = entry->path.load();
      removed |= path && (unlink(path) == 0 || rmdir(path) == 0);
    }
  }
}

bool is_uninterrupted() noexcept {
  return uninterrupted_here > 0;
}

Uninterrupted::Uninterrupted() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &mask_);
  ++uninterrupted;
  if (!ending) {
    ++uninterrupted_here;
    return;
  }
  --uninterrupted;
  while (true) {
    pause();  // another thread ends the process, and nothing new shall begin
  }
}

Uninterrupted::~Uninterrupted() {
  --uninterrupted_here;
  --uninterrupted;
  pthread_sigmask(SIG_SETMASK, &mask_, nullptr);
}

}  // namespace reprise::detail
