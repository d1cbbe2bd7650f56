// Steps of a call: its Workers are made, and noted for this thread; the first loop with two rounds
// starts their threads; each loop and each stream is run by oneTBB inside their arena; they end,
// and the threads are joined.
//
// A call's threads are its own, and not oneTBB's: those are as many as the cores at most, shared by
// all of the process, and a limit on them (tbb::global_control) is one on all of it. oneTBB has two
// kinds of places in an arena, for its own workers and for threads that come from outside. Here all
// places are of the second kind. A thread of ours enters, and waits there for a task group that
// stays open until the call ends; a thread that waits inside an arena works on what there is to do.
//
//     compare with 4 threads     caller: execute(loop) … execute(loop) … end
//                                3 threads of ours: execute(wait for the end, working meanwhile)
//
// Cost: 20 us a thread when they start; a round costs a few nanoseconds beyond its body.
//
// This file alone is compiled without ThreadSanitizer's instrumentation, also in a build that uses
// it: TBB's headers bring in code whose other half, inside libtbb, the tool can't see.
#include "reprise/base/parallel.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#ifdef REPRISE_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>

// libtbb clears the room of a thread that is gone for the next one, by a memset that the tool sees,
// and a handing over that it does not. This passes over what libtbb itself calls; a race of rounds,
// which libtbb runs, is still told.
extern "C" REPRISE_EXPORT const char* __tsan_default_suppressions() {
  return "called_from_lib:libtbb.so";
}
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

// The threads of a call in their arena.
class Crew {
 public:
  explicit Crew(int threads) : threads_(threads), arena_(threads, static_cast<unsigned>(threads)) {}

  ~Crew() {
    open_ = {};
    for (std::thread& thread : started_) {
      thread.join();
    }
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  int threads() const { return threads_; }

  // Runs `work` inside the arena. The first call is of the thread that made the crew; by the time
  // that others call, the threads are there.
  template <class Work>
  void execute(const Work& work) {
    if (is_new_) {
      is_new_ = false;
      start();
    }
    arena_.execute(work);
  }

 private:
  void start() {
    if (threads_ == 1) {
      return;
    }
    open_ = until_end_.defer([] {});
    started_.reserve(static_cast<size_t>(threads_) - 1);
    while (started_.size() + 1 < static_cast<size_t>(threads_)) {
      try {
        started_.emplace_back([this] { arena_.execute([this] { until_end_.wait(); }); });
      } catch (const std::system_error&) {
        break;  // the system starts no more; those that are there do the work
      }
    }
    threads_ = static_cast<int>(started_.size()) + 1;
  }

  int threads_;
  bool is_new_ = true;
  tbb::task_arena arena_;
  tbb::task_group until_end_;
  tbb::task_handle open_;  // as long as it is there, nobody's wait for the group ends
  std::vector<std::thread> started_;
};

}  // namespace

struct Workers::State {
  State(unsigned threads, RunControl run_control);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void check_stop() const {
    for (const State* s = this; s != nullptr; s = s->outer) {
      if (s->control.stop.stop_requested()) {
        throw Stopped();
      }
    }
  }

  void tell(const Progress& progress) {
    if (control.on_progress) {
      const std::lock_guard lock(telling);
      const bool falls_behind = progress.phase == told.phase && progress.done < told.done;
      if (!falls_behind) {
        told = progress;
        control.on_progress(progress);
      }
    }
    if (outer != nullptr) {
      outer->tell(progress);
    }
  }

  bool is_watched() const {
    return control.on_progress || (outer != nullptr && outer->is_watched());
  }

  State* outer;  // the Workers around these; nullptr: none
  std::unique_ptr<Crew> own;
  Crew* crew;  // our own, or that of the outer one
  RunControl control;
  std::mutex telling;
  Progress told;
};

namespace {

// The innermost Workers of what this thread is doing.
thread_local Workers::State* current = nullptr;

// While it lives, this thread works for these Workers.
class Inside {
 public:
  explicit Inside(Workers::State* run) : before_(std::exchange(current, run)) {}
  ~Inside() { current = before_; }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  Workers::State* before_;
};

int all_cores() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// Counts the rounds of a loop for whoever watches the run.
class RoundCounter {
 public:
  RoundCounter(Workers::State* run, std::optional<Progress::Phase> phase, size_t count)
      : run_(phase && run != nullptr && run->is_watched() ? run : nullptr),
        phase_(phase.value_or(Progress::Phase::reading)),
        count_(count) {}

  // Tells of one more round that is done, a thousand times in all.
  void count() {
    if (run_ == nullptr) {
      return;
    }
    constexpr uint64_t most_told = 1000;
    const uint64_t done = ++done_;
    if (done * most_told / count_ != (done - 1) * most_told / count_) {
      run_->tell({phase_, done, count_});
    }
  }

 private:
  Workers::State* run_;  // nullptr: nobody is told
  Progress::Phase phase_;
  uint64_t count_;
  std::atomic<uint64_t> done_ = 0;
};

// Runs `work` on the threads of the run, or where there is none, on those of oneTBB.
template <class Work>
void run_on(Workers::State* run, const Work& work) {
  if (run == nullptr) {
    work();
  } else {
    run->crew->execute(work);
  }
}

}  // namespace

Workers::State::State(unsigned threads, RunControl run_control)
    : outer(current),
      crew(outer != nullptr ? outer->crew : nullptr),
      control(std::move(run_control)) {
  const int wanted = threads == 0 ? all_cores() : static_cast<int>(threads);
  const bool takes_over = crew != nullptr && (threads == 0 || wanted >= crew->threads());
  if (!takes_over) {
    own = std::make_unique<Crew>(wanted);
    crew = own.get();
  }
  current = this;
}

Workers::State::~State() {
  current = outer;
}

Workers::Workers(unsigned threads, RunControl control)
    : state_(std::make_unique<State>(threads, std::move(control))) {}

Workers::~Workers() = default;

unsigned threads_allowed() {
  const int threads =
      current == nullptr ? tbb::this_task_arena::max_concurrency() : current->crew->threads();
  return static_cast<unsigned>(threads);
}

void check_stop() {
  if (current != nullptr) {
    current->check_stop();
  }
}

void check_stop(const RunControl& control) {
  check_stop();
  if (control.stop.stop_requested()) {
    throw Stopped();
  }
}

void tell_progress(const Progress& progress) {
  if (current != nullptr) {
    current->tell(progress);
    current->check_stop();
  }
}

void parallel_for(size_t count, LoopBody body, std::optional<Progress::Phase> phase) {
  char begun = 0, done = 0;  // their addresses name the two events
  Workers::State* const run = current;
  check_stop();
  RoundCounter counter(run, phase, count);
  happens_before(&begun);
  const auto round = [&](size_t i) {
    happens_after(&begun);
    const AtEnd finished(happens_before, &done);
    const Inside inside(run);
    check_stop();
    body(i);
    counter.count();
  };
  const AtEnd returned(happens_after, &done);
  if (count == 1) {
    return round(0);
  }
  run_on(run, [&] { tbb::parallel_for(size_t{0}, count, round); });
}

void parallel_stream(size_t slots, const StreamSteps& steps) {
  // Events: a slot goes from step to step, and fill and finish go from block to block.
  std::vector<char> handed(slots);
  Workers::State* const run = current;
  char begun = 0, filled = 0, finished = 0, done = 0;
  happens_before(&begun);
  size_t next = 0;
  // The call that finds no block is followed by no other step.
  const auto next_slot = [&](tbb::flow_control& flow) {
    happens_after(&begun);
    happens_after(&filled);
    const AtEnd over(happens_before, &done);
    const Inside inside(run);
    check_stop();
    // Slots are free: at most `slots` blocks are on their way, and they end in order.
    const size_t slot = next++ % slots;
    happens_after(&handed[slot]);
    if (!steps.fill(slot)) {
      flow.stop();
    }
    happens_before(&handed[slot]);
    happens_before(&filled);
    return slot;
  };
  const auto fill = tbb::make_filter<void, size_t>(tbb::filter_mode::serial_in_order, next_slot);
  const auto work = tbb::make_filter<size_t, size_t>(tbb::filter_mode::parallel, [&](size_t slot) {
    happens_after(&handed[slot]);
    const AtEnd worked(happens_before, &handed[slot]);
    const AtEnd over(happens_before, &done);
    const Inside inside(run);
    steps.work(slot);
    return slot;
  });
  const auto finish =
      tbb::make_filter<size_t, void>(tbb::filter_mode::serial_in_order, [&](size_t slot) {
        happens_after(&handed[slot]);
        happens_after(&finished);
        const AtEnd over(happens_before, &done);
        const Inside inside(run);
        steps.finish(slot);
        happens_before(&finished);
        happens_before(&handed[slot]);
      });
  const AtEnd returned(happens_after, &done);
  // A thread that waits for its own stream does not begin a second one meanwhile: that would nest
  // without bound.
  run_on(run, [&] {
    tbb::this_task_arena::isolate([&] { tbb::parallel_pipeline(slots, fill & work & finish); });
  });
}

}  // namespace reprise::detail
