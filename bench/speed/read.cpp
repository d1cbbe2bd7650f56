// Bytes on disk (in the page cache, mostly) to documents: lines, records, and the whole reader.
#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>

#include "inputs.h"
#include "reprise/corpus/formats.h"
#include "reprise/read.h"

namespace reprise::detail::bench {
namespace {

// 2,000 records of about 4 KB.
const std::string& records() {
  static const std::string all = [] {
    const std::string prose = make_prose(Script::accents, 1 << 23);
    std::string lines;
    for (size_t i = 0; i < 2000; ++i) {
      const nlohmann::json record{{"id", i},
                                  {"title", "A title of five words"},
                                  {"text", prose.substr(i * 4000, 4000)},
                                  {"kept", {1, 2, 3}}};
      lines += record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    }
    return lines;
  }();
  return all;
}

int64_t total_bytes(const benchmark::State& state) {
  return state.iterations() * static_cast<int64_t>(records().size());
}

void read_blocks(benchmark::State& state) {
  const TemporaryFile file(records());
  const InputPath input{file.path(), file.path(), {}, "jsonl"};
  FileBlock block;
  for (auto _ : state) {
    const OpenInput open = open_input(input);
    while (open.stream->next(block)) {
      benchmark::DoNotOptimize(block.bytes.size());
    }
  }
  state.SetBytesProcessed(total_bytes(state));
}
BENCHMARK(read_blocks);

void read_records(benchmark::State& state) {
  const TemporaryFile file(records());
  const InputPath input{file.path(), file.path(), {}, "jsonl"};
  StreamOptions options;
  options.whole = state.range(0) != 0;
  const auto parser = format_named(input.format)->make_parser(input, options);
  FileBlock block;
  for (auto _ : state) {
    const OpenInput open = open_input(input);
    while (open.stream->next(block)) {
      parser->parse(block,
                    [](StreamRecord& record) { benchmark::DoNotOptimize(record.text.size()); });
    }
  }
  state.SetBytesProcessed(total_bytes(state));
}
BENCHMARK(read_records)->ArgName("whole")->Arg(0)->Arg(1);

void read_whole_corpus(benchmark::State& state) {
  const TemporaryFile file(records());
  const std::vector<std::string> paths{file.path()};
  for (auto _ : state) {
    benchmark::DoNotOptimize(read_corpus(paths));
  }
  state.SetBytesProcessed(total_bytes(state));
}
BENCHMARK(read_whole_corpus);

}  // namespace
}  // namespace reprise::detail::bench
