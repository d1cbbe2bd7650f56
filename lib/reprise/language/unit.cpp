#include "reprise/language/unit.h"

#include <algorithm>

#include "reprise/base/parallel.h"
#include "reprise/words/entities.h"

namespace reprise {

Span in_document(const TextUnit& unit, Span span) {
  return unit.decoded ? unit.decoded->in_source(span) : span;
}

}  // namespace reprise

namespace reprise::detail {
namespace {

// A title that the text begins with is part of the text already.
bool title_counts(const Document& document) {
  if (!document.title || document.title->empty()) {
    return false;
  }
  std::string read_text;
  std::string read_title;
  std::string_view text = read_entities(document.text, read_text);
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
  }
  const size_t first = text.find_first_not_of(" \t\r\n");
  return first == text.npos ||
         !text.substr(first).starts_with(read_entities(*document.title, read_title));
}

}  // namespace

std::vector<TextUnit> make_units(std::span<const Document> documents,
                                 std::span<const DocumentId> chosen, Normalisation rules) {
  rules.drop_punctuation = true;
  std::vector<TextUnit> units;
  for (const DocumentId d : chosen) {
    units.push_back({d, Field::text, documents[d].text, {}, {}});
  }
  for (const DocumentId d : chosen) {
    if (title_counts(documents[d])) {
      units.push_back({d, Field::title, *documents[d].title, {}, {}});
    }
  }
  parallel_for(
      units.size(), [&](size_t u) { read_words(units[u], rules); }, Progress::Phase::words);
  return units;
}

void read_words(TextUnit& unit, const Normalisation& rules) {
  unit.decoded = DecodedText::of(unit.text);
  if (unit.decoded) {
    unit.text = unit.decoded->text();
  }
  unit.tokens = tokenize(unit.text, rules);
}

std::string_view text_in_document(const TextUnit& unit) {
  return unit.decoded ? unit.decoded->source() : unit.text;
}

std::optional<uint32_t> place_in_unit(const TextUnit& unit, uint32_t at) {
  return unit.decoded ? unit.decoded->in_text(at) : at;
}

TokenRange tokens_in(const TextUnit& unit, Span span) {
  const auto first_from = [&](uint32_t byte) {
    const auto found =
        std::lower_bound(unit.tokens.begin(), unit.tokens.end(), byte,
                         [](const Token& token, uint32_t b) { return token.span.begin < b; });
    return static_cast<uint32_t>(found - unit.tokens.begin());
  };
  return {first_from(span.begin), first_from(span.end)};
}

std::string_view gap_before(const TextUnit& unit, uint32_t token) {
  if (token == 0 || token >= unit.tokens.size()) {
    return {};
  }
  return Span{unit.tokens[token - 1].span.end, unit.tokens[token].span.begin}.in(unit.text);
}

std::span<const Sentence> sentences_from(const TextUnit& unit, uint32_t token) {
  const auto behind = std::upper_bound(
      unit.sentences.begin(), unit.sentences.end(), token,
      [](uint32_t t, const Sentence& sentence) { return t < sentence.first_token; });
  if (behind == unit.sentences.begin()) {
    return {};
  }
  return {behind - 1, unit.sentences.end()};
}

void add_sentences(std::span<TextUnit> units) {
  parallel_for(units.size(), [&](size_t u) {
    units[u].sentences =
        split_sentences(units[u].text, units[u].tokens, units[u].language.language);
  });
}

}  // namespace reprise::detail
