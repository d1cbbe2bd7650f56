// Whether one line denies what another states.
//
//     The vote was rigged, Tann said      Orvik denied that the vote was rigged     yes
//     The vote was not rigged             Orvik denied that the vote was rigged     no: they agree
//     The vote was rigged                 Orvik wants to deny that it was rigged    no
//
// Pure; any thread.
#pragma once

#include <cstdint>

#include "reprise/points/read_line.h"

namespace reprise::detail {

// What a line denies of what another states; no denial: nothing.
struct DeniedTerms {
  const Denial* denial = nullptr;  // of the line
  uint32_t shared = 0;             // terms that are denied and stated
};

// Returns the denial in the line's stretch most of whose terms the other stretch states; of equals,
// the first. Cost: that of listing the terms of both.
DeniedTerms denied_terms(const ReadLine& line, TokenRange in_line, const ReadLine& other,
                         TokenRange in_other);

}  // namespace reprise::detail
