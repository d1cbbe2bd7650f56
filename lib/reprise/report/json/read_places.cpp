// Places of a report, found again in the texts.
//
//     {"document": 2, "begin": 10, "end": 31, "words": 4}
//
//     1. the unit: the text of document 2, or its title if "field" says so
//     2. bytes on disk to bytes of the unit's text (result/offsets.h): inside a character, it is
//        refused
//     3. for passages, the words whose borders these are, found by halving; none, or other than
//        four, and it is refused
//
// Cost: logarithmic in the words of the text, and up to 512 bytes of it.
#include "reprise/report/json/read_places.h"

#include <algorithm>
#include <array>

#include "reprise/report/json/shown_text.h"

namespace reprise::detail {
namespace {

constexpr std::array<std::string_view, 2> names_of_fields{"text", "title"};

// Returns where in the unit's text that ends what is shown like this and begins at `begin`.
std::optional<uint32_t> end_of(const TextUnit& unit, uint32_t begin, std::string_view shown) {
  const uint32_t from = in_document(unit, {begin, begin}).begin;
  const std::optional<size_t> end = end_of_shown(text_in_document(unit), from, shown);
  return end ? place_in_unit(unit, static_cast<uint32_t>(*end)) : std::nullopt;
}

}  // namespace

ReadPlaces::ReadPlaces(const JsonNode& root, const Result& result, bool has_texts)
    : root_(root),
      result_(result),
      has_texts_(has_texts),
      texts_(result.documents.size()),
      titles_(result.documents.size()),
      places_(result) {
  for (UnitId u; u < result.units.size(); ++u) {
    const TextUnit& unit = result.units[u];
    (unit.field == Field::text ? texts_ : titles_)[unit.document] = u;
  }
}

UnitId ReadPlaces::unit(const JsonNode& place) const {
  const JsonNode document = place["document"];
  const DocumentId d(document.index(texts_.size()));
  if (!has_texts_) {
    root_.fail("lacks texts, which passages and points are shown from",
               result_.options.parts.matrices
                   ? "write it again without --no-text"
                   : "write it with reprise compare --json, which puts them in");
  }
  const bool title = place.holds("field") && place["field"].choice(names_of_fields) == 1;
  const std::optional<UnitId>& unit = title ? titles_[d] : texts_[d];
  if (!unit) {
    document.fail(title ? "has no title to be searched"
                        : "is a copy, of which nothing is reported");
  }
  return *unit;
}

size_t ReadPlaces::at(UnitId unit, const JsonNode& byte) {
  const std::optional<size_t> at = places_.at(unit, byte.count());
  if (!at) {
    byte.fail("lies behind the end of the text, or inside a character");
  }
  return *at;
}

Span ReadPlaces::span(UnitId unit, const JsonNode& place) {
  const JsonNode begin = place["begin"], end = place["end"];
  const Span span{static_cast<uint32_t>(at(unit, begin)), static_cast<uint32_t>(at(unit, end))};
  if (span.begin > span.end) {
    end.fail("lies before its begin");
  }
  return span;
}

TokenRange ReadPlaces::range(UnitId unit, const JsonNode& place) {
  const std::optional<TokenRange> range = words_of(unit, span(unit, place));
  if (!range || range->size() == 0) {
    place.fail("does not lie on the borders of words", "write the report again with this version");
  }
  if (place.holds("words") && place["words"].count() != range->size()) {
    place.fail("has other words than it says: " + std::to_string(range->size()),
               "write the report again with this version");
  }
  return *range;
}

PassageSpan ReadPlaces::words(const JsonNode& place) {
  const UnitId u = unit(place);
  return {u, range(u, place)};
}

TokenRange ReadPlaces::pair(UnitId unit, const JsonNode& bytes) {
  const auto [begin, end] = bytes.items<2>();
  const Span span{static_cast<uint32_t>(at(unit, begin)), static_cast<uint32_t>(at(unit, end))};
  const std::optional<TokenRange> range = words_of(unit, span);
  if (!range) {
    bytes.fail("does not lie on the borders of words", "write the report again with this version");
  }
  return *range;
}

std::optional<TokenRange> ReadPlaces::words_of(UnitId unit, Span span) const {
  const std::vector<Token>& tokens = result_.units[unit].tokens;
  if (span.begin > span.end) {
    return std::nullopt;
  }
  if (span.end == 0) {
    return TokenRange{0, 0};
  }
  const auto last = std::lower_bound(tokens.begin(), tokens.end(), span.end,
                                     [](const Token& t, uint32_t end) { return t.span.end < end; });
  if (last == tokens.end() || last->span.end != span.end) {
    return std::nullopt;
  }
  const auto end = static_cast<uint32_t>(last - tokens.begin()) + 1;
  if (span.empty()) {
    return TokenRange{end, end};
  }
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                       [](const Token& t, uint32_t begin) { return t.span.begin < begin; });
  if (first == tokens.end() || first->span.begin != span.begin) {
    return std::nullopt;
  }
  return TokenRange{static_cast<uint32_t>(first - tokens.begin()), end};
}

TokenRange ReadPlaces::touched(UnitId unit, Span span) const {
  const std::vector<Token>& tokens = result_.units[unit].tokens;
  const auto ends_before = [&](const Token& t) {
    return t.span.end <= span.begin;
  };
  const auto begins_inside = [&](const Token& t) {
    return t.span.begin < span.end;
  };
  const auto first = std::partition_point(tokens.begin(), tokens.end(), ends_before);
  const auto last = std::partition_point(first, tokens.end(), begins_inside);
  return {static_cast<uint32_t>(first - tokens.begin()),
          static_cast<uint32_t>(last - tokens.begin())};
}

std::optional<TokenRange> ReadPlaces::find(const PassageSpan& within,
                                           std::string_view shown) const {
  const TextUnit& unit = result_.units[within.unit];
  const uint32_t limit = bytes_of(unit, within.range).end;
  for (uint32_t t = within.range.begin; t < within.range.end; ++t) {
    const uint32_t begin = unit.tokens[t].span.begin;
    const std::optional<uint32_t> end = end_of(unit, begin, shown);
    if (!end || *end > limit) {
      continue;
    }
    const std::optional<TokenRange> range = words_of(within.unit, {begin, *end});
    if (range) {
      return range;
    }
  }
  return std::nullopt;
}

}  // namespace reprise::detail
