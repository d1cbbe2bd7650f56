// Texts with the one story that all of them tell, as the stages behind make_story want it.
//
//     const Told told({"The ferry is late.", "No ferry came."});
//     told.line("ferry came")    the line whose statement holds these words
#pragma once

#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "reprise/language/languages.h"
#include "reprise/points/story.h"
#include "support/collection.h"
#include "support/generator.h"

namespace reprise::detail::support {

// Each text is a voice of its own; those from the first reference on are references.
struct Told {
  explicit Told(const std::vector<std::string>& texts, const PointOptions& options = {},
                std::optional<DocumentId> first_reference = std::nullopt)
      : collection(texts), table(make_statements(collection.units())) {
    std::vector<StatementId> statements;
    for (StatementId s{0}; s < table.statements.size(); ++s) {
      statements.push_back(s);
    }
    std::vector<uint32_t> voices(texts.size());
    std::iota(voices.begin(), voices.end(), 0u);
    story = make_story(statements, table, units(), {voices, first_reference}, options);
  }

  std::span<const TextUnit> units() const { return collection.units(); }

  std::string words(const Line& line, TokenRange range) const {
    const UnitId unit = line.statement->unit;
    return collection.text_of(unit, bytes_of(units()[unit], range));
  }
  std::string words(LineId line) const {
    return words(story.lines[line], story.lines[line].statement->tokens);
  }

  // Returns the first line that holds the bytes.
  LineId line(const std::string& bytes) const {
    LineId found{0};
    while (found < story.lines.size() && words(found).find(bytes) == std::string::npos) {
      ++found;
    }
    return found;
  }

  // Returns the first line of the unit that holds the bytes.
  LineId line_of(UnitId unit, const std::string& bytes) const {
    LineId found{0};
    while (found < story.lines.size() && (story.lines[found].statement->unit != unit ||
                                          words(found).find(bytes) == std::string::npos)) {
      ++found;
    }
    return found;
  }

  // Returns the tokens of the line that stand on these bytes, which begin and end with a word.
  TokenRange tokens(LineId line, const std::string& bytes) const {
    const TextUnit& unit = units()[story.lines[line].statement->unit];
    const size_t begin = unit.text.find(bytes);
    return tokens_on(unit, begin, begin + bytes.size());
  }

  Collection collection;
  StatementTable table;
  Story story;
};

// Returns texts of a small vocabulary, so that lines share words; every third denies something.
inline std::vector<std::string> random_texts(Random& random, int count, uint64_t words) {
  const Vocabulary vocabulary(80);
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i) {
    std::string text = write_text(make_words(words, vocabulary, random), random).bytes;
    if (random.chance(0.3)) {
      text += " It was not so, of course.";
    }
    texts.push_back(text);
  }
  return texts;
}

}  // namespace reprise::detail::support
