// The search for talking points among the documents of a result, with all that the result knows of
// them: their dates, where the references begin, and who is to be asked beside the words.
//
// Cost: as find_points, and what the advisers take.
#pragma once

#include <cstdint>
#include <span>

#include "reprise/furniture/ranges.h"
#include "reprise/near/originals.h"
#include "reprise/points/advisers.h"
#include "reprise/result.h"

namespace reprise::detail {

// Puts the points among the units of the result, disputes and stories into it, and what was wrong
// with the advisers' caches. `voices`: as find_points takes them. Throws what find_points throws.
void seek_points(std::span<const uint32_t> voices, const Originals& originals,
                 const UnitRanges& left_out, AskedAdvisers& advisers, Result& result);

}  // namespace reprise::detail
