#include "reprise/result/places.h"

#include <algorithm>

#include "reprise/base/parallel.h"
#include "reprise/base/utf8.h"
#include "reprise/language/unit.h"

namespace reprise::detail {
namespace {

constexpr uint32_t context = 12;  // words

}  // namespace

const OffsetMap& Places::map(UnitId unit) {
  std::unique_ptr<OffsetMap>& map = maps_[unit];
  if (!map) {
    const TextUnit& u = result_.units[unit];
    const Document& document = result_.documents[u.document];
    const std::string_view text = text_in_document(u);
    map = u.field == Field::text
              ? std::make_unique<OffsetMap>(text, document.encoding, document.charset)
              : std::make_unique<OffsetMap>(text, Encoding::utf8);
  }
  return *map;
}

void Places::prepare(const std::vector<UnitId>& units) {
  parallel_for(units.size(), [&](size_t i) { map(units[i]); });
}

OffsetMap::Place Places::of(UnitId unit, size_t at) {
  const auto place = static_cast<uint32_t>(at);
  return map(unit).place(in_document(result_.units[unit], {place, place}).begin);
}

ShownPlace Places::of(UnitId unit, Span span) {
  return {result_.units[unit].field, of(unit, span.begin), of(unit, span.end)};
}

std::optional<size_t> Places::at(UnitId unit, size_t byte) {
  const std::optional<size_t> at = map(unit).at(byte);
  return at ? place_in_unit(result_.units[unit], static_cast<uint32_t>(*at)) : std::nullopt;
}

std::string Places::text(UnitId unit, Span span) const {
  const TextUnit& u = result_.units[unit];
  return repaired_utf8(in_document(u, span).in(text_in_document(u)));
}

std::string Places::before(UnitId unit, TokenRange range) const {
  const auto& tokens = result_.units[unit].tokens;
  const uint32_t end = bytes_of(result_.units[unit], range).begin;
  const uint32_t first = range.begin - std::min(range.begin, context);
  if (first == range.begin) {
    return "";
  }
  return text(unit, {tokens[first].span.begin, end});
}

std::string Places::after(UnitId unit, TokenRange range) const {
  const auto& tokens = result_.units[unit].tokens;
  const uint32_t begin = bytes_of(result_.units[unit], range).end;
  const auto words = static_cast<uint32_t>(tokens.size());
  const uint32_t last = std::min(range.end + context, words);
  if (last == range.end) {
    return "";
  }
  return text(unit, {begin, tokens[last - 1].span.end});
}

}  // namespace reprise::detail
