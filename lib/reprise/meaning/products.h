// What rows of vectors have to do with each other: products of all of some with all of others.
//
// Cost: 2 operations a number and pair; on the calling thread alone. Any number of threads.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "reprise/meaning/encoder.h"

namespace reprise::detail {

// Returns the scalar products of the rows from `begin` to `end` with the first `count` ones, a row
// of `count` numbers for each.
std::vector<float> products(const Vectors& vectors, size_t begin, size_t end, size_t count);

// Takes `off` off each row, and gives each the length 1; one of zeros stays so.
void take_off(std::span<const float> off, Vectors& vectors);

}  // namespace reprise::detail
