// The words by which reports call the values of enums, for who writes them and who reads them. In the order of the enums.
#pragma once

#include <array>

namespace reprise {

inline constexpr std::array names_of_edits{"replace", "insert", "remove"};
inline constexpr std::array names_of_classes{"verbatim", "near", "restated"};
inline constexpr std::array names_of_measures{"jaccard", "containment", "passages", "points"};

}  // namespace reprise
