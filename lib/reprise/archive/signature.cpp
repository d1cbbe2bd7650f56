#include "reprise/archive/signature.h"

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/language/languages.h"
#include "reprise/near/banding.h"
#include "reprise/near/originals.h"
#include "reprise/near/shingle_sets.h"
#include "reprise/passages/grams.h"
#include "reprise/passages/keys.h"
#include "reprise/sketch/minhash.h"

namespace reprise::detail {
namespace {

// Words of many kinds: what one version reads in another way than the next is likely here. None of
// a language whose words a dictionary parts: to load that takes longer than most queries.
constexpr const char* all_kinds_of_words =
    "The ferry's crew didn't see 12,500 gulls at 5.6 °C on 3 May 2031; the co-operative paid "
    "$2.5m (U.S. dollars), officials at the ministry said.\n"
    "Die Fähre fuhr am Montag nicht, weil der Hafen gesperrt war; das sagte die Behörde in "
    "Straßburg.\n"
    "Le bac n’est pas parti, a déclaré l’office du port, et les passagers ont attendu jusqu’au "
    "soir.\n"
    "El transbordador no salió ayer, según las autoridades del puerto, que piden más dinero.\n"
    "A balsa não saiu do porto, disse a prefeitura, porque a maré estava baixa demais.\n"
    "Паром не вышел из порта. العبّارة لم تغادر الميناء. ﬁne soft\u00ADhyphen "
    "ＦＵＬＬ width, naïve café, İstanbul, ſtreet.\n";

std::vector<Keys> keys_of(std::span<const TextUnit> units, const ArchiveParameters& parameters) {
  const Normalisation words = rules_in(parameters.language, parameters.words);
  return make_keys(units, words, parameters.seed_unit, CommonWordsBy::language);
}

}  // namespace

bool operator==(const ArchiveParameters& x, const ArchiveParameters& y) {
  return x.words == y.words && x.language == y.language && x.shingles.unit == y.shingles.unit &&
         x.shingles.size == y.shingles.size && x.sketch.slots == y.sketch.slots &&
         x.sketch.seed == y.sketch.seed && x.threshold == y.threshold &&
         x.seed_unit == y.seed_unit && x.seed == y.seed;
}

ArchiveParameters parameters_of(const CompareOptions& options) {
  return {options.words,     options.points.language,    options.shingles,     options.sketch,
          options.threshold, options.passages.seed_unit, options.passages.seed};
}

void apply(const ArchiveParameters& parameters, CompareOptions& options) {
  options.words = parameters.words;
  options.points.language = parameters.language;
  options.shingles = parameters.shingles;
  options.sketch = parameters.sketch;
  options.threshold = parameters.threshold;
  options.passages.seed_unit = parameters.seed_unit;
  options.passages.seed = parameters.seed;
}

std::vector<TextUnit> units_alone(std::span<const Document> documents, const Normalisation& words,
                                  const std::string& language) {
  const Normalisation rules = rules_in(language, words);
  std::vector<TextUnit> units =
      make_units(documents, each_for_itself(documents.size()).documents, rules);
  add_languages(units, language, ShortTexts::of_no_language, &rules);
  return units;
}

std::vector<uint32_t> bands_of(const TextUnit& text, const ArchiveParameters& parameters) {
  const Normalisation words = rules_in(parameters.language, parameters.words);
  const ShingleSet set = shingle_set_of(text, words, parameters.shingles);
  return band_keys(make_sketch(set, parameters.sketch),
                   choose_banding(parameters.sketch.slots, parameters.threshold));
}

std::vector<Signature> signatures_of(std::span<const Document> documents,
                                     const ArchiveParameters& parameters) {
  const std::vector<TextUnit> units = units_alone(documents, parameters.words, parameters.language);
  const std::vector<Keys> keys = keys_of(units, parameters);
  const Normalisation words = rules_in(parameters.language, parameters.words);
  PassageOptions passages;
  passages.seed_unit = parameters.seed_unit;
  passages.seed = parameters.seed;
  std::vector<Signature> signatures(documents.size());
  // A document has a unit for its text and at most one for its title: no two rounds meet.
  parallel_for(units.size(), [&](size_t u) {
    const TextUnit& unit = units[u];
    Signature& signature = signatures[unit.document];
    std::vector<uint64_t> grams;
    for (const KeptGram& kept : kept_grams(unit, keys[u], words, passages)) {
      grams.push_back(kept.hash);
    }
    std::vector<WordCode> codes;
    if (parameters.seed_unit != SeedUnit::characters) {
      codes = codes_of(keys[u]);
    }
    if (unit.field == Field::title) {
      signature.title_grams = std::move(grams);
      signature.title_codes = std::move(codes);
      return;
    }
    signature.text_grams = std::move(grams);
    signature.text_codes = std::move(codes);
    signature.bands = bands_of(unit, parameters);
    signature.words = static_cast<uint32_t>(unit.tokens.size());
  });
  return signatures;
}

Signature signature_of(const Document& document, const ArchiveParameters& parameters) {
  return std::move(signatures_of(std::span(&document, 1), parameters).front());
}

uint64_t fingerprint(const ArchiveParameters& parameters) {
  Document document;
  document.text = all_kinds_of_words;
  document.title = "What the ferry said";
  const Signature signature = signature_of(document, parameters);
  uint64_t all = signature.words;
  for (const uint32_t key : signature.bands) {
    all = mix(all ^ key);
  }
  for (const auto* grams : {&signature.text_grams, &signature.title_grams}) {
    for (const uint64_t gram : *grams) {
      all = mix(all ^ gram);
    }
  }
  return all;
}

}  // namespace reprise::detail
