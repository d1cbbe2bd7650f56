// Where the spans of a result stand, as reports count: bytes on disk and characters; and what
// stands there. The map of a text (offsets.h) is made when first asked for, and kept. Not for two
// threads at once, but for what was prepared.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "reprise/result.h"
#include "reprise/result/offsets.h"

namespace reprise::detail {

// Where a span stands.
struct ShownPlace {
  Field field = Field::text;
  OffsetMap::Place begin, end;
};

class Places {
 public:
  // The result must outlive it.
  explicit Places(const Result& result) : result_(result), maps_(result.units.size()) {}

  // Makes the maps of these units, in parallel; afterwards any thread may ask for places in them.
  // Ascending.
  void prepare(const std::vector<UnitId>& units);

  // Returns where the byte `at` of the unit's text stands.
  OffsetMap::Place of(UnitId unit, size_t at);
  ShownPlace of(UnitId unit, Span span);

  // Returns which byte of the unit's text stands at this byte on disk; nothing if none does
  // (offsets.h).
  std::optional<size_t> at(UnitId unit, size_t byte);

  // Returns what stands at the span in the document, HTML entities as they are, as valid UTF-8.
  std::string text(UnitId unit, Span span) const;

  // Return the text of up to twelve words before the range, or behind it.
  std::string before(UnitId unit, TokenRange range) const;
  std::string after(UnitId unit, TokenRange range) const;

 private:
  const OffsetMap& map(UnitId unit);

  const Result& result_;
  std::vector<std::unique_ptr<OffsetMap>> maps_;  // by unit
};

}  // namespace reprise::detail
