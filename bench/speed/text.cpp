// Text to words, sentences and figures; and words to stems.
#include <benchmark/benchmark.h>

#include "inputs.h"
#include "reprise/text/figures.h"
#include "reprise/text/sentences.h"
#include "reprise/text/stem.h"
#include "reprise/text/tokenize.h"

namespace reprise::bench {
namespace {

constexpr size_t text_bytes = 1 << 18;

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

void tokenize_text(benchmark::State& state, Script script) {
  const std::string text = make_prose(script, text_bytes);
  size_t words = 0;
  for (auto _ : state) words = tokenize(text).size();
  count_bytes(state, text);
  state.counters["words"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK_CAPTURE(tokenize_text, ascii, Script::ascii);
BENCHMARK_CAPTURE(tokenize_text, accents, Script::accents);
BENCHMARK_CAPTURE(tokenize_text, chinese, Script::chinese);
BENCHMARK_CAPTURE(tokenize_text, thai, Script::thai);

void sentences_of_text(benchmark::State& state) {
  const std::string text = make_prose(Script::ascii, text_bytes);
  const std::vector<Token> tokens = tokenize(text);
  for (auto _ : state) benchmark::DoNotOptimize(split_sentences(text, tokens));
  count_bytes(state, text);
}
BENCHMARK(sentences_of_text);

void figures_of_articles(benchmark::State& state) {
  std::string text;
  for (const std::string& article : make_articles(100, 20)) text += article;
  const std::vector<Token> tokens = tokenize(text);
  for (auto _ : state) benchmark::DoNotOptimize(find_figures(text, tokens));
  count_bytes(state, text);
}
BENCHMARK(figures_of_articles);

void stems_of_words(benchmark::State& state) {
  const std::string text = make_prose(Script::ascii, text_bytes);
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) fold_word(token.span.in(text), {}, words.emplace_back());
  Stemmer stemmer("english");
  for (auto _ : state) {
    for (const std::string& word : words) benchmark::DoNotOptimize(stemmer.stem(word));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(words.size()));
}
BENCHMARK(stems_of_words);

}  // namespace
}  // namespace reprise::bench
