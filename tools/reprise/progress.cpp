// Shows how far the work is: a bar that is drawn over itself on a terminal, a line now and then
// elsewhere.
//
// Steps of a call: nothing unless the phase is a new one or a drawing is due, which two loads of
// atomics decide; then, under a lock, the phase's begin is noted, and the line is drawn if it is
// due.
//
//     comparing  [======                  ]  25 %  12 s left      every 100 ms, on a terminal
//     reprise: ...                                                every 30 s, in a log
//
// Cost: a look at the clock a call.
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

// Returns what a person reads of a phase that has gone on for so long.
std::string line_of(const Progress& progress, std::chrono::duration<double> elapsed) {
  const double seconds = std::max(1e-3, elapsed.count());
  const auto done = static_cast<double>(progress.done);
  std::string line = name_of(progress.phase);
  if (progress.total > 0) {
    const double share = std::min(1.0, done / static_cast<double>(progress.total));
    line += "  " + bar(share) + formatted("  %.0f %%", 100 * share);
    if (share > 0.02) {
      line += formatted("  %.0f s left", seconds / share - seconds);
    }
  }
  const bool counts_bytes =
      progress.phase == Progress::Phase::reading || progress.phase == Progress::Phase::writing;
  if (counts_bytes) {
    line += formatted("  %.1f MB", done / 1e6) + formatted("  %.1f MB/s", done / 1e6 / seconds);
  }
  return line;
}

}  // namespace

ProgressBar::ProgressBar(bool wanted) : terminal_(isatty(STDERR_FILENO) != 0), wanted_(wanted) {
  next_ = (Clock::now() + interval()).time_since_epoch().count();
}

ProgressBar::~ProgressBar() {
  wipe();
}

RunControl ProgressBar::control() {
  RunControl control;
  if (wanted_) {
    control.on_progress = [this](const Progress& progress) {
      tell(progress);
    };
  }
  return control;
}

void ProgressBar::wipe() {
  const std::lock_guard lock(mutex_);
  if (std::exchange(drawn_, false)) {
    std::cerr << "\r\x1b[K" << std::flush;
  }
}

void ProgressBar::tell(const Progress& progress) {
  if (!wanted_) {
    return;
  }
  const auto now = Clock::now();
  const int phase = static_cast<int>(progress.phase);
  if (phase == phase_ && !is_due(now)) {
    return;
  }
  const std::lock_guard lock(mutex_);
  if (phase_.exchange(phase) != phase) {
    phase_begin_ = now;
  }
  if (is_due(now)) {
    show(line_of(progress, now - phase_begin_));
    next_ = (now + interval()).time_since_epoch().count();
  }
}

ProgressBar::Clock::duration ProgressBar::interval() const {
  if (terminal_) {
    return drawing_interval;
  }
  return logging_interval;
}

void ProgressBar::show(const std::string& line) {
  if (terminal_) {
    std::cerr << "\r\x1b[K" << line.substr(0, terminal_width() - 1) << std::flush;
    drawn_ = true;
  } else {
    std::cerr << "reprise: " << line << "\n";
  }
}

}  // namespace reprise::program
