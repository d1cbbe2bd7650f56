// What every fuzz target checks with: a promise that doesn't hold ends the program, which a fuzzer
// takes for a crash.
#pragma once

#include <cstdlib>

namespace reprise::detail::fuzz {

inline void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

}  // namespace reprise::detail::fuzz
