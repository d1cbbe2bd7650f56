// The clocks that the archive's benchmarks are timed by, in seconds.
#pragma once

#include <sys/resource.h>

#include <chrono>

namespace reprise::bench {

// Returns what the process has used of all processors, the system's share too.
inline double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

inline double clock_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace reprise::bench
