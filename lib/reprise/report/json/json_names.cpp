#include "reprise/report/json/json_names.h"
#include "reprise/language/figures/figures.h"

namespace reprise::detail {
namespace {

// Returns the words of the first N values, which name_of of their own header knows.
template <class Enum, size_t N>
std::array<std::string_view, N> first_names() {
  std::array<std::string_view, N> names;
  for (size_t i = 0; i < N; ++i) {
    names[i] = name_of(static_cast<Enum>(i));
  }
  return names;
}

}  // namespace

std::span<const std::string_view> names_of(FigureKind) {
  static const auto names = first_names<FigureKind, 7>();
  return names;
}

std::span<const std::string_view> names_of(Suppression) {
  static const auto names = first_names<Suppression, 5>();
  return names;
}

}  // namespace reprise::detail
