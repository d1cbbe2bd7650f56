#include "progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <utility>

namespace reprise::program {
namespace {

using namespace std::chrono_literals;

constexpr auto drawing_interval = 100ms;
constexpr auto logging_interval = 30s;
constexpr size_t bar_width = 24;

std::string bar(double share) {
  const auto full = static_cast<size_t>(share * bar_width);
  return "[" + std::string(full, '=') + std::string(bar_width - full, ' ') + "]";
}

std::string formatted(const char* format, double value) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

size_t terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

}  // namespace

Progress::Progress(bool wanted) : terminal_(isatty(STDERR_FILENO) != 0), wanted_(wanted) {
  const auto first = Clock::now() + (terminal_ ? Clock::duration(drawing_interval)
                                               : Clock::duration(logging_interval));
  next_ = first.time_since_epoch().count();
}

Progress::~Progress() {
  wipe();
}

void Progress::wipe() {
  const std::lock_guard lock(mutex_);
  if (std::exchange(drawn_, false)) {
    std::cerr << "\r\x1b[K" << std::flush;
  }
}

void Progress::tell(const char* phase, uint64_t done, uint64_t total) {
  if (!wanted_) {
    return;
  }
  const auto now = Clock::now();
  if (phase == phase_ && now.time_since_epoch().count() < next_) {
    return;
  }
  const std::lock_guard lock(mutex_);
  if (phase_.exchange(phase) != phase) {
    phase_begin_ = now;
  }
  if (now.time_since_epoch().count() < next_) {
    return;
  }
  show(phase, done, total, now);
  next_ =
      (now + (terminal_ ? Clock::duration(drawing_interval) : Clock::duration(logging_interval)))
          .time_since_epoch()
          .count();
}

void Progress::show(std::string_view phase, uint64_t done, uint64_t total, Clock::time_point now) {
  const double seconds = std::max(1e-3, std::chrono::duration<double>(now - phase_begin_).count());
  const bool bytes = phase == "reading" || phase == "writing";
  std::string line(phase);
  if (total > 0) {
    const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
    line += "  " + bar(share) + formatted("  %.0f %%", 100 * share);
    if (share > 0.02) {
      line += formatted("  %.0f s left", seconds / share - seconds);
    }
  }
  if (bytes) {
    line += formatted("  %.1f MB", static_cast<double>(done) / 1e6) +
            formatted("  %.1f MB/s", static_cast<double>(done) / 1e6 / seconds);
  }
  if (terminal_) {
    std::cerr << "\r\x1b[K" << line.substr(0, terminal_width() - 1) << std::flush;
    drawn_ = true;
  } else {
    std::cerr << "reprise: " << line << "\n";
  }
}

}  // namespace reprise::program
