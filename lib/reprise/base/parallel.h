// The one door to oneTBB: a loop whose rounds run on several threads, and a stream whose blocks do.
//
// A stage has at most one such loop, over documents or pairs; round i writes to slot i and to
// nothing else that is shared, so the result is the same for every number of threads. A stream is
// for what doesn't fit into memory: blocks are read in order, worked on by several threads, and
// finished in order again. Under ThreadSanitizer the door tells the tool that rounds come after the
// caller and before its return (Debian's libtbb does not), so that clean code stays silent and a
// race between two rounds is still found.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <type_traits>

namespace reprise::detail {

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

// Calls body(i) once for each i in [0, count), in any order, on the threads that ThreadLimit
// allows, and returns when all are done. A round that throws stops the rounds not yet begun; one of
// the exceptions comes out of the call.
void parallel_for(size_t count, LoopBody body);

// Streams blocks through a few slots. For each block in turn:
//     fill(slot)     puts the next block into the slot, or returns false at the end of the stream:
//                    one at a time, in order
//     work(slot)     on any thread, several at once
//     finish(slot)   one at a time, in the order of the blocks; afterwards the slot is filled anew
// fill and finish overlap with work, and with each other. A step that throws stops the stream; the
// exception comes out. Streams may run inside the rounds of parallel_for. REQUIRES: slots > 0;
// memory and overlap grow with them.
struct StreamSteps {
  const std::function<bool(size_t)>& fill;
  const std::function<void(size_t)>& work;
  const std::function<void(size_t)>& finish;
};
void parallel_stream(size_t slots, const StreamSteps& steps);

// Returns how many threads parallel_for would use here and now.
unsigned threads_allowed();

// While it lives, at most `threads` threads work in parallel_for, its caller included; 0: one a
// core. Limits nest: the lowest counts. More threads than cores are really started, so that a test
// can see what 16 do on a machine of two.
class ThreadLimit {
 public:
  explicit ThreadLimit(unsigned threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reprise::detail
