// From the places that a saved report names, bytes on disk, back to units, bytes of their text and
// words.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "reprise/io/json_tree.h"
#include "reprise/result.h"
#include "reprise/result/places.h"

namespace reprise::detail {

// Each function throws Error if the report names no such place. Not for two threads at once.
class ReadPlaces {
 public:
  // `root`: of the report; `has_texts`: whether it holds the texts. The result and the root must
  // outlive it; the result's units must be there.
  ReadPlaces(const JsonNode& root, const Result& result, bool has_texts);

  // Returns the unit in which the place lies, by its "document" and "field".
  UnitId unit(const JsonNode& place) const;

  // Returns the bytes of the unit's text between "begin" and "end": on the borders of characters.
  Span span(UnitId unit, const JsonNode& place);

  // Returns the words between "begin" and "end", one at least. If the place says how many "words"
  // these are, so many must they be.
  TokenRange range(UnitId unit, const JsonNode& place);

  // Returns the words of a place in one unit, which it names: the two above in one.
  PassageSpan words(const JsonNode& place);

  // Returns the words of a pair of bytes, [begin, end]. There may be none: then it is the place
  // behind the word that ends there.
  TokenRange pair(UnitId unit, const JsonNode& bytes);

  // Returns the span as reports show it (places.h).
  std::string text(UnitId unit, Span span) const { return places_.text(unit, span); }

  // Returns the words that the span has a part of.
  TokenRange touched(UnitId unit, Span span) const;

  // Returns the words inside the span that read like this, the first if there are several; nothing
  // if none do.
  std::optional<TokenRange> find(const PassageSpan& within, std::string_view shown) const;

 private:
  size_t at(UnitId unit, const JsonNode& byte);
  std::optional<TokenRange> words_of(UnitId unit, Span span) const;

  const JsonNode& root_;
  const Result& result_;
  bool has_texts_;
  std::vector<std::optional<UnitId>> texts_, titles_;  // of each document: its unit
  Places places_;
};

}  // namespace reprise::detail
