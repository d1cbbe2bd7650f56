// How far the work is, on standard error.
//
//     reading  [==========          ]  50 %  310.2 MB/s  2 s left
//
// On a terminal a bar that is drawn anew ten times a second, and wiped at the end; elsewhere a
// plain line each half minute, for logs. Any thread may tell of progress; most calls cost a look at
// the clock.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string_view>

#include "library.h"

namespace reprise::program {

class Progress {
 public:
  // `wanted`: false shows nothing.
  explicit Progress(bool wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Tells that `done` of `total` is done; 0: nobody knows of how much. Bytes while reading and
  // writing; only these have a speed. `phase` lives as long as the program.
  void tell(const char* phase, uint64_t done, uint64_t total);

  // Takes the bar away, so that something else can be written.
  void wipe();

 private:
  using Clock = std::chrono::steady_clock;

  void show(std::string_view phase, uint64_t done, uint64_t total, Clock::time_point now);

  bool terminal_ = false, wanted_ = false;
  std::atomic<int64_t> next_ = 0;  // when something is shown again, by the clock's count
  std::atomic<const char*> phase_ = nullptr;
  std::mutex mutex_;
  Clock::time_point phase_begin_;
  bool drawn_ = false;
};

}  // namespace reprise::program
