#include "reprise/compare.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/compare_passages.h"
#include "reprise/near/banding.h"
#include "reprise/near/clusters.h"
#include "reprise/near/similarity.h"
#include "reprise/points/find.h"
#include "reprise/result/matrices.h"
#include "reprise/result/offsets.h"
#include "reprise/sketch/minhash.h"

namespace reprise {

using namespace detail;
namespace {

// Returns for each document the first one with the same bytes of text.
std::vector<uint32_t> find_originals(std::span<const Document> documents) {
  std::vector<uint32_t> original(documents.size());
  std::unordered_multimap<uint64_t, uint32_t> seen;
  for (uint32_t d = 0; d < documents.size(); ++d) {
    original[d] = d;
    const uint64_t hash = hash_bytes(documents[d].text);
    const auto [begin, end] = seen.equal_range(hash);
    for (auto it = begin; it != end; ++it) {
      if (documents[it->second].text == documents[d].text) {
        original[d] = it->second;
      }
    }
    if (original[d] == d) {
      seen.emplace(hash, d);
    }
  }
  return original;
}

template <class Entry>
void append(std::vector<Entry>& list, std::vector<Entry> more) {
  std::move(more.begin(), more.end(), std::back_inserter(list));
}

std::vector<ShingleSet> shingle_all(std::span<const TextUnit> texts,
                                    const CompareOptions& options) {
  std::vector<ShingleSet> sets(texts.size());
  parallel_for(texts.size(), [&](size_t i) {
    const std::string_view text = texts[i].text;
    sets[i] =
        options.words.drop_punctuation
            ? make_shingles(text, texts[i].tokens, options.words, options.shingles)
            : make_shingles(text, tokenize(text, options.words), options.words, options.shingles);
  });
  return sets;
}

std::vector<Sketch> sketch_all(std::span<const ShingleSet> sets, const SketchOptions& options) {
  std::vector<Sketch> sketches(sets.size());
  parallel_for(sets.size(), [&](size_t i) { sketches[i] = make_sketch(sets[i], options); });
  return sketches;
}

// Returns the pairs of which the Jaccard similarity or a containment reaches the threshold,
// ascending. Banding finds the near-duplicates among them, with the recall that it states; the
// index of all shingles, which the matrices need anyhow, adds those that it missed, and the
// contained ones.
std::vector<Similarity> near_pairs(std::span<const ShingleSet> sets,
                                   std::span<const Sketch> sketches, const Banding& banding,
                                   std::span<const Similarity> of_index) {
  std::vector<Similarity> near = verify(sets, candidate_pairs(sketches, banding));
  std::erase_if(near, [&](const Similarity& s) { return s.jaccard < banding.threshold; });
  for (const Similarity& s : of_index) {
    if (std::max(s.a_in_b, s.b_in_a) >= banding.threshold) {
      near.push_back(s);
    }
  }
  std::sort(near.begin(), near.end(),
            [](const Similarity& x, const Similarity& y) { return x.pair < y.pair; });
  near.erase(std::unique(near.begin(), near.end(),
                         [](const Similarity& x, const Similarity& y) { return x.pair == y.pair; }),
             near.end());
  return near;
}

std::optional<Similarity> closest_pair(std::span<const Similarity> similarities,
                                       std::span<const uint32_t> originals) {
  const auto best = std::max_element(
      similarities.begin(), similarities.end(),
      [](const Similarity& x, const Similarity& y) { return x.jaccard < y.jaccard; });
  if (best == similarities.end()) {
    return std::nullopt;
  }
  Similarity closest = *best;
  closest.pair = {originals[best->pair.a], originals[best->pair.b]};
  return closest;
}

std::vector<Cluster> clusters_of(std::vector<Similarity> near, size_t count,
                                 const CompareOptions& options) {
  std::erase_if(near, [&](const Similarity& s) { return s.jaccard < options.threshold; });
  return make_clusters(static_cast<uint32_t>(count), near, options.joining);
}

// Returns the clusters of all documents: those of the originals, with every copy beside its
// original.
std::vector<MeasuredCluster> clusters_of_all(std::span<const uint32_t> originals,
                                             std::span<const uint32_t> original,
                                             std::span<const ShingleSet> sets,
                                             std::span<const Cluster> clusters) {
  std::map<uint32_t, std::map<uint32_t, double>>
      members;  // by the document kept: each other one, with its similarity
  std::map<uint32_t, std::pair<uint32_t, double>>
      stands_for;  // by original: who is kept, how similar
  for (const Cluster& cluster : clusters) {
    const ShingleSet& kept = sets[cluster.kept];
    for (uint32_t i : cluster.documents) {
      const double jaccard =
          i == cluster.kept
              ? 1
              : similarity_of({}, kept.size(), sets[i].size(), count_shared(kept, sets[i])).jaccard;
      stands_for[originals[i]] = {originals[cluster.kept], jaccard};
    }
  }
  for (uint32_t d = 0; d < original.size(); ++d) {
    const auto found = stands_for.find(original[d]);
    if (found != stands_for.end()) {
      members[found->second.first][d] = found->second.second;
    } else if (original[d] != d) {
      members[original[d]][original[d]] = members[original[d]][d] = 1;
    }
  }
  std::vector<MeasuredCluster> all;
  for (const auto& [kept, similarity] : members) {
    MeasuredCluster cluster{{{}, kept}, {}};
    for (const auto& [document, value] : similarity) {
      cluster.cluster.documents.push_back(document);
      cluster.similarity.push_back(value);
    }
    all.push_back(std::move(cluster));
  }
  return all;
}

// Returns the pairs to report, in terms of all documents: each with a kept one, and each copy with
// the original that was kept.
std::vector<Similarity> pairs_of_all(std::span<const Similarity> near,
                                     std::span<const uint32_t> originals, const Result& result) {
  const auto kept = [&](uint32_t d) {
    return !result.cluster_of[d] || result.clusters[*result.cluster_of[d]].cluster.kept == d;
  };
  std::vector<std::vector<uint32_t>> copies(result.documents.size());
  for (uint32_t d = 0; d < result.original.size(); ++d) {
    copies[result.original[d]].push_back(d);
  }
  std::vector<Similarity> pairs;
  const auto add = [&](uint32_t a, uint32_t b, Similarity s) {
    if (!kept(a) && !kept(b)) {
      return;
    }
    s.pair = {a, b};
    if (a > b) {
      std::swap(s.pair.a, s.pair.b), std::swap(s.a_in_b, s.b_in_a);
    }
    pairs.push_back(s);
  };
  for (const Similarity& s : near) {
    for (uint32_t a : copies[originals[s.pair.a]]) {
      for (uint32_t b : copies[originals[s.pair.b]]) {
        add(a, b, s);
      }
    }
  }
  for (uint32_t d : originals) {
    for (uint32_t copy : copies[d]) {
      if (copy != d) {
        add(d, copy, {{}, 1, 1, 1});
      }
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const Similarity& x, const Similarity& y) { return x.pair < y.pair; });
  return pairs;
}

// Returns for each document a number that it shares with its copies only; where there are
// references, with none.
std::vector<uint32_t> voices_of(const Result& result) {
  std::vector<uint32_t> voices(result.documents.size());
  const bool against =
      result.first_reference != UINT32_MAX;  // a release, and what copied it, have points in common
  for (uint32_t d = 0; d < voices.size(); ++d) {
    voices[d] =
        result.cluster_of[d] && !against ? result.clusters[*result.cluster_of[d]].cluster.kept : d;
  }
  return voices;
}

// Fills in banding, closest pair, clusters and pairs; returns the similarities of all originals
// that share a shingle.
std::vector<Similarity> find_near_duplicates(std::span<const TextUnit> texts,
                                             std::span<const uint32_t> originals, Result& result) {
  // Words to numbers.
  const CompareOptions& options = result.options;
  const std::vector<ShingleSet> sets = shingle_all(texts, options);
  const std::vector<Sketch> sketches = sketch_all(sets, options.sketch);

  // Numbers to pairs.
  result.banding = choose_banding(options.sketch.slots, options.threshold);
  // The index sees every pair; for the voices of points alone, banding is enough, and never grows
  // with a shared footer.
  std::vector<Similarity> similarities =
      options.parts.matrices ? all_similarities(sets) : std::vector<Similarity>();
  const std::vector<Similarity> near = near_pairs(sets, sketches, result.banding, similarities);
  result.closest = closest_pair(similarities, originals);

  // Pairs to clusters.
  result.clusters = clusters_of_all(originals, result.original, sets,
                                    clusters_of(near, originals.size(), options));
  for (uint32_t c = 0; c < result.clusters.size(); ++c) {
    for (uint32_t d : result.clusters[c].cluster.documents) {
      result.cluster_of[d] = c;
    }
  }
  result.pairs = pairs_of_all(near, originals, result);
  return similarities;
}

}  // namespace

Result compare(Corpus corpus, const CompareOptions& options, Beside beside) {
  options.check();
  const bool against = !beside.references.documents.empty();
  if (against && options.parts.matrices) {
    throw Error(ErrorKind::usage, {"", "references are for passages and points alone", ""});
  }
  const ThreadLimit limit(options.threads);
  Result result;
  result.options = options;
  result.documents = std::move(corpus.documents);
  result.problems = std::move(corpus.problems);
  if (against) {
    result.first_reference = static_cast<uint32_t>(result.documents.size());
  }
  append(result.documents, std::move(beside.references.documents));
  append(result.problems, std::move(beside.references.problems));
  append(result.problems, std::move(beside.ignored.problems));
  const size_t count = result.documents.size();

  // Identical texts are one; but each of those that are held against references has its own answer.
  result.original = against ? std::vector<uint32_t>() : find_originals(result.documents);
  for (uint32_t d = 0; against && d < count; ++d) {
    result.original.push_back(d);
  }
  std::vector<uint32_t> originals;
  for (uint32_t d = 0; d < count; ++d) {
    if (result.original[d] == d) {
      originals.push_back(d);
    }
  }

  // Bytes to words.
  result.units = make_units(result.documents, originals, options.words);
  if (options.parts.matrices || options.parts.points) {
    add_sentences(result.units);
  }
  const size_t searched = result.units.size();
  const std::span<const TextUnit> texts = std::span(result.units).first(originals.size());
  result.words.resize(count);
  result.cluster_of.resize(count);
  for (const TextUnit& text : texts) {
    result.words[text.document] = static_cast<uint32_t>(text.tokens.size());
  }
  for (uint32_t d = 0; d < count; ++d) {
    result.words[d] = result.words[result.original[d]];
  }
  for (const Document& document : result.documents) {
    result.bytes.push_back(bytes_on_disk(document));
  }

  const Parts& parts = options.parts;
  std::vector<Similarity> similarities;
  if (parts.matrices || parts.points) {
    similarities = find_near_duplicates(texts, originals, result);
  }

  // What was copied, and what was restated.
  if (parts.matrices || parts.points) {
    const std::span<const TextUnit> units = std::span(result.units).first(searched);
    std::optional<DocumentId> first_reference;
    if (against) {
      first_reference = DocumentId{result.first_reference};
    }
    PointsFound found = find_points(units, voices_of(result), options.points, first_reference);
    result.points = std::move(found.points);
    result.stories = std::move(found.stories);
    for (uint32_t d = 0; d < count; ++d) {
      result.stories[d] = result.stories[result.original[d]];
    }
  }
  if (parts.matrices || parts.passages) {
    find_reuse(result, searched, beside.ignored.documents);
  }

  if (parts.matrices) {
    result.matrices = make_matrices(result, originals, similarities);
  }
  return result;
}

}  // namespace reprise
