#include "watched.h"

#include <chrono>

namespace reprise::python {

RunControl Watch::control() {
  return {stop_.get_token(), [this](const Progress& progress) {
            const std::lock_guard lock(mutex_);
            progress_ = progress;
          }};
}

void Watch::finish() {
  const std::lock_guard lock(mutex_);
  is_done_ = true;
  changed_.notify_all();
}

// Returns whether the work is done.
bool Watch::wait_a_moment() {
  const nb::gil_scoped_release released;
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::milliseconds(50), [this] { return is_done_; });
}

// Returns whether the function threw.
bool Watch::tell(const nb::object& on_progress) {
  std::optional<Progress> progress;
  {
    const std::lock_guard lock(mutex_);
    progress.swap(progress_);
  }
  if (!progress || on_progress.is_none()) {
    return false;
  }
  try {
    on_progress(name_of(progress->phase), progress->done, progress->total);
  } catch (nb::python_error& error) {
    error.restore();
    return true;
  }
  return false;
}

bool Watch::wait(const nb::object& on_progress) {
  bool is_done = false;
  while (!is_done) {
    is_done = wait_a_moment();
    if (PyErr_CheckSignals() != 0 || tell(on_progress)) {
      stop_.request_stop();
      return true;
    }
  }
  return false;
}

}  // namespace reprise::python
