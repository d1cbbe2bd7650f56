// This file alone is compiled without ThreadSanitizer's instrumentation, also in a build that uses it: TBB's headers
// bring in code whose other half, inside libtbb, the tool can't see.
#include "reprise/base/parallel.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <map>
#include <mutex>

#ifdef REPRISE_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace reprise {
namespace {

void happens_before([[maybe_unused]] void* event) {
#ifdef REPRISE_THREAD_SANITIZER
  __tsan_release(event);
#endif
}

void happens_after([[maybe_unused]] void* event) {
#ifdef REPRISE_THREAD_SANITIZER
  __tsan_acquire(event);
#endif
}

// Tells of an event when its scope ends, by an exception too.
class AtEnd {
 public:
  AtEnd(void (*tell)(void*), void* event) : tell_(tell), event_(event) {}
  ~AtEnd() { tell_(event_); }
  AtEnd(const AtEnd&) = delete;
  AtEnd& operator=(const AtEnd&) = delete;

 private:
  void (*tell_)(void*);
  void* event_;
};

// Returns the arena for so many threads. They are kept: a new one for each loop leaves oneTBB, after some thousand loops,
// with workers that come seconds late or not at all. They are never destroyed, so that none goes before its last loop.
tbb::task_arena& arena_of(int threads) {
  static std::mutex mutex;
  static auto& arenas = *new std::map<int, tbb::task_arena>;
  const std::lock_guard lock(mutex);
  return arenas.try_emplace(threads, threads).first->second;
}

}  // namespace

struct ThreadLimit::State {
  explicit State(size_t threads) : control(tbb::global_control::max_allowed_parallelism, threads) {}
  tbb::global_control control;
};

ThreadLimit::ThreadLimit(unsigned threads)
    : state_(std::make_unique<State>(threads == 0 ? static_cast<size_t>(tbb::this_task_arena::max_concurrency())
                                                  : threads)) {}

ThreadLimit::~ThreadLimit() = default;

void parallel_for(size_t count, LoopBody body) {
  char begun = 0, done = 0;  // their addresses name the two events
  happens_before(&begun);
  const auto round = [&](size_t i) {
    happens_after(&begun);
    const AtEnd finished(happens_before, &done);
    body(i);
  };
  const AtEnd returned(happens_after, &done);
  const auto threads = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
  arena_of(static_cast<int>(threads)).execute([&] { tbb::parallel_for(size_t{0}, count, round); });
}

}  // namespace reprise
