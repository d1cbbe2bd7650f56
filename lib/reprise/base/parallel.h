// The one door to oneTBB: a loop whose rounds run on several threads.
//
// A stage has at most one such loop, over documents or pairs; round i writes to slot i and to nothing else that is
// shared, so the result is the same for every number of threads. Under ThreadSanitizer the door tells the tool that
// rounds come after the caller and before its return (Debian's libtbb does not), so that clean code stays silent and a
// race between two rounds is still found.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>

namespace reprise {

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

// Calls body(i) once for each i in [0, count), in any order, on the threads that ThreadLimit allows, and returns when
// all are done. A round that throws stops the rounds not yet begun; one of the exceptions comes out of the call.
void parallel_for(size_t count, LoopBody body);

// While it lives, at most `threads` threads work in parallel_for, its caller included; 0: one a core. Limits nest: the
// lowest counts. More threads than cores are really started, so that a test can see what 16 do on a machine of two.
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

}  // namespace reprise
