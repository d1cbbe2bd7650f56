#include "reprise/progress.h"

namespace reprise {

const char* name_of(Progress::Phase phase) {
  switch (phase) {
    case Progress::Phase::reading: return "reading";
    case Progress::Phase::words: return "splitting into words";
    case Progress::Phase::near_duplicates: return "finding near-duplicates";
    case Progress::Phase::points: return "finding talking points";
    case Progress::Phase::passages: return "finding passages";
    case Progress::Phase::matrices: return "filling matrices";
    case Progress::Phase::candidates: return "finding candidates";
    case Progress::Phase::comparing: return "comparing";
    case Progress::Phase::writing: return "writing";
  }
  return "";
}

}  // namespace reprise
