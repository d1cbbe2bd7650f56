// HTML entities that scrapers and feeds left in a text, read as the characters that they mean.
//
//     don&#39;t, don&#x27;t, don&rsquo;t     don't, don't, don’t
//     5&nbsp;000, &pound;5                   as with U+00A0, £5
//     &amp;#39;, &amp;amp;nbsp;              escaped twice and three times: ', U+00A0
//     &#146;                                 ’: what browsers take the numbers of Windows-1252 for
//     AT&T, R&D;, a & b;, &nbsp              none: no name, or no semicolon
//
// A text that holds some is read from a copy in which they are characters, so that all rules behind
// (words, quotations, sentences, figures) hold for them without knowing them; the copy knows where
// each of its bytes stands in the text. Names and numbers are those of
// base/character_references.h, with their semicolon.
//
// Cost: texts without an ampersand, nearly all, are passed over by memchr, at 20 GB/s; others are
// copied once. Pure; any thread. Source: HTML, section 13.5, and 13.2.5.80 for the numbers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/span.h"

namespace reprise::detail {

class DecodedText {
 public:
  // Returns the text with its entities read; null if it holds none. `source` must outlive it.
  // REQUIRES: source.size() < 2^32.
  static std::shared_ptr<const DecodedText> of(std::string_view source);

  std::string_view text() const { return text_; }
  std::string_view source() const { return source_; }

  // Returns where the character at byte `at` of the text stands in the source; text().size() is its
  // end. Cost: the logarithm of the entities.
  uint32_t in_source(uint32_t at) const;
  Span in_source(Span span) const { return {in_source(span.begin), in_source(span.end)}; }

  // The inverse; nothing inside an entity.
  std::optional<uint32_t> in_text(uint32_t at) const;

 private:
  explicit DecodedText(std::string_view source) : source_(source) {}

  // An entity, and what it became.
  struct Entity {
    Span source;
    Span text;
  };

  std::string_view source_;
  std::string text_;
  std::vector<Entity> entities_;
};

// Returns the text with its entities read, which `buffer` holds if there are any. For those who
// need no places.
std::string_view read_entities(std::string_view text, std::string& buffer);

}  // namespace reprise::detail
