// Texts as the stages behind the reader want them: one unit each, with its words and sentences.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "reprise/language/languages.h"
#include "reprise/language/unit.h"

namespace reprise::detail::support {

// Owns its texts; document i is the i-th of them.
class Collection {
 public:
  explicit Collection(std::vector<std::string> texts, const std::string& language = "english")
      : texts_(std::move(texts)) {
    for (DocumentId d; d < texts_.size(); ++d) {
      units_.push_back({d, Field::text, texts_[d], tokenize(texts_[d]), {}});
    }
    add_languages(units_, language);
    add_sentences(units_);
  }
  Collection(const Collection&) = delete;
  Collection& operator=(const Collection&) = delete;

  std::span<const TextUnit> units() const { return units_; }
  std::string text_of(uint32_t unit, Span span) const { return std::string(span.in(texts_[unit])); }

 private:
  std::vector<std::string> texts_;
  std::vector<TextUnit> units_;
};

// Returns the words of the unit that begin inside the bytes.
inline TokenRange tokens_on(const TextUnit& unit, size_t begin, size_t end) {
  TokenRange range;
  for (const Token& token : unit.tokens) {
    if (token.span.begin < begin) {
      ++range.begin;
    }
    if (token.span.begin < end) {
      ++range.end;
    }
  }
  return range;
}

}  // namespace reprise::detail::support
