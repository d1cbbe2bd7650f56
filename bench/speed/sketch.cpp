// Words to shingles to sketches. Items are words for shingles, shingles for sketches.
#include <benchmark/benchmark.h>

#include "inputs.h"
#include "reprise/base/hash.h"
#include "reprise/sketch/minhash.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail::bench {
namespace {

void shingles_of_text(benchmark::State& state, ShingleUnit unit) {
  const std::string text = make_prose(Script::ascii, 1 << 14);
  const std::vector<Token> tokens = tokenize(text);
  for (auto _ : state) {
    benchmark::DoNotOptimize(make_shingles(text, tokens, {}, {unit, 5}));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(tokens.size()));
}
BENCHMARK_CAPTURE(shingles_of_text, words, ShingleUnit::words);
BENCHMARK_CAPTURE(shingles_of_text, characters, ShingleUnit::characters);

// The words of a long news article, five at a time: without a set.
void roll_shingles_of_words(benchmark::State& state) {
  std::vector<uint64_t> words, shingles;
  for (uint64_t i = 0; i < 600; ++i) {
    words.push_back(mix(i));
  }
  for (auto _ : state) {
    roll_shingles(words, 5, shingles);
    benchmark::DoNotOptimize(shingles.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(words.size()));
}
BENCHMARK(roll_shingles_of_words);

// One large set, and the sizes of a news article, a short one, a brief and a line. Sets take turns,
// so that no branch of a single set is learnt by heart.
void sketch_of_set(benchmark::State& state) {
  const auto size = static_cast<size_t>(state.range(0));
  const std::vector<ShingleSet> sets = make_sets(64, 1, size);
  size_t next = 0;
  const SketchOptions options;
  Sketch sketch(options.slots);
  for (auto _ : state) {
    make_sketch(sets[next++ % sets.size()], options, sketch);
    benchmark::DoNotOptimize(sketch.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(size));
}
BENCHMARK(sketch_of_set)->Arg(5000)->Arg(477)->Arg(188)->Arg(60)->Arg(5);

void estimate_of_pair(benchmark::State& state) {
  const std::vector<Sketch> sketches = make_sketches(make_sets(2, 2, 477));
  for (auto _ : state) {
    benchmark::DoNotOptimize(estimate_jaccard(sketches[0], sketches[1]));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(estimate_of_pair);

}  // namespace
}  // namespace reprise::detail::bench
