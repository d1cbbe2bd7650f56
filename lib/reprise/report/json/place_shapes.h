// The keys by which a report says where something stands.
#pragma once

#include "reprise/report/json/context.h"
#include "reprise/report/json/fields.h"

namespace reprise::detail {

inline Span bytes_of(const PassageSpan& span, const Writing& w) {
  return bytes_of(w.result.units[span.unit], span.range);
}

inline constexpr auto place_shape = shape(
    "place", "Where something stands in a document.",
    derived("field", "The field that the places count in; absent: the text.", Exactly{"title"},
            [](const ShownPlace& place) -> std::optional<std::string_view> {
              return place.field == Field::title ? std::optional<std::string_view>("title")
                                                 : std::nullopt;
            })
        .if_any(),
    derived("begin",
            "First byte in the file as it lies on disk (its byte-order mark counts); for JSONL and "
            "titles, in the decoded field's UTF-8.",
            whole, at(&ShownPlace::begin, &OffsetMap::Place::byte)),
    derived("end", "The byte behind the last one.", whole,
            at(&ShownPlace::end, &OffsetMap::Place::byte)),
    derived("begin_char", "First code point; a broken run of UTF-8 counts as one.", whole,
            at(&ShownPlace::begin, &OffsetMap::Place::character)),
    derived("end_char", "The code point behind the last one.", whole,
            at(&ShownPlace::end, &OffsetMap::Place::character)));

// Sides are read by ReadPlaces: what they say hangs together.
inline constexpr auto side_shape =
    shape("side", "A stretch of words in one document.",
          derived("document", "The document.", whole,
                  [](const PassageSpan& span, const Writing& w) {
                    return w.result.units[span.unit].document;
                  }),
          group(
              place_shape,
              [](const PassageSpan& span, const Writing& w) {
                return w.places.of(span.unit, bytes_of(span, w));
              },
              PassOver{}),
          derived("words", "Words of the stretch.", from_one,
                  [](const PassageSpan& span) { return span.range.size(); }));

}  // namespace reprise::detail
