// How far the sketch's estimate of the Jaccard similarity is off: its mean squared error, as a
// share of J (1 - J) / k, which is what classic MinHash with k independent hash functions has.
//
//     reprise_estimate_error [TRIALS] [SEED]        default: 20,000 trials a row, seed 1
//
// A trial draws two sets of the given size with the given similarity, of random hashes, never the
// same twice, and sketches both as `reprise` does. The mean over the similarities is taken for each
// size; its standard error stands beside it. Sets smaller than k do better than large ones: slots
// are then drawn without replacement.
//
// Output: size, similarity, ratio and its standard error, a line each, tab between; "all" for the
// mean of a size.
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "reprise/sketch/minhash.h"

namespace {

constexpr std::array<size_t, 3> sizes = {60, 188, 477};
constexpr std::array<double, 5> similarities = {0.5, 0.6, 0.7, 0.8, 0.9};

struct Mean {
  double sum = 0, squares = 0, count = 0;
  void add(double x) {
    sum += x;
    squares += x * x;
    count += 1;
  }
  double mean() const { return sum / count; }
  double variance_of_mean() const { return (squares / count - mean() * mean()) / count; }
};

// Returns the squared errors of many trials over J (1 - J) / k.
Mean measure(size_t size, double similarity, int trials, std::mt19937_64& random) {
  const reprise::SketchOptions options;
  // s shared of n each: J = s / (2 n - s).
  const auto shared = static_cast<size_t>(
      std::lround(2 * static_cast<double>(size) * similarity / (1 + similarity)));
  const double jaccard = static_cast<double>(shared) / static_cast<double>(2 * size - shared);
  std::vector<uint64_t> a(size), b(size);
  Mean errors;
  for (int trial = 0; trial < trials; ++trial) {
    for (size_t i = 0; i < size; ++i) {
      a[i] = random();
      b[i] = i < shared ? a[i] : random();
    }
    const double error =
        reprise::detail::estimate_jaccard(reprise::detail::make_sketch(a, options),
                                          reprise::detail::make_sketch(b, options)) -
        jaccard;
    errors.add(error * error * options.slots / (jaccard * (1 - jaccard)));
  }
  return errors;
}

}  // namespace

int main(int argc, char** argv) {
  const int trials = argc > 1 ? std::atoi(argv[1]) : 20000;
  std::mt19937_64 random(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  if (trials < 1) {
    std::fputs("usage: reprise_estimate_error [TRIALS] [SEED]\n", stderr);
    return 2;
  }
  for (const size_t size : sizes) {
    double sum = 0, variance = 0;
    for (const double similarity : similarities) {
      const Mean errors = measure(size, similarity, trials, random);
      std::printf("%zu\t%.1f\t%.4f\t%.4f\n", size, similarity, errors.mean(),
                  std::sqrt(errors.variance_of_mean()));
      sum += errors.mean();
      variance += errors.variance_of_mean();
    }
    const double count = static_cast<double>(similarities.size());
    std::printf("%zu\tall\t%.4f\t%.4f\n", size, sum / count, std::sqrt(variance) / count);
  }
}
