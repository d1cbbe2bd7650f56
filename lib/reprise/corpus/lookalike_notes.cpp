#include "reprise/corpus/lookalike_notes.h"

#include <string>

#include "reprise/words/lookalikes.h"

namespace reprise::detail {

std::vector<Problem> lookalike_notes(std::span<const Document> documents) {
  std::vector<Problem> notes;
  for (const Document& document : documents) {
    const MixedWords mixed = find_mixed_words(document.text);
    if (mixed.count == 0) {
      continue;
    }
    std::string what = std::to_string(mixed.count);
    what += mixed.count == 1 ? " word mixes" : " words mix";
    what += " Latin letters with ";
    what.append(mixed.script).append(" ones that look like them: \"");
    what.append(mixed.first.in(document.text)).append("\"");
    what += mixed.count == 1 ? "" : " is the first";
    notes.push_back({document.where, what,
                     "--fold-lookalikes reads them as Latin letters; without it such a word equals "
                     "none that is written with these",
                     false});
  }
  return notes;
}

}  // namespace reprise::detail
