// How long an archive takes to answer, and what it answers: the times of many queries, and one
// number of all answers, which another build has to give too.
//
//     reprise_archive_ask ARCHIVE CORPUS.jsonl FIRST COUNT [ROUNDS]
//
// Asks COUNT documents of the corpus, from the FIRST on (0 is the first), one by one, on one thread
// of one process, ROUNDS times (2); the last round counts.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "clocks.h"
#include "reprise/archive.h"
#include "reprise/base/hash.h"
#include "reprise/read.h"
#include "reprise/report.h"

namespace {

using namespace reprise;
using bench::clock_seconds;
using bench::processor_seconds;

void tell_times(const char* what, std::vector<double> seconds) {
  std::sort(seconds.begin(), seconds.end());
  const auto at = [&](double share) {
    return 1e3 * seconds[static_cast<size_t>(share * static_cast<double>(seconds.size() - 1))];
  };
  double sum = 0;
  for (const double one : seconds) {
    sum += one;
  }
  std::printf("%-24s %9.3f %9.3f %9.3f ms, mean %.3f\n", what, at(0.5), at(0.9), at(0.99),
              1e3 * sum / static_cast<double>(seconds.size()));
}

uint64_t number_of(std::string_view bytes, uint64_t number) {
  for (const char byte : bytes) {
    number = detail::mix(number ^ static_cast<unsigned char>(byte));
  }
  return number;
}

void ask(const Archive& archive, std::span<const Document> documents, bool points, int rounds) {
  CompareOptions options;
  options.threads = 1;
  options.parts.points = points;
  std::vector<double> clock;
  std::vector<double> processor;
  size_t references = 0;
  size_t passages = 0;
  size_t stated = 0;
  uint64_t answers = 0;
  for (int round = 0; round < rounds; ++round) {
    clock.clear();
    processor.clear();
    references = passages = stated = 0;
    for (const Document& document : documents) {
      Corpus corpus;
      corpus.documents = {document};
      const double begin = clock_seconds();
      const double processor_begin = processor_seconds();
      const Result result = archive.query(std::move(corpus), options);
      clock.push_back(clock_seconds() - begin);
      processor.push_back(processor_seconds() - processor_begin);
      references += result.documents.size() - 1;
      passages += result.passages.size();
      stated += result.points.size();
      if (round == 0) {
        answers = number_of(to_json(result, {}), answers);
      }
    }
  }
  const auto count = static_cast<double>(documents.size());
  std::printf("%s: 50, 90, 99 %%\n", points ? "all three" : "without points");
  tell_times("  of the clock", clock);
  tell_times("  of the processor", processor);
  std::printf("  %.1f references, %.1f passages, %.1f points a query; answers %016llx\n",
              static_cast<double>(references) / count, static_cast<double>(passages) / count,
              static_cast<double>(stated) / count, static_cast<unsigned long long>(answers));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "usage: reprise_archive_ask ARCHIVE CORPUS.jsonl FIRST COUNT [ROUNDS]\n");
    return 2;
  }
  const double begin = clock_seconds();
  const Archive archive = Archive::open(argv[1], Archive::Access::read);
  std::printf("opened in %.3f ms\n", 1e3 * (clock_seconds() - begin));
  const std::vector<std::string> paths{argv[2]};
  const Corpus corpus = read_corpus(paths);
  const size_t first =
      std::min<size_t>(std::strtoul(argv[3], nullptr, 10), corpus.documents.size());
  const size_t count =
      std::min<size_t>(std::strtoul(argv[4], nullptr, 10), corpus.documents.size() - first);
  const int rounds = argc > 5 ? std::atoi(argv[5]) : 2;
  const auto asked = std::span(corpus.documents).subspan(first, count);
  ask(archive, asked, true, rounds);
  ask(archive, asked, false, rounds);
  return 0;
}
