// This file alone is compiled without ThreadSanitizer's instrumentation, also in a build that uses
// it: TBB's headers bring in code whose other half, inside libtbb, the tool can't see.
#include "reprise/base/parallel.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <map>
#include <mutex>
#include <vector>

#ifdef REPRISE_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace reprise::detail {
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

// Returns the arena for so many threads. They are kept: a new one for each loop leaves oneTBB,
// after some thousand loops, with workers that come seconds late or not at all. They are never
// destroyed, so that none goes before its last loop.
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
    : state_(std::make_unique<State>(
          threads == 0 ? static_cast<size_t>(tbb::this_task_arena::max_concurrency()) : threads)) {}

ThreadLimit::~ThreadLimit() = default;

unsigned threads_allowed() {
  return static_cast<unsigned>(
      tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
}

void parallel_for(size_t count, LoopBody body) {
  char begun = 0, done = 0;  // their addresses name the two events
  happens_before(&begun);
  const auto round = [&](size_t i) {
    happens_after(&begun);
    const AtEnd finished(happens_before, &done);
    body(i);
  };
  const AtEnd returned(happens_after, &done);
  arena_of(static_cast<int>(threads_allowed())).execute([&] {
    tbb::parallel_for(size_t{0}, count, round);
  });
}

void parallel_stream(size_t slots, const StreamSteps& steps) {
  // Events: a slot goes from step to step, and fill and finish go from block to block.
  std::vector<char> handed(slots);
  char begun = 0, filled = 0, finished = 0, done = 0;
  happens_before(&begun);
  size_t next = 0;
  const auto fill = tbb::make_filter<void, size_t>(
      tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) {
        happens_after(&begun);
        happens_after(&filled);
        const AtEnd over(happens_before,
                         &done);  // the call that finds no block is followed by no other step
        const size_t slot =
            next++ % slots;  // free: at most `slots` blocks are on their way, and they end in order
        happens_after(&handed[slot]);
        if (!steps.fill(slot)) {
          flow.stop();
        }
        happens_before(&handed[slot]);
        happens_before(&filled);
        return slot;
      });
  const auto work = tbb::make_filter<size_t, size_t>(tbb::filter_mode::parallel, [&](size_t slot) {
    happens_after(&handed[slot]);
    const AtEnd worked(happens_before, &handed[slot]);
    const AtEnd over(happens_before, &done);
    steps.work(slot);
    return slot;
  });
  const auto finish =
      tbb::make_filter<size_t, void>(tbb::filter_mode::serial_in_order, [&](size_t slot) {
        happens_after(&handed[slot]);
        happens_after(&finished);
        const AtEnd over(happens_before, &done);
        steps.finish(slot);
        happens_before(&finished);
        happens_before(&handed[slot]);
      });
  const AtEnd returned(happens_after, &done);
  // A thread that waits for its own stream does not begin a second one meanwhile: that would nest
  // without bound.
  arena_of(static_cast<int>(threads_allowed())).execute([&] {
    tbb::this_task_arena::isolate([&] { tbb::parallel_pipeline(slots, fill & work & finish); });
  });
}

}  // namespace reprise::detail
