// Steps: the passages that units share with one another, and with the ignored texts; a unit and a
// passage for each copy of a text; those that don't count go; clusters; how much of each document
// stands elsewhere.
//
//     documents   0: "p p p q q q"   1: "p p p r"   2: a copy of 0      ignored: "q q q"
//     found       0-1 "p p p"; 0-2, all of both, whose end "q q q" is cut off, for it is ignored
//     clusters    "p p p" in 0, 1 and, as a copy, 2
//
// Cost: that of grams.h for the units, and once more for units and ignored texts if there are any.
#include "reprise/passages/find_reuse.h"

#include <utility>

#include "reprise/base/parallel.h"
#include "reprise/corpus/field.h"
#include "reprise/language/languages.h"
#include "reprise/passages/copies.h"
#include "reprise/passages/find.h"
#include "reprise/passages/reuse.h"
#include "reprise/passages/suppress.h"

namespace reprise::detail {
namespace {

std::vector<Keys> keys_of(std::span<const TextUnit> units, const ReuseSearch& search,
                          const PassageOptions& options) {
  return make_keys(units, search.words, options.seed_unit, search.common);
}

// Returns the passages that the units share with the texts that don't count.
std::vector<Passage> find_ignored(std::span<const TextUnit> units, const ReuseSearch& search,
                                  const PassageOptions& options) {
  if (search.ignored.empty()) {
    return {};
  }
  std::vector<TextUnit> all(units.begin(), units.end());
  const DocumentId first(search.documents.size());
  Normalisation rules = search.words;
  rules.drop_punctuation = true;
  for (size_t i = 0; i < search.ignored.size(); ++i) {
    all.push_back({DocumentId(first + i), Field::text, search.ignored[i].text, {}, {}});
    read_words(all.back(), rules);
  }
  add_languages(std::span(all).subspan(units.size()), search.language);
  const std::vector<Keys> keys = keys_of(all, search, options);
  return find_passages({all, search.words, first}, keys, options);
}

// Returns the stretches of the units that the passages lie in, ascending, apart from one another.
std::vector<PassageSpan> sides_of(std::span<const Passage> passages) {
  UnitRanges sides;
  for (const Passage& passage : passages) {
    sides.add(passage.unit_a, passage.a);
  }
  std::vector<PassageSpan> spans;
  sides.for_each([&](UnitId unit, TokenRange range) { spans.push_back({unit, range}); });
  return spans;
}

}  // namespace

ReuseFound find_reuse(std::vector<TextUnit> units, const ReuseSearch& search,
                      const PassageOptions& options) {
  tell_progress({Progress::Phase::passages, 0, units.size()});
  ReuseFound found;
  std::vector<Keys> keys = keys_of(units, search, options);
  if (search.furniture != nullptr) {
    make_common(search.furniture->ranges, keys);
  }
  const PassageSearch of_units{units, search.words, search.first_reference, search.places};
  std::vector<Passage> passages = find_passages(of_units, keys, options);
  const std::vector<Passage> not_counted = find_ignored(units, search, options);

  const Copies copies = add_copies(search.original, keys, options.least_words, units, passages);
  if (!copies.empty()) {
    finish_passages(units, passages);
  }

  SuppressionRules rules{keys, not_counted, {}, search.furniture};
  if (!options.skip_same.empty()) {
    rules.same = numbers_of(search.documents, options.skip_same);
  }
  check_stop();
  Reported reported = sort_out(units, std::move(passages), rules, options);
  add_copies_to_clusters(copies, reported.clusters);

  found.reuse = measure_reuse(units, reported.passages, search.documents.size());
  found.units = std::move(units);
  found.passages = std::move(reported.passages);
  found.clusters = std::move(reported.clusters);
  found.suppressed = std::move(reported.suppressed);
  found.ignored = sides_of(not_counted);
  return found;
}

}  // namespace reprise::detail
