// A call of the library on behalf of Python: without the GIL, stopped by Ctrl-C, its progress told
// to a function.
//
//     return watched(on_progress, [&](const RunControl& control) {
//       return find_duplicates(table, options, 0, {note, control});
//     });
//
// The work runs on a thread of its own; the calling one waits, and wakes some times a second to
// take the GIL, look for signals, and call the function. What that throws, KeyboardInterrupt and
// the like included, stops the work and comes out of the call. So Python's own code never runs on a
// thread that it did not start.
#pragma once

#include <nanobind/nanobind.h>

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <type_traits>

#include "reprise/progress.h"

namespace reprise::python {

namespace nb = nanobind;

// Where the thread of the work and the one that waits meet.
class Watch {
 public:
  RunControl control();

  // Called by the work when it is done.
  void finish();

  // Waits for the work, on behalf of Python. REQUIRES: the GIL, which is given back meanwhile.
  // Returns whether Python threw, with its exception set; the work was asked to stop then.
  bool wait(const nb::object& on_progress);

 private:
  bool wait_a_moment();
  bool tell(const nb::object& on_progress);

  std::stop_source stop_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_done_ = false;
  std::optional<Progress> progress_;  // that was not told yet
};

// Returns what the work returns. `on_progress`: None, or what is called with phase, done and total.
template <class Work>
auto watched(const nb::object& on_progress, const Work& work) {
  using Result = std::invoke_result_t<Work, const RunControl&>;
  Watch watch;
  std::optional<Result> result;
  std::exception_ptr failure;
  std::thread thread([&] {
    try {
      result.emplace(work(watch.control()));
    } catch (...) {
      failure = std::current_exception();
    }
    watch.finish();
  });
  const bool python_threw = watch.wait(on_progress);
  {
    const nb::gil_scoped_release released;
    thread.join();
  }
  if (python_threw) {
    throw nb::python_error();
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  return std::move(*result);
}

}  // namespace reprise::python
