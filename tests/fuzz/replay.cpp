// A plain main for the fuzz targets: gives each file named on the command line to the target once,
// and then a number of seeded mutations of it. So the ordinary build runs them too, without a
// fuzzer.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "support/files.h"
#include "support/generator.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

std::string mutated(std::string bytes, reprise::detail::support::Random& random) {
  for (uint64_t changes = 1 + random.below(8); changes > 0; --changes) {
    const size_t at = random.below(bytes.size() + 1);
    switch (random.below(3)) {
      case 0: bytes.insert(at, 1, static_cast<char>(random.below(256))); break;
      case 1: bytes.erase(at, 1 + random.below(4)); break;
      default: bytes.insert(at, bytes.substr(random.below(bytes.size() + 1), random.below(16)));
    }
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  reprise::detail::support::Random random(1);
  size_t runs = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
      const std::string seed = reprise::detail::support::read_file(entry.path().string());
      run(seed);
      for (int m = 0; m < 400; ++m, ++runs) {
        run(mutated(seed, random));
      }
    }
  }
  std::cout << runs << " inputs\n";
  return runs > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
