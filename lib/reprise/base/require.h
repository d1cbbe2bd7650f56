// What an option must be, said once a field: how every options struct checks itself.
//
//     require(is_share(identity), "the identity of a passage must be between 0 and 1");
//
// A comparison with NaN is false, so that NaN is outside every range.
#pragma once

#include "reprise/error.h"

namespace reprise::detail {

constexpr unsigned most_threads = 1024;

// Throws an Error of kind `usage` that says what must be, unless it is so.
inline void require(bool is_so, const char* what_must_be) {
  if (!is_so) {
    throw Error(ErrorKind::usage, {"", what_must_be, ""});
  }
}

inline bool is_share(double value) {
  return value >= 0 && value <= 1;
}

inline bool is_threshold(double value) {
  return value > 0 && value <= 1;
}

}  // namespace reprise::detail
