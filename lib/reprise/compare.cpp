#include "reprise/compare.h"

#include <utility>

#include "reprise/base/parallel.h"
#include "reprise/compare_against.h"
#include "reprise/corpus/date.h"
#include "reprise/corpus/field.h"
#include "reprise/furniture/find.h"
#include "reprise/language/languages.h"
#include "reprise/meaning/encoder.h"
#include "reprise/near/find.h"
#include "reprise/passages/find_reuse.h"
#include "reprise/points/find.h"
#include "reprise/points/judge.h"
#include "reprise/result/gather.h"
#include "reprise/result/matrices.h"
#include "reprise/result/ranking.h"

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

// Returns the model that points are to be sought with; nothing if there is none.
std::optional<Encoder> encoder_for(const CompareOptions& options) {
  if (!options.parts.points || options.points.model.empty()) {
    return std::nullopt;
  }
  std::optional<Encoder> encoder(std::in_place, options.points.model);
  if (!options.points.vector_cache.empty()) {
    encoder->use_cache(options.points.vector_cache);
  }
  return encoder;
}

void add(std::vector<Problem> more, std::vector<Problem>& problems) {
  problems.insert(problems.end(), more.begin(), more.end());
}

// Returns the dates of the documents, which units name by their places in the collection.
std::vector<std::optional<DateRange>> dates_of(std::span<const Document> documents) {
  std::vector<std::optional<DateRange>> dates;
  for (const Document& document : documents) {
    dates.push_back(document.date ? parse_date(*document.date) : std::nullopt);
  }
  return dates;
}

}  // namespace

Result compare(Corpus corpus, const CompareOptions& asked, Beside beside,
               const RunControl& control) {
  const bool against = !beside.references.documents.empty();
  check(asked, against);
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
  const std::optional<Encoder> encoder = encoder_for(options);
  Result result = gather(options, std::move(corpus), std::move(beside.references),
                         std::move(beside.ignored.problems));

  std::optional<Judge> judge;
  if (points && !options.points.judge.command.empty()) {
    judge.emplace(options.points.judge, result.documents);
  }

  // Bytes to words, of identical texts once; but each that is held against references counts.
  const size_t count = result.documents.size();
  const Originals originals = against ? each_for_itself(count) : find_originals(result.documents);
  result.original = originals.of_document;
  result.units = make_units(result.documents, originals.documents, options.words);
  add_languages(result.units, options.points.language);
  const auto texts = std::span(result.units).first(originals.documents.size());
  result.words = words_of(texts, originals);
  result.cluster_of.resize(count);

  // What belongs to the pages rather than to their texts.
  const bool needs_furniture = !options.keep_furniture || options.drop_furniture;
  if (matrices || points || needs_furniture) {
    add_sentences(result.units);
  }
  Furniture furniture;
  if (needs_furniture) {
    const std::vector<uint32_t> sources = numbers_of(result.documents, "source");
    furniture = find_furniture({result.units, sources, options.words, result.first_reference});
  }
  const Furniture* left_out = options.keep_furniture ? nullptr : &furniture;

  // Words to numbers, to pairs, to clusters; what was restated; what was copied.
  NearFound near;
  if (matrices || points) {
    near = find_near(texts, originals, near_options(options, furniture));
    tell_progress({Progress::Phase::points});
    Advisers advisers;
    advisers.encoder = encoder ? &*encoder : nullptr;
    advisers.judge = judge ? &*judge : nullptr;
    put(find_points(result.units, voices_of(near, against), options.points, result.first_reference,
                    dates_of(result.documents), left_out ? furniture.ranges : UnitRanges(),
                    advisers),
        originals, result);
    put(near, result);
    add(encoder ? encoder->save_cache() : std::vector<Problem>(), result.problems);
    add(judge ? judge->save_cache() : std::vector<Problem>(), result.problems);
  }
  if (matrices || passages) {
    const ReuseSearch search{result.documents,
                             originals.of_document,
                             result.first_reference,
                             beside.ignored.documents,
                             options.words,
                             options.points.language,
                             left_out};
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
