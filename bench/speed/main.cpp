// Runs the benchmarks on one thread, so that the figures are what the work costs and not how many
// cores were idle.
//
// `--threads=N` takes N instead, 0 one a core. All flags of Google Benchmark work as usual; a
// benchmark runs for 0.2 s unless --benchmark_min_time says otherwise.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "reprise/base/parallel.h"

int main(int argc, char** argv) {
  unsigned threads = 1;
  std::string least_time = "--benchmark_min_time=0.2";  // what the user gives comes later, and wins
  std::vector<char*> arguments{argv[0], least_time.data()};
  for (int i = 1; i < argc; ++i) {
    if (std::strncmp(argv[i], "--threads=", 10) == 0) {
      threads = static_cast<unsigned>(std::strtoul(argv[i] + 10, nullptr, 10));
    } else {
      arguments.push_back(argv[i]);
    }
  }
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) {
    return 2;
  }
  benchmark::AddCustomContext("reprise_threads", std::to_string(threads));
  const reprise::detail::Workers limit(threads);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
