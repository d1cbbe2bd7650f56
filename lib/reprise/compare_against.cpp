// Steps: the documents become words, and what belongs to their pages is found; what they ask of the
// references is gathered, and those that may have something in common come back; these and the
// documents are searched for passages and pairs; references without either leave; what is left is
// searched for points.
//
//     documents 0 1      references 7 9 12 come back      0-9 a passage, 1-12 a pair
//     result    0 1, and references 2 (9) and 3 (12)
//
// Cost: as the header says; the documents become words three times.
#include "reprise/compare_against.h"

#include <algorithm>
#include <set>
#include <utility>

#include "reprise/archive/signature.h"
#include "reprise/base/lists.h"
#include "reprise/base/parallel.h"
#include "reprise/corpus/field.h"
#include "reprise/corpus/references.h"
#include "reprise/furniture/find.h"
#include "reprise/language/languages.h"
#include "reprise/near/banding.h"
#include "reprise/near/originals.h"
#include "reprise/near/shingle_sets.h"
#include "reprise/near/similarity.h"
#include "reprise/passages/find_reuse.h"
#include "reprise/points/advisers.h"
#include "reprise/result/found_references.h"
#include "reprise/result/gather.h"
#include "reprise/result/offsets.h"
#include "reprise/result/ranking.h"
#include "reprise/result/seek_points.h"

namespace reprise::detail {
namespace {

class ReferencesInMemory : public References {
 public:
  explicit ReferencesInMemory(std::vector<Document> documents) : documents_(std::move(documents)) {}
  bool are_all_found() const override { return true; }
  FoundReferences find(const Asked&) override { return {std::move(documents_), std::nullopt}; }

 private:
  std::vector<Document> documents_;
};

std::vector<TextUnit> units_of(std::span<const Document> documents, const CompareOptions& options) {
  return units_alone(documents, options.words, options.points.language);
}

Furniture furniture_among(std::span<TextUnit> units, std::span<const Document> documents,
                          const CompareOptions& options) {
  if (options.keep_furniture) {
    return {};
  }
  add_sentences(units);
  const std::vector<uint32_t> sources = numbers_of(documents, "source");
  return find_furniture({units, sources, options.words});
}

using Bands = std::vector<std::vector<uint32_t>>;  // the keys of the bands of each text

Bands bands_of_all(std::span<const TextUnit> texts, const CompareOptions& options) {
  const ArchiveParameters parameters = parameters_of(options);
  Bands bands(texts.size());
  parallel_for(texts.size(), [&](size_t i) { bands[i] = bands_of(texts[i], parameters); });
  return bands;
}

// Returns what the documents ask of the references, given what is left out of their texts.
Asked asked_of(std::span<const TextUnit> units, const Bands& bands, const Furniture& furniture,
               const CompareOptions& options) {
  Asked asked;
  asked.passages = options.passages;
  asked.bands = joined(bands);
  make_set(asked.bands);
  std::vector<Keys> keys =
      make_keys(units, options.words, options.passages.seed_unit, CommonWordsBy::language);
  make_common(furniture.ranges, keys);
  std::vector<std::vector<AskedGram>> grams(units.size());
  asked.codes.resize(units.size());
  parallel_for(units.size(), [&](size_t u) {
    for (const KeptGram& gram : kept_grams(units[u], keys[u], options.words, options.passages)) {
      grams[u].push_back({gram.hash, static_cast<uint32_t>(u), gram.token});
    }
    asked.codes[u] = codes_of(keys[u]);
  });
  asked.grams = joined(grams);
  std::stable_sort(asked.grams.begin(), asked.grams.end(),
                   [](const AskedGram& x, const AskedGram& y) { return x.hash < y.hash; });
  return asked;
}

// Returns the first references in the buckets of their bands, of which all are at hand; more than
// the first 64 of a bucket, in order.
std::vector<Head> heads_among(std::span<const TextUnit> references, const CompareOptions& options) {
  const Bands bands = bands_of_all(references, options);
  std::vector<Head> heads;
  for (uint32_t r = 0; r < bands.size(); ++r) {
    for (const uint32_t key : bands[r]) {
      heads.push_back({key, r});
    }
  }
  std::sort(heads.begin(), heads.end());
  return heads;
}

// Returns the pairs of a document and one of the first references in a bucket of its bands. `heads`
// are numbered from the `first` reference on.
std::set<DocumentPair> candidates_of_bands(const Bands& bands, std::span<const Head> heads,
                                           DocumentId first) {
  std::set<DocumentPair> pairs;
  for (DocumentId d; d < bands.size(); ++d) {
    for (const uint32_t key : bands[d]) {
      auto at = std::lower_bound(heads.begin(), heads.end(), Head{key, 0});
      for (size_t i = 0; i < most_heads && at != heads.end() && at->key == key; ++i, ++at) {
        pairs.insert({d, DocumentId(first + at->reference)});
      }
    }
  }
  return pairs;
}

// Returns the pairs of which the Jaccard similarity or a containment reaches the threshold: of
// `pairs`, and of those that have a passage in common.
std::vector<Similarity> near_pairs(const Result& result, std::set<DocumentPair> pairs) {
  const CompareOptions& options = result.options;
  const auto texts = std::span(result.units).first(result.documents.size());
  for (const Passage& p : result.passages) {
    pairs.insert({result.units[p.unit_a].document, result.units[p.unit_b].document});
  }
  std::vector<char> needed(texts.size());
  for (const DocumentPair& pair : pairs) {
    needed[pair.a] = needed[pair.b] = 1;
  }
  std::vector<ShingleSet> sets(texts.size());
  parallel_for(texts.size(), [&](size_t i) {
    if (needed[i] != 0) {
      sets[i] = shingle_set_of(texts[i], options.words, options.shingles);
    }
  });
  std::vector<Similarity> near =
      verify(sets, std::vector<DocumentPair>(pairs.begin(), pairs.end()));
  std::erase_if(near, [&](const Similarity& s) {
    return std::max({s.jaccard, s.a_in_b, s.b_in_a}) < options.threshold;
  });
  return near;
}

// Returns the documents of the result with the references found behind them.
void add_references(std::vector<Document> references, Result& result) {
  result.first_reference = DocumentId(result.documents.size());
  for (Document& document : references) {
    result.bytes.push_back(bytes_on_disk(document));
    result.documents.push_back(std::move(document));
  }
}

// Puts the words of the documents, of which each counts for itself, into the result.
void put_words(Result& result) {
  const size_t count = result.documents.size();
  const Originals originals = each_for_itself(count);
  result.original = originals.of_document;
  result.units = units_of(result.documents, result.options);
  result.words = words_of(std::span(result.units).first(count), originals);
  result.cluster_of.resize(count);
}

void put_points(const Furniture& furniture, Result& result) {
  add_sentences(result.units);
  const Originals originals = each_for_itself(result.documents.size());
  const std::vector<uint32_t> voices(originals.of_document.begin(), originals.of_document.end());
  AskedAdvisers advisers(result.options.points, result.documents);
  seek_points(voices, originals, furniture.ranges, advisers, result);
}

}  // namespace

std::unique_ptr<References> references_in_memory(std::vector<Document> documents) {
  return std::make_unique<ReferencesInMemory>(std::move(documents));
}

Result compare_against(Corpus corpus, const CompareOptions& asked_options, References& references,
                       Corpus ignored, const RunControl& control) {
  CompareOptions options = asked_options;
  options.words = rules_in(options.points.language, options.words);
  const Workers workers(options.threads, control);
  Result result = gather(options, std::move(corpus), {}, std::move(ignored.problems));

  // What the documents ask, and what comes back. Their units keep their numbers in the result.
  std::vector<TextUnit> own = units_of(result.documents, options);
  const Furniture furniture = furniture_among(own, result.documents, options);
  const Bands bands = bands_of_all(std::span(own).first(result.documents.size()), options);
  Asked asked;
  if (!references.are_all_found()) {
    asked = asked_of(own, bands, furniture, options);
  }
  FoundReferences found = references.find(asked);
  std::vector<TextUnit>().swap(own);
  add_references(std::move(found.documents), result);
  put_words(result);

  // What was copied, and what is alike.
  ReuseSearch search{result.documents,
                     result.original,
                     result.first_reference,
                     ignored.documents,
                     options.words,
                     options.points.language,
                     options.keep_furniture ? nullptr : &furniture};
  search.common = CommonWordsBy::language;
  search.places = found.more ? &found.more->places : nullptr;
  put(find_reuse(std::move(result.units), search, options.passages), result);
  result.banding = choose_banding(options.sketch.slots, options.threshold);
  const DocumentId first = *result.first_reference;
  const auto texts = std::span(result.units).first(result.documents.size());
  const std::vector<Head> heads =
      found.more ? std::move(found.more->heads) : heads_among(texts.subspan(first), options);
  result.pairs = near_pairs(result, candidates_of_bands(bands, heads, first));

  // What is left, with what it restates.
  keep_found_references(result);
  if (options.parts.points) {
    put_points(furniture, result);
  }
  result.ranking = rank_pairs(result);
  return result;
}

}  // namespace reprise::detail
