// Steps: words become sets of shingles, sets become sketches; banding proposes pairs, which are
// verified on the sets; pairs become clusters; and what was found among originals is told of all
// documents.
//
//     texts       0: "a b c d e"   1: "a b c d f"   2: a copy of 0   3: "x y z"
//     originals   0, 1, 3, here called 0, 1, 2
//     pairs       (0, 1) of Jaccard 1/3, above a threshold of 0.3   ->   cluster {0, 1}, 0 is kept
//     of all      cluster {0, 1, 2}; pairs (0, 1), (0, 2), and not (1, 2): neither was kept
//
// Cost: the sum of its stages. Copies cost a line each, not a pair with each other copy.
// Source: the heads of banding.h, minhash.h and clusters.h.
#include "reprise/near/find.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "reprise/base/parallel.h"
#include "reprise/near/shingle_sets.h"
#include "reprise/near/similarity.h"

namespace reprise::detail {
namespace {

bool is_before(const Similarity& x, const Similarity& y) {
  return x.pair < y.pair;
}

// Returns where what is left out of the unit stands.
std::vector<Span> spans_of(const TextUnit& unit, UnitId number, const UnitRanges& left_out) {
  std::vector<Span> spans;
  for (const TokenRange range : left_out.of(number)) {
    spans.push_back(bytes_of(unit, range));
  }
  return spans;
}

std::vector<ShingleSet> shingle_all(std::span<const TextUnit> texts, const NearOptions& options) {
  std::vector<ShingleSet> sets(texts.size());
  parallel_for(texts.size(), [&](size_t i) {
    std::vector<Span> left_out;
    if (options.left_out != nullptr) {
      left_out = spans_of(texts[i], UnitId(i), *options.left_out);
    }
    sets[i] = shingle_set_of(texts[i], options.words, options.shingles, left_out);
  });
  return sets;
}

std::vector<Sketch> sketch_all(std::span<const ShingleSet> sets, const SketchOptions& options) {
  std::vector<Sketch> sketches(sets.size());
  parallel_for(
      sets.size(), [&](size_t i) { sketches[i] = make_sketch(sets[i], options); },
      Progress::Phase::near_duplicates);
  return sketches;
}

// Returns the pairs of which the Jaccard similarity or a containment reaches the threshold,
// ascending. Banding finds the near-duplicates among them, with the recall that it states; the
// index of all shingles adds those that it missed, and the contained ones.
std::vector<Similarity> near_pairs(std::span<const ShingleSet> sets, const Banding& banding,
                                   std::span<const Similarity> of_index,
                                   const SketchOptions& options) {
  const std::vector<Sketch> sketches = sketch_all(sets, options);
  std::vector<Similarity> near = verify(sets, candidate_pairs(sketches, banding));
  std::erase_if(near, [&](const Similarity& s) { return s.jaccard < banding.threshold; });
  for (const Similarity& s : of_index) {
    if (std::max(s.a_in_b, s.b_in_a) >= banding.threshold) {
      near.push_back(s);
    }
  }
  const auto is_same = [](const Similarity& x, const Similarity& y) {
    return x.pair == y.pair;
  };
  std::sort(near.begin(), near.end(), is_before);
  near.erase(std::unique(near.begin(), near.end(), is_same), near.end());
  return near;
}

// Returns what of the pairs is worth keeping; nothing: all are. A pair takes some 100 bytes of a
// report, so that by the texts' bytes it is known how many of them it should hold.
std::optional<PairLimits> limits_of(std::span<const TextUnit> texts, const NearOptions& options) {
  constexpr size_t bytes_of_pair = 64;
  constexpr size_t least_near = 4;
  if (texts.size() <= most_dense || options.floor <= 0) {
    return std::nullopt;
  }
  size_t bytes = 0;
  for (const TextUnit& text : texts) {
    bytes += text.text.size();
  }
  PairLimits limits{options.threshold, options.floor};
  limits.most_near = std::max(least_near, bytes / texts.size() / bytes_of_pair);
  return limits;
}

// Puts the pairs of originals that are reported among the similarities. Both ascend.
void add_reported(const Originals& originals, NearFound& found) {
  std::vector<Similarity> reported = found.pairs;
  std::erase_if(reported, [&](const Similarity& s) {
    return originals.of_document[s.pair.a] != s.pair.a ||
           originals.of_document[s.pair.b] != s.pair.b;
  });
  std::vector<Similarity> all;
  std::set_union(found.similarities.begin(), found.similarities.end(), reported.begin(),
                 reported.end(), std::back_inserter(all), is_before);
  found.similarities = std::move(all);
}

std::optional<Similarity> closest_of(std::span<const Similarity> similarities) {
  const auto best = std::max_element(
      similarities.begin(), similarities.end(),
      [](const Similarity& x, const Similarity& y) { return x.jaccard < y.jaccard; });
  if (best == similarities.end()) {
    return std::nullopt;
  }
  return *best;
}

std::vector<Cluster> clusters_of(std::vector<Similarity> near, size_t count,
                                 const NearOptions& options) {
  std::erase_if(near, [&](const Similarity& s) { return s.jaccard < options.threshold; });
  return make_clusters(static_cast<uint32_t>(count), near, options.joining);
}

// For each document that is kept: those that it stands for, itself included, with their similarity.
using Members = std::map<DocumentId, std::map<DocumentId, double>>;

// Puts the copies of all originals beside these.
Members members_of_all(const Originals& originals, std::span<const ShingleSet> sets,
                       std::span<const Cluster> clusters) {
  struct StandIn {
    DocumentId kept;
    double similarity;
  };
  std::map<DocumentId, StandIn> stands_for;  // by original: who stands for it
  for (const Cluster& cluster : clusters) {
    const ShingleSet& kept = sets[cluster.kept];
    for (const uint32_t i : cluster.documents) {
      double jaccard = 1;
      if (i != cluster.kept) {
        const size_t shared = count_shared(kept, sets[i]);
        jaccard = similarity_of({}, kept.size(), sets[i].size(), shared).jaccard;
      }
      stands_for[originals.documents[i]] = {originals.documents[cluster.kept], jaccard};
    }
  }
  Members members;
  for (DocumentId d; d < originals.of_document.size(); ++d) {
    const DocumentId original = originals.of_document[d];
    const auto found = stands_for.find(original);
    if (found != stands_for.end()) {
      members[found->second.kept][d] = found->second.similarity;
    } else if (original != d) {
      members[original][original] = 1;
      members[original][d] = 1;
    }
  }
  return members;
}

// Returns the clusters of all documents, ordered by the one kept.
std::vector<MeasuredCluster> clusters_of_all(const Members& members) {
  std::vector<MeasuredCluster> all;
  for (const auto& [kept, similarities] : members) {
    MeasuredCluster cluster{{{}, kept}, {}};
    for (const auto& [document, similarity] : similarities) {
      cluster.cluster.documents.push_back(document);
      cluster.similarity.push_back(similarity);
    }
    all.push_back(std::move(cluster));
  }
  return all;
}

// Lists the pairs of all documents that are to be reported.
class PairList {
 public:
  PairList(const Originals& originals, const NearFound& found)
      : originals_(originals), found_(found), copies_(originals.of_document.size()) {
    for (DocumentId d; d < copies_.size(); ++d) {
      copies_[originals.of_document[d]].push_back(d);
    }
  }

  // Each near-duplicate with a kept one, and each copy with the original that was kept. `near`: of
  // originals, named by their documents.
  std::vector<Similarity> make(std::span<const Similarity> near) {
    for (const Similarity& s : near) {
      for (const DocumentId a : copies_[s.pair.a]) {
        for (const DocumentId b : copies_[s.pair.b]) {
          add(a, b, s);
        }
      }
    }
    for (const DocumentId original : originals_.documents) {
      for (const DocumentId copy : copies_[original]) {
        if (copy != original) {
          add(original, copy, {{}, 1, 1, 1});
        }
      }
    }
    std::sort(pairs_.begin(), pairs_.end(), is_before);
    return std::move(pairs_);
  }

 private:
  bool was_kept(DocumentId d) const {
    const std::optional<ClusterId> cluster = found_.cluster_of[d];
    return !cluster || found_.clusters[*cluster].cluster.kept == d;
  }

  void add(DocumentId a, DocumentId b, Similarity s) {
    if (!was_kept(a) && !was_kept(b)) {
      return;
    }
    s.pair = {a, b};
    if (a > b) {
      std::swap(s.pair.a, s.pair.b);
      std::swap(s.a_in_b, s.b_in_a);
    }
    pairs_.push_back(s);
  }

  const Originals& originals_;
  const NearFound& found_;
  std::vector<std::vector<DocumentId>> copies_;  // of each original, itself included
  std::vector<Similarity> pairs_;
};

// From places among the originals to documents. Originals ascend, so the order stays.
void name_documents(std::span<Similarity> similarities, const Originals& originals) {
  for (Similarity& s : similarities) {
    s.pair = {originals.documents[s.pair.a], originals.documents[s.pair.b]};
  }
}

}  // namespace

NearFound find_near(std::span<const TextUnit> texts, const Originals& originals,
                    const NearOptions& options) {
  tell_progress({Progress::Phase::near_duplicates, 0, texts.size()});
  NearFound found;

  // Words to numbers, numbers to pairs.
  const std::vector<ShingleSet> sets = shingle_all(texts, options);
  found.banding = choose_banding(options.sketch.slots, options.threshold);
  const std::optional<PairLimits> limits = limits_of(texts, options);
  if (options.every_pair) {
    found.similarities = limits ? nearest_similarities(sets, *limits) : all_similarities(sets);
  }
  std::vector<Similarity> near =
      near_pairs(sets, found.banding, found.similarities, options.sketch);

  // Pairs to clusters, of all documents.
  const std::vector<Cluster> clusters = clusters_of(near, originals.documents.size(), options);
  found.clusters = clusters_of_all(members_of_all(originals, sets, clusters));
  found.cluster_of.resize(originals.of_document.size());
  for (ClusterId c; c < found.clusters.size(); ++c) {
    for (const DocumentId d : found.clusters[c].cluster.documents) {
      found.cluster_of[d] = c;
    }
  }
  name_documents(near, originals);
  name_documents(found.similarities, originals);
  found.pairs = PairList(originals, found).make(near);
  if (options.every_pair && limits) {
    add_reported(originals, found);
  }
  found.closest = closest_of(found.similarities);
  return found;
}

std::vector<uint32_t> voices_of(const NearFound& found, bool each_alone) {
  std::vector<uint32_t> voices;
  for (DocumentId d; d < found.cluster_of.size(); ++d) {
    const std::optional<ClusterId> cluster = found.cluster_of[d];
    const bool has_own = each_alone || !cluster;
    voices.push_back(has_own ? d : found.clusters[*cluster].cluster.kept);
  }
  return voices;
}

}  // namespace reprise::detail
