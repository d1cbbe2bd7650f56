// The words by which reports call the values of enums, for who writes them and who reads them. In
// the order of the enums.
#pragma once

#include <array>
#include <string_view>

#include "reprise/result/result.h"

namespace reprise::detail {

inline constexpr std::array<std::string_view, 3> names_of_encodings{"utf-8", "utf-16le",
                                                                    "utf-16be"};
inline constexpr std::array<std::string_view, 3> names_of_edits{"replace", "insert", "remove"};
inline constexpr std::array<std::string_view, 3> names_of_classes{"verbatim", "near", "restated"};
inline constexpr std::array<std::string_view, 4> names_of_measures{"jaccard", "containment",
                                                                   "passages", "points"};

inline std::string_view name_of(MatrixMeasure measure) {
  return names_of_measures[static_cast<size_t>(measure)];
}

}  // namespace reprise::detail
