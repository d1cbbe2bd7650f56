// Talking points in generated articles, ten to a story. 26 articles of nine sentences are the size
// of samples/.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>

#include "inputs.h"
#include "reprise/points/find.h"
#include "reprise/points/statements.h"
#include "reprise/points/stories.h"

namespace reprise::detail::bench {
namespace {

// Articles with what find_points wants to know of them.
struct Collection {
  explicit Collection(const benchmark::State& state)
      : texts(make_articles(static_cast<size_t>(state.range(0)),
                            static_cast<size_t>(state.range(1)))),
        units(make_units(texts)),
        voices(texts.size()) {
    std::iota(voices.begin(), voices.end(), 0u);
  }
  std::vector<std::string> texts;
  std::vector<TextUnit> units;
  std::vector<uint32_t> voices;
};

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Args({26, 9})->Args({100, 20})->Args({300, 20})->Unit(benchmark::kMillisecond);
}

// Items are documents, the counter says how many of the thing were made.
void report(benchmark::State& state, size_t made) {
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["made"] = static_cast<double>(made);
}

void statements(benchmark::State& state) {
  const Collection articles(state);
  size_t made = 0;
  for (auto _ : state) {
    made = make_statements(articles.units).statements.size();
  }
  report(state, made);
}
BENCHMARK(statements)->Apply(sizes);

void stories(benchmark::State& state) {
  const Collection articles(state);
  const StatementTable table = make_statements(articles.units);
  size_t made = 0;
  for (auto _ : state) {
    const auto found =
        group_stories(table, articles.units, static_cast<uint32_t>(articles.voices.size()), {});
    made = *std::max_element(found.begin(), found.end()) + 1;
  }
  report(state, made);
}
BENCHMARK(stories)->Apply(sizes);

void points(benchmark::State& state) {
  const Collection articles(state);
  size_t made = 0;
  for (auto _ : state) {
    made = find_points(articles.units, articles.voices, {}).points.size();
  }
  report(state, made);
}
BENCHMARK(points)->Apply(sizes);

}  // namespace
}  // namespace reprise::detail::bench
