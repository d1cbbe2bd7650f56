#include "reprise/compare.h"

#include <utility>

#include "reprise/base/parallel.h"
#include "reprise/compare_against.h"
#include "reprise/corpus/field.h"
#include "reprise/furniture/find.h"
#include "reprise/language/languages.h"
#include "reprise/near/find.h"
#include "reprise/passages/find_reuse.h"
#include "reprise/points/advisers.h"
#include "reprise/result/gather.h"
#include "reprise/result/matrices.h"
#include "reprise/result/ranking.h"
#include "reprise/result/seek_points.h"

namespace reprise {

using namespace detail;
namespace {

void check(const CompareOptions& options, bool against) {
  options.check();
  if (options.parts.matrices && against) {
    throw Error(ErrorKind::usage, {"", "references are for passages and points alone", ""});
  }
}

NearOptions near_options(const CompareOptions& o, const Furniture& furniture) {
  const UnitRanges* left_out = o.drop_furniture ? &furniture.ranges : nullptr;
  return {o.words, o.shingles, o.sketch, o.threshold, o.joining, o.parts.matrices, left_out};
}

// Puts the words of the documents into the result, of identical texts once; but each that is held
// against references counts. Returns which texts stand for which.
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

// Returns what belongs to the pages rather than to their texts, if anybody asks for it, having
// found the sentences of the result.
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

}  // namespace

Result compare(Corpus corpus, const CompareOptions& asked, Beside beside,
               const RunControl& control) {
  check(asked, !beside.references.documents.empty());
  if (asked.parts.pairs) {
    const auto references = references_in_memory(std::move(beside.references.documents));
    return compare_against(std::move(corpus), asked, *references, std::move(beside.ignored),
                           control);
  }
  CompareOptions options = asked;
  options.words = rules_in(options.points.language, options.words);
  const Workers workers(options.threads, control);
  const bool matrices = options.parts.matrices;
  const bool passages = options.parts.passages;
  const bool points = options.parts.points;
  Result result = gather(options, std::move(corpus), std::move(beside.references),
                         std::move(beside.ignored.problems));
  AskedAdvisers advisers(points ? options.points : PointOptions(), result.documents);

  // Bytes to words, to numbers, to pairs, to clusters; what was restated; what was copied.
  const Originals originals = put_words(result);
  const Furniture furniture = furniture_among(result);
  NearFound near;
  if (matrices || points) {
    const auto texts = std::span(result.units).first(originals.documents.size());
    near = find_near(texts, originals, near_options(options, furniture));
    tell_progress({Progress::Phase::points});
    seek_points(voices_of(near, result.first_reference.has_value()), originals,
                options.keep_furniture ? UnitRanges() : furniture.ranges, advisers, result);
    put(near, result);
  }
  if (matrices || passages) {
    const ReuseSearch search{result.documents,
                             originals.of_document,
                             result.first_reference,
                             beside.ignored.documents,
                             options.words,
                             options.points.language,
                             options.keep_furniture ? nullptr : &furniture};
    put(find_reuse(std::move(result.units), search, options.passages), result);
  }
  if (matrices) {
    result.matrices = make_matrices(
        {result.original, result.words, near.similarities, result.reuse, result.points});
  }
  if (matrices || passages) {
    result.ranking = rank_pairs(result);
  }
  return result;
}

}  // namespace reprise
