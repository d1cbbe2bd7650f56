// Copied passages in generated documents: of every three documents, one holds a tenth of another,
// lightly edited.
#include <benchmark/benchmark.h>

#include "inputs.h"
#include "reprise/passages/find.h"
#include "reprise/passages/grams.h"

namespace reprise::detail::bench {
namespace {

int64_t words_of(const std::vector<TextUnit>& units) {
  size_t words = 0;
  for (const TextUnit& unit : units) {
    words += unit.tokens.size();
  }
  return static_cast<int64_t>(words);
}

int64_t bytes_of(const std::vector<std::string>& texts) {
  size_t bytes = 0;
  for (const std::string& text : texts) {
    bytes += text.size();
  }
  return static_cast<int64_t>(bytes);
}

template <class Search>
void search(benchmark::State& state, Search find) {
  const std::vector<std::string> texts =
      make_copying_documents(static_cast<size_t>(state.range(0)), 600);
  const std::vector<TextUnit> units = make_units(texts);
  size_t found = 0;
  for (auto _ : state) {
    found = find(units);
  }
  state.SetItemsProcessed(state.iterations() * words_of(units));
  state.SetBytesProcessed(state.iterations() * bytes_of(texts));
  state.counters["found"] = static_cast<double>(found);
}

std::vector<Keys> keys_of(std::span<const TextUnit> units) {
  return make_keys(units, {}, SeedUnit::stems);
}

void keys(benchmark::State& state) {
  search(state, [](const std::vector<TextUnit>& units) { return keys_of(units).size(); });
}
BENCHMARK(keys)->Arg(300)->Unit(benchmark::kMillisecond);

void grams(benchmark::State& state) {
  const PassageOptions options{.seed = static_cast<uint32_t>(state.range(1))};
  search(state, [&](const std::vector<TextUnit>& units) {
    return GramIndex(units, keys_of(units), {}, options).end_of(UnitId(units.size() - 1));
  });
}
BENCHMARK(grams)->Args({300, 4})->Args({300, 24})->Unit(benchmark::kMillisecond);

void passages(benchmark::State& state) {
  search(state, [](const std::vector<TextUnit>& units) {
    return find_passages({units, {}}, keys_of(units), {}).size();
  });
}
BENCHMARK(passages)->Arg(30)->Arg(300)->Arg(1500)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace reprise::detail::bench
