// How far the work is, on standard error.
//
//     reading  [==========          ]  50 %  2 s left  310.2 MB  155.1 MB/s
//
// On a terminal a bar that is drawn anew ten times a second, and wiped at the end; elsewhere a
// plain line each half minute, for logs. Any thread may tell of progress; most calls cost a look at
// the clock.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "library.h"
#include "reprise/progress.h"

namespace reprise::program {

class ProgressBar {
 public:
  // `wanted`: false shows nothing.
  explicit ProgressBar(bool wanted);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // Returns what tells a run to show how far it is. The bar must outlive it.
  RunControl control();

  // Tells how far the work is. Only what is read or written has a speed.
  void tell(const Progress& progress);

  // Takes the bar away, so that something else can be written.
  void wipe();

 private:
  using Clock = std::chrono::steady_clock;

  Clock::duration interval() const;
  bool is_due(Clock::time_point now) const { return now.time_since_epoch().count() >= next_; }
  void show(const std::string& line);

  bool terminal_ = false, wanted_ = false;
  std::atomic<int64_t> next_ = 0;  // when something is shown again, by the clock's count
  std::atomic<int> phase_ = -1;    // before the first: -1
  std::mutex mutex_;
  Clock::time_point phase_begin_;
  bool drawn_ = false;
};

}  // namespace reprise::program
