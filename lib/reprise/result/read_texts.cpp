#include "reprise/result/read_texts.h"

#include <span>
#include <vector>

#include "reprise/corpus/field.h"
#include "reprise/language/languages.h"
#include "reprise/language/unit.h"

namespace reprise::detail {

Originals put_words(Result& result) {
  const size_t count = result.documents.size();
  Originals originals =
      result.first_reference ? each_for_itself(count) : find_originals(result.documents);
  result.original = originals.of_document;
  result.units = make_units(result.documents, originals.documents, result.options.words);
  add_languages(result.units, result.options.points.language);
  result.words = words_of(std::span(result.units).first(originals.documents.size()), originals);
  result.cluster_of.resize(count);
  return originals;
}

Furniture furniture_among(Result& result) {
  const CompareOptions& options = result.options;
  const bool is_needed = !options.keep_furniture || options.drop_furniture;
  if (is_needed || options.parts.matrices || options.parts.points) {
    add_sentences(result.units);
  }
  if (!is_needed) {
    return {};
  }
  const std::vector<uint32_t> sources = numbers_of(result.documents, "source");
  return find_furniture({result.units, sources, options.words, result.first_reference});
}

}  // namespace reprise::detail
