// Finds where a text that a report shows stands in a document, nearest to where it should.
//
// In a report, a broken run of bytes is shown as U+FFFD. So a text with such characters can't be
// searched for as bytes: it is compared from each character on, a run for a replacement.
//
//     text     caf E9 is open        shown    "caf\uFFFD is"     end_of_shown from 0: behind "is"
//     text     a b a b a             shown    "b", near 4        the b at 6 and the b at 2 are as
//                                                                near: the first one
//
// Cost: 4,000 bytes to each side are searched.
#include "reprise/report/json/shown_text.h"

#include <algorithm>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

constexpr uint32_t farthest = 4000;  // bytes

// Returns from where to search: a word begins there, so that no broken run is taken for two.
uint32_t first_near(const TextUnit& unit, uint32_t near) {
  if (near <= farthest) {
    return 0;
  }
  const auto begin_of = [&](const Token& t) {
    return in_document(unit, t.span).begin;
  };
  const auto token =
      std::partition_point(unit.tokens.begin(), unit.tokens.end(),
                           [&](const Token& t) { return begin_of(t) < near - farthest; });
  return token != unit.tokens.end() ? std::min(near, begin_of(*token)) : near;
}

// The same as nearest_shown where broken runs may lie in between.
std::optional<Span> nearest_with_runs(const TextUnit& unit, std::string_view shown, uint32_t near) {
  const std::string_view text = text_in_document(unit);
  std::optional<Span> best;
  const auto distance = [&](size_t at) {
    return at < near ? near - at : at - near;
  };
  for (size_t at = first_near(unit, near); at < text.size() && at <= near + size_t{farthest};
       at += decode(text, at).size) {
    const std::optional<size_t> end = end_of_shown(text, at, shown);
    if (end && !(best && distance(best->begin) <= distance(at))) {
      best = Span{static_cast<uint32_t>(at), static_cast<uint32_t>(*end)};
    }
  }
  return best;
}

// The same as nearest_shown, of places in the document.
std::optional<Span> nearest_in_document(const TextUnit& unit, std::string_view shown,
                                        uint32_t near) {
  if (shown.find(replacement_utf8) != shown.npos) {
    return nearest_with_runs(unit, shown, near);
  }
  const uint32_t from = near - std::min(near, farthest);
  const std::string_view around =
      text_in_document(unit).substr(from, near - from + farthest + shown.size());
  const size_t middle = near - from;
  const size_t before = around.rfind(shown, middle);
  const size_t after = around.find(shown, middle);
  if (before == around.npos && after == around.npos) {
    return std::nullopt;
  }
  const bool behind =
      before == around.npos || (after != around.npos && after - middle < middle - before);
  const uint32_t begin = from + static_cast<uint32_t>(behind ? after : before);
  return Span{begin, begin + static_cast<uint32_t>(shown.size())};
}

}  // namespace

std::optional<size_t> end_of_shown(std::string_view text, size_t at, std::string_view shown) {
  if (text.substr(at).starts_with(shown)) {
    return at + shown.size();
  }
  if (shown.find(replacement_utf8) == shown.npos) {
    return std::nullopt;
  }
  while (!shown.empty()) {
    if (at == text.size()) {
      return std::nullopt;
    }
    const Decoded next = decode(text, at);
    const std::string_view read = next.broken ? replacement_utf8 : text.substr(at, next.size);
    if (!shown.starts_with(read)) {
      return std::nullopt;
    }
    shown.remove_prefix(read.size());
    at += next.size;
  }
  return at;
}

std::optional<Span> nearest_shown(const TextUnit& unit, std::string_view shown, uint32_t near) {
  const uint32_t near_in_document = in_document(unit, {near, near}).begin;
  const std::optional<Span> found = nearest_in_document(unit, shown, near_in_document);
  if (!found) {
    return std::nullopt;
  }
  const std::optional<uint32_t> begin = place_in_unit(unit, found->begin);
  const std::optional<uint32_t> end = place_in_unit(unit, found->end);
  return begin && end ? std::optional(Span{*begin, *end}) : std::nullopt;
}

}  // namespace reprise::detail
