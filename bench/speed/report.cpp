// The whole run on articles in memory, and what it found as JSON and for the terminal. Bytes are
// those of the report.
#include <benchmark/benchmark.h>

#include "inputs.h"
#include "reprise/compare.h"
#include "reprise/report.h"

namespace reprise::detail::bench {
namespace {

Corpus articles(const benchmark::State& state) {
  Corpus corpus;
  for (std::string& text : make_articles(static_cast<size_t>(state.range(0)), 20)) {
    Document document;
    document.id = document.where = std::to_string(corpus.documents.size());
    document.text = std::move(text);
    corpus.documents.push_back(std::move(document));
  }
  return corpus;
}

CompareOptions one_thread() {
  CompareOptions options;
  options.threads = 1;
  return options;
}

void whole_compare(benchmark::State& state) {
  const Corpus corpus = articles(state);
  for (auto _ : state) {
    benchmark::DoNotOptimize(compare(corpus, one_thread()));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(whole_compare)->Arg(30)->Arg(300)->Unit(benchmark::kMillisecond);

void json_report(benchmark::State& state) {
  const Result result = compare(articles(state), one_thread());
  size_t bytes = 0;
  for (auto _ : state) {
    bytes = to_json(result, {}).size();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(bytes));
}
BENCHMARK(json_report)->Arg(30)->Arg(300)->Unit(benchmark::kMillisecond);

void terminal_report(benchmark::State& state) {
  const Result result = compare(articles(state), one_thread());
  size_t bytes = 0;
  for (auto _ : state) {
    bytes = to_terminal(result, {}).size();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(bytes));
}
BENCHMARK(terminal_report)->Arg(300)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace reprise::detail::bench
