// Sketches to pairs to clusters. Items are documents, for verify and count_shared pairs.
//
// The collection: documents of 188 shingles in groups of four, J of about 0.7 inside a group.
#include <benchmark/benchmark.h>

#include "inputs.h"
#include "reprise/near/banding.h"
#include "reprise/near/clusters.h"
#include "reprise/near/similarity.h"

namespace reprise::bench {
namespace {

constexpr size_t group = 4, shingles = 188;

size_t documents(const benchmark::State& state) { return static_cast<size_t>(state.range(0)); }

void count_items(benchmark::State& state, size_t each) {
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(each));
}

void candidates(benchmark::State& state) {
  const std::vector<Sketch> sketches = make_sketches(make_sets(documents(state), group, shingles));
  const Banding banding = choose_banding(128, 0.5);
  for (auto _ : state) benchmark::DoNotOptimize(candidate_pairs(sketches, banding));
  count_items(state, documents(state));
}
BENCHMARK(candidates)->Arg(1000)->Arg(16000)->Unit(benchmark::kMillisecond);

void verify_pairs(benchmark::State& state) {
  const std::vector<ShingleSet> sets = make_sets(4000, group, shingles);
  const std::vector<DocumentPair> pairs = candidate_pairs(make_sketches(sets), choose_banding(128, 0.5));
  for (auto _ : state) benchmark::DoNotOptimize(verify(sets, pairs));
  count_items(state, pairs.size());
}
BENCHMARK(verify_pairs)->Unit(benchmark::kMillisecond);

void shared_of_pair(benchmark::State& state) {
  const std::vector<ShingleSet> sets = make_sets(64, 2, static_cast<size_t>(state.range(0)));
  size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(count_shared(sets[next], sets[next + 1]));
    next = (next + 2) % sets.size();
  }
  count_items(state, 1);
}
BENCHMARK(shared_of_pair)->Arg(60)->Arg(477);

void all_pairs_by_index(benchmark::State& state) {
  const std::vector<ShingleSet> sets = make_sets(documents(state), group, shingles);
  for (auto _ : state) benchmark::DoNotOptimize(all_similarities(sets));
  count_items(state, documents(state));
}
BENCHMARK(all_pairs_by_index)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);

void clusters_of_pairs(benchmark::State& state, Joining joining) {
  const std::vector<ShingleSet> sets = make_sets(4000, group, shingles);
  const std::vector<Similarity> pairs = verify(sets, candidate_pairs(make_sketches(sets), choose_banding(128, 0.5)));
  for (auto _ : state) benchmark::DoNotOptimize(make_clusters(4000, pairs, joining));
  count_items(state, 4000);
}
BENCHMARK_CAPTURE(clusters_of_pairs, to_kept, Joining::to_kept);
BENCHMARK_CAPTURE(clusters_of_pairs, chain, Joining::chain);

}  // namespace
}  // namespace reprise::bench
