// The one door to oneTBB: the threads of a call, a loop whose rounds run on them, and a stream
// whose blocks do.
//
// A stage has at most one such loop, over documents or pairs; round i writes to slot i and to
// nothing else that is shared, so the result is the same for every number of threads. A stream is
// for what doesn't fit into memory: blocks are read in order, worked on by several threads, and
// finished in order again. Under ThreadSanitizer the door tells the tool that rounds come after the
// caller and before its return (Debian's libtbb does not), so that clean code stays silent and a
// race between two rounds is still found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

#include "reprise/progress.h"

namespace reprise::detail {

// The threads of one call, and who watches it. A run makes one of these first of all:
//
//     Result compare(…, const RunControl& control) {
//       const Workers workers(options.threads, control);
//       …                              // every loop and stream below runs on these threads
//     }
//
// While it lives, the loops and streams that this thread begins, and those that their rounds begin,
// run on `threads` threads, this one included; 0: one a core. They belong to this call alone: two
// calls at once, with 1 and with 4 threads, have 1 and 4, and nothing of the process is changed.
// More threads than cores are really started, so that a test can see what 16 do on a machine of
// two; fewer where the system starts no more. They are started by the first loop, and gone with the
// object. One inside another takes over the threads of the outer one, or fewer of its own; both
// controls hold.
//
// Loops without Workers run on the threads that the caller's own oneTBB has for them.
class Workers {
 public:
  explicit Workers(unsigned threads, RunControl control = {});
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

// Returns how many threads parallel_for would use here and now.
unsigned threads_allowed();

// Throws Stopped if the run was asked to stop. Rounds and fills begin with it; what takes long
// without either calls it now and then. Cost: 1 ns.
void check_stop();
// The same, also if this control asks for it.
void check_stop(const RunControl& control);

// Tells whoever watches the run how far it is, and then does what check_stop does. From any thread
// of the run. Throws Stopped, and what the callback throws.
void tell_progress(const Progress& progress);

// A reference to something callable, two pointers wide: keeps TBB's templates out of this header.
class LoopBody {
 public:
  template <class Body>
  requires(!std::is_same_v<std::remove_cvref_t<Body>, LoopBody>)
      LoopBody(const Body& body)  // NOLINT: implicit, so that a lambda can be passed as it is
      : body_(&body), call_([](const void* b, size_t i) { (*static_cast<const Body*>(b))(i); }) {}
  void operator()(size_t i) const { call_(body_, i); }

 private:
  const void* body_;
  void (*call_)(const void*, size_t);
};

// Calls body(i) once for each i in [0, count), in any order, on the threads of the Workers, and
// returns when all are done. A round that throws stops the rounds not yet begun; one of the
// exceptions comes out of the call. Throws Stopped if the run was asked to stop. With a phase,
// whoever watches the run is told how many rounds are done: the longest loop of a phase tells, and
// no loop inside its rounds.
void parallel_for(size_t count, LoopBody body, std::optional<Progress::Phase> phase = {});

// Streams blocks through a few slots. For each block in turn:
//     fill(slot)     puts the next block into the slot, or returns false at the end of the stream:
//                    one at a time, in order
//     work(slot)     on any thread, several at once
//     finish(slot)   one at a time, in the order of the blocks; afterwards the slot is filled anew
// fill and finish overlap with work, and with each other. A step that throws stops the stream; the
// exception comes out; so does Stopped, before the next fill. Streams may run inside the rounds of
// parallel_for. REQUIRES: slots > 0; memory and overlap grow with them.
struct StreamSteps {
  const std::function<bool(size_t)>& fill;
  const std::function<void(size_t)>& work;
  const std::function<void(size_t)>& finish;
};
void parallel_stream(size_t slots, const StreamSteps& steps);

}  // namespace reprise::detail
