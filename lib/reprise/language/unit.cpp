#include "reprise/language/unit.h"

#include "reprise/base/parallel.h"

namespace reprise::detail {
namespace {

// A title that the text begins with is part of the text already.
bool title_counts(const Document& document) {
  if (!document.title || document.title->empty()) {
    return false;
  }
  std::string_view text = document.text;
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
  }
  const size_t first = text.find_first_not_of(" \t\r\n");
  return first == text.npos || !text.substr(first).starts_with(*document.title);
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
      units.size(), [&](size_t u) { units[u].tokens = tokenize(units[u].text, rules); },
      Progress::Phase::words);
  return units;
}

void add_sentences(std::span<TextUnit> units) {
  parallel_for(units.size(), [&](size_t u) {
    units[u].sentences =
        split_sentences(units[u].text, units[u].tokens, units[u].language.language);
  });
}

}  // namespace reprise::detail
