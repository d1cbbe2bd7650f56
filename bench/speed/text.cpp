// Text to words, sentences and figures; and words to stems.
#include <benchmark/benchmark.h>

#include "inputs.h"
#include "reprise/base/hash.h"
#include "reprise/base/targets.h"
#include "reprise/language/figures/figures.h"
#include "reprise/language/sentences.h"
#include "reprise/language/stem.h"
#include "reprise/words/tokenize.h"
#include "reprise/words/words.h"

namespace reprise::detail::bench {
namespace {

constexpr size_t text_bytes = 1 << 18;

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

void tokenize_text(benchmark::State& state, Script script) {
  const std::string text = make_prose(script, text_bytes);
  size_t words = 0;
  for (auto _ : state) {
    words = tokenize(text).size();
  }
  count_bytes(state, text);
  state.counters["words"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK_CAPTURE(tokenize_text, ascii, Script::ascii);
BENCHMARK_CAPTURE(tokenize_text, accents, Script::accents);
BENCHMARK_CAPTURE(tokenize_text, chinese, Script::chinese);
BENCHMARK_CAPTURE(tokenize_text, thai, Script::thai);

std::string replaced(std::string_view text, std::string_view from,
                     const std::vector<std::string>& to) {
  std::string out;
  for (const char c : text) {
    const size_t place = from.find(c);
    place == from.npos ? void(out += c) : void(out += to[place % to.size()]);
  }
  return out;
}

// Prose whose letters are Cyrillic ones.
std::string cyrillic_prose() {
  const std::vector<std::string> letters{"а", "б", "ц", "д", "е", "ф", "г", "х", "и",
                                         "ј", "к", "л", "м", "н", "о", "п", "ш", "р",
                                         "с", "т", "у", "в", "ђ", "ћ", "ж", "з"};
  return replaced(make_prose(Script::ascii, text_bytes), "abcdefghijklmnopqrstuvwxyz", letters);
}

// What the web is like: accents, curly quotation marks and apostrophes, dashes, here and there a
// word in Chinese.
std::string mixed_prose() {
  const std::string text = replaced(make_prose(Script::accents, text_bytes), "!?", {" – ", "” “"});
  std::string out;
  for (size_t at = 0, blanks = 0; at < text.size(); ++at) {
    out += text[at];
    if (text[at] != ' ') {
      continue;
    }
    ++blanks;
    if (blanks % 12 == 0) {
      out += "don’t ";
    }
    if (blanks % 500 == 0) {
      out += "中文 ";
    }
  }
  return out;
}

void hash_words_of_text(benchmark::State& state, Target target, const std::string& text) {
  use_target(target);
  std::vector<uint64_t> hashes;
  for (auto _ : state) {
    hash_words(text, {}, hashes);
  }
  use_target(targets().front());
  count_bytes(state, text);
  state.counters["words"] = benchmark::Counter(static_cast<double>(hashes.size()),
                                               benchmark::Counter::kIsIterationInvariantRate);
}

// One for each target that runs here and each kind of text.
[[maybe_unused]] const bool registered = [] {
  const std::pair<std::string, std::string> texts[] = {
      {"ascii", make_prose(Script::ascii, text_bytes)},
      {"accents", make_prose(Script::accents, text_bytes)},
      {"cyrillic", cyrillic_prose()},
      {"mixed", mixed_prose()},
      {"chinese", make_prose(Script::chinese, text_bytes)}};
  for (const auto& [name, text] : texts) {
    for (const Target target : targets()) {
      const std::string full = "hash_words_of_text/" + name + "/" + std::string(name_of(target));
      benchmark::RegisterBenchmark(full.c_str(), hash_words_of_text, target, text);
    }
  }
  return true;
}();

void hash_word_of_words(benchmark::State& state) {
  const std::string text = make_prose(Script::ascii, text_bytes);
  const std::vector<Token> tokens = tokenize(text);
  for (auto _ : state) {
    for (const Token& token : tokens) {
      benchmark::DoNotOptimize(hash_word(token.span.in(text)));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(tokens.size()));
}
BENCHMARK(hash_word_of_words);

void sentences_of_text(benchmark::State& state) {
  const std::string text = make_prose(Script::ascii, text_bytes);
  const std::vector<Token> tokens = tokenize(text);
  for (auto _ : state) {
    benchmark::DoNotOptimize(split_sentences(text, tokens));
  }
  count_bytes(state, text);
}
BENCHMARK(sentences_of_text);

void figures_of_articles(benchmark::State& state) {
  std::string text;
  for (const std::string& article : make_articles(100, 20)) {
    text += article;
  }
  const std::vector<Token> tokens = tokenize(text);
  for (auto _ : state) {
    benchmark::DoNotOptimize(find_figures(text, tokens, Language::english));
  }
  count_bytes(state, text);
}
BENCHMARK(figures_of_articles);

void stems_of_words(benchmark::State& state) {
  const std::string text = make_prose(Script::ascii, text_bytes);
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) {
    fold_word(token.span.in(text), {}, words.emplace_back());
  }
  Stemmer stemmer("english");
  for (auto _ : state) {
    for (const std::string& word : words) {
      benchmark::DoNotOptimize(stemmer.stem(word));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(words.size()));
}
BENCHMARK(stems_of_words);

}  // namespace
}  // namespace reprise::detail::bench
