// One source, several processors: which compiled version of a function runs here.
//
// Functions that use Highway are compiled once for each target (AVX-512, AVX2, SSE4, SSSE3, NEON,
// plain C++); this chooses among them when the program runs. Of Highway only headers are used: its
// library reads the clock for five milliseconds when a program starts, ten times as long as
// everything else that happens before main.
//
//     #include "reprise/base/targets.h"            // before any header of Highway
//     ...                                          // foreach_target.h and the functions
//     #if HWY_ONCE
//     constexpr auto versions = REPRISE_TARGET_VERSIONS(scan);
//     void scan(…) { choose_version(versions)(…); }
//
// All versions of a function give the same. Cost of a choice: 2 ns. Any thread.
#pragma once

// Headers alone: no assertions, which call the library. Vectors of unknown length are not worth
// another version: NEON runs on the same processors.
#define HWY_IS_DEBUG_BUILD 0
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128)

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace reprise::detail {

enum class Target : uint8_t { avx512, avx2, sse4, ssse3, neon, plain };

// Returns the targets of which this processor runs the versions, the fastest one first.
std::vector<Target> targets();
std::string_view name_of(Target target);

// Lets all later choices fall on this target; for tests and benchmarks. REQUIRES: one of targets().
// Not while others work.
void use_target(Target target);

// The target that choices fall on. Default: the fastest one.
Target chosen_target();

// Returns the version for the chosen target; the plain one if it was not compiled for that.
template <class Function>
Function* choose_version(const std::array<Function*, 6>& versions) {
  Function* version = versions[static_cast<size_t>(chosen_target())];
  return version != nullptr ? version : versions.back();
}

}  // namespace reprise::detail

#define REPRISE_TARGET_VERSIONS(name)                                                            \
  ::std::array<decltype(&HWY_STATIC_DISPATCH(name)), 6> {                                        \
    HWY_CHOOSE_AVX3(name), HWY_CHOOSE_AVX2(name), HWY_CHOOSE_SSE4(name), HWY_CHOOSE_SSSE3(name), \
        HWY_CHOOSE_NEON(name), HWY_CHOOSE_FALLBACK(name)                                         \
  }
