#include "reprise/compare.h"

#include <utility>

#include "reprise/base/parallel.h"
#include "reprise/compare_against.h"
#include "reprise/language/languages.h"
#include "reprise/near/find.h"
#include "reprise/passages/find_reuse.h"
#include "reprise/points/advisers.h"
#include "reprise/result/gather.h"
#include "reprise/result/matrices.h"
#include "reprise/result/ranking.h"
#include "reprise/result/read_texts.h"
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

NearOptions near_options(const CompareOptions& o, double floor, const Furniture& furniture) {
  const UnitRanges* left_out = o.drop_furniture ? &furniture.ranges : nullptr;
  return {o.words, o.shingles, o.sketch, o.threshold, o.joining, o.parts.matrices, floor, left_out};
}

ReuseFound find_reuse_in(Result& result, std::span<const Document> ignored,
                         const Furniture& furniture) {
  const CompareOptions& o = result.options;
  const Furniture* left_out = o.keep_furniture ? nullptr : &furniture;
  const ReuseSearch search{result.documents, result.original, result.first_reference,
                           ignored,          o.words,         o.points.language,
                           left_out};
  return find_reuse(std::move(result.units), search, o.passages);
}

// Compares all documents with one another, or with references for passages and points.
Result compare_together(Corpus corpus, const CompareOptions& options, Beside beside) {
  const Parts& parts = options.parts;
  Result result = gather(options, std::move(corpus), std::move(beside.references),
                         std::move(beside.ignored.problems));
  AskedAdvisers advisers(parts.points ? options.points : PointOptions(), result.documents);

  // Bytes to words, to numbers, to pairs, to clusters; what was restated; what was copied.
  const Originals originals = put_words(result);
  const Furniture furniture = furniture_among(result);
  NearFound near;
  if (parts.matrices || parts.points) {
    const auto texts = std::span(result.units).first(originals.documents.size());
    near = find_near(texts, originals, near_options(options, beside.floor, furniture));
    tell_progress({Progress::Phase::points});
    seek_points(voices_of(near, result.first_reference.has_value()), originals,
                options.keep_furniture ? UnitRanges() : furniture.ranges, advisers, result);
    put(near, result);
  }
  if (parts.matrices || parts.passages) {
    put(find_reuse_in(result, beside.ignored.documents, furniture), result);
    if (parts.matrices) {
      const double floor = originals.documents.size() > most_dense ? beside.floor : 0;
      result.matrices = make_matrices(
          {result.original, result.words, near.similarities, result.reuse, result.points, floor});
    }
    result.ranking = rank_pairs(result);
  }
  return result;
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
  return compare_together(std::move(corpus), options, std::move(beside));
}

}  // namespace reprise
