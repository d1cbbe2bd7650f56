// A model of language: loading it, and texts of 30 pieces to vectors. Items are texts.
// $REPRISE_MODEL names its folder; without it, both are skipped.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "reprise/meaning/encoder.h"

namespace reprise::detail::bench {
namespace {

const char* model_or_skip(benchmark::State& state) {
  const char* const folder = std::getenv("REPRISE_MODEL");
  if (folder == nullptr) {
    state.SkipWithError("REPRISE_MODEL names no model");
  }
  return folder;
}

void load_model(benchmark::State& state) {
  const char* const folder = model_or_skip(state);
  if (folder == nullptr) {
    return;
  }
  for (auto _ : state) {
    const Encoder encoder(folder);
    benchmark::DoNotOptimize(encoder.hash());
  }
}
BENCHMARK(load_model)->Unit(benchmark::kMillisecond);

void encode_text(benchmark::State& state) {
  const char* const folder = model_or_skip(state);
  if (folder == nullptr) {
    return;
  }
  const Encoder encoder(folder);
  constexpr uint32_t some_word = 2003;
  std::vector<uint32_t> pieces(30, some_word);
  for (auto _ : state) {
    pieces[5] = 2000 + (pieces[5] + 1) % 1000;
    benchmark::DoNotOptimize(encoder.encode(pieces));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(encode_text)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace reprise::detail::bench
