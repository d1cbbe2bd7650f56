// Sketches to pairs to clusters, and reference items in documents. Items are documents, for verify
// and count_shared pairs, for reference items words.
//
// The collection: documents of 188 shingles in groups of four, J of about 0.7 inside a group.
#include <benchmark/benchmark.h>

#include "inputs.h"
#include "reprise/base/hash.h"
#include "reprise/near/banding.h"
#include "reprise/near/clusters.h"
#include "reprise/near/reference.h"
#include "reprise/near/similarity.h"
#include "support/generator.h"

namespace reprise::detail::bench {
namespace {

constexpr size_t group = 4, shingles = 188;

size_t documents(const benchmark::State& state) {
  return static_cast<size_t>(state.range(0));
}

void count_items(benchmark::State& state, size_t each) {
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(each));
}

void candidates(benchmark::State& state) {
  const std::vector<Sketch> sketches = make_sketches(make_sets(documents(state), group, shingles));
  const Banding banding = choose_banding(128, 0.5);
  for (auto _ : state) {
    benchmark::DoNotOptimize(candidate_pairs(sketches, banding));
  }
  count_items(state, documents(state));
}
BENCHMARK(candidates)->Arg(1000)->Arg(16000)->Unit(benchmark::kMillisecond);

void verify_pairs(benchmark::State& state) {
  const std::vector<ShingleSet> sets = make_sets(4000, group, shingles);
  const std::vector<DocumentPair> pairs =
      candidate_pairs(make_sketches(sets), choose_banding(128, 0.5));
  for (auto _ : state) {
    benchmark::DoNotOptimize(verify(sets, pairs));
  }
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
  for (auto _ : state) {
    benchmark::DoNotOptimize(all_similarities(sets));
  }
  count_items(state, documents(state));
}
BENCHMARK(all_pairs_by_index)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);

void clusters_of_pairs(benchmark::State& state, Joining joining) {
  const std::vector<ShingleSet> sets = make_sets(4000, group, shingles);
  const std::vector<Similarity> pairs =
      verify(sets, candidate_pairs(make_sketches(sets), choose_banding(128, 0.5)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(make_clusters(4000, pairs, joining));
  }
  count_items(state, 4000);
}
BENCHMARK_CAPTURE(clusters_of_pairs, to_kept, Joining::to_kept);
BENCHMARK_CAPTURE(clusters_of_pairs, chain, Joining::chain);

std::vector<uint64_t> hashes_of(const support::Words& words) {
  std::vector<uint64_t> hashes;
  for (const std::string& word : words) {
    hashes.push_back(hash_bytes(word));
  }
  return hashes;
}

// Items of 8 to 100 words, as exam questions have them.
std::vector<support::Words> make_items(size_t count, support::Random& random) {
  const support::Vocabulary vocabulary(20000);
  std::vector<support::Words> items;
  for (size_t i = 0; i < count; ++i) {
    items.push_back(support::make_words(8 + random.below(93), vocabulary, random));
  }
  return items;
}

ReferenceIndex make_index(const std::vector<support::Words>& items) {
  std::vector<std::vector<uint64_t>> hashes;
  for (const support::Words& item : items) {
    hashes.push_back(hashes_of(item));
  }
  return ReferenceIndex(hashes);
}

// Pages of 10,000 words that share no run with any item.
void reference_without_hits(benchmark::State& state) {
  support::Random random(21);
  const ReferenceIndex index = make_index(make_items(documents(state), random));
  std::vector<uint64_t> page(10000);
  for (uint64_t& word : page) {
    word = random.next();
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(index.find(page));
  }
  count_items(state, page.size());
}
BENCHMARK(reference_without_hits)->Arg(1000)->Arg(20000)->Arg(200000);

// Pages of 10,000 words, each with five items of which 5 % of the words are edited, and chance runs
// besides.
void reference_with_hits(benchmark::State& state) {
  support::Random random(22);
  const support::Vocabulary vocabulary(20000);
  const std::vector<support::Words> items = make_items(documents(state), random);
  const ReferenceIndex index = make_index(items);
  std::vector<std::vector<uint64_t>> pages;
  for (int p = 0; p < 20; ++p) {
    support::Words page;
    for (int part = 0; part < 5; ++part) {
      const support::Words item =
          support::edited_copy(random.pick(items), 0.05, vocabulary, random).words;
      const support::Words prose = support::make_words(2000 - item.size(), vocabulary, random);
      page.insert(page.end(), prose.begin(), prose.end());
      page.insert(page.end(), item.begin(), item.end());
    }
    pages.push_back(hashes_of(page));
  }
  size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(index.find(pages[next++ % pages.size()]));
  }
  count_items(state, pages[0].size());
}
BENCHMARK(reference_with_hits)->Arg(1000)->Arg(20000)->Arg(200000);

void reference_index(benchmark::State& state) {
  support::Random random(23);
  std::vector<std::vector<uint64_t>> hashes;
  for (const support::Words& item : make_items(documents(state), random)) {
    hashes.push_back(hashes_of(item));
  }
  size_t words = 0;
  for (const auto& item : hashes) {
    words += item.size();
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(ReferenceIndex(hashes));
  }
  count_items(state, words);
}
BENCHMARK(reference_index)->Arg(20000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace reprise::detail::bench
