// How a run is watched, and how it is stopped.
//
//     std::stop_source stop;
//     reprise::RunControl control{stop.get_token(), [](const reprise::Progress& progress) {
//       std::cerr << reprise::name_of(progress.phase) << " " << progress.done << "\n";
//     }};
//
// Every long call takes a RunControl. One that is asked to stop throws Stopped as soon as what its
// threads have in hand (a document, a pair, a block of 1 MiB) is done: it writes nothing, and gives
// back its memory. Without a RunControl a call runs to its end unwatched, at no cost.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

#include "reprise/error.h"
#include "reprise/export.h"

namespace reprise {

// How far a run is.
struct Progress {
  // What is being done. A run goes through some of these, those of one kind of run in this order.
  enum class Phase {
    reading,          // files; in bytes
    words,            // texts become words
    near_duplicates,  // in documents
    points,           // in stories
    passages,         // in texts and titles
    matrices,
    candidates,  // of dedup: which records share a bucket
    comparing,   // of dedup: candidates, pair by pair
    writing      // in bytes
  };
  Phase phase = Phase::reading;
  uint64_t done = 0;
  uint64_t total = 0;  // 0: nobody knows of how much
};

// Returns what people call the phase: "finding candidates".
REPRISE_EXPORT const char* name_of(Progress::Phase phase);

struct RunControl {
  // Asks the run to stop, from any thread, a callback of the run included.
  std::stop_token stop{};
  // Is told when a phase begins, and now and then while it goes on. Called by the threads of the
  // run, one at a time; `done` never falls inside a phase. It may
  // not begin another run. What it throws ends this one, and comes
  // out of it. Empty: nobody is told.
  std::function<void(const Progress&)> on_progress{};
};

// A run was asked to stop, and did: an Error of the kind `stopped`.
class REPRISE_EXPORT Stopped : public Error {
 public:
  Stopped() : Error(ErrorKind::stopped, {"", "stopped before the end, as asked", "", false}) {}
};

}  // namespace reprise
