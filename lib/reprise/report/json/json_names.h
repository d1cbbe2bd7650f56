// The words by which reports call the values of enums, for who writes them and who reads them. In
// the order of the enums.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "reprise/dedup.h"
#include "reprise/passages/suppress.h"
#include "reprise/result.h"

namespace reprise::detail {

inline constexpr std::array<std::string_view, 3> names_of_encodings{"utf-8", "utf-16le",
                                                                    "utf-16be"};
inline constexpr std::array<std::string_view, 3> names_of_edits{"replace", "insert", "remove"};
inline constexpr std::array<std::string_view, 3> names_of_classes{"verbatim", "near", "restated"};
inline constexpr std::array<std::string_view, 7> names_of_figure_kinds{
    "count", "money", "percent", "year", "duration", "date", "ratio"};
inline constexpr std::array<std::string_view, 5> names_of_suppressions{
    "ignored", "furniture", "same source", "quotation", "common"};
inline constexpr std::array<std::string_view, 4> names_of_measures{"jaccard", "containment",
                                                                   "passages", "points"};
inline constexpr std::array<std::string_view, 2> names_of_shingle_units{"words", "characters"};
inline constexpr std::array<std::string_view, 3> names_of_seed_units{"stems", "words",
                                                                     "characters"};
inline constexpr std::array<std::string_view, 2> names_of_dedup_measures{"jaccard", "containment"};
inline constexpr std::array<std::string_view, 3> names_of_verifications{"exact", "estimate", "off"};
inline constexpr std::array<std::string_view, 3> names_of_disputes{"denial", "negation", "antonym"};

inline constexpr std::array<std::string_view, 4> names_of_ranks{"reused", "jaccard", "containment",
                                                                "points"};

inline constexpr std::array<std::string_view, 2> names_of_html_contents{"main", "all"};

// Return the words for all values of the argument's enum.
inline std::span<const std::string_view> names_of(HtmlContent) {
  return names_of_html_contents;
}
inline std::span<const std::string_view> names_of(RankBy) {
  return names_of_ranks;
}
inline std::span<const std::string_view> names_of(Encoding) {
  return names_of_encodings;
}
inline std::span<const std::string_view> names_of(EditKind) {
  return names_of_edits;
}
inline std::span<const std::string_view> names_of(PointClass) {
  return names_of_classes;
}
inline std::span<const std::string_view> names_of(DisputeKind) {
  return names_of_disputes;
}
inline std::span<const std::string_view> names_of(MatrixMeasure) {
  return names_of_measures;
}
inline std::span<const std::string_view> names_of(ShingleUnit) {
  return names_of_shingle_units;
}
inline std::span<const std::string_view> names_of(SeedUnit) {
  return names_of_seed_units;
}
inline std::span<const std::string_view> names_of(Measure) {
  return names_of_dedup_measures;
}
inline std::span<const std::string_view> names_of(Verification) {
  return names_of_verifications;
}
inline std::span<const std::string_view> names_of(FigureKind) {
  return names_of_figure_kinds;
}
inline std::span<const std::string_view> names_of(Suppression) {
  return names_of_suppressions;
}

// Return the word for one value.
template <class Enum>
requires requires(Enum value) {
  names_of(value);
}
std::string_view word_for(Enum value) {
  return names_of(value)[static_cast<size_t>(value)];
}

}  // namespace reprise::detail
